"""What of a source text must not differ where another counts as nearly the same. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from ..glossary import Glossary
from ..glossary.kinds import traits
from ..language import calendar
from ..language.negation import denying_words
from ..language.numbers import Figure, FigureKind, figures
from ..language.numbers.units import beside, units
from ..model import Match
from ..names.words import line_words
from .words import tokens

_HALF_DAY = re.compile(r"\b([ap])\.?\s?m\b\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_ARTICLES = frozenset({"un", "una", "uno", "unos", "unas", "a", "an", "one"})
_OPENS = re.compile(r"(?:^|[.!?…:\n][\s\"'”’»)*_]*|[¿¡“«\"—–(*_•-]\s*)\Z")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that has to be the same, in the same order."""

    value: str
    """What is compared."""
    shown: str = field(compare=False)
    """How it is in the text."""


@dataclass(frozen=True, slots=True)
class Capital:
    """A word with a capital."""

    text: str
    low: str
    """In small letters."""
    start: int
    inside: bool
    """It does not open a sentence, where a capital says nothing."""


@dataclass(frozen=True)
class SourceFacts:
    """What of a source text must not differ: looked for when it is asked for, and then once."""

    text: str
    language: str
    glossary: Glossary | None

    @cached_property
    def tokens(self) -> list[str]:
        """As likeness is counted in."""
        return tokens(self.text)

    @cached_property
    def negations(self) -> list[Fact]:
        """Words of negation, in order."""
        return [Fact(word, word) for word in denying_words(self.tokens, self.language)]

    @cached_property
    def figures(self) -> list[Figure]:
        """Numbers and months, in figures and in words."""
        return list(figures(self.text, self.language))

    @cached_property
    def numbers(self) -> list[Fact]:
        """Values of the figures, and every run of digits as it stands (codes, articles of laws), in order."""
        found = [(m.start(), Fact(m[0], m[0])) for m in _DIGITS.finditer(self.text)]
        for figure in self.figures:
            if figure.kind is FigureKind.WEEKDAY:
                continue  # see `days`
            if figure.form.lower() not in _ARTICLES and not _DIGITS.fullmatch(figure.form):
                found.append((figure.start, Fact(f"={min(figure.readings)}", figure.form)))
        return [fact for _, fact in sorted(found, key=lambda f: (f[0], f[1].value))]

    @cached_property
    def units(self) -> list[Fact]:
        """Units and currencies at the figures, in order."""
        known = units(self.language)
        found = (beside(self.text, f.start, f.end, known) for f in self.figures)
        return [Fact(" ".join(sorted(names)), shown) for names, shown in found if names]

    @cached_property
    def counted(self) -> list[str]:
        """The words behind the figures, in order."""
        found = (_WORD.search(self.text, figure.end) for figure in self.figures)
        return [
            match[0].lower() for match in found if match and match[0].lower() not in line_words("connectors")
        ]

    @cached_property
    def days(self) -> list[Fact]:
        """Days and times without a figure, in order; then halves of a day."""
        halves = [f"{half.lower()}. m." for half in _HALF_DAY.findall(self.text)]
        return [
            Fact(day, day) for day in [*(word for word in self.tokens if word in calendar.days()), *halves]
        ]

    @cached_property
    def terms(self) -> list[Match]:
        """Names of the glossary."""
        found = self.glossary.find(self.text) if self.glossary else ()
        return [match for match in found if not traits(match.term.kind).common]

    @cached_property
    def capitals(self) -> list[Capital]:
        """Words with a capital."""
        return [_capital(self.text, m) for m in _WORD.finditer(self.text) if not m[0].islower()]

    @cached_property
    def inside(self) -> frozenset[str]:
        """Those inside a sentence, in small letters; none in a text all of capitals."""
        return frozenset() if self.text.isupper() else frozenset(w.low for w in self.capitals if w.inside)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words in small letters."""
        return frozenset(filter(str.islower, _WORD.findall(self.text)))

    def names(self, other: SourceFacts) -> list[Fact]:
        """Names of the glossary and words with a capital inside a sentence, in order.

        A word that the other text has in small letters is none; one that opens a sentence may be
        one only if it is inside a sentence somewhere.
        """
        found = [(m.start, Fact(m.term.es.lower(), m.term.es)) for m in self.terms]
        taken = [range(m.start, m.end) for m in self.terms]
        for word in self.capitals:
            known = word.low in self.inside or word.low in other.inside
            if known and word.low not in other.small and not any(word.start in place for place in taken):
                found.append((word.start, Fact(word.low, word.text)))
        return [fact for _, fact in sorted(found, key=lambda f: f[0])]


def _capital(text: str, match: re.Match[str]) -> Capital:
    start = match.start()
    opens = bool(_OPENS.search(text, max(0, start - 8), start))
    return Capital(match[0], match[0].lower(), start, not opens)
