"""Review files that came back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...catalogue.states import LEFT_OPEN, because
from ...errors import ReadError, TranslateFlowError, UsageError
from ...exchange import form_of
from ...exchange.judge import Outcome, Terms, Verdict, judge
from ...exchange.messages import CODES_LOST, OTHER_SOURCE, SOURCE_STAYS, SPOILT_TEXT
from ...exchange.parting import other_source
from ...exchange.placing import PlacedRow, all_undone, placed, spanish, words_of
from ...exchange.sheet import Back, BackRow, Remark
from ...files.encoding import mojibake
from ...files.messages import CANNOT_BE_READ, cause
from ...formats import format_for
from ...language.tags import primary
from ...language.text import digest, squeeze
from ...messages import Message
from ...model import Event, Unit
from ...workspace import Workspace
from ..editing.edit import refuse_controls
from ..editing.repeats import elsewhere, within
from ..messages import exchange as said
from ..statement.acts import one_act
from ..statement.people import person
from ..statement.work import Work


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
    """Comments that belong to no row; they are only reported."""
    known: frozenset[str] = frozenset()
    """Keys of the statement."""
    repeats: tuple[str, ...] = ()
    """Other segments of the statement that hold a source of the file again, and got its text, too."""

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

    Statement and language are recognised by the file, or by `document` and `to`; if the file
    lost them, the statement is the one that has its keys. Raises ReadError, UsageError.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(CANNOT_BE_READ(file=str(path), cause=cause(error))) from error
    way = Way(document, to, by, confirm, frozenset(theirs), dry)
    done, *_ = take_in(workspace, data, path.name, way)
    for key in theirs:
        if key not in done.known:
            raise UsageError(said.NO_SUCH_SEGMENT(key=key, name=done.name))
    return done


@dataclass(frozen=True, slots=True)
class Way:
    """How review files are taken in; see `bring_in`."""

    document: str | None = None
    to: str | None = None
    by: str | None = None
    confirm: bool = False
    theirs: frozenset[str] = frozenset()
    dry: bool = False
    act: str = ""
    """Name of the act that it is, by which it can be undone; a new one if empty."""


def take_in(workspace: Workspace, data: bytes, file: str, way: Way) -> list[ImportedReview]:
    """Take in the bytes of a review file of that name, which may hold several statements.

    Raises ReadError, UsageError.
    """
    back = form_of(data, file).read(data, file)
    with one_act(way.act):
        return [_take_in(workspace, one, file, way) for one in (back, *back.others)]


def _take_in(workspace: Workspace, back: Back, file: str, way: Way) -> ImportedReview:
    name, language = _belongs(workspace, back, way.document, way.to, file)
    work = Work.open(workspace, name, language)
    at_work = (way.by or "").strip() or back.by or person(workspace)
    languages = (workspace.settings.languages.source, language)
    terms = Terms(at_work, file, back.journal, way.confirm, way.theirs, tool=back.tool, languages=languages)
    verdicts: list[Verdict] = []

    follows: list[Event] = []

    def make(now: Work) -> Sequence[Event]:
        verdicts[:] = _verdicts(back.rows, now.units, terms, name, _format(now))
        follows[:] = _repeats(now, verdicts)
        return [*(event for verdict in verdicts for event in verdict.events), *follows]

    if make(work) and not way.dry:
        work.change(make)
        for verdict in verdicts:
            if _decides(verdict):
                elsewhere(work, work.unit(verdict.key), verdict.by)
    seen = {v.key for v in verdicts}
    known = frozenset(u.key for u in work.units)
    absent = tuple(u.key for u in work.units if u.key not in seen)
    repeats = tuple(event.key for event in follows)
    return ImportedReview(name, language, tuple(verdicts), absent, back.remarks, known, repeats)


def _repeats(now: Work, verdicts: Sequence[Verdict]) -> list[Event]:
    """What follows for the same paragraphs elsewhere in the statement from what the file says is right.

    A row that was worked in says itself what becomes of its segment.
    """
    worked = {v.key for v in verdicts if v.outcome is not Outcome.UNCHANGED}
    made = [next(e for e in reversed(v.events) if e.do in _DECIDED) for v in verdicts if _decides(v)]
    return [event for event in within(now, made) if event.key not in worked]


_DECIDED = frozenset({"edit", "confirm"})


def _decides(verdict: Verdict) -> bool:
    """Whether a row makes its text one that a person has confirmed."""
    return verdict.outcome in (Outcome.TAKEN, Outcome.CONFIRMED) and any(
        e.do in _DECIDED and because(e) not in LEFT_OPEN for e in verdict.events
    )


def _belongs(
    workspace: Workspace, back: Back, document: str | None, to: str | None, file: str
) -> tuple[str, str]:
    """Statement and language a file belongs to."""
    language = to or _language(back.language, workspace.settings.languages.targets)
    if back.language and not language:
        raise UsageError(said.OTHER_LANGUAGE(file=file, language=back.language))
    language = workspace.target(language)
    if document:
        return workspace.choose_one(document, language), language
    names = workspace.catalogued(language)
    if back.statement in names:
        return back.statement, language
    hits = {n: _hits(back.rows, Work.open(workspace, n, language)) for n in names}
    best = max(hits.values(), default=0)
    found = [n for n in names if hits[n] == best and best]
    if len(found) != 1:
        raise UsageError(said.WHICH_STATEMENT(file=file))
    return found[0], language


def _language(tag: str, targets: Sequence[str]) -> str | None:
    """The workspace's language for a tag; `EN` and `en-US` are `en` where only one language begins like this."""
    wanted = tag.replace("_", "-").casefold()
    same = [t for t in targets if t.casefold() == wanted]
    near = [t for t in targets if primary(t) == primary(wanted)]
    return same[0] if same else near[0] if len(near) == 1 and wanted else None


