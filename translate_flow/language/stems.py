"""What the forms of a word have in common: Snowball's stems, for the languages it has algorithms for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache

ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
"""Language → its algorithm's name (snowballstem.org)."""
_own = threading.local()


@cache
def stemming(tag: str) -> Callable[[str], str] | None:
    """What gives the stem of a word of that language (BCP 47 tag), in lower case; None if there is no algorithm."""
    algorithm = ALGORITHMS.get(tag.split("-")[0].lower())
    if algorithm is None:
        return None

    def stem(word: str) -> str:
        # A stemmer keeps the word it is at in itself, so each thread has its own.
        made = _own.__dict__.get(algorithm)
        if made is None:
            from snowballstemmer import stemmer

            made = _own.__dict__[algorithm] = stemmer(algorithm)
        found: str = made.stemWord(word.lower())
        return found

    return stem
