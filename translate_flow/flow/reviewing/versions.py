"""Any two versions of a statement's segments beside each other: by name, by number, or as git has them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ...catalogue import Catalogue, parse
from ...errors import CatalogueError, UsageError
from ...messages import Message, nearest, say
from ...model import Edition, Event, Unit
from ...review import version, versions
from ...review.messages import SIDE, SIDE_NUMBER, SIDE_SINCE
from ...review.versions import NAMES
from ...workspace import Workspace
from ..statement.events import event
from ..statement.work import Work
from . import messages as said

SOURCES = ("source", "previous-source")
"""Names of versions of the source."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True, slots=True)
class ComparedVersions:
    """Which two versions are compared."""

    left: str = "draft"
    """The earlier one: a name of `NAMES` or `SOURCES`, or a number."""
    right: str = "present"
    """The later one."""
    since: str = ""
    """Git revision or date that gives the earlier one instead; empty if it is asked for by name."""

    @property
    def usual(self) -> bool:
        """Whether it is the machine draft against the present text."""
        return (self.left, self.right, self.since) == ("draft", "present", "")

    @property
    def of_source(self) -> bool:
        """Whether versions of the source are compared."""
        return self.right in SOURCES

    @property
    def labels(self) -> tuple[Message, Message]:
        """What both sides are called."""
        return (SIDE_SINCE(revision=self.since) if self.since else _label(self.left)), _label(self.right)


def _label(name: str) -> Message:
    return SIDE[name]() if name in SIDE else SIDE_NUMBER(number=name)


def sides(left: str = "", right: str = "", since: str = "") -> ComparedVersions:
    """The two versions asked for, with defaults filled in. Raises UsageError for a name there is not."""
    for name in (left, right):
        if name and not name.isdecimal() and name not in (*NAMES, *SOURCES):
            known = (*NAMES, *SOURCES)
            raise UsageError(said.NO_SUCH_VERSION(version=name, nearest=nearest(name, known), known=known))
    if since and left:
        raise UsageError(said.EITHER_FROM_OR_SINCE())
    if (left in SOURCES) != (right in SOURCES) and left and right:
        raise UsageError(said.SOURCE_WITH_SOURCE())
    if left in SOURCES or right in SOURCES:
        return ComparedVersions(left or "previous-source", right or "source", since)
    return ComparedVersions(left or "draft", right or "present", since)


def compared(work: Work, edition: Edition, asked: ComparedVersions) -> Edition:
    """The edition with each unit as it stood on the right, its draft being what stood on the left.

    Segments that lack one of the two versions are left out.
    """
    old = at_revision(work, asked.since) if asked.since else None
    units = []
    for unit in edition.units:
        pair = _source_pair(unit, asked, old) if asked.of_source else _pair(unit, asked, old)
        if pair is not None:
            units.append(_between(unit, *pair, say(asked.labels[0])))
    language = edition.source_language if asked.of_source else edition.target_language
    return replace(edition, units=tuple(units), target_language=language)


def two(unit: Unit, left: str, right: str) -> Unit:
    """One unit made of two of its versions. Raises UsageError for one it does not have."""
    for name in (left, right):
        if version(unit, name) is None:
            count = len(versions(unit))
            raise UsageError(
                said.LACKS_VERSION(key=unit.key, version=name, n=count)
                if count
                else said.LACKS_ANY_VERSION(key=unit.key, version=name)
            )
    pair = _pair(unit, ComparedVersions(left, right), None)
    assert pair is not None
    return _between(unit, *pair, say(_label(left)))


def _pair(
    unit: Unit, asked: ComparedVersions, old: Mapping[str, tuple[str, str]] | None
) -> tuple[str, str] | None:
    later = version(unit, asked.right)
    right = unit.target if later is None and asked.right == "present" else later.text if later else ""
    if old is not None:
        return ((_former(unit, old) or ("", ""))[1], right) if right else None
    earlier = version(unit, asked.left)
    if earlier is None or not right or (later and earlier.number > later.number):
        return None
    return earlier.text, right


