"""A sentence, or a good part of one, that only one side has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..facts import Reading
from ..facts.beads import MOST, cheapest_beads, said, texts
from ..facts.gathered import Gathering
from ..language import of
from ..language.cognates import after_last_shared, beginnings
from ..language.lengths import deviation, ratio
from ..language.numbers import FigureKind, figures
from ..language.unfinished import last_word
from ..language.words import WORD, Span
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import (
    OTHER_PARAGRAPH,
    REMOVE_SENTENCE,
    SEE_ADDED,
    SEE_LEFT_OUT,
    SEE_PARAGRAPH,
    SENTENCE_ADDED,
    SENTENCE_SHORT,
    STOPS,
    TOO_LONG,
    TOO_SHORT,
    TRANSLATE_SENTENCE,
    about,
    explain,
    remedy,
)

_CUT = 3.5
"""Standard deviations by which a translation of as many sentences may be longer or shorter."""
_SURE = 4.5
"""Standard deviations from which on length alone is reason to ask somebody; below, it is a remark, as no word shows what may be missing."""
_SHORTER, _TAIL = 1.8, 5.6
"""The same of one sentence, if its deviation and that of what follows the last word that both have make so much: its end was cut."""
_BESIDE = 1.0
"""Standard deviations by which the sentences beside one that was cut are longer at most: else they took up what it lacks."""
_STOPPED = 1.6
"""The same where its last word ends few sentences."""
_LENGTHENED = 0.5
"""Standard deviations by which a translation may be longer that lost a sentence, or shorter that gained one."""
_WORDS = 6
"""Words of a translation that is compared with the paragraphs beside its own."""
_SHARED = 2
"""Words that a text may have in common with a translation of another one: small ones, the place it is about."""
_FOREIGN = 3
"""Figures, names and learned words in common that tell whose translation it is."""
_TOLD_APART = 1.0
"""Standard deviations by which a translation may be longer or shorter that made several sentences of one, or one of several."""
_LEAST = 60
"""Characters of a text whose length is judged."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    here, there = scene.source(unit), scene.target(unit)
    if _elsewhere(unit, scene):
        yield Finding("sentence-lost", Severity.WARNING, unit.key, OTHER_PARAGRAPH(), hint=SEE_PARAGRAPH())
        return
    usual = ratio(here.language, there.language)
    source, target = here.plain.text, there.plain.text
    if usual is None or not target.strip():
        return
    off = deviation(len(source), len(target), usual)
    stopped = _stops(here, there, off)
    if stopped:
        yield Finding(
            "sentence-lost", Severity.WARNING, unit.key, STOPS(word=quoted(stopped)), hint=SEE_LEFT_OUT()
        )
        return
    ours, theirs = here.sentences, there.sentences
    short = off <= -_CUT or (len(ours) == 1 and _is_cut(source, target, off, usual))
    if len(ours) == len(theirs) and off < _CUT and not short:
        yield from _cut_sentences(unit, here, there, usual)
        return
    if _is_one_of_many(len(ours), len(theirs)) and abs(off) < _TOLD_APART:
        return
    if max(len(ours), len(theirs)) > 1 and max(len(ours), len(theirs)) <= MOST:
        lost, added = _unpaired(here, there, usual)
        # A text that lost a sentence is not longer than usual, nor shorter one that gained one.
        lost = tuple(n for n in lost if off < _LENGTHENED and _says(source[slice(*ours[n])], here.language))
        added = tuple(
            n for n in added if off > -_LENGTHENED and _says(target[slice(*theirs[n])], there.language)
        )
        if lost or added:
            yield from _sentences(unit, there, ours, theirs, (lost, added), source)
            return
    if (off >= _CUT or short) and len(source) >= _LEAST:
        yield Finding(
            "sentence-lost",
            _severity(off),
            unit.key,
            TOO_LONG() if off > 0 else TOO_SHORT(),
            hint=SEE_ADDED() if off > 0 else SEE_LEFT_OUT(),
        )


def _is_one_of_many(ours: int, theirs: int) -> bool:
    """Whether one sentence may have become several, or several one, more of them than go together two by two."""
    return min(ours, theirs) == 1 and max(ours, theirs) > 2


def _severity(off: float) -> Severity:
    """Of a text that is unusually long or short, by its deviation."""
    return Severity.WARNING if abs(off) >= _SURE else Severity.INFO


def _stops(here: Reading, there: Reading, off: float) -> str | None:
    """The word with which a translation stops in the middle of a sentence."""
    if len(there.sentences) > 1:
        off = 0  # of the whole, which says little of the last sentence
    last = last_word(there.plain.text, there.language)
    if last is None or last_word(here.plain.text, here.language) is not None:
        return None
    word, never = last
    return word if never or off < -_STOPPED else None


def _is_cut(source: str, target: str, off: float, usual: float) -> bool:
    """Whether the end of a sentence was cut: it is short, and much shorter behind the last word that both texts have."""
    if off >= -_SHORTER or len(source) < _LEAST:
        return False
    return off <= -_CUT or off + deviation(*after_last_shared(source, target), usual) < -_TAIL


def _cut_sentences(unit: Unit, here: Reading, there: Reading, usual: float) -> Iterator[Finding]:
    """Of texts with as many sentences, those whose end was cut."""
    if not 1 < len(here.sentences) <= MOST:
        return
    ours, theirs = texts(here), texts(there)
    off = [deviation(len(one), len(other), usual) for one, other in zip(ours, theirs, strict=True)]
    for n, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        beside = (*off[max(0, n - 1) : n], *off[n + 1 : n + 2])
        if max(beside) < _BESIDE and _is_cut(one, other, off[n], usual):
            yield Finding(
                "sentence-lost",
                _severity(off[n]),
                unit.key,
                SENTENCE_SHORT(sentence=quoted(other)),
                span=there.plain.span(*there.sentences[n]),
                hint=SEE_LEFT_OUT(),
            )


