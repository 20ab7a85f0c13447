"""The program's English sentences said in another language: findings, errors, notes of journals.

They are made deep in the program, pass through journals, caches and other processes as plain text, and
are printed as they are by the command line. Here they are recognised again: `sentences.po` holds each with
`{}` for what differs (names, numbers, words of a text). What fills a slot may itself be such a sentence,
as the cause of an error is; words of a text, which stand in quotation marks, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 4000
"""Characters of a sentence that is looked at; what is longer is no sentence of ours."""
DEEPEST = 4
"""Sentences within sentences."""
_SLOT = re.compile(r"\{(\d*)\}")
_LETTERS = re.compile(r"[^\W\d_]")
_PLACES = 6
"""Colons after which a cause is looked for."""
_Said = tuple[str, int]
"""A sentence as it is said, and how many characters of the English were known."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    fixed: tuple[str, ...]
    """What stands before, between and after the slots."""
    translation: str

    def parts(self, sentence: str) -> list[str] | None:
        """What fills the slots, each as short as may be; None if the sentence is another. Linear."""
        first, *rest = self.fixed
        last = rest.pop()
        end = len(sentence) - len(last)
        if not sentence.startswith(first) or not sentence.endswith(last) or end < len(first):
            return None
        found, at = [], len(first)
        for piece in rest:
            place = sentence.find(piece, at, end)
            if place < 0:
                return None
            found.append(sentence[at:place])
            at = place + len(piece)
        return [*found, sentence[at:end]]


class Sentences:
    """One language's sentences."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        self._whole = {k: v for k, v in translations.items() if "{}" not in k}
        patterns = (_Pattern(tuple(k.split("{}")), v) for k, v in translations.items() if "{}" in k)
        self._patterns = [p for p in patterns if _LETTERS.search("".join(p.fixed))]
        self._said = lru_cache(4096)(self._best)

    def told(self, sentence: str) -> str:
        """The sentence in this language, as far as it is known; otherwise as it is."""
        return self._said(sentence, 0)[0]

    def _best(self, sentence: str, depth: int) -> _Said:
        """Of all ways to read the sentence, the one in which the most is known."""
        if sentence in self._whole:
            return self._whole[sentence], len(sentence)
        said = sentence, 0
        if len(sentence) > LONGEST or depth > DEEPEST or not _LETTERS.search(sentence):
            return said
        if sentence.startswith("“") and sentence.find("”") == len(sentence) - 1:
            return said  # words of a text
        for other in (*self._in_pieces(sentence, depth), *self._by_pattern(sentence, depth)):
            if other[1] > said[1]:
                said = other
        return said

    def _by_pattern(self, sentence: str, depth: int) -> Iterator[_Said]:
        for pattern in self._patterns:
            parts = pattern.parts(sentence)
            if parts is not None:
                said = [self._said(part, depth + 1) for part in parts]
                known = len(sentence) - sum(map(len, parts)) + sum(n for _, n in said)
                yield _filled(pattern.translation, [text for text, _ in said]), known

    def _in_pieces(self, sentence: str, depth: int) -> Iterator[_Said]:
        """Sentences in a row, one after the place it is about, one with a full stop."""
        if "; " in sentence:
            said = [self._said(piece, depth + 1) for piece in sentence.split("; ")]
            yield "; ".join(text for text, _ in said), sum(n for _, n in said)
        at = sentence.find(": ")
        for _ in range(_PLACES):
            if at < 0:
                break
            cause, known = self._said(sentence[at + 2 :], depth + 1)
            yield sentence[: at + 2] + cause, known
            at = sentence.find(": ", at + 2)
        if sentence.endswith("."):
            text, known = self._said(sentence[:-1], depth + 1)
            yield text + ".", known


def _filled(translation: str, parts: Iterable[str]) -> str:
    """The translation with its slots filled, in order or by number; `{}` in the parts themselves stays."""
    given = list(parts)
    places = iter(range(len(given)))
    return _SLOT.sub(lambda m: given[int(m[1])] if m[1] else given[next(places)], translation)
