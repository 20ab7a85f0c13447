"""Faults of translations, put into right ones: one function a kind, one row each in `KINDS`.

A fault looks at a pair and gives every way in which a translator, an engine or an editor could have got it wrong in
that respect; the measure (`bench/inject.py`) draws one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import marks, names, numbers, sentences, words
from .pair import Faulty, Pair

__all__ = ["KINDS", "Faulty", "Kind", "Pair"]


@dataclass(frozen=True)
class Kind:
    """A kind of fault."""

    name: str
    inject: Callable[[Pair], Iterator[Faulty]]
    """All ways to put it into a pair; none if the pair does not have what it needs."""
    aim: int = 0
    """Percent that the checks should find; 0 if none is set."""


KINDS: tuple[Kind, ...] = (
    Kind("digit changed", numbers.digit, 97),
    Kind("number dropped", numbers.dropped, 97),
    Kind("two numbers exchanged", numbers.exchanged, 97),
    Kind("thousand ↔ decimal", numbers.thousand, 97),
    Kind("day", numbers.day, 97),
    Kind("month", numbers.month, 97),
    Kind("year", numbers.year, 97),
    Kind("weekday", numbers.weekday, 97),
    Kind("half of the day", numbers.half_day, 97),
    Kind("number in words", numbers.in_words, 97),
    Kind("million ↔ billion", numbers.scale, 97),
    Kind("unit", numbers.unit, 97),
    Kind("currency", numbers.currency, 97),
    Kind("percent lost", numbers.percent_lost, 97),
    Kind("percent → points", numbers.points, 97),
    Kind("hedge dropped", numbers.hedge_dropped, 60),
    Kind("hedge turned", numbers.hedge_turned, 80),
    Kind("negation dropped", words.negation_dropped, 85),
    Kind("negation added", words.negation_added, 95),
    Kind("opposite", words.opposite),
    Kind("person turned", words.person),
    Kind("stage of a trial turned", words.justice),
    Kind("allowed ↔ forbidden", words.stand),
    Kind("name: one letter", names.letter, 90),
    Kind("name dropped", names.dropped, 95),
    Kind("another name", names.other, 95),
    Kind("two names exchanged", names.exchanged, 80),
    Kind("accent of a name lost", names.accent, 80),
    Kind("last word of a name lost", names.last_word, 80),
    Kind("sentence dropped", sentences.dropped, 85),
    Kind("short sentence dropped", sentences.short_dropped, 85),
    Kind("sentence added", sentences.added, 60),
    Kind("sentence twice", sentences.twice, 90),
    Kind("tail cut", sentences.tail, 80),
    Kind("clause cut", sentences.clause),
    Kind("Spanish sentence left", sentences.left, 98),
    Kind("one word left", words.word_left),
    Kind("six words left", sentences.six_words, 50),
    Kind("whole segment left", sentences.whole, 98),
    Kind("neighbour's paragraph", sentences.neighbour, 90),
    Kind("neighbour's sentence", sentences.neighbours_sentence, 70),
    Kind("bold lost", marks.bold_lost, 95),
    Kind("italic lost", marks.italic_lost, 95),
    Kind("link lost", marks.link_lost, 95),
    Kind("footnote lost", marks.footnote_lost, 95),
    Kind("links crossed", marks.links_crossed, 95),
    Kind("bold ↔ italic", marks.bold_italic, 95),
    Kind("bold moved", marks.bold_moved, 90),
    Kind("address altered", marks.address, 95),
    Kind("all quotation marks lost", words.unquoted),
    Kind("quotation mark lost", words.quote, 90),
    Kind("bracket lost", words.bracket, 90),
    Kind("word doubled", words.doubled, 95),
    Kind("glossary term replaced", names.term, 95),
)
