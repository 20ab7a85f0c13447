"""Adjectives of countries: *Peru* and *Peruvian*, *Chile* and *chileno*."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=256)
def demonyms(country: str) -> tuple[str, ...]:
    """What the adjective of a country may be, by the regular endings; not all of them are words.

    Spanish says *el presidente de Perú* where English has *the Peruvian president*. For recognising
    such a word, a form that does not exist does no harm: it is never met. Irregular ones (*French*,
    *Swiss*) are not among them.
    """
    if len(country) < 4 or " " in country or not country.isalpha():
        return ()
    stem = country.rstrip("aeiouy")
    ends = ("an", "ian", "ean", "ine", "inian", "ese")
    return tuple(
        dict.fromkeys(
            (*(stem + end for end in ends), country + "n", country + "an", country + "ian", country + "vian")
        )
    )


_SPANISH = (
    *("ano", "iano", "eano", "ino", "eno", "ilo", "eco", "teco", "uayo", "ego"),
    *("es", "ense", "iense", "ita", "i", "ayo"),
)
"""Regular endings, folded, in the singular of men."""
_INFLECTED = tuple(
    dict.fromkeys(
        ending
        for end in _SPANISH
        for ending in (
            (end[:-1] + letters for letters in ("o", "a", "os", "as"))
            if end.endswith("o")
            else (end + letters for letters in ("", "s", "es", "a", "as"))
        )
    )
)
"""The same in both genders and numbers."""


@lru_cache(maxsize=256)
def spanish_demonyms(country: str) -> tuple[str, ...]:
    """What the Spanish adjective of a country may be, by the regular endings, folded; not all of them are words."""
    if len(country) < 4 or " " in country or not country.isalpha():
        return ()
    stems = {country.rstrip("aeiou"), country, country[:-1]}
    return tuple({stem + end for stem in stems for end in _INFLECTED})
