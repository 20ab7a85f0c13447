"""A statement and its glossary, as those see it that ask for what its texts hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from ..glossary import Glossary
from ..glossary.presence import Presence, judge
from ..language.numbers import Comparison
from ..language.words import Span
from ..model import Edition, Match, State, Unit
from ..names.found import Known
from ..names.name import Name
from .figures import figures_compared
from .gathered import NAMES
from .lettered import lettered_edition
from .reading import Reading
from .slips import Spellings, spellings

T = TypeVar("T")


class Scene:
    """One edition and its glossary. Everything is computed when first asked for, and once."""

    def __init__(self, edition: Edition, glossary: Glossary) -> None:
        self.edition = lettered_edition(edition)
        """With letters for character references in its texts."""
        self.glossary = glossary
        self.source_language = edition.source_language.split("-")[0].lower()
        """Primary subtag, such as `es`."""
        self.target_language = edition.target_language.split("-")[0].lower()
        """Primary subtag, such as `en`."""
        self._memo: dict[str, Any] = {}
        self._terms: dict[tuple[str, str, State], tuple[Presence, ...]] = {}
        self._sources: dict[str, Reading] = {}
        self._targets: dict[str, Reading] = {}
        self._named: dict[str, tuple[Name, ...]] = {}
        self._compared: dict[tuple[str, str], Comparison] = {}

    def memo(self, name: str, make: Callable[[Scene], T]) -> T:
        """What `make` returns for this scene, computed at the first call: a check's own index."""
        if name not in self._memo:
            self._memo[name] = make(self)
        found: T = self._memo[name]
        return found

    def remember(self, name: str, made: object) -> None:
        """Keep what `memo` is to return for that name, known from elsewhere."""
        self._memo[name] = made

    def matches(self, unit: Unit) -> Sequence[Match]:
        """Glossary terms in a unit's source."""
        return self.source(unit).terms(self.glossary) if self.glossary.terms else ()

    def terms(self, unit: Unit) -> tuple[Presence, ...]:
        """What became of the unit's glossary terms, in order of first mention; each term once."""
        place = unit.key, unit.target, unit.state
        if place not in self._terms:
            self._terms[place] = judge(unit, self.glossary)
        return self._terms[place]

    def source(self, unit: Unit) -> Reading:
        """What the unit's source holds."""
        text = unit.segment.text
        reading = self._sources.get(text)
        if reading is None:
            reading = self._sources[text] = Reading(text, self.source_language)
        return reading

    def target(self, unit: Unit) -> Reading:
        """What the unit's translation holds."""
        reading = self._targets.get(unit.target)
        if reading is None:
            reading = self._targets[unit.target] = Reading(unit.target, self.target_language)
        return reading

    @property
    def known_names(self) -> Known:
        """The names that the statement's sources show, and those it lists (its signatories and dead)."""
        return NAMES.of(self)

    def names(self, unit: Unit) -> tuple[Name, ...]:
        """The names in a unit's source that no glossary has to list, those its statement shows elsewhere among them."""
        reading = self.source(unit)
        names = self._named.get(reading.text)
        if names is None:
            names = self._named[reading.text] = reading.names_of(self.known_names)
        return names

    @property
    def spellings(self) -> Spellings:
        """The glossary's words, right as they are."""
        return spellings(self.glossary)

    def slips(self, unit: Unit) -> Iterator[tuple[str, str, Span]]:
        """The words of a translation that are misspelt names of the glossary, with the right spelling and their places."""
        if not self.glossary.terms:
            return
        source, target, known = self.source(unit), self.target(unit), self.spellings
        for word, span in target.capitalised:
            if known.may_be_slip(word):
                right = known.slip(word, target, source)
                if right is not None:
                    yield word, right, span

    def figures(self, unit: Unit) -> Comparison:
        """What of the source's numbers, dates, units and hedges is otherwise in the translation."""
        source, target = self.source(unit), self.target(unit)
        place = source.text, target.text  # several checks ask
        found = self._compared.get(place)
        if found is None:
            found = self._compared[place] = figures_compared(source, target)
        return found
