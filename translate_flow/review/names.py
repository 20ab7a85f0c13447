"""Changed words that are names: altered, put in or taken out."""

from __future__ import annotations

from functools import lru_cache

from ..text import fold
from .pair import Pair, bare_form, starts_sentence
from .regions import Region, pair_up
from .vocabulary import is_function, is_known, is_negator
from .words import distance


def claim_names(region: Region, pair: Pair) -> None:
    """Words with a capital that are no ordinary ones, and capitalised words put in each other's place.

    A name that only took a possessive, another place in a compound or another number is the same
    name: *Nebraska's*, *German-Turkish*, *Germans*.
    """
    sides = [[t for t in words if not t.kind and _is_capital(t.text)] for words in region.words]
    if not sides[0] and not sides[1]:
        return
    for old in sides[0]:
        for new in sides[1]:
            if not new.kind and _near(bare_form(old.text), bare_form(new.text)):
                pair_up(old, new, "name")
                break
    for side, tokens in enumerate(sides):
        tokens[:] = [t for t in tokens if not t.kind and not _stands_in(t.text, pair, 1 - side)]
        for token in tokens:
            bare = bare_form(token.text)
            if fold(bare) in pair.named or not _is_ordinary(bare, pair.language):
                token.kind = "name"
    if pair.titled:
        return
    middle = [
        [t for t in side if not t.kind and not starts_sentence(text, t.start)]
        for side, text in zip(sides, (pair.draft, pair.target), strict=True)
    ]
    claimed = [any(t.kind == "name" for t in side) for side in (region.gone, region.come)]
    if (middle[0] or claimed[0]) and (middle[1] or claimed[1]):
        for token in (*middle[0], *middle[1]):
            token.kind = "name"


def _is_capital(word: str) -> bool:
    if not word[0].isupper() or word == "I" or not any(map(str.isalpha, word)):
        return False
    return not is_function(word) and not is_negator(word, "en")


def _stands_in(word: str, pair: Pair, side: int) -> bool:
    """Whether one of the texts has the word, if perhaps in another form."""
    forms = pair.forms[side]
    low = bare_form(word.lower())
    if low in forms or ("-" in low and all(part in forms for part in low.split("-"))):
        return True
    plural = low + "s" in forms or (low.endswith("s") and low[:-1] in forms)
    return plural and is_known(low, pair.language)


def _is_ordinary(word: str, language: str) -> bool:
    """Whether the word list has the word, or all parts of it: *High-quality*."""
    return all(is_known(part, language) for part in word.split("-") if part)


def is_name_like(word: str) -> bool:
    """Whether a capitalised word is none of the word list's ordinary ones."""
    return not is_known(word, "en") or _fold(word) != word.lower()


@lru_cache(maxsize=1 << 14)
def _fold(word: str) -> str:
    return fold(word)


def _near(old: str, new: str) -> bool:
    """Whether one name is the other, written otherwise: *Otalora*, *Otárola*."""
    if old.casefold() == new.casefold() or min(len(old), len(new)) < 4:
        return False
    a, b = _fold(old), _fold(new)
    if a == b:
        return True
    if is_known(old, "en") and is_known(new, "en"):
        return False
    limit = 1 if len(a) < 7 else 2
    return distance(a, b) <= limit or (len(a) == len(b) and sorted(a) == sorted(b) and distance(a, b) <= 4)
