"""Phrases that a person moved: gone in one place, there again in another, with the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from .forms import forms
from .tracked import DiffRun
from .vocabulary import is_function
from .words import word_spans

_OFTEN = 12
"""A word that went in more places than this is not a trace of a move."""


class _Phrase(NamedTuple):
    """One changed piece."""

    piece: int
    """Which of all pieces it is."""
    words: list[str]
    """Its words in lower case."""


def moved(pieces: tuple[DiffRun, ...]) -> tuple[DiffRun, ...]:
    """The pieces, with deletions and insertions of one phrase cut out and given the same `move`.

    A phrase is two words or more, one of them no mere function word, or the one
    word of content in both a deletion and an insertion. Case does not count.
    """
    gone = _phrases(pieces, "delete")
    come = _phrases(pieces, "insert")
    places: dict[str, list[tuple[int, int]]] = {}
    for n, phrase in enumerate(gone):
        for k, word in enumerate(phrase.words):
            places.setdefault(word, []).append((n, k))
    cuts: dict[int, list[tuple[int, int, int]]] = {}
    used: set[tuple[int, int]] = set()
    number = 0
    for phrase in come:
        at = 0
        while at < len(phrase.words):
            if phrase.words[at] not in places:
                at += 1
                continue
            n, k, length = _longest(phrase, at, gone, places, used)
            if not length or not _counts(phrase, at, gone[n], k, length):
                at += 1
                continue
            number += 1
            used.update((n, i) for i in range(k, k + length))
            for whole, first in ((gone[n], k), (phrase, at)):
                start, end = _with_space(pieces[whole.piece].text, first, length)
                cuts.setdefault(whole.piece, []).append((start, end, number))
            at += length
    if not cuts:
        return pieces
    return tuple(part for n, p in enumerate(pieces) for part in _cut(p, sorted(cuts.get(n, ()))))


def _phrases(pieces: Sequence[DiffRun], op: str) -> list[_Phrase]:
    return [
        _Phrase(n, [form.low for form in forms(piece.text) if form.word])
        for n, piece in enumerate(pieces)
        if piece.op == op
    ]


def _longest(
    phrase: _Phrase,
    at: int,
    gone: Sequence[_Phrase],
    places: dict[str, list[tuple[int, int]]],
    used: set[tuple[int, int]],
) -> tuple[int, int, int]:
    """Deletion, first word in it and number of words of the longest run that begins at a word."""
    best = (0, 0, 0)
    starts = places.get(phrase.words[at], ())
    if len(starts) > _OFTEN:
        return best
    for n, k in starts:
        # A deletion and an insertion side by side are one change, not a move.
        if gone[n].piece + 1 == phrase.piece:
            continue
        length = 0
        while (
            at + length < len(phrase.words)
            and k + length < len(gone[n].words)
            and (n, k + length) not in used
            and gone[n].words[k + length] == phrase.words[at + length]
        ):
            length += 1
        if length > best[2]:
            best = (n, k, length)
    return best


def _counts(come: _Phrase, at: int, gone: _Phrase, k: int, length: int) -> bool:
    words = come.words[at : at + length]
    if all(is_function(w) for w in words):
        return False
    if length >= 2:
        return True
    word = words[0]
    if len(word) < 4 and not word.isdigit():
        return False
    return all(w == word or is_function(w) for w in (*come.words, *gone.words))


def _with_space(text: str, first: int, length: int) -> tuple[int, int]:
    """Where a run of words is in its piece, with the white space that would be left over beside it."""
    spans = word_spans(text)
    start, end = spans[first][0], spans[first + length - 1][1]
    if not text[:start].strip():
        start = 0
    if not text[end:].strip():
        end = len(text)
    return start, end


def _cut(piece: DiffRun, cuts: Sequence[tuple[int, int, int]]) -> list[DiffRun]:
    parts, at = [], 0
    for start, end, number in cuts:
        if at < start:
            parts.append(replace(piece, text=piece.text[at:start]))
        parts.append(replace(piece, text=piece.text[start:end], move=number))
        at = end
    if at < len(piece.text):
        parts.append(replace(piece, text=piece.text[at:]))
    return parts