def _hits(rows: Sequence[BackRow], work: Work) -> int:
    """How many rows of a file belong to a statement, by their keys or their Spanish."""
    keys = {u.key for u in work.units}
    format_name = _format(work)
    sources = {spanish(u, format_name) for u in work.units}
    whole = sum(
        row.key in keys or (bool(row.source) and words_of(row.source, format_name) in sources) for row in rows
    )
    # A file whose rows are all parts of segments.
    return whole or sum(one.unit is not None for one in placed(rows, work.units, format_name))


def _format(work: Work) -> str:
    """The format of the statement, which decides what marks its texts can have."""
    try:
        return format_for(work.source_file.name).name
    except TranslateFlowError:
        return "plain"


def _verdicts(
    rows: Sequence[BackRow], units: Sequence[Unit], terms: Terms, name: str, format_name: str
) -> list[Verdict]:
    """The verdict on each segment the file has, and on each row that belongs to none."""
    found = placed(rows, units, format_name, terms.languages)
    terms = replace(terms, undone=all_undone(found))
    places: dict[str, list[PlacedRow]] = {}
    for one in found:
        head = one.unit.key if one.unit else one.row.key or squeeze(one.row.source or one.row.text)[:40]
        places.setdefault(head or "(empty)", []).append(one)
    made = []
    for head, same in places.items():
        unit = same[0].unit
        if unit is None:
            why = said.NOT_IN_STATEMENT(name=name)
            made += [Verdict(Outcome.UNKNOWN, head, text=one.row.text, why=why) for one in same]
            continue
        # A row that was copied: the one that somebody worked in counts.
        worked = list({p.row.text: p for p in same if digest(p.row.text) != p.row.base}.values())
        if len(worked) > 1:
            why = said.SEVERAL_TEXTS(n=len(worked))
            made += [Verdict(Outcome.REFUSED, unit.key, text=p.row.text, why=why) for p in worked]
        else:
            one = (worked or same)[0]
            judged = _checked(judge(one.row, unit, terms, moved=one.moved), one.row, unit)
            aside = one.moved or one.row.several or one.row.merged
            other = "" if aside else other_source(one.row, unit, format_name)
            made.append(_told(judged, unit, OTHER_SOURCE(file=terms.file, text=other)) if other else judged)
    return made


def _told(verdict: Verdict, unit: Unit, other: Message) -> Verdict:
    """The verdict on a row whose Spanish somebody has changed: that stays as it is, and the history has the other, once."""
    known = any(event.reason == other for event in unit.events)
    base = digest(unit.target) if unit.target else ""
    comment = Event(by=verdict.by, do="comment", key=unit.key, base=base, reason=other)
    events = verdict.events if known else (*verdict.events, comment)
    return replace(verdict, why=verdict.why or SOURCE_STAYS(), events=events)


def _checked(verdict: Verdict, row: BackRow, unit: Unit) -> Verdict:
    """The verdict, refused if its text holds what no document can carry; it tells of codes that were left out."""
    if verdict.outcome is not Outcome.TAKEN:
        return verdict
    if row.lost and not verdict.why:
        verdict = replace(verdict, why=CODES_LOST(codes=row.lost))
    try:
        refuse_controls(verdict.text)
        spoilt = mojibake(verdict.text)
        why = (
            SPOILT_TEXT(seen=spoilt[1], meant=spoilt[2])
            if spoilt and spoilt[1] not in unit.segment.text
            else None
        )
    except UsageError as error:
        why = error.message
    if why is None:
        return verdict
    rest = tuple(e for e in verdict.events if e.do == "comment")
    return Verdict(Outcome.REFUSED, verdict.key, verdict.by, verdict.text, why, rest)
