"""The bare difference of two texts made readable: white space put back, chance agreements given up.

diff-match-patch's clean-up does the latter. It is called only where it would find something: most
changes are a word or two that have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from diff_match_patch import diff_match_patch

from .alphabet import Alphabet, Coded
from .search import Op

_DMP = diff_match_patch()
_PHRASE = 3
"""Words in a common stretch from which on it is never taken for chance."""


def spaced(ops: Iterable[Op], left: Coded, right: Coded) -> list[Op]:
    """The operations with the white space put back before each word.

    Neighbours of one kind are one run. Within a change deletions come before insertions, and what
    both begin or end with is not part of it.
    """
    made = _Runs()
    i = j = 0
    for op, run in ops:
        size = len(run)
        if op < 0:
            made.gone += left.stretch(i, size)
            i += size
        elif op > 0:
            made.come += right.stretch(j, size)
            j += size
        else:
            ours, theirs = left.stretch(i, size), right.stretch(j, size)
            if ours == theirs:
                made.keep(ours)
            else:
                for n, code in enumerate(run):
                    made.gap(left.gap(i + n), right.gap(j + n))
                    made.keep(code)
            i, j = i + size, j + size
    made.gap(left.gap(i), right.gap(j))
    return made.finished()


def _common(left: str, right: str) -> int:
    """How many characters two texts have in common at their start."""
    size = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        size += 1
    return size


class _Runs:
    """Operations being joined."""

    def __init__(self) -> None:
        self.made: list[Op] = []
        self.equal = self.gone = self.come = ""

    def keep(self, run: str) -> None:
        """Take what both texts have."""
        if self.gone or self.come:
            self._change()
        self.equal += run

    def gap(self, left: str, right: str) -> None:
        """Take white space that is at one place of both texts."""
        if left != right:
            self.gone += left
            self.come += right
        elif left:
            self.keep(left)

    def _change(self) -> None:
        """Put down what was equal, and the change after it."""
        gone, come, tail = self.gone, self.come, ""
        if gone and come:
            if gone[0] == come[0]:
                head = _common(gone, come)
                self.equal += gone[:head]
                gone, come = gone[head:], come[head:]
            if gone[-1:] == come[-1:] and (size := _common(gone[::-1], come[::-1])):
                tail = gone[-size:]
                gone, come = gone[:-size], come[:-size]
        if self.equal:
            self.made.append((0, self.equal))
        if gone:
            self.made.append((-1, gone))
        if come:
            self.made.append((1, come))
        self.equal, self.gone, self.come = tail, "", ""

    def finished(self) -> list[Op]:
        """All of them."""
        self._change()
        if self.equal:
            self.made.append((0, self.equal))
        return self.made


def readable(ops: list[Op], alphabet: Alphabet) -> list[Op]:
    """The operations without chance agreements inside changes, each change begun where it reads best.

    Semantic clean-up gives up a common stretch that is shorter than the changes
    around it. It stops at stretches that are no chance: a phrase, however long its
    neighbours, and a word beside a change of nothing but punctuation or white space.
    """
    if _can_shift(ops):
        _DMP.diff_cleanupMerge(ops)
    clean: list[Op] = []
    between: list[Op] = []
    for op, sure in zip(ops, _sure(ops, alphabet.counted), strict=True):
        if sure:
            clean += [*_semantic(between), op]
            between = []
        else:
            between.append(op)
    clean += _semantic(between)
    if clean != ops:
        _DMP.diff_cleanupMerge(clean)
    return _lossless(clean)


def _sure(ops: list[Op], words: set[str]) -> list[bool]:
    """Which operations are common stretches that are no chance; `words` are the characters that stand for words."""
    sure = [False] * len(ops)
    after_words = False
    """Whether the change before has words."""
    waiting = -1
    """Place of a stretch of one or two words, which is sure unless the change after it has words."""
    for place, (op, run) in enumerate(ops):
        if op:
            if not words.isdisjoint(run):
                after_words, waiting = True, -1
            continue
        if waiting >= 0:
            sure[waiting] = True
        count = len(list(islice(filter(words.__contains__, run), _PHRASE)))
        sure[place] = count == _PHRASE or (count > 0 and not after_words)
        after_words, waiting = False, place if count else -1
    if waiting >= 0:
        sure[waiting] = True
    return sure


def _can_shift(ops: list[Op]) -> bool:
    """Whether a lone insertion or deletion could be pushed over a whole equal stretch beside it."""
    for (a, left), (b, edit), (c, right) in zip(ops, ops[1:], ops[2:], strict=False):
        if b and not a and not c and (edit.endswith(left) or edit.startswith(right)):
            return True
    return False


def _semantic(ops: list[Op]) -> list[Op]:
    """Semantic clean-up of the operations between two sure stretches."""
    if len(ops) < 2 or (len(ops) == 2 and ops[0][0] and ops[1][0] and set(ops[0][1]).isdisjoint(ops[1][1])):
        return ops
    if sum(op != 0 for op, _ in ops) > 1:
        _DMP.diff_cleanupSemantic(ops)
    return ops


def _lossless(ops: list[Op]) -> list[Op]:
    """Each lone insertion or deletion begun at the best of the places where it could begin."""
    place = 1
    while place < len(ops) - 1:
        if ops[place][0] and not ops[place - 1][0] and not ops[place + 1][0]:
            (_, left), (_, edit), (_, right) = ops[place - 1 : place + 2]
            if left[-1] == edit[-1] or edit[0] == right[0]:
                three = ops[place - 1 : place + 2]
                _DMP.diff_cleanupSemanticLossless(three)
                ops[place - 1 : place + 2] = three
                place -= 3 - len(three)
        place += 1
    return ops
