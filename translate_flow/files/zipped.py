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
from ..messages import Message
from .encoding import other_kind
from .messages import (
    CUT_OFF,
    EMPTY,
    NOT_A,
    NOT_A_UNKNOWN,
    OLD_WORD_FILE,
    PART_DAMAGED,
    PART_TOO_LARGE,
    PART_TWICE,
    PART_UNPACKS,
    PASSWORD,
    TOO_MANY_PARTS,
    UNPACKS,
    WRONG_LENGTH,
)

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
            raise ReadError(PART_TOO_LARGE(file=self.name, part=part, size=info.file_size >> 20))
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


def opened(data: bytes, name: str, kind: Message) -> Archive:
    """The zip file in `data`; `kind` is what it ought to be, such as "a Word document (.docx)".

    Raises ReadError, with the remedy, for what is not a zip, is cut off, locked or made to harm.
    """
    if data.startswith(_OLE):
        if any(sign in data for sign in _LOCKED):
            raise ReadError(PASSWORD(file=name))
        raise ReadError(OLD_WORD_FILE(file=name))
    if not data:
        raise ReadError(EMPTY(file=name))
    if not data.startswith(b"PK"):
        found = other_kind(data)
        raise ReadError(
            NOT_A(file=name, kind=kind, found=found) if found else NOT_A_UNKNOWN(file=name, kind=kind)
        )
    with _opened(data, name) as archive:
        infos = list(archive.infolist())
    if len(infos) > MOST_PARTS:
        raise ReadError(TOO_MANY_PARTS(file=name, n=len(infos)))
    parts: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.filename in parts:
            raise ReadError(PART_TWICE(file=name, part=info.filename))
        if info.flag_bits & 1:
            raise ReadError(PASSWORD(file=name))
        if info.file_size > ALWAYS_FINE and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1):
            raise ReadError(PART_UNPACKS(file=name, part=info.filename, size=info.file_size >> 20))
        parts[info.filename] = info
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise ReadError(UNPACKS(file=name, size=MOST_BYTES >> 20))
    return Archive(data, name, MappingProxyType(parts))


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception as cause:  # zipfile meets broken fields with errors of many kinds
        raise ReadError(CUT_OFF(file=name)) from cause


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
        raise ReadError(PART_DAMAGED(file=name, part=info.filename, cause=str(cause))) from cause
    if len(data) != info.file_size:
        raise ReadError(PART_DAMAGED(file=name, part=info.filename, cause=WRONG_LENGTH()))
    return data


_DATE = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip; equal files make equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
