"""The folder a site lies in: what is new goes in, what is gone is removed, and at no moment a link leads nowhere."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from ... import __version__
from ...errors import BuildError, CatalogueError
from ...files.disk import write_atomically, write_together
from ...files.foreign import must_hold_nothing_else
from ...files.messages import OTHER_FILE, OTHER_MANIFEST
from .kept import digest

MANIFEST = "site.json"
"""Names the files of the site that are the program's, with their digests; others in the folder are left alone."""


class Folder:
    """A site on disk, as it was left by an earlier build or by nobody."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.holds: dict[str, str] = {}
        """Digests of the files of the site by path, after `write`."""
        self._found: dict[str, str] = {}

    def has(self, files: Mapping[str, str]) -> bool:
        """Whether files with these digests lie there."""
        return all(self._digest(path) == known for path, known in files.items())

    def write(self, made: Mapping[str, bytes], kept: Mapping[str, str]) -> None:
        """Have the site consist of the files `made` and of those `kept` (digests by path), which lie there or are made.

        All are written beside their places before the first is moved: what is linked to before what links to it; what is no
        longer part of the site goes last. A build that is killed in between leaves whole pages all links to which
        lead somewhere, and the next one ends its work. Raises BuildError, also where a file of somebody else's lies in the
        way, and then all is as it was.
        """
        self.holds = dict(sorted({**kept, **{path: digest(data) for path, data in made.items()}}.items()))
        before = self._listed()
        there = {path: self._digest(path) for path in made}
        changed = [path for path in made if there[path] != self.holds[path]]
        changed.sort(key=lambda path: bool(there[path]))  # what is new before what may link to it
        gone = [path for path in before if path not in self.holds]
        now = _manifest(self.holds)
        during = _manifest({path: self.holds.get(path, "") for path in sorted({*before, *self.holds})})
        self._must_be_ours([path for path in changed if there[path] and path not in before])
        try:
            if changed:
                # What a killed build has put here must be known to the next one.
                files = {MANIFEST: during, **{path: made[path] for path in changed}}
                write_together({self.path / path: data for path, data in files.items()})
            for path in gone:
                self._remove(path)
            if self._digest(MANIFEST) != digest(now):
                write_atomically(self.path / MANIFEST, now, sync=False)
        except CatalogueError as error:
            raise BuildError(error.message) from error

    def must_be_ours(self) -> None:
        """Raise BuildError if it is a folder of somebody else's files: one that holds any and is not a site yet."""
        if not (self.path / MANIFEST).is_file():
            must_hold_nothing_else(self.path, _is_of_a_host)
        elif not self._listed():
            raise BuildError(OTHER_MANIFEST(file=str(self.path / MANIFEST)))

    def _must_be_ours(self, others: Sequence[str]) -> None:
        if others:
            raise BuildError(OTHER_FILE(file=str(self.path / min(others))))

    def _digest(self, path: str) -> str:
        """Of a file as it lies there; empty if it does not."""
        try:
            return digest((self.path / path).read_bytes())
        except OSError:
            return ""

    def _listed(self) -> list[str]:
        """Paths that the manifest there names; none if it is missing or spoilt."""
        try:
            named: Iterable[str] = json.loads((self.path / MANIFEST).read_bytes())["files"]
            return [path for path in named if _inside(path)]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return []

    def _remove(self, path: str) -> None:
        """Delete a file of the site, and the folders that held nothing else."""
        file = self.path / path
        if not file.parent.resolve().is_relative_to(self.path.resolve()):
            return  # by a link: not a place that a site was written to
        with contextlib.suppress(OSError):
            file.unlink()
            for folder in file.parents:
                if folder == self.path:
                    break
                folder.rmdir()


def _is_of_a_host(name: str) -> bool:
    """Whether a file is one by which hosts of static sites are told what to do."""
    return name.startswith(".git") or name in (".nojekyll", "CNAME")


def _inside(path: object) -> bool:
    parts = PurePosixPath(path).parts if isinstance(path, str) else ("..",)
    return (
        bool(parts)
        and ".." not in parts
        and not PurePosixPath(*parts).is_absolute()
        and "\0" not in str(path)
    )


def _manifest(files: Mapping[str, str]) -> bytes:
    made = {"version": 1, "generator": f"translate-flow {__version__}", "files": files}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
