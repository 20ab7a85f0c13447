"""The bare difference of two texts made readable: white space put back, chance agreements given up.

diff-match-patch's clean-up does the latter. It is called only where it would find something: most
changes are a word or two that have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diff_match_patch import diff_match_patch

from .alphabet import Alphabet, Coded
from .search import Op

_PHRASE = 3
"""Words in a common stretch from which on it is never taken for chance."""


def spaced(ops: Iterable[Op], left: Coded, right: Coded) -> list[Op]:
    """The operations with the white space put back before each word.

    Neighbours of one kind are one run. Within a change deletions come before insertions, and what
    both begin or end with is no part of it.
    """
    made = _Runs()
    for op, run in _with_gaps(ops, left, right):
        made.add(op, run)
    return made.finished()


def _with_gaps(ops: Iterable[Op], left: Coded, right: Coded) -> Iterator[Op]:
    ours, theirs = left[1], right[1]
    left_words = [gap + code for gap, code in zip(ours, left[0], strict=False)]
    right_words = [gap + code for gap, code in zip(theirs, right[0], strict=False)]
    i = j = 0
    for op, run in ops:
        size = len(run)
        if op < 0:
            yield -1, "".join(left_words[i : i + size])
        elif op > 0:
            yield 1, "".join(right_words[j : j + size])
        elif left_words[i : i + size] == right_words[j : j + size]:
            yield 0, "".join(left_words[i : i + size])
        else:
            for n, code in enumerate(run):
                yield from _gap(ours[i + n], theirs[j + n])
                yield 0, code
        i += size if op <= 0 else 0
        j += size if op >= 0 else 0
    yield from _gap(ours[-1], theirs[-1])


def _gap(left: str, right: str) -> Iterator[Op]:
    if left == right:
        if left:
            yield 0, left
        return
    if left:
        yield -1, left
    if right:
        yield 1, right


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

    def add(self, op: int, run: str) -> None:
        """Take one more operation."""
        if op < 0:
            self.gone += run
        elif op > 0:
            self.come += run
        else:
            if self.gone or self.come:
                self._change()
            self.equal += run

    def _change(self) -> None:
        """Put down what was equal, and the change after it."""
        gone, come, tail = self.gone, self.come, ""
        if gone and come:
            head = _common(gone, come)
            self.equal += gone[:head]
            gone, come = gone[head:], come[head:]
            if size := _common(gone[::-1], come[::-1]):
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


def readable(ops: list[Op], alphabet: Alphabet, dmp: diff_match_patch) -> list[Op]:
    """The operations without chance agreements inside changes, each change begun where it reads best.

    Semantic clean-up gives up a common stretch that is shorter than the changes
    around it. It stops at stretches that are no chance: a phrase, however long its
    neighbours, and a word beside a change of nothing but signs or white space.
    """
    if _can_shift(ops):
        dmp.diff_cleanupMerge(ops)
    counts = [sum(map(alphabet.counted.__contains__, text)) for _, text in ops]
    changed = [op != 0 for op, _ in ops]
    clean: list[Op] = []
    between: list[Op] = []
    for index, op in enumerate(ops):
        sure = False
        if op[0] == 0 and counts[index]:
            before, after = (
                _words_beside(index, -1, changed, counts),
                _words_beside(index, 1, changed, counts),
            )
            sure = counts[index] >= _PHRASE or not before or not after
        if sure:
            clean += [*_semantic(between, dmp), op]
            between = []
        else:
            between.append(op)
    clean += _semantic(between, dmp)
    if clean != ops:
        dmp.diff_cleanupMerge(clean)
    return _lossless(clean, dmp)


def _can_shift(ops: list[Op]) -> bool:
    """Whether a lone insertion or deletion could be pushed over a whole equal stretch beside it."""
    for (a, left), (b, edit), (c, right) in zip(ops, ops[1:], ops[2:], strict=False):
        if b and not a and not c and (edit.endswith(left) or edit.startswith(right)):
            return True
    return False


def _semantic(ops: list[Op], dmp: diff_match_patch) -> list[Op]:
    """Semantic clean-up of the operations between two sure stretches."""
    changes = [text for op, text in ops if op]
    lone = len(changes) < 2 or (len(ops) == 2 and set(changes[0]).isdisjoint(changes[1]))
    if not lone:
        dmp.diff_cleanupSemantic(ops)
    return ops


def _lossless(ops: list[Op], dmp: diff_match_patch) -> list[Op]:
    """Each lone insertion or deletion begun at the best of the places where it could begin."""
    place = 1
    while place < len(ops) - 1:
        (a, left), (b, edit), (c, right) = ops[place - 1 : place + 2]
        if b and not a and not c and (left[-1] == edit[-1] or edit[0] == right[0]):
            three = ops[place - 1 : place + 2]
            dmp.diff_cleanupSemanticLossless(three)
            ops[place - 1 : place + 2] = three
            place -= 3 - len(three)
        place += 1
    return ops


def _words_beside(index: int, step: int, changed: list[bool], counts: list[int]) -> int:
    """Words that the change before (step -1) or after (1) an equal run deletes and inserts."""
    total = 0
    index += step
    while 0 <= index < len(changed) and changed[index]:
        total += counts[index]
        index += step
    return total
