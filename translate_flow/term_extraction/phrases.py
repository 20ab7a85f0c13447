"""Spanish and English phrases of a text, folded, and which Spanish one a set of segments shares."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from ..language import of
from ..language.text import fold
from ..language.wordlists import term_words

Phrase = tuple[str, ...]
"""Folded words."""

LONGEST = 5
"""Words of the longest phrase looked at."""

ENGLISH_STOPS = (
    of("en").words("function_words") | of("en").words("grammar", "determiners") | {"not", "other", "s"}
)
"""English words that begin and end no term."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]")


@lru_cache(maxsize=1 << 14)
def words(text: str) -> tuple[str, ...]:
    """Words and characters of a text, as they stand."""
    return tuple(_WORD.findall(text))


def phrases(text: str, stops: Collection[str], longest: int = LONGEST) -> frozenset[Phrase]:
    """Every phrase of a text that begins and ends with a word that is not a stop word, without punctuation inside."""
    folded = [re.sub("['’]s$", "", fold(word)) for word in words(text)]
    found = set()
    for start, first in enumerate(folded):
        if not first[0].isalpha() or first in stops or len(first) < 3:
            continue
        for end in range(start + 1, min(start + longest, len(folded)) + 1):
            last = folded[end - 1]
            if not last[0].isalpha():
                break
            if last not in stops and len(last) > 2:
                found.add(tuple(folded[start:end]))
    return frozenset(found)


def spanish(text: str) -> frozenset[Phrase]:
    """Phrases of a Spanish text."""
    return phrases(text, term_words("stop_list"))


def shared(inside: Iterable[str], index: Mapping[Phrase, int]) -> Phrase | None:
    """The phrase that all these Spanish texts have and few others do; the longest of equals.

    `index` counts the texts with each phrase, over the whole workspace. None if even the best
    is in more other texts than in these.
    """
    texts = list(dict.fromkeys(inside))
    common = frozenset.intersection(*(spanish(text) for text in texts)) if texts else frozenset()
    best = min(common, key=lambda p: (index[p], -len(p), p), default=None)
    return best if best is not None and index[best] < 2 * len(texts) + 1 else None


def as_written(phrase: Phrase, text: str) -> str:
    """A phrase as a text has it; the folded words if it does not."""
    parts = words(text)
    folded = [fold(part) for part in parts]
    for start in range(len(folded) - len(phrase) + 1):
        if tuple(folded[start : start + len(phrase)]) == phrase:
            return " ".join(parts[start : start + len(phrase)])
    return " ".join(phrase)
