"""From a statement's units to what people changed in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..glossary import Glossary
from ..messages import Message
from ..model import Edition, State, Term, Unit
from .blame import credited
from .classify import classify
from .diff import diff
from .effort import Effort, is_read, summary
from .messages import SIDE
from .moves import moved
from .scores import Scoring
from .terms import VERDICTS, credit, verdicts
from .tracked import Edit, TermVerdict

_DID = {
    "edit": "edited",
    "confirm": "confirmed",
    "approve": "approved",
    "return": "returned",
    "carry": "carried over",
}


DRAFTED = (SIDE["draft"](), SIDE["present"]())
"""What is compared unless something else was asked for."""


@dataclass(frozen=True, slots=True)
class Report:
    """What people changed in one statement's drafts, ready to be shown."""

    edition: Edition
    """The statement in one target language."""
    edits: tuple[Edit, ...]
    """One per segment that has a draft or a text, in document order."""
    effort: Effort
    """Figures over those of them that a person has read."""
    credits: Mapping[str, Mapping[Term, str]]
    """By segment key: who fixed or broke a term."""
    sides: tuple[Message, Message] = DRAFTED
    """What is compared with what, for headings."""
    only: tuple[str, ...] = ()
    """Classes of change that were asked for; empty for all segments."""

    @property
    def shown(self) -> tuple[Edit, ...]:
        """The edits with a change of a class that was asked for."""
        if not self.only:
            return self.edits
        return tuple(e for e in self.edits if any(c.kind in self.only for c in e.changes))


@dataclass(frozen=True, slots=True)
class TermCount:
    """What became of one glossary term over a whole statement."""

    term: Term
    """The term."""
    keys: Mapping[str, tuple[str, ...]]
    """By verdict: the segments, in document order; verdicts nobody got are left out."""

    @property
    def touched(self) -> bool:
        """Whether it was anything but kept."""
        return any(verdict != "kept" for verdict in self.keys)


def edit(unit: Unit, glossary: Glossary, language: str = "en") -> Edit:
    """What people changed in one unit. Without a draft the present text stands alone, unmarked.

    `language` is the translation's.
    """
    draft = unit.draft
    if draft is None or draft.text is None:
        return Edit(unit, "", diff(unit.target, unit.target), verdicts(unit, glossary))
    return compared(unit, draft.text, verdicts(unit, glossary), language)


def compared(unit: Unit, left: str, terms: tuple[TermVerdict, ...], language: str) -> Edit:
    """The changes between some earlier text and the unit's own, with moves and classes."""
    pieces = moved(diff(left, unit.target))
    segment = unit.segment
    changes = classify(
        segment.text, left, unit.target, pieces, terms, kind=segment.kind, language=language.split("-")[0]
    )
    return Edit(unit, left, pieces, terms, credited(unit, changes))


def edits(edition: Edition, glossary: Glossary) -> tuple[Edit, ...]:
    """An edit for each segment that has a draft or a text, in document order.

    Segments that need no translation are left out unless a person changed them.
    """
    made = (edit(u, glossary, edition.target_language) for u in edition.units if u.target or u.draft)
    return tuple(e for e in made if e.unit.state is not State.KEPT or e.changed)


def report(
    edition: Edition, glossary: Glossary, *, scores: bool = True, scoring: Scoring | None = None
) -> Report:
    """Edits and figures of one statement; see `summary` for `scores` and `scoring`."""
    return reported(edition, edits(edition, glossary), glossary, scores=scores, scoring=scoring)


def reported(
    edition: Edition,
    found: tuple[Edit, ...],
    glossary: Glossary,
    *,
    scores: bool = True,
    scoring: Scoring | None = None,
    sides: tuple[Message, Message] = DRAFTED,
) -> Report:
    """A report of edits that were made otherwise, such as between two versions."""
    credits = {e.unit.key: who for e in found if (who := credit(e, glossary))}
    return Report(edition, found, summary(found, scores=scores, scoring=scoring), credits, sides)


def term_counts(report: Report) -> tuple[TermCount, ...]:
    """The terms of the segments that a person has read; broken ones first, then missing, fixed, kept."""
    keys: dict[Term, dict[str, list[str]]] = {}
    for e in report.edits:
        if is_read(e):
            for verdict in e.terms:
                keys.setdefault(verdict.term, {}).setdefault(verdict.verdict, []).append(e.unit.key)
    counts = [TermCount(t, {v: tuple(k[v]) for v in VERDICTS if v in k}) for t, k in keys.items()]
    return tuple(sorted(counts, key=lambda c: [-len(c.keys.get(v, ())) for v in VERDICTS]))


def hands(unit: Unit) -> tuple[tuple[str, str], ...]:
    """Who did what since the draft: `(("drafted", "apertium 3.8.3"), ("edited", "translator"))`.

    One entry per deed and person, in the order of each one's last time. An approval
    that a later change took back is left out.
    """
    done: dict[tuple[str, str], None] = {}
    for event in unit.events:
        if event.do == "draft":
            done = {("drafted", _engine(event.engine or event.by, event.score)): None}
        elif event.do in _DID:
            if event.do in ("edit", "return", "carry"):
                done = {deed: None for deed in done if deed[0] != "approved"}
            deed = (_DID[event.do], event.by)
            done.pop(deed, None)
            done[deed] = None
    return tuple(done)


def _engine(name: str, score: int | None) -> str:
    return name if score is None else f"{name}, {score} %"
