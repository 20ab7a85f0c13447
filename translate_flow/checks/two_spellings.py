"""One name spelt in two ways within a statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..facts import Reading
from ..language.dictionary import is_ordinary
from ..language.text import fold
from ..language.words import Span
from ..messages import Template
from ..model import Finding, Severity, Unit
from ..names.near import NearNames
from ..names.people import is_given, is_surname
from ..names.places import is_local
from . import Check, Example, Scene, Scope, quoted
from .messages import FIND_OUT, SPELT_IN_SOURCE, SPELT_IN_TARGET, about

_LEAST = 6


class _Spellings:
    """Words that look like names on one side of a statement, and the commoner spelling of the rarer ones."""

    def __init__(self, texts: Iterator[Reading]) -> None:
        words = Counter(
            word
            for text in texts
            for word, _ in text.capitalised
            if len(word) >= _LEAST and not word.isupper()
        )
        self.counts = Counter({word: n for word, n in words.items() if not is_ordinary(word)})
        self.usual: dict[str, str] = {}
        near = NearNames(self.counts)
        for word in self.counts:
            other = near.nearest(word)
            if other is not None and _one_name(word, other) and not (_is_known(word) and _is_known(other)):
                first, second = sorted(
                    (word, other), key=lambda w: (-self.counts[w], list(self.counts).index(w))
                )
                self.usual[second] = first


def _is_known(word: str) -> bool:
    """Whether people or a place are called so: *Chincheros* is no slip of *Chinchero*."""
    return is_surname(word) or is_given(word) or is_local(word)


def _one_name(one: str, two: str) -> bool:
    """Whether two words differ as slips do: in accents, by a swap, or by one letter inside a long word."""
    a, b = fold(one), fold(two)
    if a == b or sorted(a) == sorted(b):
        return True
    return min(len(a), len(b)) >= 8 and a[0] == b[0] and a[-1] == b[-1] and abs(len(a) - len(b)) <= 1


def _sources(scene: Scene) -> _Spellings:
    return _Spellings(scene.source(unit) for unit in scene.edition.units)


def _targets(scene: Scene) -> _Spellings:
    return _Spellings(scene.target(unit) for unit in scene.edition.units if unit.target)


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    targets = scene.memo("two-spellings-target", _targets)
    told: set[str] = set()
    if targets.usual:
        for word, span in scene.target(unit).capitalised:
            if word in targets.usual and word not in told:
                told.add(word)
                yield _finding(unit, word, targets, span, SPELT_IN_TARGET)
    sources = scene.memo("two-spellings-source", _sources)
    if sources.usual:
        for word, _ in scene.source(unit).capitalised:
            if word in sources.usual and word not in told:
                told.add(word)
                yield _finding(unit, word, sources, None, SPELT_IN_SOURCE)


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
    explain="Two words that are in no dictionary differ as slips of the pen do: in their accents, by letters that "
    "changed places, or, from eight letters on, by one letter. The rarer spelling is shown, on either side of the "
    "statement.",
    remedy="Find out which one is right, write it everywhere, and add the name to the glossary.",
    example=Example(
        "Huancasancos", "Huancasancos, and then Huancasanocs.", "Huancasancos, and then Huancasancos."
    ),
    formal=True,
    scope=Scope.STATEMENT,
)
