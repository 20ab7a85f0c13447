"""Documents that are zip files (DOCX, ODT): read within bounds, written again part for part.

A zip from a stranger may be cut off, locked with a password, or made to fill the
machine's memory. Everything here is bounded: number of parts, size of each when
unpacked, of all together, and how much smaller than that the file may be.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..errors import ReadError
from .encoding import other_kind

MOST_PARTS = 10_000
MOST_BYTES = 1 << 30
"""Of all parts together, unpacked."""
LARGEST_XML = 200 << 20
"""Of one part that is parsed, unpacked."""
HIGHEST_RATIO = 200
"""Unpacked to packed, for parts above `ALWAYS_FINE`; the emptiest real documents reach about 60."""
ALWAYS_FINE = 1 << 20

_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip file that has been looked over."""

    data: bytes
    """The file."""
    name: str
    """What to call it in messages."""
    parts: Mapping[str, zipfile.ZipInfo]
    """Its entries by name, in order."""

    def read(self, part: str) -> bytes:
        """One part, unpacked. Raises ReadError if it is damaged or too large."""
        info = self.parts[part]
        if info.file_size > LARGEST_XML:
            raise ReadError(
                f"{self.name}: {part} is too large ({info.file_size >> 20} MB); split the document"
            )
        with _opened(self.data, self.name) as archive:
            return _unpacked(archive, info, self.name)

    def rebuilt(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with some parts replaced: all others, their order, dates and kinds as they are."""
        out = io.BytesIO()
        with _opened(self.data, self.name) as old, zipfile.ZipFile(out, "w") as new:
            new.comment = old.comment
            for part, info in self.parts.items():
                copy = zipfile.ZipInfo(part, info.date_time)
                copy.compress_type = info.compress_type
                copy.external_attr, copy.internal_attr = info.external_attr, info.internal_attr
                copy.create_system, copy.comment = info.create_system, info.comment
                new.writestr(copy, changed[part] if part in changed else _unpacked(old, info, self.name))
        return out.getvalue()


def opened(data: bytes, name: str, kind: str) -> Archive:
    """The zip file in `data`; `kind` is what it ought to be, such as "a Word document (.docx)".

    Raises ReadError, with the remedy, for what is no zip, is cut off, locked or made to harm.
    """
    if data.startswith(_OLE):
        if any(sign in data for sign in _LOCKED):
            raise ReadError(f"{name}: is protected with a password; open it and save it without one")
        raise ReadError(f"{name}: is an old Word file; save it as .docx")
    if not data:
        raise ReadError(f"{name}: the file is empty; there is nothing to translate")
    if not data.startswith(b"PK"):
        remedy = other_kind(data) or "look at what it is, and give it its right extension"
        raise ReadError(f"{name}: is not {kind}; {'it ' if other_kind(data) else ''}{remedy}")
    with _opened(data, name) as archive:
        infos = list(archive.infolist())
    if len(infos) > MOST_PARTS:
        raise ReadError(f"{name}: holds {len(infos)} parts, more than any real document; it is not opened")
    parts: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.filename in parts:
            raise ReadError(f"{name}: holds {info.filename} twice; open it and save it again")
        if info.flag_bits & 1:
            raise ReadError(f"{name}: is protected with a password; open it and save it without one")
        if info.file_size > ALWAYS_FINE and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
            raise ReadError(f"{name}: {info.filename} unpacks to {info.file_size >> 20} MB; it is not opened")
        parts[info.filename] = info
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise ReadError(f"{name}: unpacks to more than {MOST_BYTES >> 20} MB; it is not opened")
    return Archive(data, name, MappingProxyType(parts))


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception as cause:  # zipfile meets broken fields with errors of many kinds
        raise ReadError(f"{name}: the file is cut off or damaged; get it again") from cause


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """One part's bytes, never more than it said it had."""
    try:
        with archive.open(info) as part:
            data = part.read(info.file_size + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as cause:
        raise ReadError(f"{name}: {info.filename} in it is damaged ({cause}); get the file again") from cause
    if len(data) != info.file_size:
        raise ReadError(f"{name}: {info.filename} in it is damaged (wrong length); get the file again")
    return data
