"""Words of the source's language left in the translation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from ..facts import Reading
from ..language.detect import function_words, own_words
from ..language.dictionary import is_conjugated, is_english, is_spanish, is_verb_form
from ..language.knowledge import of
from ..language.spans import Spans
from ..language.text import squeeze
from ..language.words import WORD, Span, folded, folded_words
from ..model import Finding, Kind, Policy, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import NOT_TRANSLATED, TRANSLATE_IT, TRANSLATE_OR_MARK, about, explain, remedy

_WINDOW = 6
"""Words that are looked at together."""
_SENTENCE = 3
"""Words of a sentence of the source that is not in the translation by chance."""
_MANY = 50
"""Sentences of one paragraph beyond which they are not simply looked for one by one."""
_LOOKED = 120
"""Characters of a sentence by which it is looked up there."""
_COPIED = 5
"""Words in the source's order that no name has."""
_OPENS, _CLOSES = frozenset("«“\"‘'¡¿"), frozenset("»”\"’'!?")
_DICTIONARIES = {"es": is_spanish, "en": is_english}


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    here, there = scene.source(unit), scene.target(unit)
    if here.language == there.language or unit.segment.kind is Kind.NAME:
        return
    if here.words == there.words and squeeze(unit.segment.text) == squeeze(unit.target):
        return  # another check says so
    span = _whole(here, there) or _window(here, there) or _copied(here, there)
    if span is None:
        yield from _single(unit, scene)
    else:
        yield Finding(
            "source-left",
            Severity.ERROR,
            unit.key,
            NOT_TRANSLATED(words=quoted(there.plain.text[slice(*span)])),
            span=there.plain.span(*span),
            hint=TRANSLATE_IT(),
        )


def _whole(here: Reading, there: Reading) -> Span | None:
    """A sentence of the source that is in the translation word by word."""
    text = there.plain.text
    find = text.find if len(here.sentences) <= _MANY else _Places(text).find
    for start, end in here.sentences:
        sentence = here.plain.text[start:end].rstrip(".!?…: ")
        at = find(sentence) if sentence else -1
        if at < 0:
            continue
        words = WORD.findall(sentence)
        plain = [w for w in words if w[0].islower() and not _of_the_target(w, there.language)]
        if len(words) >= _SENTENCE and plain and _ordinary(plain, here.language):
            return at, at + len(sentence)
    return None


class _Places:
    """A long text in which many sentences are looked for: what it says from each of its words on, in the alphabet's order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows = sorted((text[at : at + _LOOKED], at) for at in (w.start() for w in WORD.finditer(text)))

    def find(self, sentence: str) -> int:
        """A place where the sentence is, signs before its first word left out, -1 if nowhere."""
        first = WORD.search(sentence)
        if first is None:
            return -1
        words = sentence[first.start() :]
        for at in range(bisect_left(self._rows, (words[:_LOOKED], 0)), len(self._rows)):
            row, place = self._rows[at]
            if not row.startswith(words[:_LOOKED]):
                break
            if self._text.startswith(words, place):
                return place - first.start()
        return -1


def _window(here: Reading, there: Reading) -> Span | None:
    """Six words in a row of which most are of the source's language: small ones, and at least one that says something."""
    own = own_words(here.language, there.language)
    low = there.seen.vocabulary if there.words is there.seen.written else map(str.lower, there.words)
    if len(own.intersection(low)) < 2:
        return None
    found = list(WORD.finditer(there.plain.text))
    for first in range(max(1, len(found) - _WINDOW + 1)):
        window = found[first : first + _WINDOW]
        words = [m[0] for m in window]
        if len(words) < _WINDOW:
            return None
        small = sum(w.lower() in own for w in words)
        if small < 2:
            continue
        saying = [w for w in words if w[0].islower() and w.lower() not in own]
        foreign = [w for w in saying if not _of_the_target(w, there.language)]
        if len(foreign) >= 2 and len(saying) == len(foreign) and small + len(foreign) >= _WINDOW - 1:
            start, end = window[0].start(), window[-1].end()
            if not _is_address(there.plain.text[start:end]):
                return start, end
    return None


def _copied(here: Reading, there: Reading) -> Span | None:
    """Five words in a row that the source has in the same order, two of them in small letters and no words of the translation's
    language; a title or cry quoted as it is does not count."""
    ours, theirs = tuple(here.words), tuple(there.words)
    shared = frozenset(ours).intersection(theirs)
    if len(shared) < _COPIED:
        return None
    own = own_words(here.language, there.language)
    if not any(
        w[0].islower() and w.lower() not in own and not _of_the_target(w, there.language) for w in shared
    ):
        return None  # as of most: names
    rows = {ours[n : n + _COPIED] for n in range(len(ours) - _COPIED + 1)}
    starts = [n for n in range(len(theirs) - _COPIED + 1) if theirs[n : n + _COPIED] in rows]
    begun = frozenset(starts)
    for n in starts:
        words = theirs[n : n + _COPIED]
        saying = [w for w in words if w[0].islower() and w.lower() not in own]
        if sum(not _of_the_target(w, there.language) for w in saying) < 2 or not _ordinary(
            saying, here.language
        ):
            continue
        last = n + _COPIED - 1
        while last + 1 - _COPIED + 1 in begun:
            last += 1
        found = list(WORD.finditer(there.plain.text))
        start, end = found[n].start(), found[last].end()
        text = there.plain.text
        if _is_address(text[start:end]):
            continue
        if text[start - 1 : start] in _OPENS and text[end : end + 2].lstrip(".,!?…")[:1] in _CLOSES:
            continue
        return start, end
    return None


