"""Finding the name that a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from ..language.text import fold
from ..language.words import Span, TextWords

LEAST = 5
"""Shorter words have too many neighbours."""


def capitalised(words: TextWords) -> list[tuple[str, Span]]:
    """Words of a text that begin with a capital and are long enough to compare, without `'s`."""
    return [
        (word, (start, end))
        for word, start, end in words.capitalised
        if end - start >= LEAST and word[0].isupper()
    ]


def distance(one: str, two: str, limit: int) -> int:
    """Edits (a letter more, less, other, or two neighbours swapped) between two words; `limit + 1` if more.

    Optimal string alignment, as in Damerau (1964); given up once the limit is out of reach.
    """
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    return _measure()(one, two, score_cutoff=limit)


@cache
def _measure() -> Callable[..., int]:
    from rapidfuzz.distance import OSA  # which is not to be loaded where nothing is near to anything

    return OSA.distance


def near_limit(length: int) -> int:
    """How many edits still make a slip of a word that long: one, from seven letters two."""
    return 2 if length >= 7 else 1


class NearNames:
    """Words of names, indexed so that a slip of one or two letters finds its word.

    Two words within *k* edits share at least one of *k* + 1 pieces of either, shifted by
    at most *k* places; so only words that share a piece are compared letter by letter.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._pieces: dict[str, list[tuple[int, int, tuple[str, str]]]] = {}
        """By the piece: where it is in a word, how long that is, and the word, folded and as it is."""
        self._sizes: set[int] = set()
        self._found: dict[str, tuple[str, ...]] = {}
        for word in dict.fromkeys(words):
            if len(word) >= LEAST:
                folded = fold(word)
                for piece, at in _cut(folded, near_limit(len(folded)) + 1):
                    self._pieces.setdefault(piece, []).append((at, len(folded), (folded, word)))
                    self._sizes.add(len(piece))

    def nearest(self, word: str) -> str | None:
        """The word that this one is most likely a slip of; None if there is none, or if it is one itself."""
        return next(iter(self.near(word)), None)

    def near(self, word: str) -> tuple[str, ...]:
        """Words that this one may be a slip of, the nearest first."""
        if word not in self._found:
            self._found[word] = tuple(display for _, display in sorted(self._search(word)))
        return self._found[word]

    def _search(self, word: str) -> Iterator[tuple[int, str]]:
        low = fold(word)
        for name, display in self._candidates(low):
            if name == low:
                # capitals often go without accents
                if not word.isupper() and word.lower() != display.lower():
                    yield 0, display
                continue
            limit = near_limit(min(len(name), len(low)))
            edits = distance(low, name, limit)
            if edits <= limit and _likely(low, name, edits):
                yield edits, display

    def _candidates(self, folded: str) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        length, pieces = len(folded), self._pieces
        most = near_limit(length)
        for size in self._sizes.intersection(range(2, length // 2 + 2)):
            for at in range(length - size + 1):
                for place, other, word in pieces.get(folded[at : at + size], ()):
                    if -2 <= place - at <= 2 and -most <= other - length <= most:
                        found.add(word)
        return found


def _cut(word: str, number: int) -> Iterator[tuple[str, int]]:
    size, more = divmod(len(word), number)
    at = 0
    for i in range(number):
        length = size + (i < more)
        yield word[at : at + length], at
        at += length


def _likely(word: str, name: str, edits: int) -> bool:
    """Whether so many edits look like a slip: no other form of the word, and not too much changed."""
    if _inflected(word, name) or (word[0] != name[0] and (edits > 1 or len(name) < 7)):
        return False
    return edits < 2 or len(word) == len(name) or min(len(word), len(name)) >= 8


def _inflected(one: str, two: str) -> bool:
    """Whether two folded words may be forms of one: number, gender, or Spanish and English endings."""
    short, long = sorted((one, two), key=len)
    if long in (short + "s", short + "es", short + "n", short + "a", short + "o"):
        return True
    return one[:-1] == two[:-1] and {one[-1], two[-1]} <= set("aoe")
