"""The letters that differ inside a changed word, where showing them helps the eye: Ot*al*ora, Ot*ár*ola."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from .tracked import DiffRun
from .words import cut, distance, is_word, letters

Span = tuple[int, int]
LONGEST = 40
"""Longer words, such as addresses, are compared by what is common at both ends."""


def sharpened(pieces: Sequence[DiffRun]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Characters that make the difference inside changed words, in the left text and in the right one.

    Only words that answer to each other and are more alike than different are marked inside;
    a word that was replaced is left whole.
    """
    left: list[Span] = []
    right: list[Span] = []
    at = [0, 0]
    for n, piece in enumerate(pieces):
        following = pieces[n + 1] if n + 1 < len(pieces) else None
        if (
            piece.op == "delete"
            and following
            and following.op == "insert"
            and not piece.move
            and not following.move
        ):
            for (a, old), (b, new) in _answering(piece.text, following.text):
                ours, theirs = inside(old, new)
                left += [(at[0] + a + s, at[0] + a + e) for s, e in ours]
                right += [(at[1] + b + s, at[1] + b + e) for s, e in theirs]
        at[0] += len(piece.text) if piece.op != "insert" else 0
        at[1] += len(piece.text) if piece.op != "delete" else 0
    return tuple(left), tuple(right)


def _answering(left: str, right: str) -> list[tuple[tuple[int, str], tuple[int, str]]]:
    """Words of both sides that are versions of each other, in order."""
    ours, theirs = _placed(left), _placed(right)
    pairs, start = [], 0
    for old in ours:
        for n in range(start, len(theirs)):
            if inside(old[1], theirs[n][1]) != ((), ()):
                pairs.append((old, theirs[n]))
                start = n + 1
                break
    return pairs


def _placed(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for token in cut(text):
        if is_word(token):
            found.append((at, token))
        at += len(token)
    return found


@lru_cache(maxsize=1 << 12)
def inside(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What differs between two words, as spans in each; nothing where marking it would not help.

    A letter and its combining accents are one. It helps if at most three stretches differ and at least
    half of the longer word is common; three quarters of a short word, and of words that begin with
    another letter, which are seldom two spellings of one (*the* and *that*, *other* and *further*).
    """
    if old == new or (old[:1].casefold() != new[:1].casefold() and old[-1:] != new[-1:]):
        return (), ()
    a, b = letters(old), letters(new)
    if max(len(a), len(b)) > LONGEST:
        blocks = _ends(a, b)
    else:
        if 2 * distance(a, b) > 2 * max(len(a), len(b)) - 4:
            return (), ()
        blocks = _common(a, b)
    common = len(a) - sum(j - i for i, j, _, _ in blocks)
    longer = max(len(a), len(b))
    one = longer > 4 and old[:1].casefold() == new[:1].casefold()
    if common < (longer / 2 if one else 3 * longer / 4) or common < 2 or len(blocks) > 3:
        return (), ()
    ours, theirs = _offsets(a), _offsets(b)
    return (
        tuple((ours[i], ours[j]) for i, j, _, _ in blocks if i < j),
        tuple((theirs[k], theirs[m]) for _, _, k, m in blocks if k < m),
    )


def _common(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The stretches in which two words differ, by their cheapest alignment (Levenshtein 1966)."""
    rows, columns = len(a), len(b)
    cost = [[rows + columns - i - j for j in range(columns + 1)] for i in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            cost[i][j] = min(cost[i + 1][j + 1] + (a[i] != b[j]), cost[i + 1][j] + 1, cost[i][j + 1] + 1)
    blocks: list[tuple[int, int, int, int]] = []
    i = j = start = begin = 0
    while i < rows and j < columns:
        if a[i] == b[j] and cost[i][j] == cost[i + 1][j + 1]:
            if start < i or begin < j:
                blocks.append((start, i, begin, j))
            i, j = i + 1, j + 1
            start, begin = i, j
        elif cost[i][j] == cost[i + 1][j + 1] + 1:
            i, j = i + 1, j + 1
        elif cost[i][j] == cost[i + 1][j] + 1:
            i += 1
        else:
            j += 1
    if start < rows or begin < columns:
        blocks.append((start, rows, begin, columns))
    return blocks


def _ends(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int, int]]:
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return [(head, len(a) - tail, head, len(b) - tail)]


def _offsets(parts: Sequence[str]) -> list[int]:
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    return places
