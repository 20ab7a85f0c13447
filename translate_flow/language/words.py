"""Words of a text, and words folded so that they compare."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeVar, overload

from .text import fold

Span = tuple[int, int]
"""First character, and one past the last."""

WORD = re.compile(r"[^\W\d_]+(?:['’·][^\W\d_]+)*")
"""A word of letters, apostrophes inside it included."""

_APART = re.compile(r"([^\W\d_]+)")
_LATIN = re.compile("([A-Za-z\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\u024f]+)")
"""The same for texts in Latin letters, in half the time: a set that is listed is looked up, one that is described is asked."""
_OTHER = re.compile("[^\0-\u024f\u2010-\u2026]")
"""What only the longer way can tell."""
_JOINTS = frozenset("'’·")

T = TypeVar("T")


class _Remembered(dict[str, str]):
    """What a function makes of words: those of a statement come again and again."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        made = self[word] = self._make(word)
        return made


_MOST = 1 << 16
_low = _Remembered(str.lower).__getitem__
folded = _Remembered(fold).__getitem__
"""`text.fold`, remembered."""


class once(Generic[T]):
    """A property worked out when first asked for, then kept: `functools.cached_property` without its lock.

    Two threads that ask at the same time both work it out, and get the same.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> once[T]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> once[T] | T:
        if owner is None:
            return self
        made = owner.__dict__[self._name] = self._make(owner)
        return made


class TextWords:
    """A text cut into its words (runs of letters), once for all who look for words in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = (_LATIN if _OTHER.search(text) is None else _APART).split(text)
        """What is between words, and words, in turn; joined they are the text."""
        self.written = self.pieces[1::2]
        """The words in order."""

    @once
    def low(self) -> list[str]:
        """The same in small letters."""
        return list(map(_low, self.written))

    @once
    def vocabulary(self) -> frozenset[str]:
        """Those in small letters, each once."""
        return frozenset(self.low)

    @once
    def folded(self) -> frozenset[str]:
        """The same without accents."""
        text = self.text
        return self.vocabulary if text.isascii() else frozenset(map(folded, self.vocabulary))

    @once
    def ends(self) -> Sequence[int]:
        """Where each piece ends: word number `n` is at `ends[2 * n]` to `ends[2 * n + 1]`."""
        return array("L", accumulate(map(len, self.pieces)))

    @once
    def large(self) -> list[int]:
        """The numbers of the words that begin with no small letter of the Latin alphabet."""
        return [n for n, word in enumerate(self.written) if word[0] not in _SMALL]

    @once
    def capitalised(self) -> list[tuple[str, int, int]]:
        """Those words with their places, without the ones that a figure is glued to."""
        found, pieces, written, ends = [], self.pieces, self.written, self.ends
        for n in self.large:
            if not (pieces[2 * n][-1:].isalnum() or pieces[2 * n + 2][:1].isalnum()):
                found.append((written[n], ends[2 * n], ends[2 * n + 1]))
        return found

    def span(self, number: int) -> Span:
        """Where a word is."""
        return self.ends[2 * number], self.ends[2 * number + 1]

    @once
    def joined(self) -> list[str]:
        """The words in order, those that an apostrophe joins as one: as `WORD` finds them."""
        written, gaps = self.written, self.pieces[2:-1:2]
        if _JOINTS.isdisjoint(gaps):
            return written
        found = list(written)
        for n in reversed([n for n, gap in enumerate(gaps) if gap in _JOINTS]):
            found[n : n + 2] = [found[n] + gaps[n] + found[n + 1]]
        return found


_SMALL = frozenset(map(chr, (*range(ord("a"), ord("z") + 1), *range(0xE0, 0x100))))


def folded_words(text: str) -> frozenset[str]:
    """The words of a text without case and accents, cut at apostrophes."""
    return TextWords(text).folded
