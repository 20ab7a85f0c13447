"""Images in office documents: their bytes and their size on the page."""

from __future__ import annotations

import struct
from base64 import b64decode
from dataclasses import dataclass

_KINDS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}
"""Those that every word processor shows."""
_PIXEL = 9525
"""English Metric Units of one at 96 to the inch."""
_WIDEST, _HIGHEST = 5_540_000, 7_600_000
"""Room on the page, in the same units."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers of a frame's header (ISO/IEC 10918-1, table B.1)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as a part of a document."""

    data: bytes
    ending: str
    """`png`, `jpeg` or `gif`."""
    width: int
    """On the page, in English Metric Units (914,400 to the inch)."""
    height: int


def picture(address: str) -> Picture | None:
    """The image of a `data:` address; None if word processors may not show it, or it is damaged."""
    head, _, body = address.partition(";base64,")
    ending = _KINDS.get(head.removeprefix("data:"), "")
    data = b64decode(body) if ending else b""
    width, height = _size(data, ending)
    if not width or not height:
        return None
    scale = min(1.0, _WIDEST / (width * _PIXEL), _HIGHEST / (height * _PIXEL))
    return Picture(data, ending, int(width * _PIXEL * scale), int(height * _PIXEL * scale))


def _size(data: bytes, ending: str) -> tuple[int, int]:
    """Width and height in pixels; zeros if they cannot be determined."""
    try:
        if ending == "png" and data.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack(">II", data[16:24])
        elif ending == "gif" and data.startswith((b"GIF87a", b"GIF89a")):
            width, height = struct.unpack("<HH", data[6:10])
        elif ending == "jpeg" and data.startswith(b"\xff\xd8"):
            height, width = _frame(data)
        else:
            return 0, 0
    except (struct.error, IndexError):
        return 0, 0
    return int(width), int(height)


def _frame(data: bytes) -> tuple[int, int]:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            return struct.unpack(">HH", data[at + 5 : at + 9])
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return 0, 0
