"""Links, bold and italics that are around other words than in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations

from ..facts import Reading
from ..language import of
from ..language.cognates import beginnings, counted
from ..language.text import fold
from ..language.words import folded_words
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import LINKS_CROSSED, MARK_SAME, MARKS_CROSSED, SAME_WORDS, STYLES, about, explain, remedy

_SIGNS = ("](", "][", "*", "_", "<")
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)")
_KINDS = {"**": "bold", "__": "bold", "*": "italic", "_": "italic", "~~": "struck", "b": "bold", "strong": "bold", "i": "italic", "em": "italic"}  # fmt: skip
_FAR = 0.5
"""Part of the text's length by which marked words move in no right translation."""
_LONG = 12
"""Words of a text in which nothing goes from one end to the other."""
_SHORT = 0.6
"""Part of the text that, if marked, cannot be said to have moved."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """Words with a mark around them."""

    kind: str
    """Where a link leads, or `bold`, `italic`."""
    link: bool
    start: int
    """In the marked text."""
    end: int
    text: str
    """As a reader sees them."""
    middle: float
    """Where in the text they are, 0 at its start and 1 at its end."""
    values: frozenset[str] = frozenset()
    """What the numbers in words among them mean."""
    things: frozenset[str] = frozenset()
    """What they say a link leads to, by the rows of [linked]: a report, a letter."""
    rest: str = ""
    """Its other words."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    source, target = unit.segment.text, unit.target
    if not any(sign in source for sign in _SIGNS) or not any(sign in target for sign in _SIGNS):
        return
    here, there = scene.source(unit), scene.target(unit)
    ours, theirs = _marked(here), _marked(there)
    if not ours or Counter(m.kind for m in ours) != Counter(m.kind for m in theirs):
        return  # lost or new ones are another check's
    crossed = _crossed(ours, theirs)
    if crossed is not None:
        one, other, certain = crossed
        yield Finding(
            "mark-moved",
            Severity.ERROR if certain else Severity.WARNING,
            unit.key,
            (LINKS_CROSSED if one.link and other.link else MARKS_CROSSED)(
                first=quoted(one.text), second=quoted(other.text)
            ),
            span=(one.start, one.end),
            hint=SAME_WORDS(first=quoted(_of(ours, one).text), second=quoted(_of(ours, other).text)),
        )
        return
    words = [(a, b) for a, b in zip(_in_turn(ours), _in_turn(theirs), strict=True) if not a.link]
    if not words:
        return
    source_words, target_words = counted(here.plain.text), counted(there.plain.text)
    for one, other in words:
        if (
            _without_number(one, other, there)
            or _without_number(other, one, here)
            or _moved(one, other, source_words, target_words, len(there.words) > _LONG)
        ):
            yield Finding(
                "mark-moved",
                Severity.WARNING,
                unit.key,
                messages.MARK_MOVED(
                    source=quoted(one.text), style=STYLES[one.kind](), target=quoted(other.text)
                ),
                span=(other.start, other.end),
                hint=MARK_SAME(),
            )


def _marked(reading: Reading) -> list[_Marked]:
    """Words with a mark around them, in order; marks around the whole text are left out."""
    text, plain = reading.text, reading.plain
    found: list[_Marked] = []
    for pair in plain.around:
        opening, closing = text[pair.start : pair.inner], text[pair.outer : pair.end]
        tag = _TAG.match(opening)
        link = closing[:1] == "]" or (tag is not None and tag[1][0] == "a")
        kind = _target(opening, closing) if link else _KINDS.get(tag[1].lower() if tag else opening, "")
        inside = text[pair.inner : pair.outer].strip("*_ ")
        if not kind or not inside or opening.startswith("!"):
            continue
        if not link and len(inside) > _SHORT * len(plain.text):
            continue
        middle = (pair.inner + pair.outer) / 2 / max(1, len(text))
        values = _values(reading, pair.inner, pair.outer)
        things, rest = _things(inside, reading.language) if link else (frozenset[str](), "")
        found.append(_Marked(kind, link, pair.start, pair.end, inside, middle, values, things, rest))
    return sorted(found, key=lambda m: m.start)


def _values(reading: Reading, start: int, end: int) -> frozenset[str]:
    """What the numbers in words mean that are in a stretch of a text."""
    inside = (f.readings for f in reading.figures if f.spelled and f.certain and start <= f.start < end)
    return frozenset(chain.from_iterable(inside))


