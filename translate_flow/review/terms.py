"""Glossary terms in a draft and in the text people made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..glossary import Glossary, count_target, forbidden_spans
from ..glossary.presence import Presence, judge, judged
from ..language.spans import apart
from ..model import Term, Unit
from .tracked import Edit, TermVerdict

VERDICTS = ("broken", "missing", "fixed", "kept")
"""What can become of a term, in the order in which a coordinator wants to hear of it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A glossary term, or a wrong rendering of one, in a text."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    term: Term
    """The term."""
    right: bool = True
    """Whether this is an accepted form; False for a forbidden rendering."""


def mentions(terms: Iterable[Term], text: str) -> Sequence[Mention]:
    """Where accepted and forbidden forms of these terms stand in a translation; in order, not overlapping.

    A longer form wins over a shorter one, so that *Puno* inside a federation's name is
    not taken for the region; of the same length, an accepted form wins over a forbidden one.
    """
    return _mentions(tuple(dict.fromkeys(terms)), text)


@lru_cache(maxsize=1 << 13)
def _mentions(terms: tuple[Term, ...], text: str) -> Sequence[Mention]:
    """The same; verdicts, classes and page each ask for it."""
    found = []
    for term in terms:
        found += [Mention(start, end, term) for start, end in count_target(term, text)]
        found += [Mention(start, end, term, False) for start, end in forbidden_spans(term, text)]
    return tuple(apart(found, lambda m: (m.start - m.end, not m.right, m.start)))


def _right(terms: Iterable[Presence]) -> set[Term]:
    return {use.term for use in terms if use.right}


def _right_in(unit: Unit, text: str, glossary: Glossary) -> set[Term]:
    """The terms that another text for the unit has right."""
    return _right(judged(glossary.found(unit.segment.text).matches, unit.segment.text, text))


def verdicts(unit: Unit, glossary: Glossary) -> tuple[TermVerdict, ...]:
    """What became of each glossary term of the source, in order of first mention.

    Text that had no machine draft cannot have fixed or broken one: its terms are
    `kept` or `missing`.
    """
    now = judge(unit, glossary)
    if not now:
        return ()
    after = _right(now)
    draft = unit.draft
    before = after if draft is None or draft.text is None else _right_in(unit, draft.text, glossary)
    named: dict[tuple[bool, bool], str] = {
        (True, True): "kept",
        (False, True): "fixed",
        (True, False): "broken",
        (False, False): "missing",
    }
    return tuple(
        TermVerdict(use.term, named[use.term in before, use.term in after], use.recased) for use in now
    )


def credit(edit: Edit, glossary: Glossary) -> dict[Term, str]:
    """Who last made each fixed or broken term what it is now; terms nobody touched are left out."""
    touched = {t.term for t in edit.terms if t.verdict in ("fixed", "broken")}
    if not touched:
        return {}
    unit = edit.unit
    who: dict[Term, str] = {}
    before = _right_in(unit, edit.draft, glossary)
    events = edit.unit.events
    start = next((n for n in range(len(events) - 1, -1, -1) if events[n].do == "draft"), -1)
    for event in events[start + 1 :]:
        if event.text is not None:
            after = _right_in(unit, event.text, glossary)
            who.update(dict.fromkeys((before ^ after) & touched, event.by))
            before = after
    return who


def tally(terms: Iterable[Sequence[TermVerdict]]) -> dict[str, int]:
    """How often each verdict was given."""
    count = Counter(t.verdict for each in terms for t in each)
    return {verdict: count[verdict] for verdict in VERDICTS}
