"""Sentences of two versions of a paragraph, paired before their words are compared.

So that a long paragraph's diff does not join words of one sentence with those of another.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import read

LEAST = 0.25
"""Share of common words from which on two sentences count as versions of each other."""
_CELLS = 10_000
"""Pairs of sentences compared at most; beyond, the rest is compared as one."""


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a text, each with the white space after it; joined again they are the text."""
    starts = [start for start, _ in read(text, language).pieces][1:]
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True) if a < b]


def aligned(left: str, right: str) -> list[tuple[str, str]]:
    """Both texts in groups of sentences that belong together, in order; each side joins to its text.

    One sentence is against one, or against two where it was split or joined; what has no
    counterpart stands alone. The pairing with most words in common, by dynamic programming,
    as Gale and Church (1993) do with lengths.
    """
    ours, theirs = sentences(left), sentences(right)
    if len(ours) < 2 and len(theirs) < 2:
        return [(left, right)]
    head = 0
    while head < min(len(ours), len(theirs)) and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(ours), len(theirs)) - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    middle = _paired(ours[head : len(ours) - tail], theirs[head : len(theirs) - tail])
    start, end = "".join(ours[:head]), "".join(ours[len(ours) - tail :])
    return [pair for pair in ((start, start), *middle, (end, end)) if pair != ("", "")]


def _paired(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, str]]:
    if len(ours) * len(theirs) > _CELLS or not ours or not theirs or len(ours) == len(theirs) == 1:
        return [("".join(ours), "".join(theirs))]
    left, right = [set(s.lower().split()) for s in ours], [set(s.lower().split()) for s in theirs]
    rows, columns = len(ours), len(theirs)
    if rows == columns and all(3 * len(a & b) >= len(a) + len(b) for a, b in zip(left, right, strict=True)):
        return list(zip(ours, theirs, strict=True))  # two words in three are the same, each in its place
    shared = [[len(a & b) for b in right] for a in left]
    # Words of a third sentence from which on a sentence can be one of its two halves.
    half_left = [2 * LEAST * max(1, len(words)) for words in left]
    half_right = [2 * LEAST * max(1, len(words)) for words in right]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step = [[(0, 1)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        step[i][0] = (1, 0)
        for j in range(1, columns + 1):
            # Of equal gains the later one is taken.
            gain, taken = best[i][j - 1], (0, 1)
            if best[i - 1][j] >= gain:
                gain, taken = best[i - 1][j], (1, 0)
            if common := shared[i - 1][j - 1]:
                found = best[i - 1][j - 1] + common
                if found >= gain and 2 * common >= LEAST * (len(left[i - 1]) + len(right[j - 1])):
                    gain, taken = found, (1, 1)
                if j > 1 and common >= half_right[j - 1] and shared[i - 1][j - 2] >= half_right[j - 2]:
                    found = best[i - 1][j - 2] + _joined(right[j - 2] | right[j - 1], left[i - 1])
                    if found >= gain:
                        gain, taken = found, (1, 2)
                if i > 1 and common >= half_left[i - 1] and shared[i - 2][j - 1] >= half_left[i - 2]:
                    found = best[i - 2][j - 1] + _joined(left[i - 2] | left[i - 1], right[j - 1])
                    if found >= gain:
                        gain, taken = found, (2, 1)
            best[i][j], step[i][j] = gain, taken
    groups: list[tuple[str, str]] = []
    i, j = rows, columns
    while i or j:
        a, b = step[i][j]
        groups.append(("".join(ours[i - a : i]), "".join(theirs[j - b : j])))
        i, j = i - a, j - b
    return _rewritten(groups[::-1])


def _rewritten(groups: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The groups, with what went and what came between two pairs as one: a sentence said all anew."""
    made: list[tuple[str, str]] = []
    paired = True
    for left, right in groups:
        alone = not left or not right
        if alone and not paired:
            made[-1] = (made[-1][0] + left, made[-1][1] + right)
        else:
            made.append((left, right))
        paired = not alone
    return made


def _joined(two: set[str], one: set[str]) -> float:
    """What is gained by pairing two sentences with one: less than the words in common, or all would be joined."""
    common = len(two & one)
    return common - 0.5 if 2 * common >= LEAST * (len(two) + len(one)) else 0.0
