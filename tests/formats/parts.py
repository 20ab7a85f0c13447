"""Parts of made documents: looked into, and put in the place of others."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from .wordfiles import zipped


def files(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with other parts, or more of them."""
    return zipped(files(data) | dict(parts), stored=("mimetype",))


def edited(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with another text in one of its parts, where it stands once."""
    text = files(data)[name].decode()
    assert text.count(old) == 1, text.count(old)
    return replaced(data, {name: text.replace(old, new).encode()})