def _things(text: str, language: str) -> tuple[frozenset[str], str]:
    """What words say a link leads to, empty if that is not known, and its other words."""
    known, words = _linked(language), folded_words(text)
    rows = [known[word] for word in words if word in known]
    rest = [word for word in words if word not in known]
    return frozenset(chain.from_iterable(rows)), " ".join(rest)


@cache
def _linked(language: str) -> Mapping[str, frozenset[str]]:
    """The rows of [linked] that each word, folded, belongs to."""
    known = of(language)
    found: dict[str, frozenset[str]] = {}
    for row in known.table("linked"):
        for word in known.words("linked", row):
            found[fold(word)] = found.get(fold(word), frozenset()) | {row}
    return found


def _target(opening: str, closing: str) -> str:
    return closing[1:] if closing[:1] == "]" else opening


def _of(marked: Sequence[_Marked], other: _Marked) -> _Marked:
    return next(m for m in marked if m.kind == other.kind)


def _crossed(ours: Sequence[_Marked], theirs: Sequence[_Marked]) -> tuple[_Marked, _Marked, bool] | None:
    """Two marks of the translation whose words are each other's, and whether the words themselves show it."""
    once = [k for k, count in Counter(m.kind for m in ours).items() if count == 1]
    for one, other in combinations([m for m in theirs if m.kind in once], 2):
        first, second = _of(ours, one), _of(ours, other)
        straight = _like(first, one) + _like(second, other)
        across = _like(first, other) + _like(second, one)
        turned = (first.start < second.start) != (one.start < other.start)
        if across > straight or (turned and across == straight):
            return one, other, across > straight
    return None


def _like(one: _Marked, other: _Marked) -> int:
    """How much words have in common. Words for two different things are not alike, whatever their letters: *carta*, French *carte*."""
    same = one.things & other.things
    ours, theirs = one.text, other.text
    if one.things and other.things and not same:
        ours, theirs = one.rest, other.rest
    return len(beginnings(ours) & beginnings(theirs)) + len(same)


def _in_turn(marked: Sequence[_Marked]) -> list[_Marked]:
    return sorted(marked, key=lambda m: (m.kind, m.start))


def _without_number(one: _Marked, other: _Marked, there: Reading) -> bool:
    """Whether a number in words that one text marks is in the other one, without the mark: ***cinco** detenidos*, *five **detainees***."""
    if not one.values or not one.values.isdisjoint(other.values):
        return False
    outside = (f for f in there.figures if f.certain and not other.start <= f.start < other.end)
    inside = (f for f in there.figures if other.start <= f.start < other.end)
    return any(one.values & f.readings for f in outside) and not any(one.values & f.readings for f in inside)


def _moved(
    one: _Marked, other: _Marked, source: Mapping[str, int], target: Mapping[str, int], long: bool
) -> bool:
    """Whether a mark is certainly around other words: what it marks is elsewhere, or the place is too far away.

    `source`, `target`: what the texts may have in common, and how often; `long`: whether nothing goes from one end of it to the other.
    """
    ours, theirs = beginnings(one.text), beginnings(other.text)
    if ours & theirs:
        return False
    here, there = counted(one.text), counted(other.text)
    for word in ours | theirs:
        beside_ours = source.get(word, 0) > here[word]
        beside_theirs = target.get(word, 0) > there[word]
        if (word in ours and beside_theirs and not beside_ours) or (
            word in theirs and beside_ours and not beside_theirs
        ):
            return (
                True  # the same figure, name or learned word is in the other text, and only without the mark
            )
    # A subject goes from the end of a Spanish sentence to the head of an English one; the other way nothing does.
    forward = other.middle - one.middle
    return forward > _FAR or (-forward > _FAR and long)


MARK_MOVED = Check(
    "mark-moved",
    about.MARK_MOVED(),
    _run,
    explain=explain.MARK_MOVED(),
    remedy=remedy.MARK_MOVED(),
    example=Example(
        "Lea el [informe](https://example.org/a) y la [lista](https://example.org/b).",
        "Read the [report](https://example.org/b) and the [list](https://example.org/a).",
        "Read the [report](https://example.org/a) and the [list](https://example.org/b).",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
