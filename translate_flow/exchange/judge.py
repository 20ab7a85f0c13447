"""What a row that came back means for its segment as it stands now. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..catalogue.coverage import is_returned
from ..catalogue.messages import FROM_FILE, FROM_FILE_OPEN, MARKED_IN_FILE
from ..catalogue.outside import UNFINISHED, Said
from ..catalogue.states import standing
from ..language.detect import language_between
from ..language.tags import primary
from ..language.text import digest, squeeze
from ..messages import Message
from ..model import Event, State, Unit
from .messages import (
    CHANGED_BY,
    CHANGED_OUTSIDE,
    CONFLICT,
    DRAFT_AGAIN,
    EMPTIED,
    JOINED,
    MARKED_OPEN,
    MERGED,
    ONLY_SOURCE,
    ONLY_SOURCE_AGAIN,
    PARTED,
    REPORTED_BEFORE,
    SOURCE_CHANGED,
    STALE_UNCHANGED,
    STAYS_DRAFT,
    SUGGESTION,
    WAS_APPROVED,
)
from .sheet import BackRow, Hand, Remark
from .tracked import hand

_MACHINE = frozenset({State.MISSING, State.DRAFT})
_READ = frozenset({State.TRANSLATED, State.APPROVED})
_NAMELESS = frozenset({"", "?", "author", "unknown author", "unknown", "microsoft office user", "user"})
"""What word processors call a person who never told them a name."""


class Outcome(StrEnum):
    """What became of a row."""

    TAKEN = "taken"
    """Its text is the segment's translation now."""
    CONFIRMED = "confirmed"
    """Its text is the present one, and the file says that somebody read it."""
    RETURNED = "returned"
    """Its text is the present one, and the file says that it needs work."""
    UNCHANGED = "unchanged"
    """Nobody changed it since it was exported."""
    ASKED = "asked"
    """A machine's text would take the place of a person's: nothing is taken unless somebody says so."""
    STALE = "stale"
    """The segment was changed meanwhile: both texts are kept, a person has to decide."""
    REFUSED = "refused"
    """Its text cannot be a translation, such as an emptied cell."""
    UNKNOWN = "unknown"
    """There is not such a segment."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row's outcome, and what goes into the journal for it."""

    outcome: Outcome
    key: str
    """Segment key; what the row begins with if it is unknown."""
    by: str = ""
    """Who changed it last."""
    text: str = ""
    """The text that came back."""
    why: Message | str = ""
    """What a person should know, in a phrase."""
    events: tuple[Event, ...] = ()
    """For the journal, without id and time; remarks included."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How rows are judged."""

    by: str
    """Person at work where the file names nobody."""
    file: str
    """The file's name, for notes."""
    journal: str = ""
    """Newest event when the file was made; empty if unknown."""
    confirm: bool = False
    """Whether drafts that came back unchanged count as read."""
    theirs: frozenset[str] = frozenset()
    """Keys of which the file's text is taken although the segment was changed meanwhile."""
    undone: bool = False
    """Whether all that people had changed in the drafts came back undone, as "reject all" leaves it."""
    tool: str = ""
    """The program that made the file; empty if it does not tell."""
    languages: tuple[str, str] = ("es", "en")
    """The language of the source, and that of the translation."""


