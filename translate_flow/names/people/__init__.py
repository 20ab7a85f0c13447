"""Given names and surnames of Spain and Latin America; where they come from is said in the note beside this file."""

from __future__ import annotations

from functools import cache

from ...language import of
from ...language.dictionary import is_spanish
from ...language.gazetteer import rows
from ...language.text import fold


@cache
def _names(kind: str) -> frozenset[str]:
    names = [row[0] for row in rows(__name__, f"{kind}.txt")]
    # An accent that the writer left out makes no other name, unless it makes an ordinary word.
    plain = {bare.capitalize() for name in names if not is_spanish(bare := fold(name))}
    return frozenset(names) | plain


def is_given(word: str) -> bool:
    """Whether a capitalised word is a given name: *Rosa*, *Vladimir*."""
    return word in _names("given")


def is_surname(word: str) -> bool:
    """Whether a capitalised word is a surname: *Paredes*, *Quispe*."""
    return word in _names("surnames")


@cache
def gender_of(word: str) -> str:
    """`m` or `f` of somebody with this given name; `mf` where it does not tell, or is none: *Alex*, *Quispe*."""
    small = word.lower()
    for gender, row in (("f", "women"), ("m", "men")):
        if small in of("es").words("names", row):
            return gender
    return {"a": "f", "o": "m"}.get(small[-1:], "mf") if is_given(word.title()) else "mf"
