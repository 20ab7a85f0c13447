"""Places: those of Peru and its neighbours, and those that English writes otherwise. Sources: the note beside this file."""

from __future__ import annotations

from functools import cache, lru_cache

from ...language.gazetteer import rows
from ...language.text import fold


def _names(name: str) -> tuple[str, ...]:
    return tuple(row[0] for row in rows(__name__, name))


@cache
def _andes() -> frozenset[str]:
    return frozenset(map(fold, _names("andes.txt")))


@cache
def _exonyms() -> dict[str, str]:
    return {fold(spanish): english for spanish, english in rows(__name__, "exonyms.tsv")}


@cache
def countries() -> tuple[dict[str, str], dict[str, str]]:
    """The English name of each country by the Spanish one, and the other way round; folded."""
    pairs = [(fold(es), fold(en)) for es, en in rows(__name__, "countries.tsv")]
    return dict(pairs), {en: es for es, en in pairs}


@lru_cache(maxsize=1 << 15)
def is_local(name: str) -> bool:
    """Whether a place of Peru, Bolivia, Ecuador, Colombia or Chile is called so; accents and case do not matter."""
    return fold(name) in _andes()


@lru_cache(maxsize=1 << 15)
def english(name: str) -> str:
    """What English calls a country, union or city that it writes otherwise (*Nueva York*: New York); empty if none."""
    return _exonyms().get(fold(name), "")


@cache
def _cities() -> frozenset[str]:
    return frozenset(_names("cities.txt"))


@lru_cache(maxsize=1 << 15)
def is_respelt(name: str) -> bool:
    """Whether English may write a place otherwise: one of `english`, or a large city's spelling in other languages."""
    low = fold(name)
    return low in _exonyms() or low in _cities()


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(_names("elsewhere.txt"))


def is_elsewhere(name: str) -> bool:
    """Whether Spanish calls a city abroad as it calls a place of Peru or its neighbours: *Ginebra* is Geneva, too."""
    return fold(name) in _elsewhere()


@cache
def _unaccented() -> frozenset[str]:
    return frozenset(_names("unaccented.txt"))


def is_unaccented(name: str) -> bool:
    """Whether English writes a country or city without the accents that Spanish gives it: *Perú*, *Berlín*."""
    return name in _unaccented()
