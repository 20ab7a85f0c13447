"""What a statement's texts hold together, gathered unit by unit, so that a changed one is all that is read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..model import Unit
from ..names.found import Known, known_of
from ..names.listed import listed_terms
from ..names.name import Name

if TYPE_CHECKING:
    from .scene import Scene

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Gathering(Generic[T]):
    """One thing that has to be known of a whole statement: the names it shows, the spellings it uses.

    Each unit gives something, by its own texts and the glossary alone, and all that is put `together`. What was given
    is kept between runs as JSON, as is what of the whole a unit has to do with (`seen`): while that is the same, so is
    what is said of the unit.
    """

    name: str
    """By which it is kept; no two share one."""
    given: Callable[[Unit, Scene], Any]
    """What a unit gives: strings, numbers, lists; None for nothing."""
    together: Callable[[Iterable[tuple[Unit, Any]], Scene], T]
    """The whole, of all that was given, in document order."""
    seen: Callable[[T, Unit, Any], object]
    """What of the whole has to do with a unit: equal when written out, as long as it says the same."""
    needs: tuple[Gathering[Any], ...] = ()
    """Other things of which what a unit gives depends on what it sees."""

    def of(self, scene: Scene) -> T:
        """The whole of a scene's statement, worked out once."""
        return scene.memo(self.name, self._made)

    def _made(self, scene: Scene) -> T:
        return self.together(((unit, self.given(unit, scene)) for unit in scene.edition.units), scene)


def _names_given(unit: Unit, scene: Scene) -> Any:
    if scene.source_language != "es":
        return None
    reading = scene.source(unit)
    lows = sorted({word.low for word in reading.capitals.words})
    return [[[name.text, name.kind] for name in reading.names], lows] if lows else None


def _names_together(given: Iterable[tuple[Unit, Any]], scene: Scene) -> Known:
    texts = dict.fromkeys((text, kind) for _, some in given for text, kind in (some[0] if some else ()))
    shown = (Name(0, len(text), text, kind, "elsewhere") for text, kind in texts)
    return known_of(shown, (term.es for term in listed_terms(unit.segment for unit in scene.edition.units)))


def _names_seen(known: Known, unit: Unit, given: Any) -> object:
    return known.about(given[1]) if given else None


NAMES: Gathering[Known] = Gathering("names", _names_given, _names_together, _names_seen)
"""The names that the statement's sources show, and those it lists (its signatories and dead)."""
