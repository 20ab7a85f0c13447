"""Places: those of Peru and its neighbours, and those that English writes otherwise. Sources: the note beside this file."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from ...language.text import fold


@cache
def _lines(name: str) -> tuple[str, ...]:
    return tuple((files(__package__) / name).read_text(encoding="utf-8").splitlines())


@cache
def _andes() -> frozenset[str]:
    return frozenset(map(fold, _lines("andes.txt")))


@cache
def _exonyms() -> dict[str, str]:
    pairs = (line.partition("\t") for line in _lines("exonyms.tsv"))
    return {fold(spanish): english for spanish, _, english in pairs}


@cache
def countries() -> tuple[dict[str, str], dict[str, str]]:
    """The English name of each country by the Spanish one, and the other way round; folded."""
    rows = [fold(line).partition("\t") for line in _lines("countries.tsv")]
    return {es: en for es, _, en in rows}, {en: es for es, _, en in rows}


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
    return frozenset(_lines("cities.txt"))


@lru_cache(maxsize=1 << 15)
def is_respelt(name: str) -> bool:
    """Whether English may write a place otherwise: one of `english`, or a large city's spelling in other languages."""
    low = fold(name)
    return low in _exonyms() or low in _cities()


@cache
def _unaccented() -> frozenset[str]:
    return frozenset(_lines("unaccented.txt"))


def is_unaccented(name: str) -> bool:
    """Whether English writes a country or city without the accents that Spanish gives it: *Perú*, *Berlín*."""
    return name in _unaccented()
