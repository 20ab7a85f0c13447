"""Review files on their way out: Word tables and XLIFF."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ... import checks
from ...catalogue.threads import threads
from ...errors import BuildError, CatalogueError, TranslateFlowError, UsageError
from ...exchange import ReviewFormat, load
from ...exchange.notes import decision, notes
from ...exchange.sheet import Remark, ReviewSheet, SheetRow, TermSpot
from ...exchange.tracked import hand, tracked, versions
from ...files.disk import must_be_a_file, write_atomically
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...glossary import Glossary
from ...language.text import count_words, digest
from ...model import Finding, State, Unit
from ...model.messages import STATE
from ...workspace import Workspace
from ..messages import exchange as said
from ..statement.terms import glossary_for
from ..statement.work import Work

OPEN = frozenset({State.MISSING, State.DRAFT, State.STALE})
"""States of text that no person has confirmed."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A review file that was written."""

    name: str
    path: Path
    rows: int
    changed: int
    """Rows that show what people changed."""
    title: str = ""
    """What the statement is called."""
    unread: int = 0
    """Rows whose translation no person has confirmed."""
    words: int = 0
    """Words of their source."""


def export(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    kind: str,
    *,
    out: Path | None = None,
    states: Collection[State] = (),
    force: bool = False,
) -> list[Exported]:
    """Write a review file of each statement, below `build/` or at `out`.

    `states` limits the rows. Raises BuildError if there is a file in the way that
    somebody may have worked in, and UsageError if no row is left.
    """
    form = load(kind)
    ready = written(workspace, names, language, form, states)
    if not ready:
        raise UsageError(said.NONE_IN_STATE(name=", ".join(names), states=tuple(STATE[s]() for s in states)))
    ready = [(replace(done, path=out or done.path), data) for done, data in ready]
    for done, data in ready:
        if not force and form.untouched is not None:
            must_be_free(done.path, workspace.relative(done.path), data, form.untouched)
    for done, data in ready:
        write_atomically(done.path, data)
    return [done for done, _ in ready]


def written(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    form: ReviewFormat,
    states: Collection[State] = (),
) -> list[tuple[Exported, bytes]]:
    """The review file of each statement and where it belongs below `build/`; none of a statement without rows.

    Raises UsageError for a form that is only read.
    """
    if form.write is None:
        raise UsageError(said.IMPORT_ONLY(kind=form.name))
    ready = []
    for name in names:
        made = sheet(Work.open(workspace, name, language), states)
        if made.rows:
            path = workspace.root / "build" / language / f"{name}{form.suffix}"
            changed = sum(len(r.runs) > 1 for r in made.rows)
            unread = sum(r.state in OPEN for r in made.rows)
            words = sum(count_words(r.source) for r in made.rows)
            done = Exported(name, path, len(made.rows), changed, made.title, unread, words)
            ready.append((done, form.write(made)))
    return ready


def must_be_free(
    path: Path, called: str, data: bytes, untouched: Callable[[bytes], bool], *, there: bytes | None = None
) -> None:
    """Raise BuildError if the path holds a file with somebody's work in it; `there` are its bytes, if known."""
    try:
        if there is None:
            must_be_a_file(path)
            there = path.read_bytes()
    except CatalogueError as error:
        raise BuildError(error.message) from error
    except FileNotFoundError:
        return
    except OSError as error:
        raise BuildError(CANNOT_BE_READ(file=called, cause=because(error))) from error
    try:
        free = there == data or untouched(there)
    except TranslateFlowError:
        free = False
    if not free:
        raise BuildError(said.CHANGED_SINCE(file=called))


def sheet(work: Work, states: Collection[State] = ()) -> ReviewSheet:
    """A statement as a review file shows it. Raises CatalogueError if its source changed since `add`."""
    edition = work.edition()
    glossary = glossary_for(work.workspace, work.name, work.language)
    found: dict[str, list[Finding]] = {}
    for finding in checks.run(edition, glossary):
        found.setdefault(finding.key, []).append(finding)
    rows = tuple(
        _row(number, unit, glossary, found.get(unit.key, []))
        for number, unit in enumerate(edition.units, 1)
        if not states or unit.state in states
    )
    title = edition.document.title or work.name
    head = (work.name, title, edition.source_language, work.language, work.journal.last_id)
    return ReviewSheet(*head, rows, edition.document.format)


def _row(number: int, unit: Unit, glossary: Glossary, findings: Sequence[Finding]) -> SheetRow:
    matches = glossary.find(unit.segment.text)
    terms = [match.term for match in matches]
    opened = [thread for thread in threads(unit) if not thread.resolved]
    said = sorted((e for thread in opened for e in (thread.first, *thread.replies)), key=lambda e: e.id)
    remarks = tuple(
        # In English, whoever asks: an imported file's remarks are known again by their words.
        Remark(e.by, str(e.remark), f"{e.at[:19]}Z")
        for e in said
        if e.remark
    )
    last = decision(unit)
    return SheetRow(
        number,
        unit.key,
        unit.segment.kind,
        unit.state,
        unit.segment.text,
        tracked(unit),
        digest(unit.target),
        notes(unit, terms, findings),
        remarks,
        tuple(TermSpot(m.start, m.end, m.term) for m in matches if not m.doubtful),
        versions(unit),
        hand(last) if last is not None else ("", ""),
    )