def _source_pair(
    unit: Unit, asked: ComparedVersions, old: Mapping[str, tuple[str, str]] | None
) -> tuple[str, str] | None:
    if old is not None:
        former = _former(unit, old)
        return former[0] if former else "", unit.segment.text
    carried = [e.source for e in unit.events if e.do == "carry" and e.source]
    previous = unit.previous or (carried[-1] if carried else "")
    return (previous, unit.segment.text) if previous else None


def _former(unit: Unit, old: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Source and translation that the segment, or the one it came from, had then."""
    if unit.key in old:
        return old[unit.key]
    origins = (e.origin for e in reversed(unit.events) if e.do == "carry" and e.origin)
    return next((old[key] for key in origins if key in old), None)


def _between(unit: Unit, left: str, right: str, label: str) -> Unit:
    """The unit as if `left` had been its draft and `right` were its text."""
    made = [e for e in unit.events if e.text is not None]
    start = next((n for n in range(len(made) - 1, -1, -1) if made[n].text == left), -1)
    later = made[start + 1 :]
    end = next((n for n in range(len(later) - 1, -1, -1) if later[n].text == right), -1)
    draft = Event(by=label, do="draft", key=unit.key, text=left, engine=label)
    confirms = tuple(
        e
        for e in unit.events
        if e.do in ("confirm", "approve", "return") and e.id > (made[-1].id if made else "")
    )
    steps = tuple(replace(e, do="edit") if e.do == "draft" else e for e in later[: end + 1])
    return replace(unit, target=right, events=(draft, *steps, *confirms))


# Git ---------------------------------------------------------------------------


def at_revision(work: Work, revision: str) -> dict[str, tuple[str, str]]:
    """Source and translation of each segment as the catalogue had them at a git revision or date.

    A date means the last commit before that moment. Raises UsageError if git does not know it.
    """
    data = _show(work.workspace, work.catalogue.path, revision)
    if data is None:
        return {}
    old: Catalogue = parse(data, Path(f"{work.workspace.relative(work.catalogue.path)} at {revision}"))
    return {e.key: (e.source, e.target) for e in old.entries}


def _show(workspace: Workspace, path: Path, revision: str) -> bytes | None:
    """A file's bytes at a revision; None if it was not there yet."""
    root = workspace.root
    if _git(root, "rev-parse", "--git-dir") is None:
        raise UsageError(said.NO_REPOSITORY(revision=revision, folder=str(root)))
    if _DATE.fullmatch(revision):
        moment = revision if len(revision) > 10 else f"{revision}T00:00:00"
        found = _git(root, "rev-list", "-1", f"--before={moment}", "HEAD")
        commit = found.decode().strip() if found else ""
        if not commit:
            return None
    else:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found is None:
            raise UsageError(said.NO_SUCH_REVISION(revision=revision))
        commit = found.decode().strip()
    return _git(root, "show", f"{commit}:./{workspace.relative(path)}")


def _git(root: Path, *words: str) -> bytes | None:
    """What git answers; None if it fails. Raises CatalogueError if there is no git."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CatalogueError(said.NO_GIT()) from error
    return done.stdout if done.returncode == 0 else None


# Bringing one back ---------------------------------------------------------------


def restore(work: Work, key: str, name: str, by: str) -> Unit:
    """Make an old version the present text, as a new event. Raises UsageError if there is no such version.

    A machine draft that is brought back is machine text again: nobody has confirmed it.
    """
    found = work.unit(key)

    def make(now: Work) -> list[Event]:
        unit = now.unit(found.key)
        old = version(unit, name)
        if old is None:
            count = len(versions(unit))
            raise UsageError(said.LACKS_VERSION(key=f"{now.name}: {unit.key}", version=name, n=count))
        if old.text == unit.target:
            return []
        reason = said.VERSION_RESTORED(number=old.number)
        if old.event.do != "draft":
            return [replace(event("edit", unit, by, old.text, reason=reason), origin=old.event.id)]
        same = replace(event("draft", unit, by, old.text, reason=reason), origin=old.event.id)
        return [replace(same, engine=old.event.engine, score=old.event.score, glossary=old.event.glossary)]

    work.change(make)
    return work.unit(found.key)
