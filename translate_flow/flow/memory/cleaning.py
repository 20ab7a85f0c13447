"""Units taken out of the memory's TMX files: doubled, old, or one person's.

What was confirmed in the statements is not touched: it goes when their text does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ...errors import MemoryStoreError, UsageError
from ...files.messages import cause as because
from ...memory.tmx_cut import ToldUnit, told, without
from ...workspace import Workspace
from ..messages import exchange as said
from ..statement.people import same_person

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Which units are to go: the doubled ones, and those that are old and that person's, as far as both are said."""

    duplicates: bool = False
    """Those with the same texts in the same languages as another, in any of the files; the one changed last stays."""
    before: str = ""
    """Those changed last before that day, a year or a month (`2019`, `2019-06`, `2019-06-30`); one without a date stays."""
    by: str = ""
    """Those that person made or changed, as names are compared elsewhere (`same_person`)."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a file lost, or would lose."""

    file: str
    """Its place in the workspace."""
    units: int
    """Units it had."""
    duplicates: int
    """Of those, doubled ones."""
    others: int
    """And old ones or that person's."""

    @property
    def gone(self) -> int:
        """How many units go."""
        return self.duplicates + self.others


def clean(
    workspace: Workspace, unwanted: Unwanted, files: Sequence[str] = (), *, dry: bool = False
) -> list[Cleaned]:
    """Take unwanted units out of the files of `memory/`, of all or of those named; with `dry` only count them.

    All is read before anything is written; each file is replaced as a whole, else as it was. Raises UsageError for
    a file that is not there, a day that is none, or if nothing is unwanted; MemoryStoreError for a broken file.
    """
    if not (unwanted.duplicates or unwanted.before or unwanted.by):
        raise UsageError(said.NOTHING_UNWANTED())
    if unwanted.before and not _DATE.match(unwanted.before):
        raise UsageError(said.NO_DAY(value=unwanted.before))
    paths = [_there(workspace, file) for file in files] or sorted((workspace.root / "memory").glob("*.tmx"))
    last = _last(paths) if unwanted.duplicates else {}
    found = [_cuts(workspace, path, number, unwanted, last) for number, path in enumerate(paths)]
    if not dry:
        for path, (cuts, _) in zip(paths, found, strict=True):
            if cuts:
                _replace(path, cuts)
    return [Cleaned(workspace.relative(p), *counts) for p, (_, counts) in zip(paths, found, strict=True)]


def _there(workspace: Workspace, file: str) -> Path:
    path = workspace.root / "memory" / Path(file).name
    if not path.is_file():
        raise UsageError(said.NO_SUCH_MEMORY(file=file))
    return path


def _last(paths: Sequence[Path]) -> dict[int, tuple[str, int, int]]:
    """For each pair of texts when it was changed last, and in which unit of which file."""
    found: dict[int, tuple[str, int, int]] = {}
    for number, path in enumerate(paths):
        for place, unit in enumerate(told(path)):
            here = unit.at, number, place
            mark = _mark(unit)
            if mark not in found or unit.at > found[mark][0]:
                found[mark] = here
    return found


def _mark(unit: ToldUnit) -> int:
    return int.from_bytes(blake2b(repr(unit.texts).encode("utf-8", "replace"), digest_size=8).digest())


def _cuts(
    workspace: Workspace,
    path: Path,
    number: int,
    unwanted: Unwanted,
    last: dict[int, tuple[str, int, int]],
) -> tuple[list[ToldUnit], tuple[int, int, int]]:
    """The units of a file that go; how many it has, and how many go as doubled and as others."""
    cuts = []
    units = doubled = others = 0
    alike: dict[str, bool] = {}
    for place, unit in enumerate(told(path)):
        units += 1
        if unwanted.duplicates and last[_mark(unit)][1:] != (number, place):
            doubled += 1
        elif _fits(workspace, unit, unwanted, alike):
            others += 1
        else:
            continue
        cuts.append(unit)
    return cuts, (units, doubled, others)


def _fits(workspace: Workspace, unit: ToldUnit, unwanted: Unwanted, alike: dict[str, bool]) -> bool:
    """Whether it is old, and that person's, as far as both are asked for."""
    if not (unwanted.before or unwanted.by):
        return False
    if unwanted.before and not (unit.at and unit.at < unwanted.before):
        return False
    if not unwanted.by:
        return True
    for person in unit.people - alike.keys():
        alike[person] = person == unwanted.by or same_person(workspace, person, unwanted.by)
    return any(alike[person] for person in unit.people)


def _replace(path: Path, cuts: Sequence[ToldUnit]) -> None:
    """Write the file without those units beside it and exchange the two. Raises MemoryStoreError."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.writelines(without(path, cuts))
        part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise MemoryStoreError(said.AS_IT_WAS(file=str(path), cause=because(error))) from error
