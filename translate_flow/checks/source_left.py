"""Words of the source's language left in the translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..facts import Reading
from ..language.detect import function_words, own_words
from ..language.dictionary import is_english, is_spanish
from ..language.text import squeeze
from ..language.words import WORD, Span
from ..model import Finding, Kind, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import NOT_TRANSLATED, TRANSLATE_IT, about, explain, remedy

_WINDOW = 6
"""Words that are looked at together."""
_SENTENCE = 3
"""Words of a sentence of the source that is not in the translation by chance."""
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
    if span is not None:
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
    for start, end in here.sentences:
        sentence = here.plain.text[start:end].rstrip(".!?…: ")
        at = text.find(sentence) if sentence else -1
        if at < 0:
            continue
        words = WORD.findall(sentence)
        plain = [w for w in words if w[0].islower() and not _of_the_target(w, there.language)]
        if len(words) >= _SENTENCE and plain and _ordinary(plain, here.language):
            return at, at + len(sentence)
    return None


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
    for n in starts:
        words = theirs[n : n + _COPIED]
        saying = [w for w in words if w[0].islower() and w.lower() not in own]
        if sum(not _of_the_target(w, there.language) for w in saying) < 2 or not _ordinary(
            saying, here.language
        ):
            continue
        last = n + _COPIED - 1
        while last + 1 - _COPIED + 1 in starts:
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
