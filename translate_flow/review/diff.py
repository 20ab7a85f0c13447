"""Differences between two texts in whole words, made to be read.

White space stays out of the comparison, so that blanks don't pass for common text, and comes
back afterwards. Long texts are compared sentence by sentence.
"""

from __future__ import annotations

from .alignment import aligned
from .alphabet import CODES, alphabet
from .readable import readable, spaced
from .search import CommonWordSearch, Op
from .tracked import DiffRun

_LONG = 480
"""Characters of both texts from which on they are compared sentence by sentence."""


def diff(left: str, right: str) -> tuple[DiffRun, ...]:
    """What turns left into right, in whole words; long texts sentence by sentence.

    Equal and delete pieces join to `left`, equal and insert pieces to `right`. The
    same texts give the same pieces on every machine; the work is bounded, and
    stretches beyond the bound are shown as replaced.
    """
    if len(left) + len(right) < _LONG:
        found = _compared(left, right)
    else:
        found = [op for pair in aligned(left, right) for op in _compared(*pair)]
    pieces: list[DiffRun] = []
    equal = gone = come = ""
    for op, text in found:
        if op < 0:
            gone += text
        elif op > 0:
            come += text
        else:
            if gone or come:
                pieces += _pieces(equal, gone, come)
                equal = gone = come = ""
            equal += text
    return (*pieces, *_pieces(equal, gone, come))


def _pieces(equal: str, gone: str, come: str) -> list[DiffRun]:
    """An unchanged stretch and the change after it."""
    return [DiffRun(op, text) for op, text in (("equal", equal), ("delete", gone), ("insert", come)) if text]


def _compared(before: str, after: str) -> list[Op]:
    """Two texts as one stretch of words; the runs are text, not codes."""
    if before == after:
        return [(0, before)]
    if not before or not after:
        return [(-1 if before else 1, before or after)]
    letters = alphabet()
    left, right = letters.encode(before), letters.encode(after)
    if len(letters) >= CODES:
        return [(-1, before), (1, after)]
    ops = readable(spaced(CommonWordSearch().run(left.solid, right.solid), left, right), letters)
    return [(op, letters.decode(text)) for op, text in ops]
