"""Review files out and back: Word tables, XLIFF, PO files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .. import checks
from ..catalogue.threads import threads
from ..errors import BuildError, ReadError, TranslateFlowError, UsageError
from ..exchange import form_of, load
from ..exchange.judge import Outcome, Terms, Verdict, judge, undone
from ..exchange.notes import decision, notes
from ..exchange.sheet import Back, BackRow, Remark, ReviewSheet, SheetRow
from ..exchange.tracked import hand, tracked
from ..files.disk import write_atomically
from ..glossary import Glossary
from ..language.text import digest, squeeze
from ..model import Event, Finding, State, Unit
from ..workspace import Workspace
from .editing.edit import refuse_controls
from .statement.people import person
from .statement.terms import glossary_for
from .statement.work import Work


@dataclass(frozen=True, slots=True)
class Exported:
    """A review file that was written."""

    name: str
    path: Path
    rows: int
    changed: int
    """Rows that show what people changed."""


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
    if form.write is None:
        raise UsageError(f"{kind}: such files are only read; send the catalogue itself")
    ready = []
    for name in names:
        made = sheet(Work.open(workspace, name, language), states)
        if not made.rows:
            raise UsageError(f"{name}: no segment is {' or '.join(states)}; nothing was written")
        path = out or workspace.root / "build" / language / f"{name}{form.suffix}"
        data = form.write(made)
        if not force and form.untouched is not None:
            _must_be_free(path, workspace.relative(path), data, form.untouched)
        ready.append((Exported(name, path, len(made.rows), sum(len(r.runs) > 1 for r in made.rows)), data))
    for done, data in ready:
        write_atomically(done.path, data)
    return [done for done, _ in ready]


def _must_be_free(path: Path, called: str, data: bytes, untouched: Callable[[bytes], bool]) -> None:
    """Raise BuildError if the path holds a file with somebody's work in it."""
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise BuildError(f"{called}: cannot be read: {error.strerror}") from error
    try:
        free = there == data or untouched(there)
    except TranslateFlowError:
        free = False
    if not free:
        raise BuildError(
            f"{called}: was changed since it was exported; import it first, then move it away or give --force"
        )


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
    return ReviewSheet(work.name, title, edition.source_language, work.language, work.journal.last_id, rows)


def _row(number: int, unit: Unit, glossary: Glossary, findings: Sequence[Finding]) -> SheetRow:
    terms = [match.term for match in glossary.find(unit.segment.text)]
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
        hand(last) if last is not None else ("", ""),
    )


@dataclass(frozen=True, slots=True)
class ImportedReview:
    """What a review file brought."""

    name: str
    language: str
    verdicts: tuple[Verdict, ...]
    """One for each row, in the file's order."""
    absent: tuple[str, ...]
    """Segments that are not in the file."""
    remarks: tuple[Remark, ...]
    """Comments that belong to no row; they are only told."""

    @property
    def comments(self) -> int:
        """Number of comments taken."""
        return sum(e.do == "comment" for v in self.verdicts for e in v.events)

    def those(self, outcome: Outcome) -> list[Verdict]:
        """Rows of one outcome."""
        return [v for v in self.verdicts if v.outcome is outcome]


