"""*El señor alcalde*, *a la señora ministra*: the mayor, to the minister.

Spanish puts *señor* between the article and an office out of courtesy; English says the office alone.
"""

from __future__ import annotations

from ....language import of
from .sentence import Word, drop

_OFFICES = of("es").words("names", "titles", "roles") | of("es").words("grammar", "offices", "people")


def titles(words: list[Word]) -> None:
    """Leave the office alone behind its article."""
    n = 1
    while n + 1 < len(words):
        office = words[n + 1]
        if (
            words[n].base == "señor"
            and words[n - 1].kind == "det"
            and office.base in _OFFICES
            and office.kind == "n"
            and office.before == " "
        ):
            drop(words, n)
        n += 1
