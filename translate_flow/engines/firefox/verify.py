"""Model files looked at before the compiled engine gets them. Pure, but for `guarded`.

The engine believes what it is given: a damaged shortlist or another model's vocabulary makes
it stop with a panic, or translate everything with nothing. So each file is held against its
format first, and one against the other.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager

from ...messages import Message
from . import messages

_SHORTLIST = 0xF11A48D5013417F5
"""The first eight bytes of a binary shortlist (marian-dev, src/data/shortlist.h)."""
_EMBEDDINGS = ("Wemb", "decoder_Wemb")
"""The weight with a row for each piece of the target vocabulary."""


class Unfit(ValueError):
    """A file is not what its name says; `why` says which and why, without the path."""

    def __init__(self, why: Message) -> None:
        """`why`, for a person."""
        super().__init__(why)
        self.why = why


class Failed(Exception):
    """The compiled engine gave up."""


@contextmanager
def guarded() -> Iterator[None]:
    """Whatever the compiled engine raises, as Failed.

    A panic of its own arrives as a BaseException that is not an Exception, which nobody above expects.
    """
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as cause:
        raise Failed(str(cause).partition("\n")[0]) from cause


def check(model: bytes, source: bytes, target: bytes, shortlist: bytes | None) -> list[str]:
    """The pieces of the source vocabulary. Raises Unfit for a file cut off, of another kind or another model."""
    rows = embedding_rows(model)
    left = pieces(source, messages.BAD_SOURCE_VOCABULARY())
    known = len(pieces(target, messages.BAD_TARGET_VOCABULARY()))
    if known > rows:
        raise Unfit(messages.OTHER_VOCABULARY(known=known, rows=rows))
    if shortlist is not None:
        check_shortlist(shortlist)
    return left


def embedding_rows(model: bytes) -> int:
    """Pieces of the target vocabulary that a model of Marian's binary format knows.

    Version, number of tensors; a header of four numbers each; names; shapes; a gap; data
    (marian-dev, src/common/binary.cpp).
    """
    try:
        version, count = struct.unpack_from("<2Q", model)
        if version != 1 or count > len(model):
            raise Unfit(messages.NOT_A_MODEL())
        headers = [struct.unpack_from("<4Q", model, 16 + 32 * n) for n in range(count)]
        at = 16 + 32 * count
        names = []
        for length, *_ in headers:
            names.append(model[at : at + length].split(b"\0")[0].decode("ascii", "replace"))
            at += length
        shapes = []
        for _, _, dimensions, _ in headers:
            shapes.append(struct.unpack_from(f"<{dimensions}i", model, at))
            at += 4 * dimensions
        at += 8 + struct.unpack_from("<Q", model, at)[0]
    except (struct.error, OverflowError, MemoryError) as cause:
        raise Unfit(messages.MODEL_DAMAGED()) from cause
    if at + sum(size for *_, size in headers) > len(model):
        raise Unfit(messages.MODEL_CUT())
    for name, shape in zip(names, shapes, strict=True):
        if name in _EMBEDDINGS and shape:
            return int(shape[0])
    raise Unfit(messages.NO_EMBEDDINGS())


def pieces(vocabulary: bytes, otherwise: Message) -> list[str]:
    """The pieces of a SentencePiece model: its ModelProto's field 1, and of each again field 1."""
    found = [_text(value) for field, value in _fields(vocabulary) if field == 1]
    if len(found) < 3 or None in found:
        raise Unfit(otherwise)
    return [piece for piece in found if piece is not None]


def _text(message: bytes | None) -> str | None:
    for field, value in _fields(message or b""):
        if field == 1 and value is not None:
            return value.decode("utf-8", "replace")
    return None


def _fields(message: bytes) -> Iterator[tuple[int, bytes | None]]:
    """Number and content of each field of a protobuf message; None for one that is not text or is cut off."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        length = {1: 8, 5: 4}.get(key & 7, 0)
        if key & 7 == 2:
            length, at = _varint(message, at)
        elif key & 7 == 0:
            _, at = _varint(message, at)
        whole = at + length <= len(message) and key & 7 in (0, 1, 2, 5)
        yield key >> 3, message[at : at + length] if whole and key & 7 == 2 else None
        if not whole:
            yield 1, None
            return
        at += length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A protobuf number, and where it ends; beyond the data's end if it is cut off."""
    number = shift = 0
    while at < len(data):
        number |= (data[at] & 127) << shift
        shift += 7
        at += 1
        if not data[at - 1] & 128:
            return number, at
    return number, len(data) + 1


def check_shortlist(data: bytes) -> None:
    """Six numbers, then the offsets (8 bytes) and entries (4 bytes) that two of them count."""
    if len(data) < 48 or struct.unpack_from("<Q", data)[0] != _SHORTLIST:
        raise Unfit(messages.NOT_A_SHORTLIST())
    offsets, entries = struct.unpack_from("<2Q", data, 32)
    if len(data) != 48 + 8 * offsets + 4 * entries:
        raise Unfit(messages.SHORTLIST_DAMAGED())
