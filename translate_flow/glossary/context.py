"""What is around a found name: a place name that is part of a person's, or no name at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ..language.knowledge import of
from ..language.wordlists import term_words
from ..model import Term
from .kinds import traits
from .words import DASHES, folded

_URL = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[#@]\w+")
_OPENERS = " \t\xa0\u202f\"'“«‘([¡¿*_#>"


@dataclass(slots=True)
class TermPlace:
    """Where in a text a candidate is: first and last piece."""

    text: str
    """The whole text."""
    parts: list[str]
    """Its pieces."""
    addresses: list[tuple[int, int]] = field(init=False)
    """Stretches of the text that are URLs, e-mail addresses, hashtags."""
    first: int = 0
    """Number of the candidate's first piece."""
    final: int = 0
    """Number of its last piece."""
    start: int = 0
    """Where in the text it begins."""

    def __post_init__(self) -> None:
        text = self.text
        marked = "://" in text or "www." in text or "@" in text or "#" in text
        self.addresses = [m.span() for m in _URL.finditer(text)] if marked else []

    def before(self, steps: int = 1) -> str:
        """The word `steps` words before, folded; empty at the start, at a sign or a line break."""
        return folded(self._before(steps))

    def _before(self, steps: int) -> str:
        number = self.first
        while steps and number > 0:
            number -= 1
            piece = self.parts[number]
            if piece.isspace() and "\n" not in piece:
                continue
            if not piece[0].isalnum():
                return ""
            steps -= 1
        return self.parts[number] if not steps and number >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The word `steps` words after, as it stands; empty at the end or at a sign."""
        number = self.final
        while steps and number + 1 < len(self.parts):
            number += 1
            piece = self.parts[number]
            if piece.isspace() and piece.count("\n") < 2:
                continue
            if not piece[0].isalnum():
                return ""
            steps -= 1
        return "" if steps else self.parts[number]

    def at_start(self) -> bool:
        """Whether a sentence begins here, so that the first capital says nothing."""
        number = self.first - 1
        while number >= 0 and all(c in _OPENERS for c in self.parts[number]):
            number -= 1
        if number < 0 or self.parts[number][-1] in ".!?…:•·\n\r|":
            return True
        if self.parts[number] in DASHES:  # a dash begins a list item, or stands between words
            begins = number == 0 or "\n" in self.parts[number - 1]
            return begins and self.parts[self.first - 1].isspace()
        return False

    def shouted(self) -> bool:
        """Whether the candidate is in capitals throughout."""
        return all(
            p.isupper() or not any(c.isalpha() for c in p) for p in self.parts[self.first : self.final + 1]
        )

    def after_region_word(self, form: str) -> bool:
        """Whether it is an article after `región` or `departamento de`: then it may be small."""
        if form.lower() not in term_words("articles"):
            return False
        before = self.before()
        return before in term_words("region_words") or (
            before == "de" and self.before(2) in term_words("region_words")
        )


def acceptable(term: Term, place: TermPlace) -> bool:
    """Whether a candidate can be what the glossary means, judged by its surroundings."""
    if place.addresses and _in_address(place):
        return False
    if not traits(term.kind).place:
        return not (place.first == place.final and term.es.islower() and _called_so(place))
    return not (_of_person(place) or _of_longer_name(term, place))


def _called_so(place: TermPlace) -> bool:
    """`el distrito de Paro`, `el caserío Marcha`: a place that is called by an ordinary word."""
    if not place.parts[place.first][0].isupper() or place.shouted():
        return False
    before = place._before(2) if place.before() in ("de", "del") else place._before(1)
    return before in of("es").words("names", "places")


def _in_address(place: TermPlace) -> bool:
    number = bisect_right(place.addresses, (place.start, len(place.text))) - 1
    return number >= 0 and place.start < place.addresses[number][1]


def _of_person(place: TermPlace) -> bool:
    """`José de San Martín`, `general San Martín`, `Miguel Grau`: people, not places."""
    before = place.before()
    if before in ("de", "la"):
        before = place.before(2)
        return (
            before in term_words("given_names") and place.before() == "de" and place._before(2)[:1].isupper()
        )
    return before in term_words("titles") or (
        before in term_words("given_names") and place._before(1)[:1].isupper()
    )


def _of_longer_name(term: Term, place: TermPlace) -> bool:
    """`San Martín de Porres`, `La Unión Europea`, `LA LIBERTAD DE EXPRESIÓN`: not the place."""
    first = folded(place.parts[place.first])
    after = place.after()
    shouted = place.shouted() and " " in term.es
    if first in ("san", "santa", "santo") and after in ("de", "del") and place.after(2)[:1].isupper():
        return not place.after(2).isupper() or place.shouted()
    if first in term_words("ambiguous_places") and " " not in term.es:
        return place.at_start()
    if first not in term_words("articles"):
        return False
    of = after.lower() in ("de", "del")
    if of and (shouted or place.at_start() or after[0].isupper()):
        return True
    if after[:1].isupper() and not after.isupper() and not shouted:
        return True
    return place.at_start() and folded(place.parts[place.final]) in term_words("institutions")
