"""What feeds the memory: confirmed text of the catalogues, and TMX files from other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ... import tmx
from ...catalogue.states import HUMAN, last_text, was_fuzzy
from ...errors import CatalogueError, MemoryStoreError
from ...language.text import digest
from ...memory import MemoryStorage, Spoilt, StoredPair
from ...memory.tmx_read import ImportTally, read
from ...memory.unit import APPROVED, TRANSLATED
from ...messages import Message
from ...model import Event, State
from ...workspace import Workspace
from ...workspace.access import as_program
from ..messages.exchange import NOT_IN_THE_MEMORY
from ..statement.privacy import confidential
from ..statement.work import Work

Progress = Callable[[str, int, int], None]
"""Called with a file's name, files done and files to do."""


def refresh(
    workspace: Workspace, store: MemoryStorage, progress: Progress | None = None, *, everything: bool = False
) -> list[Message]:
    """Take in what changed since last time, and let go what is gone; what could not be taken in, a message each.

    With `everything` as if nothing had been taken in yet. Raises Spoilt.
    """
    with as_program():
        return _brought_up_to_date(workspace, store, progress, {} if everything else store.files())


def _brought_up_to_date(
    workspace: Workspace, store: MemoryStorage, progress: Progress | None, known: Mapping[str, str]
) -> list[Message]:
    notices = []
    present = _files(workspace)
    for gone in known.keys() - present.keys():
        store.forget(gone)
    changed = {file: found for file, found in present.items() if known.get(file) != found.stamp}
    for number, (file, found) in enumerate(changed.items()):
        if progress is not None:
            progress(file, number, len(changed))
        try:
            store.take_in(file, found.stamp, found.pairs(), found.circle())
        except Spoilt:
            raise
        except (CatalogueError, MemoryStoreError) as error:
            # One broken file must not keep the others' text from being used.
            notices.append(NOT_IN_THE_MEMORY(problem=error.message))
    return notices


class _Feed(NamedTuple):
    """A file that feeds the memory."""

    stamp: str
    """Tells what it gives, and to whom, from what it gave before."""
    pairs: Callable[[], Iterator[StoredPair]]
    """How its pairs are got."""
    circle: Callable[[], str] = str
    """How it is found out who may see them."""


def _files(workspace: Workspace) -> dict[str, _Feed]:
    """Each file that feeds the memory."""
    found: dict[str, _Feed] = {}
    settings = workspace.settings
    marked = digest(repr((settings.privacy.confidential, settings.statements)))
    for language in settings.languages.targets:
        for name in workspace.catalogued(language):
            files = workspace.catalogue_path(name, language), workspace.journal_path(name, language)
            source = workspace.has_source(name)
            found[workspace.relative(files[0])] = _Feed(
                f"{_stamp(*files, *([source] if source else []))} {marked}",
                partial(_catalogue, workspace, name, language),
                partial(_circle, workspace, name),
            )
    for path in sorted((workspace.root / "memory").glob("*.tmx")):
        found[workspace.relative(path)] = _Feed(_stamp(path), partial(imported, workspace, path))
    return found


def _circle(workspace: Workspace, name: str) -> str:
    """A confidential statement is for those who are named for it, and so a circle by itself."""
    return name if confidential(workspace, name) is not None else ""


def _catalogue(workspace: Workspace, name: str, language: str) -> Iterator[StoredPair]:
    return confirmed(Work.open(workspace, name, language))


def _stamp(*paths: Path) -> str:
    found = [p.stat() if p.exists() else None for p in paths]
    return " ".join(f"{s.st_mtime_ns}:{s.st_size}" if s else "-" for s in found)


def imported(workspace: Workspace, path: Path, tally: ImportTally | None = None) -> Iterator[StoredPair]:
    """The pairs of a TMX file in the workspace's languages."""
    languages = workspace.settings.languages
    return read(path, workspace.relative(path), languages.source, languages.targets, tally)


def confirmed(work: Work) -> Iterator[StoredPair]:
    """The pairs of a catalogue that a person confirmed, in document order, then those no longer in it.

    Of a segment whose source changed, the earlier source with the translation it had, if that
    was confirmed.
    """
    units, history = work.units, work.counting
    texts = ["", *(u.segment.text for u in units), ""]
    for place, unit in enumerate(units, 1):
        if unit.state in (State.TRANSLATED, State.APPROVED):
            rank = APPROVED if unit.state is State.APPROVED else TRANSLATED
            around = texts[place - 1], texts[place + 1]
            yield _pair(work, unit.key, unit.segment.text, unit.target, unit.events, rank, *around)
        elif unit.state is State.STALE:
            origin = next((e.origin for e in reversed(unit.events) if e.do == "carry"), "")
            past = history.get(origin, [])
            if past and not was_fuzzy(past) and last_text(past) == unit.target:
                yield _pair(work, origin, unit.previous, unit.target, past, TRANSLATED)
    for entry in work.catalogue.obsolete:
        past = history.get(entry.key, [])
        if entry.target.strip() and past and not was_fuzzy(past) and any(e.do in HUMAN for e in past):
            yield _pair(work, entry.key, entry.source, entry.target, past, TRANSLATED)


def _pair(
    work: Work,
    key: str,
    source: str,
    target: str,
    events: Sequence[Event],
    rank: int,
    previous: str | None = None,
    following: str | None = None,
) -> StoredPair:
    persons = [e for e in events if e.do in HUMAN]
    who, when = (persons[-1].by, persons[-1].at) if persons else ("", "")
    return StoredPair(
        source, target, work.language, rank, key, work.name, who, when, previous, following, _hands(persons)
    )


def _hands(persons: Sequence[Event]) -> str:
    """Who wrote the text and who saw it last, as a TMX file says it, where these are two; see `StoredPair.extras`."""
    author = next((e for e in reversed(persons) if e.do in ("edit", "confirm")), None)
    if author is None or author.by == persons[-1].by:
        return ""
    said = tmx.created(author.at, author.by) | tmx.changed(persons[-1].at, persons[-1].by)
    return json.dumps({"target": [said, [], []]}, ensure_ascii=False, separators=(",", ":"))
