"""The coordinator's summary: classes of edits by person, by engine and by term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..messages import Message
from ..model import Term
from .classify import CLASSES
from .edits import Report
from .effort import is_read
from .messages import BROKEN_TIMES, CORRECTED, CORRECTED_FROM, RIGHT_IN_DRAFTS, TERM_LINE, WRONG_TIMES
from .tracked import Edit

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ChangeTally:
    """How often one person, or one engine's drafts, saw each class of change."""

    name: str
    """The person or engine."""
    segments: int
    """Segments with such a change, by that person or in that engine's drafts."""
    classes: dict[str, int]
    """Class → changes, gravest first; classes without any are left out."""


@dataclass(frozen=True, slots=True)
class TermLine:
    """What became of one glossary term in all drafts that people have read."""

    term: Term
    """The term."""
    drafts: int
    """Drafts of segments that have it."""
    right: int
    """How many of the drafts had it right."""
    fixed: int
    """How many texts have it right though their draft had it wrong."""
    broken: int
    """How many have it wrong though their draft had it right."""
    missing: int
    """How many have it wrong, as their draft had."""
    wrong: tuple[tuple[str, int], ...]
    """What the drafts had instead where it was fixed, most frequent first."""

    @property
    def sentence(self) -> Message:
        """Such as `ternas: right in 12 of 12 drafts`."""
        parts = [RIGHT_IN_DRAFTS(right=self.right, n=self.drafts)]
        if self.fixed:
            instead = tuple(f"“{form}”" + (f" {n}×" if n > 1 else "") for form, n in self.wrong[:3])
            parts.append(
                CORRECTED_FROM(n=self.fixed, target=self.term.target, forms=instead)
                if instead
                else CORRECTED(n=self.fixed, target=self.term.target)
            )
        if self.broken:
            parts.append(BROKEN_TIMES(n=self.broken))
        if self.missing:
            parts.append(WRONG_TIMES(n=self.missing))
        return TERM_LINE(term=self.term.es, parts=tuple(parts))


def by_class(edits: Iterable[Edit]) -> dict[str, int]:
    """How many changes of each class, gravest first; every class is named."""
    count = Counter(c.kind for e in edits for c in e.changes)
    return {kind: count[kind] for kind in CLASSES}


def by_person(reports: Sequence[Report]) -> tuple[ChangeTally, ...]:
    """Changes by who made them."""
    found = ((c.by or UNKNOWN, e, c.kind) for r in reports for e in r.edits for c in e.changes)
    return _tallied(found)


def by_engine(reports: Sequence[Report]) -> tuple[ChangeTally, ...]:
    """Changes by the engine whose drafts they were made in."""
    found = ((engine(e), e, c.kind) for r in reports for e in r.edits for c in e.changes)
    return _tallied(found)


def engine(edit: Edit) -> str:
    """What made the draft, such as `apertium 3.8.3`; empty without a draft."""
    draft = edit.unit.draft
    return (draft.engine or draft.by) if draft is not None else ""


def _tallied(found: Iterable[tuple[str, Edit, str]]) -> tuple[ChangeTally, ...]:
    classes: dict[str, Counter[str]] = {}
    segments: dict[str, set[int]] = {}
    for name, edit, kind in found:
        classes.setdefault(name, Counter())[kind] += 1
        segments.setdefault(name, set()).add(id(edit))
    made = (
        ChangeTally(name, len(segments[name]), {k: count[k] for k in CLASSES if count[k]})
        for name, count in classes.items()
    )
    return tuple(sorted(made, key=lambda t: (-sum(t.classes.values()), t.name)))


def term_lines(reports: Sequence[Report]) -> tuple[TermLine, ...]:
    """Each term of the drafts people have read: those they had to correct most often first."""
    verdicts: dict[Term, Counter[str]] = {}
    wrong: dict[Term, Counter[str]] = {}
    for edit in (e for r in reports for e in r.edits if is_read(e)):
        for verdict in edit.terms:
            verdicts.setdefault(verdict.term, Counter())[verdict.verdict] += 1
        fixes: dict[Term, list[tuple[int, int]]] = {}
        for change in edit.changes:
            if change.kind == "term-fixed" and change.term is not None and change.draft[0] < change.draft[1]:
                fixes.setdefault(change.term, []).append(change.draft)
        for term, spans in fixes.items():
            wrong.setdefault(term, Counter())[edit.draft[spans[0][0] : spans[-1][1]].strip(" ,.;:")] += 1
    lines = (
        TermLine(
            term,
            sum(n.values()),
            n["kept"] + n["broken"],
            n["fixed"],
            n["broken"],
            n["missing"],
            tuple(wrong.get(term, Counter()).most_common()),
        )
        for term, n in verdicts.items()
    )
    return tuple(sorted(lines, key=lambda t: (-(t.fixed + t.broken + t.missing), -t.drafts, t.term.es)))
