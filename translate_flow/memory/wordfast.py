"""Wordfast Classic's translation memories (`.txt`), read as TMX.

Lines of fields with tabs between: date, user, uses, language, source, language, translation, attributes. The first line
is a head that begins with `%`. What tables of Windows would trip over is written as `&'85;`, by its code in
Windows-1252; tags of the document are `&tA;`. UTF-16, UTF-8 or Windows-1252, as the program that saved it had it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from ..errors import MemoryStoreError
from ..tmx import FOOT, attribute, head, text, unit, variant
from .messages import NOT_A_ROW

_CODE = re.compile(r"&'([0-9A-Fa-f]{1,2});")
_TAG = re.compile(r"(&t[A-Za-z]{1,2};)")
_DATE = re.compile(r"\d{8}~\d{6}\Z")
_FIELDS = 7


def is_wordfast(data: bytes) -> bool:
    """Whether the file begins as such a memory does."""
    beginning = _decoded(data[:4096]).lstrip("\ufeff")
    return re.match(r"%\d{8}~\d{6}\t", beginning) is not None


def as_tmx(data: bytes, name: str, version: str) -> Iterator[str]:
    """The memory as TMX 1.4, in pieces; `version` is that of this program.

    Raises MemoryStoreError, naming the file `name` and the line, for a line that is not a unit.
    """
    lines = re.split(r"\r\n|\r|\n", _decoded(data).lstrip("\ufeff"))
    yield head(version, "*all*")
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        fields = line.split("\t")
        if len(fields) < _FIELDS or not _DATE.match(fields[0]):
            raise MemoryStoreError(NOT_A_ROW(file=name, line=number))
        at, by, _, source_tag, source, target_tag, target, *more = fields
        stamp = {"changedate": at.replace("~", "T") + "Z"} | ({"changeid": by} if by else {})
        variants = [_variant(source_tag, source, {}), _variant(target_tag, target, stamp)]
        properties = [("x-wordfast", value) for value in more if value.strip()]
        yield "\n".join(unit(variants, {}, (), properties)) + "\n"
    yield FOOT


def _variant(tag: str, words: str, attributes: dict[str, str]) -> str:
    parts = _TAG.split(words)
    marked = "".join(
        f"<ph x={attribute(str(at // 2 + 1))}>{text(part)}</ph>" if at % 2 else text(_spelled(part))
        for at, part in enumerate(parts)
    )
    return variant(tag.strip(), "", attributes, marked=marked)


def _spelled(words: str) -> str:
    """The text with characters for codes; a line break has the code of the one in Word, 0B."""
    return _CODE.sub(lambda code: _character(int(code[1], 16)), words)


def _character(code: int) -> str:
    return "\n" if code in (0x0A, 0x0B, 0x0D) else bytes([code]).decode("cp1252", "replace")


def _decoded(data: bytes) -> str:
    for mark, codec in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"%\0", "utf-16-le"),
        (b"\0%", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data.decode(codec, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