def bring_in(
    workspace: Workspace,
    path: Path,
    *,
    document: str | None = None,
    to: str | None = None,
    by: str | None = None,
    confirm: bool = False,
    theirs: Collection[str] = (),
    dry: bool = False,
) -> ImportedReview:
    """Take in a review file that came back; with `dry`, only tell what would be done.

    Statement and language are told by the file, or by `document` and `to`; if the file
    lost them, the statement is the one that has its keys. Raises ReadError, UsageError.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    back = form_of(data, path.name).read(data, path.name)
    name, language = _belongs(workspace, back, document, to, path.name)
    work = Work.open(workspace, name, language)
    at_work = (by or "").strip() or back.by or person(workspace)
    known = {u.key for u in work.units}
    for key in theirs:
        if key not in known:
            raise UsageError(f"--take {key}: {name} has no such segment")
    terms = Terms(at_work, path.name, back.journal, confirm, frozenset(theirs), tool=back.tool)
    verdicts: list[Verdict] = []

    def make(now: Work) -> Sequence[Event]:
        verdicts[:] = _verdicts(back.rows, now.units, terms, name)
        return [event for verdict in verdicts for event in verdict.events]

    if make(work) and not dry:
        work.change(make)
    seen = {v.key for v in verdicts}
    absent = tuple(u.key for u in work.units if u.key not in seen)
    return ImportedReview(name, language, tuple(verdicts), absent, back.remarks)


def _belongs(
    workspace: Workspace, back: Back, document: str | None, to: str | None, file: str
) -> tuple[str, str]:
    """Statement and language a file belongs to."""
    targets = workspace.settings.languages.targets
    language = to or (back.language if back.language in targets else None)
    if back.language and back.language not in targets and not to:
        raise UsageError(
            f"{file}: is a translation into {back.language}, which this workspace has not; say --to LANG"
        )
    language = workspace.target(language)
    if document:
        return workspace.choose_one(document, language), language
    names = workspace.catalogued(language)
    if back.statement in names:
        return back.statement, language
    keys = {row.key for row in back.rows}
    hits = {n: len(keys & {u.key for u in Work.open(workspace, n, language).units}) for n in names}
    best = max(hits.values(), default=0)
    found = [n for n in names if hits[n] == best and best]
    if len(found) != 1:
        raise UsageError(f"{file}: does not tell its statement; say which with --doc")
    return found[0], language


def _verdicts(rows: Sequence[BackRow], units: Sequence[Unit], terms: Terms, name: str) -> list[Verdict]:
    """The verdict on each segment the file has, and on each row that belongs to none."""
    find = _Finder(units)
    terms = replace(terms, undone=_all_undone(rows, find))
    places: dict[str, list[BackRow]] = {}
    for row in rows:
        unit = find(row)
        head = unit.key if unit else row.key or squeeze(row.source or row.text)[:40] or "(empty)"
        places.setdefault(head, []).append(row)
    made = []
    for head, same in places.items():
        unit = find(same[0])
        if unit is None:
            why = f"{name} has no such segment"
            made += [Verdict(Outcome.UNKNOWN, head, text=row.text, why=why) for row in same]
            continue
        # A row that was copied: the one that somebody worked in counts.
        worked = list({row.text: row for row in same if digest(row.text) != row.base}.values())
        if len(worked) > 1:
            why = f"stands {len(worked)} times in the file with different texts; keep one of them"
            made += [Verdict(Outcome.REFUSED, unit.key, text=row.text, why=why) for row in worked]
        else:
            row = (worked or same)[0]
            made.append(_checked(judge(row, unit, terms, moved=find.moved(row))))
    return made


def _all_undone(rows: Sequence[BackRow], find: _Finder) -> bool:
    """Whether every text in which people had changed a draft came back as the draft, and there were several."""
    worked = [(row, unit) for row in rows if (unit := find(row)) is not None and len(tracked(unit)) > 1]
    return len(worked) > 1 and all(undone(row, unit) for row, unit in worked)


class _Finder:
    """Finds the segment a row belongs to: by key, by a key it has come from, or by its source."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.by_key = {u.key: u for u in units}
        self.came = {e.origin: u for u in units for e in u.events if e.do == "carry" and e.origin}
        self.by_source: dict[str, list[Unit]] = {}
        for unit in units:
            self.by_source.setdefault(squeeze(unit.segment.text), []).append(unit)

    def __call__(self, row: BackRow) -> Unit | None:
        if row.key:
            return self.by_key.get(row.key) or self.came.get(row.key)
        found = self.by_source.get(squeeze(row.source), []) if row.source else []
        return found[0] if len(found) == 1 else None

    def moved(self, row: BackRow) -> bool:
        """Whether the row's own segment is gone, its source having been changed."""
        return bool(row.key) and row.key not in self.by_key


def _checked(verdict: Verdict) -> Verdict:
    """The verdict, refused if its text holds what no document can carry."""
    if verdict.outcome is not Outcome.TAKEN:
        return verdict
    try:
        refuse_controls(verdict.text)
    except UsageError as error:
        rest = tuple(e for e in verdict.events if e.do == "comment")
        return Verdict(Outcome.REFUSED, verdict.key, verdict.by, verdict.text, str(error), rest)
    return verdict
