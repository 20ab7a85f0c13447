"""Bytes to text and back: how a source file is encoded is found, reported, and kept.

UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252 or, where
that gives no words, Mac Roman, as Excel on a Mac writes it; else Latin-1. Nothing is guessed over a doubt: data that is not text is refused with
the place and the remedy.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from ..errors import BuildError, ReadError
from ..messages import Message, Template
from .messages import (
    AT_FILE,
    AT_LINE,
    CONTROL_BYTES,
    DAMAGED_AFTER_MARK,
    DAMAGED_UTF_8,
    EMPTY,
    MOJIBAKE,
    OTHER_KINDS,
    PARTED_ACCENTS,
    READ_AS,
    UNMARKED_UTF_16,
    UNNAMED,
    UNWRITABLE,
    ZERO_BYTE,
    ZERO_CHARACTER,
)

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
    "mac_roman": "Mac Roman",
}

_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2018-\u2022\u20ac]|â€.")
_ACCENTS = ("\u0301", "\u0303", "\u0308", "\u0300", "\u0302", "\u0327")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how to write it again."""

    text: str
    """The text, line ends as they are in the file, without the byte-order mark."""
    encoding: str
    """Python's name of the codec: utf-8, utf-16-le, utf-16-be, cp1252, mac_roman or latin-1."""
    bom: bytes = b""
    """The byte-order mark the file begins with; empty if it has none."""
    notices: tuple[Message, ...] = ()
    """What a user should know, such as "read as Windows-1252"."""


def decode(data: bytes, file: str) -> Decoded:
    """The text in a file's bytes.

    Raises ReadError, naming the file, the byte and the remedy, for data that is
    empty, no text, damaged UTF-8 or damaged UTF-16.
    """
    if found := other_kind(data):
        raise ReadError(AT_FILE(file=file, problem=found))
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(_strict(data, len(bom), encoding, file), encoding, bom, file)
    if (zero := data.find(b"\0")) >= 0:
        raise ReadError(_why_zeros(data, zero, file))
    try:
        return _decoded(data.decode("utf-8"), "utf-8", b"", file)
    except UnicodeDecodeError as cause:
        _refuse_damaged(data, cause, file)
    for encoding in ("mac_roman", "cp1252", "latin-1") if _of_a_mac(data) else ("cp1252", "latin-1"):
        try:
            return _decoded(data.decode(encoding), encoding, b"", file)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 decodes every byte")


_MAC_LETTERS = re.compile(rb"[A-Za-z][\x87\x8e]|[\x87\x8e][a-z]")
"""*á* and *é* of Mac Roman beside a letter; in Windows-1252 a dagger, and a *Ž*, which no language of these texts has."""
_WINDOWS_LETTERS = re.compile(
    rb"[a-z][\xe0-\xe2\xe7-\xea\xec\xed\xf1-\xf3\xf9\xfa\xfc]|[\xe0\xe1\xe8\xe9\xec\xed\xf1\xf3\xf9\xfa\xfc][a-z]"
)
"""Letters beside small ones; those that are the capital of a word in Mac Roman (*Última*) only behind them."""


def _of_a_mac(data: bytes) -> bool:
    """Whether 8-bit text is in Mac Roman: its letters would be signs in Windows-1252, whose own are not there.

    *í* and *ñ* say nothing: they are an apostrophe and a dash in Windows-1252, which are between letters in English too.
    """
    return bool(_MAC_LETTERS.search(data)) and not _WINDOWS_LETTERS.search(data)


def other_kind(data: bytes) -> Message | None:
    """What the bytes are, and the remedy, if they begin like a file that is not text; else None."""
    return next((said for magic, said in OTHER_KINDS if data.startswith(magic)), None)


def encode(text: str, like: Decoded, file: str) -> bytes:
    """The bytes of a text in the encoding of the file it came from, byte-order mark included.

    Raises BuildError naming the first character that encoding cannot hold.
    """
    try:
        return like.bom + text.encode(like.encoding)
    except UnicodeEncodeError as cause:
        problem = unwritable(text[cause.start], like.encoding)
        raise BuildError(AT_FILE(file=file, problem=problem)) from cause


def cannot_hold(text: str, encoding: str) -> str:
    """The first character of the text that the encoding cannot hold; empty if it holds all."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError as cause:
        return text[cause.start]
    return ""


def unwritable(char: str, encoding: str) -> Message:
    """What to say of a character that an encoding cannot hold: which, why, and the remedy."""
    return UNWRITABLE(
        char=char if char.isprintable() else ascii(char)[1:-1],
        code=f"{ord(char):04X}",
        name=unicodedata.name(char, "") or UNNAMED(),
        encoding=_NAMES[encoding],
    )


def _strict(data: bytes, skip: int, encoding: str, file: str) -> str:
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as cause:
        raise ReadError(
            DAMAGED_AFTER_MARK(file=file, place=cause.start + skip, encoding=_NAMES[encoding])
        ) from cause
    if (zero := text.find("\0")) >= 0:
        raise ReadError(ZERO_CHARACTER(file=file, place=zero))
    return text


def _why_zeros(data: bytes, zero: int, file: str) -> Message:
    head = data[:4000]
    if head[1::2].count(0) > len(head) // 3 or head[::2].count(0) > len(head) // 3:
        return UNMARKED_UTF_16(file=file)
    return ZERO_BYTE(file=file, place=zero)


def _refuse_damaged(data: bytes, cause: UnicodeDecodeError, file: str) -> None:
    """Raises for data that is not 8-bit text: mostly UTF-8 with a broken byte, or full of controls."""
    if len(_CONTROL.findall(data)) > len(data) // 50:
        byte = f"{data[cause.start]:#04x}"
        raise ReadError(CONTROL_BYTES(file=file, place=cause.start, byte=byte)) from cause
    good = _MULTIBYTE.findall(data)
    broken = len(_HIGH.findall(data)) - sum(map(len, good))
    if len(good) > broken:
        byte = f"{data[cause.start]:#04x}"
        raise ReadError(DAMAGED_UTF_8(file=file, place=cause.start, byte=byte)) from cause


def _decoded(text: str, encoding: str, bom: bytes, file: str) -> Decoded:
    if not text.strip():
        raise ReadError(EMPTY(file=file))
    guessed = encoding in ("cp1252", "latin-1", "mac_roman")
    notices = (READ_AS(encoding=_NAMES[encoding]),) if guessed else ()
    return Decoded(text, encoding, bom, (*notices, *odd_characters(text)))


def odd_characters(text: str, place: Template = AT_LINE) -> tuple[Message, ...]:
    """What a user should know of a text's characters; `place` says what its lines are, by their number `n`."""
    notices = []
    if (found := mojibake(text)) is not None:
        at, seen, meant = found
        notices.append(MOJIBAKE(place=place(n=at), seen=seen, meant=meant))
    if any(accent in text for accent in _ACCENTS):
        notices.append(PARTED_ACCENTS())
    return tuple(notices)


def mojibake(text: str) -> tuple[int, str, str] | None:
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
