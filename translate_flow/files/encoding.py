"""Bytes to text and back: how a source file is encoded is found, told, and kept.

UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252, else
Latin-1. Nothing is guessed over a doubt: data that is no text is refused with
the place and the remedy.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from ..errors import BuildError, ReadError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_MAGIC = (
    (b"%PDF-", "is a PDF; ask for the file it was made from, or copy its text into a .txt"),
    (b"PK\x03\x04", "is a zip file such as .docx or .odt under another name; give it its right extension"),
    (b"\xd0\xcf\x11\xe0", "is an old Word file; save it as .docx or copy its text into a .txt"),
    (b"{\\rtf", "is RTF; save it as .txt or .md"),
    (b"\x89PNG", "is a picture; a statement has to be text"),
    (b"\xff\xd8\xff", "is a picture; a statement has to be text"),
    (b"\x1f\x8b", "is a compressed file; unpack it first"),
)

_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
}

_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2018-\u2022\u20ac]|â€.")
_PARTED_ACCENTS = ("\u0301", "\u0303", "\u0308", "\u0300", "\u0302", "\u0327")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how to write it again."""

    text: str
    """The text, line ends as they are in the file, without the byte-order mark."""
    encoding: str
    """Python's name of the codec: utf-8, utf-16-le, utf-16-be, cp1252 or latin-1."""
    bom: bytes = b""
    """The byte-order mark the file begins with; empty if it has none."""
    notices: tuple[str, ...] = ()
    """What a user should be told, such as "read as Windows-1252"."""


def decode(data: bytes, file: str) -> Decoded:
    """The text in a file's bytes.

    Raises ReadError, naming the file, the byte and the remedy, for data that is
    empty, no text, damaged UTF-8 or damaged UTF-16.
    """
    if remedy := other_kind(data):
        raise ReadError(f"{file}: {remedy}")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(_strict(data, len(bom), encoding, file), encoding, bom, file)
    if (zero := data.find(b"\0")) >= 0:
        raise ReadError(f"{file}: {_why_zeros(data, zero)}")
    try:
        return _decoded(data.decode("utf-8"), "utf-8", b"", file)
    except UnicodeDecodeError as cause:
        _refuse_damaged(data, cause, file)
    for encoding in ("cp1252", "latin-1"):
        try:
            return _decoded(data.decode(encoding), encoding, b"", file)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 decodes every byte")


def other_kind(data: bytes) -> str:
    """What the bytes are, and the remedy, if they begin like a file that is no text; else empty."""
    return next((remedy for magic, remedy in _MAGIC if data.startswith(magic)), "")


def encode(text: str, like: Decoded, file: str) -> bytes:
    """The bytes of a text in the encoding of the file it came from, byte-order mark included.

    Raises BuildError naming the first character that encoding cannot hold.
    """
    try:
        return like.bom + text.encode(like.encoding)
    except UnicodeEncodeError as cause:
        raise BuildError(f"{file}: {unwritable(text[cause.start], like.encoding)}") from cause


def cannot_hold(text: str, encoding: str) -> str:
    """The first character of the text that the encoding cannot hold; empty if it holds all."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError as cause:
        return text[cause.start]
    return ""


def unwritable(char: str, encoding: str) -> str:
    """What to tell about a character that an encoding cannot hold: which, why, and the remedy."""
    name = unicodedata.name(char, "a character without a name")
    shown = char if char.isprintable() else ascii(char)[1:-1]
    return (
        f"“{shown}” (U+{ord(char):04X}, {name}) cannot be written in {_NAMES[encoding]}, the encoding of "
        "the source file; save the source as UTF-8, or use another character"
    )


def _strict(data: bytes, skip: int, encoding: str, file: str) -> str:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as cause:
        raise ReadError(
            f"{file}: byte {cause.start + skip} is not {_NAMES[encoding]}, though its mark is there; "
            "the file is damaged: get it again, or open it in an editor and save it as UTF-8"
        ) from cause
    if (zero := text.find("\0")) >= 0:
        raise ReadError(f"{file}: not a text file (a zero at character {zero}); a statement has to be text")
    return text


def _why_zeros(data: bytes, zero: int) -> str:
    head = data[:4000]
    if head[1::2].count(0) > len(head) // 3 or head[::2].count(0) > len(head) // 3:
        return "looks like UTF-16 without its mark; open it in an editor and save it as UTF-8"
    return f"not a text file (a zero byte at {zero}); a statement has to be text"


def _refuse_damaged(data: bytes, cause: UnicodeDecodeError, file: str) -> None:
    """Raises for data that is no 8-bit text: mostly UTF-8 with a broken byte, or full of controls."""
    if len(_CONTROL.findall(data)) > len(data) // 50:
        raise ReadError(
            f"{file}: not a text file (byte {cause.start} is {data[cause.start]:#04x}, and many are control "
            "characters); a statement has to be text"
        ) from cause
    good = _MULTIBYTE.findall(data)
    broken = len(_HIGH.findall(data)) - sum(map(len, good))
    if len(good) > broken:
        raise ReadError(
            f"{file}: byte {cause.start} ({data[cause.start]:#04x}) is not UTF-8, though the rest is; "
            "the file is damaged: open it in an editor, repair the place and save it as UTF-8"
        ) from cause


def _decoded(text: str, encoding: str, bom: bytes, file: str) -> Decoded:
    if not text.strip():
        raise ReadError(f"{file}: the file is empty; there is nothing to translate")
    notices = []
    if encoding in ("cp1252", "latin-1"):
        notices.append(f"read as {_NAMES[encoding]}; save it as UTF-8 if accents look wrong")
    if (found := _mojibake(text)) is not None:
        at, seen, meant = found
        notices.append(
            f"looks like UTF-8 read as Latin-1 and saved again (line {at}: “{seen}” for “{meant}”); "
            "get the file as it was first written"
        )
    if any(accent in text for accent in _PARTED_ACCENTS):
        notices.append("accents are written as signs of their own (NFD); segments show them composed")
    return Decoded(text, encoding, bom, tuple(notices))


def _mojibake(text: str) -> tuple[int, str, str] | None:
    """Line, wrong text and right text of the first UTF-8 sequence that was read as 8-bit characters."""
    if "Ã" not in text and "Â" not in text and "â€" not in text:
        return None
    for match in _MOJIBAKE.finditer(text):
        for encoding in ("cp1252", "latin-1"):
            try:
                meant = match[0].encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            if meant.isprintable() or meant == "\xa0":
                return text.count("\n", 0, match.start()) + 1, match[0], meant
    return None
