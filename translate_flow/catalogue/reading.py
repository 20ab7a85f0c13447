"""The bytes of a PO file as text that the reader takes as gettext would."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ..errors import CatalogueError
from .messages import (
    ESCAPED_BYTES,
    NOT_AS_DECLARED,
    NOT_UTF_8,
    NULL_BYTE,
    UNDECIDED_TEXTS,
    UNKNOWN_CHARSET,
    UNKNOWN_ESCAPE,
    UTF_16,
    WRONG_CHARSET,
)

UNDECIDED = "#-#-#-#-#"
"""Appears in a text that gettext's msgcat made of two; nobody has decided on it."""

_CHARSET = re.compile(rb"""^"Content-Type:[^"\n]*?charset=([^\s\\"]+)""", re.MULTILINE | re.IGNORECASE)
_UNSAID = frozenset({"charset", "utf-8", "utf8", "us-ascii", "ascii"})
"""Declarations that leave a file UTF-8: gettext's place-holder, and what is a part of it."""
_ESCAPE = re.compile(r"((?:\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}))+)|\\(.)")
_RARE = re.compile(r"\\[^nrt\"\\]")
_KNOWN = "nrtabfvx01234567"
"""What may follow a backslash."""
_CONTROLS = {"a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3}))")
_QUOTED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_GLUED = re.compile(r"^([ \t]*)#(?:([.:,|])(?=[^\s])|(?=[^\s.:,|~]))", re.MULTILINE)


def decoded(data: bytes, path: Path) -> str:
    """The file's text with plain line ends, in the charset it declares. Raises CatalogueError."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CatalogueError(UTF_16(file=str(path)))
    charset = declared(data)
    if charset != "utf-8-sig" and not data.isascii():
        _refuse_utf_8(data, charset, path)
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if charset == "utf-8-sig":
            raise CatalogueError(NOT_UTF_8(file=str(path), line=line)) from error
        raise CatalogueError(NOT_AS_DECLARED(file=str(path), line=line, charset=charset.upper())) from error
    except (LookupError, UnicodeError) as error:
        raise CatalogueError(UNKNOWN_CHARSET(file=str(path), charset=charset)) from error
    if "\0" in text:
        raise CatalogueError(NULL_BYTE(file=str(path), line=text.count("\n", 0, text.index("\0")) + 1))
    # An entry's text never holds a raw line end, so this only undoes an editor's choice.
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refuse_utf_8(data: bytes, charset: str, path: Path) -> None:
    """Raise CatalogueError for UTF-8 under a header that declares an 8-bit charset: it would be read as mojibake.

    Text of such a charset is hardly ever well-formed UTF-8 by chance.
    """
    try:
        data.decode()
        single = len(bytes(range(0xC0, 0xC4)).decode(charset, "replace")) == 4
    except (UnicodeDecodeError, LookupError):
        return
    if single:
        line = next(n for n, row in enumerate(data.split(b"\n"), 1) if not row.isascii())
        raise CatalogueError(WRONG_CHARSET(file=str(path), line=line, charset=charset))


def settled(text: str, path: Path) -> str:
    """The text without what msgcat wrote into its header. Raises CatalogueError for entries with two texts."""
    header, apart, rest = text.partition("\n\n")
    if UNDECIDED in rest:
        line = text.count("\n", 0, text.index(UNDECIDED, len(header))) + 1
        raise CatalogueError(UNDECIDED_TEXTS(file=str(path), line=line))
    before, *headers = re.split(rf'^"{UNDECIDED}.*\n', header + "\n", flags=re.MULTILINE)
    return "".join([before, *headers[:1]]).removesuffix("\n") + apart + rest


def declared(data: bytes) -> str:
    """The codec of the file: what its header declares, or UTF-8."""
    found = _CHARSET.search(data, 0, 8000)
    name = found[1].decode("ascii", "replace") if found else ""
    if not name or name.lower() in _UNSAID:
        return "utf-8-sig"
    return name


def as_usual(text: str, path: Path) -> str:
    """The text with comments, flags and escapes written as the PO reader knows them.

    gettext takes a comment without a blank after its sign, and escapes by number for bytes of the
    file's charset (`msgcat --escape`). Raises CatalogueError for bytes that are no characters, and for other escapes.
    """
    text = _GLUED.sub(lambda found: f"{found[1]}#{found[2] or ''} ", text)
    if not _RARE.search(text):
        return text
    charset = declared(text.encode())
    made: list[str] = []
    end = 0
    for found in _ESCAPE.finditer(text):
        if found[2] and found[2].isalnum() and found[2] not in _KNOWN:
            line = text.count("\n", 0, found.start()) + 1
            raise CatalogueError(UNKNOWN_ESCAPE(file=str(path), line=line, escape=found[0]))
        try:
            plain = _plain(found, charset)
        except (UnicodeDecodeError, LookupError) as error:
            line = text.count("\n", 0, found.start()) + 1
            raise CatalogueError(
                ESCAPED_BYTES(
                    file=str(path),
                    line=line,
                    escape=found[0],
                    charset=charset.upper().removesuffix("-SIG"),
                )
            ) from error
        made += [text[end : found.start()], plain]
        end = found.end()
    return "".join([*made, text[end:]])


def _plain(found: re.Match[str], charset: str) -> str:
    """An escape, or several by number in a row, as the characters they mean; the usual ones as they are."""
    if found[1]:
        codes = (int(code[1] or code[2], 16 if code[1] else 8) & 0xFF for code in _BYTE.finditer(found[1]))
        text = bytes(codes).decode("utf-8" if charset == "utf-8-sig" else charset)
        return "".join(_QUOTED.get(character, character) for character in text)
    code = found[2]
    if code in _CONTROLS:
        return _CONTROLS[code]
    return found[0] if code in 'nrt"\\' else code
