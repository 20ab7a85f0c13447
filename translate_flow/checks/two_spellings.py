"""One name spelt in two ways within a statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ..facts import Reading
from ..facts.gathered import Gathering
from ..language.dictionary import is_conjugated, is_ordinary
from ..language.tags import territories
from ..language.text import fold
from ..language.words import Span
from ..messages import Template
from ..model import Finding, Severity, Unit
from ..names.near import NearNames
from ..names.people import is_given, is_surname
from ..names.places import is_local
from . import Check, Example, Scene, Scope, quoted
from .messages import FIND_OUT, SPELT_IN_SOURCE, SPELT_IN_TARGET, about, explain, remedy

_LEAST = 6


class _Spellings:
    """Words that look like names on one side of a statement, and the commoner spelling of the rarer ones."""

    def __init__(self, words: Iterable[str], language: str) -> None:
        self.counts = Counter(words)
        self.usual: dict[str, str] = {}
        near = NearNames(self.counts)
        for word in self.counts:
            other = near.nearest(word)
            if other is not None and _one_name(word, other) and not _are_known(word, other, language):
                first, second = sorted(
                    (word, other), key=lambda w: (-self.counts[w], list(self.counts).index(w))
                )
                self.usual[second] = first


def _are_known(word: str, other: str, language: str) -> bool:
    """Whether both are names that there are: of people and places, or of countries and continents (*Sudáfrica*)."""
    return all(_is_known(w) or w in territories(language) for w in (word, other))


def _is_known(word: str) -> bool:
    """Whether people or a place are called so: *Chincheros* is not a slip of *Chinchero*."""
    return is_surname(word) or is_given(word) or is_local(word)


def _one_name(one: str, two: str) -> bool:
    """Whether two words differ as slips do: in accents, by a swap, or by one letter inside a long word."""
    a, b = fold(one), fold(two)
    if a == b or sorted(a) == sorted(b):
        return True
    return min(len(a), len(b)) >= 8 and a[0] == b[0] and a[-1] == b[-1] and abs(len(a) - len(b)) <= 1


def _words(reading: Reading) -> list[str]:
    """The words of a text that may be names, in order; what somebody is told to do is none: *Asegúrate*, *Asegúrese*."""
    spanish = reading.language == "es"
    return [word for word, _ in reading.capitalised if len(word) >= _LEAST and _may_be_name(word, spanish)]


@lru_cache(maxsize=1 << 16)
def _may_be_name(word: str, spanish: bool) -> bool:
    return not (word.isupper() or is_ordinary(word) or (spanish and is_conjugated(word)))


def _given(unit: Unit, scene: Scene) -> list[list[str]] | None:
    sides = [_words(scene.source(unit)), _words(scene.target(unit)) if unit.target else []]
    return sides if any(sides) else None


def _together(
    given: Iterable[tuple[Unit, list[list[str]] | None]], scene: Scene
) -> tuple[_Spellings, _Spellings]:
    some = [sides for _, sides in given if sides]
    languages = scene.source_language, scene.target_language
    first, second = (_Spellings((w for sides in some for w in sides[n]), languages[n]) for n in (0, 1))
    return first, second


def _seen(whole: tuple[_Spellings, _Spellings], unit: Unit, given: list[list[str]] | None) -> object:
    if given is None:
        return None
    return [
        [word, side.usual[word], side.counts[side.usual[word]]]
        for side, words in zip(whole, given, strict=True)
        for word in words
        if word in side.usual
    ]


_SPELLINGS = Gathering("two-spellings", _given, _together, _seen)
"""How names are spelt on either side of the statement."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    sources, targets = _SPELLINGS.of(scene)
    told: set[str] = set()
    if targets.usual:
        said = _said(unit, scene)
        for word, span in scene.target(unit).capitalised:
            if word in targets.usual and word not in told and not said(word, targets.usual[word]):
                told.add(word)
                yield _finding(unit, word, targets, span, SPELT_IN_TARGET)
    if sources.usual:
        for word, _ in scene.source(unit).capitalised:
            if word in sources.usual and word not in told:
                told.add(word)
                yield _finding(unit, word, sources, None, SPELT_IN_SOURCE)


def _said(unit: Unit, scene: Scene) -> Callable[[str, str], bool]:
    """Tells whether a word of the translation, with its commoner spelling, is right by the source or reported by others."""
    source, target = (
        {word for word, _ in side.capitalised} for side in (scene.source(unit), scene.target(unit))
    )
    slip = frozenset(word for word, _, _ in scene.slips(unit))
    compared = scene.source_language == "es" and scene.target_language == "en"

    def said(word: str, usual: str) -> bool:
        return word in source or word in slip or (compared and usual in source and usual not in target)

    return said


def _finding(unit: Unit, word: str, side: _Spellings, span: Span | None, said: Template) -> Finding:
    usual = side.usual[word]
    return Finding(
        "two-spellings",
        Severity.WARNING,
        unit.key,
        said(word=quoted(word), usual=quoted(usual), n=side.counts[usual]),
        span=span,
        hint=FIND_OUT(),
    )


TWO_SPELLINGS = Check(
    "two-spellings",
    about.TWO_SPELLINGS(),
    _run,
    explain=explain.TWO_SPELLINGS(),
    remedy=remedy.TWO_SPELLINGS(),
    example=Example(
        "Huancasancos", "Huancasancos, and then Huancasanocs.", "Huancasancos, and then Huancasancos."
    ),
    formal=True,
    scope=Scope.STATEMENT,
    gathers=(_SPELLINGS,),
)
