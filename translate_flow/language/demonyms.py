"""English adjectives of countries: *Peru* and *Peruvian*, *Chile* and *Chilean*."""

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
