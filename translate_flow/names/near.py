"""Finding the name that a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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

    Optimal string alignment, as in Damerau (1964), stopped once the limit is out of reach.
    """
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        last, row = row, [i]
        for j, b in enumerate(two, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before = last
    return min(row[-1], limit + 1)


def near_limit(length: int) -> int:
    """How many edits still make a slip of a word that long: one, from seven letters two."""
    return 2 if length >= 7 else 1


class NearNames:
    """Words of names, indexed so that a slip of one or two letters finds its word.

    Two words within *k* edits share at least one of *k* + 1 pieces of either, shifted by
    at most *k* places; so only words that share a piece are compared letter by letter.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._pieces: dict[tuple[str, int], list[tuple[str, str]]] = {}
        self._found: dict[str, tuple[str, ...]] = {}
        for word in dict.fromkeys(words):
            if len(word) >= LEAST:
                folded = fold(word)
                for piece, at in _cut(folded, near_limit(len(folded)) + 1):
                    self._pieces.setdefault((piece, at), []).append((folded, word))

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
        for size in range(2, len(folded) // 2 + 2):
            for at in range(len(folded) - size + 1):
                piece = folded[at : at + size]
                for shift in (0, -1, 1, -2, 2):
                    found.update(self._pieces.get((piece, at + shift), ()))
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