def judge(row: BackRow, unit: Unit, terms: Terms, *, moved: bool = False) -> Verdict:
    """The verdict on a row whose segment is known.

    `moved` says that the row's own segment is gone and this unit has come from it,
    its source having been changed.
    """
    said = tuple(remark_events(row.remarks, unit, terms.by))
    text, base = row.text, _base(row, unit, terms)
    by = _authors(row, unit, terms.by)[-1][0]
    present = digest(unit.target)

    def verdict(outcome: Outcome, why: Message | str = "", *events: Event) -> Verdict:
        return Verdict(outcome, unit.key, by, text, why, (*events, *said))

    if row.merged:
        return verdict(Outcome.REFUSED, MERGED())
    if row.several:
        kept = [*said, *remark_events([Remark(by, text)], unit, terms.by)]
        return Verdict(Outcome.REFUSED, unit.key, by, text, JOINED(keys=row.several), tuple(kept))
    if text.strip() == unit.target.strip():
        return _same(row, unit, terms, said, moved=moved)
    if row.copied or (not base and not text.strip()):
        return verdict(Outcome.UNCHANGED, ONLY_SOURCE() if row.copied else "")
    if unit.key not in terms.theirs and _source_again(text, unit, terms):
        return verdict(Outcome.UNCHANGED, ONLY_SOURCE_AGAIN(key=unit.key))
    if base == digest(text) or (not base and text in _versions(unit)):
        return verdict(Outcome.UNCHANGED, "" if base == present else STALE_UNCHANGED())
    if not text.strip():
        return verdict(Outcome.REFUSED, EMPTIED())
    if not moved and (base == present or unit.key in terms.theirs or _only_machine(unit)):
        doubt = "" if unit.key in terms.theirs else _asks(row, unit, terms)
        if doubt:
            return verdict(Outcome.ASKED, doubt)
        opened = row.said in UNFINISHED and not terms.confirm
        stays = PARTED() if row.parted else STAYS_DRAFT()
        return verdict(Outcome.TAKEN, stays if opened else _loses(unit), *_edits(row, unit, terms))
    if row.said is Said.MACHINE and not moved:
        return verdict(Outcome.UNCHANGED, STALE_UNCHANGED())
    reason = CONFLICT(file=terms.file, text=text)
    if any(e.do == "return" and e.reason == reason for e in unit.events):
        return verdict(Outcome.STALE, REPORTED_BEFORE())
    kind = "return" if unit.target.strip() else "comment"
    back = Event(by=by, do=kind, key=unit.key, base=present if unit.target else "", reason=reason)
    return verdict(Outcome.STALE, SOURCE_CHANGED() if moved else _changed(unit), back)


def _same(row: BackRow, unit: Unit, terms: Terms, said: tuple[Event, ...], *, moved: bool) -> Verdict:
    """The verdict on a row with the segment's present text: it was read, sent back, or neither."""
    present = digest(unit.target)
    by = _authors(row, unit, terms.by)[-1][0]

    def verdict(outcome: Outcome, why: Message | str = "", *events: Event) -> Verdict:
        return Verdict(outcome, unit.key, by, row.text, why, events or said)

    if unit.state in _READ and row.said in UNFINISHED and not moved:
        reason = MARKED_IN_FILE(file=terms.file)
        if any(e.do == "return" and e.reason == reason and not e.id <= terms.journal for e in unit.events):
            return verdict(Outcome.UNCHANGED, REPORTED_BEFORE())
        if not _sent_back(row, unit):
            return verdict(Outcome.UNCHANGED, "" if row.before is not Said.NOTHING else MARKED_OPEN())
        # The reviewer's last words say why.
        note = said[-1].note if said else ""
        by = said[-1].by if said else by
        back = Event(by=by, do="return", key=unit.key, base=present, note=note, reason=reason)
        return verdict(Outcome.RETURNED, "", *said[:-1], back)
    # A file that cannot say what it was made from may be older than the segment's return.
    news = row.said is Said.DONE and row.before is not Said.DONE and (bool(row.base) or not is_returned(unit))
    read = news or (terms.confirm and _base(row, unit, terms) == present)
    if read and unit.state in (State.DRAFT, State.STALE) and not moved:
        return verdict(Outcome.CONFIRMED, "", Event(by=by, do="confirm", key=unit.key, base=present), *said)
    return verdict(Outcome.UNCHANGED)


def _sent_back(row: BackRow, unit: Unit) -> bool:
    """Whether the mark on a confirmed text is a reviewer's, and not merely from before it was confirmed."""
    if row.said is Said.REJECTED:
        return True
    if row.said in (Said.MACHINE, Said.UNREAD):
        return False  # a memory that knows the text has filled it in, or it stands as it came
    if row.before is not Said.NOTHING:
        return row.before is Said.DONE
    return (unit.target, True) not in standing(unit.events).former


def _asks(row: BackRow, unit: Unit, terms: Terms) -> Message | str:
    """Why a person should decide before the row's text takes the place of a person's; empty if it may."""
    if _only_machine(unit):
        return ""
    if row.said is Said.MACHINE:
        return SUGGESTION(person=_writer(unit), key=unit.key)
    if undone(row, unit) and (unit.state is State.APPROVED or terms.undone):
        return DRAFT_AGAIN(person=_writer(unit), key=unit.key)
    return ""


def undone(row: BackRow, unit: Unit) -> bool:
    """Whether a row came back as the machine's draft that people had changed."""
    draft = unit.draft
    return (
        draft is not None
        and draft.text is not None
        and draft.text.strip() == row.text.strip() != unit.target.strip()
    )


