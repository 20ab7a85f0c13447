"""The bytes of a TMX file as its parser gets them: without what XML forbids, UTF-16 as UTF-8."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

_CHUNK = 1 << 16
_BYTES = bytes(set(range(32)) - set(b"\t\n\r"))
_REFERENCE = re.compile(rb"&#(?:x0*([0-9a-fA-F]{1,2})|0*([0-9]{1,2}));")


def wide_codec(head: bytes) -> str:
    """The codec of a file in UTF-16; empty for any other."""
    return {b"\xff\xfe": "utf-16-le", b"<\0": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\0<": "utf-16-be"}.get(
        head, ""
    )


def chunks(stream: Any, wide: str, dropped: list[int]) -> Iterator[tuple[bytes, bool]]:
    """The bytes, of a UTF-16 file as UTF-8, without what XML forbids; a reference is never cut in two.

    How many characters were left out is added to `dropped`.
    """
    decoder = codecs.getincrementaldecoder(wide or "latin-1")()

    def narrow(piece: bytes, last: bool) -> bytes:
        return decoder.decode(piece, last).removeprefix("\ufeff").encode() if wide else piece

    rest = b""
    while more := stream.read(_CHUNK):
        whole = rest + narrow(more, False)
        mark = whole.rfind(b"&", -12)
        cut = mark if mark >= 0 else len(whole)
        piece, rest = whole[:cut], whole[cut:]
        yield _allowed(piece, dropped), False
    yield _allowed(rest + narrow(b"", True), dropped), True


def _allowed(piece: bytes, dropped: list[int]) -> bytes:
    plain = piece.translate(None, _BYTES)
    dropped.append(len(piece) - len(plain))

    def kept(found: re.Match[bytes]) -> bytes:
        value = int(found[1], 16) if found[1] else int(found[2])
        if value >= 32 or value in (9, 10, 13):
            return found[0]
        dropped.append(1)
        return b""

    return _REFERENCE.sub(kept, plain) if b"&#" in plain else plain
