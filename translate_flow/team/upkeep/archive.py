"""What a backup holds, as one stream: a gzipped tar that `tar` alone unpacks, too.

README.txt          how to bring it back without this program
database/0000 …     pg_dump's custom format, in pieces, since a stream does not know its length before it ends
repository/0000 …   a git bundle with all branches and tags
files/…             the workspace's files as they lie there
manifest.json       last, so that a stream which has it is whole: what is in it, counted
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any

from ...errors import UpkeepError
from .messages import NOT_WHOLE, NOT_WITHIN, OTHER_VERSION

VERSION = 1
PIECE = 4 << 20
"""Bytes of a piece of a stream."""
MANIFEST = "manifest.json"
_BY_HAND = """A backup of a team's desk, made by translate-flow. It is brought back by

    translate-flow team restore FILE --key KEY

or by hand, with what any Linux has, and age:

    age -d -i KEY FILE | tar -xz
    cat database/* > desk.dump && createdb desk && pg_restore --no-owner -d desk desk.dump
    cat repository/* > desk.bundle && git clone --bare desk.bundle files/.git
    git -C files config core.bare false && git -C files reset -q
"""


class BackupWriter:
    """Writes the parts of a backup, one after the other; as a context, ends what was begun, whole or not."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._gzip = gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=6)
        self._tar = tarfile.TarFile(fileobj=self._gzip, mode="w", format=tarfile.PAX_FORMAT)
        self._sums: dict[str, Any] = {}
        self.files = 0
        """Files written so far."""
        self.put("README.txt", _BY_HAND.encode())

    def put(self, name: str, data: bytes, mode: int = 0o600) -> None:
        """One file."""
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = len(data), mode, int(time.time())
        self._tar.addfile(member, io.BytesIO(data))

    def stream(self, part: str, source: IO[bytes]) -> None:
        """A stream of unknown length."""
        known, number = hashlib.sha256(), 0
        while piece := source.read(PIECE):
            self.put(f"{part}/{number:04d}", piece)
            known.update(piece)
            number += 1
        self._sums[part] = known.hexdigest()

    def file(self, name: str, data: bytes, mode: int) -> None:
        """One of the workspace's."""
        self.put(f"files/{name}", data, mode & 0o777)
        self._sums.setdefault("files", hashlib.sha256()).update(_said(name, data))
        self.files += 1

    def end(self, about: dict[str, Any]) -> None:
        """The manifest, after which nothing comes."""
        sums = {part: s if isinstance(s, str) else s.hexdigest() for part, s in self._sums.items()}
        whole = {"version": VERSION, **about, "files": self.files, "sums": sums}
        self.put(MANIFEST, json.dumps(whole, ensure_ascii=False, indent=1).encode())
        self._tar.close()
        self._gzip.close()


def unpack(stream: IO[bytes], into: Path, file: Path) -> dict[str, Any]:
    """Unpack a backup into an empty folder, as `database.dump`, `repository.bundle` and `files/`; its manifest.

    Nothing is written outside the folder. Raises UpkeepError for one that is not whole; `file` names it.
    """
    sums: dict[str, Any] = {}
    manifest: dict[str, Any] | None = None
    try:
        with tarfile.open(fileobj=stream, mode="r|gz") as tar:
            for name, mode, data in _members(tar, file):
                part, _, rest = name.partition("/")
                if part in ("database", "repository"):
                    with (into / f"{part}{'.dump' if part == 'database' else '.bundle'}").open("ab") as out:
                        out.write(data)
                    sums.setdefault(part, hashlib.sha256()).update(data)
                elif part == "files":
                    _write(into, name, data, mode)
                    sums.setdefault("files", hashlib.sha256()).update(_said(rest, data))
                elif name == MANIFEST:
                    manifest = json.loads(data)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise UpkeepError(NOT_WHOLE(file=str(file))) from error
    if not isinstance(manifest, dict):
        raise UpkeepError(NOT_WHOLE(file=str(file)))
    if manifest.get("version") != VERSION:
        raise UpkeepError(OTHER_VERSION(file=str(file), version=str(manifest.get("version"))))
    if manifest.get("sums") != {part: known.hexdigest() for part, known in sums.items()}:
        raise UpkeepError(NOT_WHOLE(file=str(file)))
    return manifest


def _members(tar: tarfile.TarFile, file: Path) -> Iterator[tuple[str, int, bytes]]:
    """Name, mode and bytes of each file. Raises UpkeepError for what a backup of ours never holds."""
    for member in tar:
        path = PurePosixPath(member.name)
        if not member.isreg() or path.is_absolute() or ".." in path.parts or ".git" in path.parts:
            raise UpkeepError(NOT_WITHIN(file=str(file), name=member.name))
        data = tar.extractfile(member)
        assert data is not None
        yield path.as_posix(), member.mode & 0o777, data.read()


def _write(into: Path, name: str, data: bytes, mode: int) -> None:
    path = into / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode | 0o600), "wb") as out:
        out.write(data)


def _said(name: str, data: bytes) -> bytes:
    """What a file adds to the sum over all: its name, and its bytes."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape") + b"\0" + data).digest()