def _source_again(text: str, unit: Unit, terms: Terms) -> bool:
    """Whether a text is the source, as many programs write it where nobody has translated, whatever they call its state.

    What is right in both languages, such as a name or a code, may be a translation, but takes no person's place.
    """
    if squeeze(text) != squeeze(unit.segment.text):
        return False
    return not _only_machine(unit) or language_between(text, *terms.languages) == primary(terms.languages[0])


def _writer(unit: Unit) -> str:
    """Who vouched for the present text last."""
    return next((e.by for e in reversed(unit.events) if e.do in ("edit", "confirm", "approve", "carry")), "?")


def _base(row: BackRow, unit: Unit, terms: Terms) -> str:
    """Digest of the translation the row was made with; empty if nothing tells."""
    if row.base or not terms.journal:
        return row.base
    before = [e for e in unit.past if e.id <= terms.journal and e.text is not None]
    return digest(before[-1].text or "") if before else ""


def _versions(unit: Unit) -> frozenset[str]:
    return frozenset(e.text for e in unit.past if e.text is not None)


def _only_machine(unit: Unit) -> bool:
    """Whether the present text is one no person has touched: a person's text may take its place."""
    if unit.state not in _MACHINE:
        return False
    newest = next((e for e in reversed(unit.events) if e.text is not None), None)
    return newest is None or newest.do == "draft"


def _loses(unit: Unit) -> Message | str:
    return WAS_APPROVED() if unit.state is State.APPROVED else ""


def _changed(unit: Unit) -> Message:
    """Who changed the segment in the meantime."""
    last = next((e for e in reversed(unit.events) if e.text is not None), None)
    return CHANGED_BY(person=last.by) if last else CHANGED_OUTSIDE()


def _authors(row: BackRow, unit: Unit, by: str) -> list[tuple[str, frozenset[Hand]]]:
    """Who changed the row since it was exported, with their tracked changes, in the order they began."""
    old = {hand(e) for e in unit.events}
    began: dict[str, list[Hand]] = {}
    for who, when in sorted(row.hands - old, key=lambda h: h[1]):
        name = by if who.casefold() in _NAMELESS else who
        began.setdefault(name, []).append((who, when))
    return [(name, frozenset(hands)) for name, hands in began.items()] or [(by, frozenset())]


def _edits(row: BackRow, unit: Unit, terms: Terms) -> list[Event]:
    """One edit for each author, each on top of the one before; untracked changes are the first one's.

    What the file marks as unfinished stays so; a machine's suggestion is a draft.
    """
    opened = row.said in UNFINISHED and not terms.confirm
    reason = FROM_FILE_OPEN(file=terms.file) if opened else FROM_FILE(file=terms.file)
    base = digest(unit.target) if unit.target else ""
    if row.said is Said.MACHINE and opened and _only_machine(unit):
        by = row.engine or terms.tool or terms.file
        return [Event(by=by, do="draft", key=unit.key, text=row.text, base=base, engine=by, reason=reason)]
    authors = _authors(row, unit, terms.by)
    made: list[Event] = []
    present = unit.target
    for number, (by, _) in enumerate(authors):
        later = frozenset().union(*(hands for _, hands in authors[number + 1 :]))
        text = row.without(later)
        if text.strip() and text != present:
            base = digest(present) if present else ""
            made.append(Event(by=by, do="edit", key=unit.key, text=text, base=base, reason=reason))
            present = text
    return made


def remark_events(remarks: Sequence[Remark], unit: Unit, by: str) -> list[Event]:
    """The remarks that are not in the segment's history yet nor in its entry of the catalogue, as comments."""
    # What the catalogue's entry says of the segment comes back in other formats as notes.
    own = (unit.key, str(unit.segment.kind), *unit.segment.note.splitlines())
    noted = frozenset((*unit.comment.splitlines(), *own))
    known = {(e.by, str(e.remark)) for e in unit.events if e.remark}
    base = digest(unit.target) if unit.target else ""
    made = []
    for remark in remarks:
        who = by if remark.by.casefold() in _NAMELESS else remark.by
        text = "\n".join(line for line in remark.text.split("\n") if line not in noted)
        if text.strip() and (who, text) not in known:
            known.add((who, text))
            made.append(Event(by=who, do="comment", key=unit.key, base=base, note=text))
    return made
