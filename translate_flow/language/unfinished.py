"""Whether a text stops in the middle of a sentence: *… punish those responsible for the.*"""

from __future__ import annotations

import re
from functools import lru_cache

from .knowledge import of

_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[.!?\"”’»)*_]*\s*$")
_REACH = 24
"""Characters at the end of a text among which its last word is looked for."""


def last_word(text: str, tag: str) -> tuple[str, bool] | None:
    """A last word that ends no sentence, and whether none ever ends so (*the*) or few do (*with*); None of other texts.

    A text that ends with dots, with a number or with other punctuation than the end of a sentence is not judged.
    """
    never, seldom = _words(tag)
    if not never or text.endswith(("...", "…")):
        return None
    found = _LAST.search(text, max(0, len(text) - _REACH))
    if found is None:
        return None
    word = found[1]
    if word in never or word in seldom:
        return word, word in never
    return None


@lru_cache(maxsize=64)
def _words(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    known = of(tag)
    return known.words("sentences", "never_last"), known.words("sentences", "seldom_last")