def _elsewhere(unit: Unit, scene: Scene) -> bool:
    """Whether a translation has next to nothing in common with its source, and much with the paragraph beside it."""
    here, there = scene.source(unit), scene.target(unit)
    if here.language == there.language or len(there.words) < _WORDS:
        return False
    if len(here.vocabulary & there.vocabulary) > _SHARED:
        return False
    own, said = beginnings(here.plain.text), beginnings(there.plain.text)
    same = len(own & said)
    if same > 1:
        return False
    units = scene.edition.units
    at = _PLACES.of(scene).places[unit.key]
    return any(
        len(said & beginnings(scene.source(units[n]).plain.text) - own) >= _FOREIGN + same
        for n in (at - 1, at + 1)
        if 0 <= n < len(units)
    )


class _Places:
    """Where each paragraph is among the others."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.places = {unit.key: n for n, unit in enumerate(units)}

    def beside(self, unit: Unit) -> list[str]:
        """The sources of the paragraphs before and behind it."""
        at = self.places[unit.key]
        return [self.units[n].segment.text for n in (at - 1, at + 1) if 0 <= n < len(self.units)]


_PLACES = Gathering(
    "sentence-lost-places",
    lambda unit, scene: None,
    lambda given, scene: _Places(scene.edition.units),
    lambda whole, unit, given: whole.beside(unit),
)
"""The paragraphs beside each."""


def _says(sentence: str, language: str) -> bool:
    """Whether it is more than a stray sign, a letter or two (“P.D.”) or the number of what follows (“FIRST.”)."""
    words = WORD.findall(sentence)
    if len(words) == 1 and any(
        f.form == words[0] and f.kind is FigureKind.ORDINAL for f in figures(sentence, language)
    ):
        return False
    return sum(map(str.isalnum, sentence)) > 2


def _sentences(
    unit: Unit,
    there: Reading,
    ours: Sequence[Span],
    theirs: Sequence[Span],
    found: tuple[Sequence[int], Sequence[int]],
    source: str,
) -> Iterator[Finding]:
    for n in found[0]:
        words = quoted(source[slice(*ours[n])])
        yield Finding(
            "sentence-lost",
            Severity.WARNING,
            unit.key,
            messages.SENTENCE_LOST(sentence=words),
            hint=TRANSLATE_SENTENCE(),
        )
    for n in found[1]:
        span = there.plain.span(*theirs[n])
        words = quoted(there.plain.text[slice(*theirs[n])])
        yield Finding(
            "sentence-lost",
            Severity.WARNING,
            unit.key,
            SENTENCE_ADDED(sentence=words),
            span=span,
            hint=REMOVE_SENTENCE(),
        )


def _unpaired(here: Reading, there: Reading, usual: float) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Sentences of either side without partner, each in order.

    One that has a partner once both sides are cut into their clauses is not without: *…; nadie murió*, *… . Nobody died*.
    """
    ours, theirs = texts(here), texts(there)
    lost, added = _alone(cheapest_beads(ours, theirs, usual, (said(here), said(there))))
    if lost or added:
        one, first = _clauses(ours, here.language)
        other, second = _clauses(theirs, there.language)
        if len(one) + len(other) > len(ours) + len(theirs) and max(len(one), len(other)) <= MOST:
            gone, come = (set(some) for some in _alone(cheapest_beads(one, other, usual)))
            lost = tuple(n for n in lost if any(at == n and k in gone for k, at in enumerate(first)))
            added = tuple(n for n in added if any(at == n and k in come for k, at in enumerate(second)))
    return lost, added


def _alone(ways: Sequence[tuple[int, int, int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    lost = tuple(i for i, end, j, other in ways for i in range(i, end) if j == other)
    added = tuple(j for i, end, j, other in ways for j in range(j, other) if i == end)
    return lost, added


def _clauses(sentences: Sequence[str], language: str) -> tuple[tuple[str, ...], list[int]]:
    """The sentences cut where another language may begin a new one, and the number of the sentence each piece is of.

    That is at semicolons, colons, and relative clauses behind a comma: *…, que está formada por …*: *… . It consists of …*
    """
    cut = _joints(language)
    pieces = [(piece, n) for n, text in enumerate(sentences) for piece in cut.split(text) if piece]
    return tuple(piece for piece, _ in pieces), [n for _, n in pieces]


@cache
def _joints(language: str) -> re.Pattern[str]:
    relative = "|".join(sorted(of(language).words("negation", "opening"))) or "(?!)"
    return re.compile(rf"(?<=[;:])\s+|(?<=,)\s+(?=(?:{relative})\b)")


SENTENCE_LOST = Check(
    "sentence-lost",
    about.SENTENCE_LOST(),
    _run,
    explain=explain.SENTENCE_LOST(),
    remedy=remedy.SENTENCE_LOST(),
    example=Example(
        "Marcharon juntos. Nadie los detuvo. La plaza quedó llena de gente.",
        "They marched together. The square was left full of people.",
        "They marched together and nobody stopped them. The square was left full of people.",
    ),
    scope=Scope.SOURCES,
    gathers=(_PLACES,),
)
