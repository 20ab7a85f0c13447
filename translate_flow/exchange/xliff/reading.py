"""XLIFF of any version read, and what tells whether anybody has worked in a file."""

from __future__ import annotations

import re

from ...errors import ReadError
from ...language.text import digest
from .. import messages
from ..sheet import Back
from . import v1, v2
from .parts import parsed

_CONTENT = re.compile(rb"<!-- content ([0-9a-f]{16}) -->\s*\Z")


def untouched(data: bytes) -> bool:
    """Whether the file is byte for byte as it was written."""
    found = _CONTENT.search(data)
    return found is not None and digest(data[: found.start()].decode("utf-8", "replace")) == found[1].decode()


def read(data: bytes, name: str) -> Back:
    """What came back in an XLIFF file, of 1.x or 2.x. Raises ReadError."""
    root = parsed(data, name)
    version = root.get("version", "1.2")
    if version.startswith("1."):
        return v1.read(root)
    if version in v2.NAMESPACES:
        return v2.read(root, name)
    raise ReadError(messages.OTHER_XLIFF(file=name, version=version))