def _single(unit: Unit, scene: Scene) -> Iterator[Finding]:
    """Single words of the source among those of the translation, neither marked as foreign, explained nor in the glossary."""
    here, there = scene.source(unit), scene.target(unit)
    if here.language not in _DICTIONARIES or there.language not in _DICTIONARIES:
        return
    fine = _fine(here.language, there.language)
    shared = (here.seen.vocabulary & there.seen.vocabulary) - fine
    if not shared:
        return
    small = own_words(here.language, there.language)
    strange = [w for w in shared if _is_foreign(w, w in small, here.language, there.language)]
    if len(fine) < _MOST:
        fine |= shared.difference(strange)
    if not strange:
        return
    kept = scene.memo("source-left-kept", _kept)
    terms = Spans([span for use in scene.terms(unit) for span in use.there])
    for n, word in enumerate(there.seen.written):
        if word not in strange or folded(word) in kept or not _stands_alone(there, n, word in small):
            continue
        start, end = there.seen.span(n)
        span = there.plain.span(start, end)
        if terms.hold(*span) or _is_marked(unit.target, span) or there.plain.text[end : end + 2] in _EXPLAINS:
            continue
        if word in of(here.language).words("names", "divisions") and _OF_A_PLACE.match(there.plain.text, end):
            continue
        yield Finding(
            "source-left",
            Severity.WARNING,
            unit.key,
            NOT_TRANSLATED(words=quoted(word)),
            span=span,
            hint=TRANSLATE_OR_MARK(),
        )


_OF_A_PLACE = re.compile(r"\s+(?:of\s+(?:the\s+)?)?[^\W\d_a-záéíóúñü]")
"""Behind a word for a division of the land, the name of one."""
_EXPLAINS = frozenset({" (", " [", " –", " —"})
_OPENS_MARK = re.compile(r"[*_`“\"«‘(\[]|<(?:i|em|q|cite|b|strong|code|span)\b[^<>]*>")
_CLOSES_MARK = re.compile(r"[*_`”\"»’)\]]|</")
_JOINTS = frozenset("-‑/@#.:_’'")


_PREFIX = re.compile(
    r"(?:pre|post|anti|sub|super|inter|multi|micro|macro|bio|neuro|neo|auto|hetero|homo|homeo|co)(?=.{4})"
)
"""Learned ones, which both languages put before words."""


@cache
def _fine(language: str, other: str) -> set[str]:
    """Words that may stand in a translation, as far as they have been looked up."""
    return set()


_MOST = 1 << 16


def _is_foreign(word: str, small: bool, language: str, other: str) -> bool:
    """Whether a word, in small letters, is one of the source's language and none of the translation's."""
    if small:
        return len(word) > 1 and not _DICTIONARIES[other](word)
    if word in of(other).words("borrowed") or word in _measures(other):
        return False
    if len(word) < 4 or _of_the_target(word, other) or _of_the_target(_PREFIX.sub("", word), other):
        return False
    return _DICTIONARIES[language](word) or (
        language == "es" and (is_conjugated(word) or (not word.isascii() and is_verb_form(word)))
    )


@cache
def _measures(language: str) -> frozenset[str]:
    """What a language calls units and currencies, those of other countries too: *guaraníes* is English as well."""
    known = of(language)
    return frozenset((*known.phrases("units"), *known.phrases("currencies")))


def _stands_alone(there: Reading, n: int, small: bool) -> bool:
    """Whether a word is in small letters and is part of no address; a small word has to be between words of its sentence."""
    words = there.seen
    before = words.pieces[2 * n][-1:]
    if before in _JOINTS or (words.pieces[2 * n + 2] in _JOINTS and n + 1 < len(words.written)):
        return False
    if not small:
        return True
    beside = words.written[max(0, n - 1) : n] + words.written[n + 1 : n + 2]
    return len(beside) == 2 and all(w.islower() and _of_the_target(w, there.language) for w in beside)


def _is_marked(text: str, span: Span) -> bool:
    """Whether a place of a text is in italics, quotation marks or brackets, by what was opened before and not closed."""
    for opened in _OPENS_MARK.finditer(text, max(0, span[0] - _MARKED), span[0]):
        if _CLOSES_MARK.search(text, opened.end(), span[0]) is None:
            return True
    return False


_MARKED = 200
"""Characters that a mark can reach."""


def _kept(scene: Scene) -> frozenset[str]:
    """Words that may be in a translation as they are, by the glossary; folded."""
    forms = [form for term in scene.glossary.terms for form in (term.target, *term.accepted)]
    forms += [term.es for term in scene.glossary.terms if term.policy is not Policy.TRANSLATE]
    return frozenset(word for form in forms for word in folded_words(form))


def _is_address(stretch: str) -> bool:
    return stretch.count("/") > 1 or "@" in stretch


def _of_the_target(word: str, language: str) -> bool:
    """Whether a word is one of the translation's language, as far as that is known."""
    known = _DICTIONARIES.get(language)
    return word.lower() in function_words(language) or (known is not None and known(word))


def _ordinary(words: Sequence[str], language: str) -> bool:
    """Whether one of the words is an ordinary one of the language, or nothing is known of it."""
    known = _DICTIONARIES.get(language)
    small = function_words(language)
    return known is None or any(known(word) and word.lower() not in small for word in words)


SOURCE_LEFT = Check(
    "source-left",
    about.SOURCE_LEFT(),
    _run,
    explain=explain.SOURCE_LEFT(),
    remedy=remedy.SOURCE_LEFT(),
    example=Example(
        "Marcharon juntos. La plaza quedó llena de gente.",
        "They marched together. La plaza quedó llena de gente.",
        "They marched together with the *Frente de Defensa de los Intereses del Pueblo*.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
