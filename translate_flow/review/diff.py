"""Differences between two texts in whole words, made to be read.

The longest common subsequence (rapidfuzz, bit-parallel after Hyyrö 2004; for very long
stretches diff-match-patch, Myers 1986, within a bound) is looked for over one character
per word or sign; white space stays out of the comparison, so that blanks don't pass for
common text, and comes back afterwards. diff-match-patch's semantic clean-up then removes
chance agreements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import isqrt
from operator import itemgetter
from threading import local

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from ..model import Piece
from .alignment import aligned
from .words import cut, is_word

Op = tuple[int, str]
"""Operation as diff-match-patch numbers it (-1 delete, 0 equal, 1 insert), and a run of codes."""

NAMES = {-1: "delete", 0: "equal", 1: "insert"}

_LONG = 480
"""Characters of both texts from which on they are compared sentence by sentence."""
_SMALL = 600
"""Words and signs of both texts up to which they are compared in one go."""
_DEPTH = 12
"""How often a long stretch is split at words that occur once."""
_CELLS = 16_000_000
"""Pairs of words up to which the longest common subsequence is found outright: two megabytes of bits."""
_ROUNDS = 1000
"""Rounds of Myers' search for one stretch; two per word that differs, at most."""
_WORK = 4_000_000
"""Squared rounds for one pair of texts: a few seconds at the very worst."""
_PHRASE = 3
"""Words in a common stretch from which on it is never taken for chance."""
_CODES = 0xD0000 - 0x20000
"""Characters that can stand for words; a pair of texts with more tokens is not compared inside."""


class _Rounds:
    """A deadline that counts rounds of the search and never looks at the clock.

    diff-match-patch asks `time.time() > deadline` once per round. Answering by count
    makes the same texts give the same diff on any machine, however busy.
    """

    def __init__(self, rounds: int) -> None:
        self.left = rounds

    def __lt__(self, now: float) -> bool:
        self.left -= 1
        return self.left < 0


class _Search:
    """The search for common words in one pair of texts, with a bound on its work."""

    def __init__(self) -> None:
        self.dmp = diff_match_patch()
        self.dmp.Diff_Timeout = 0
        self.work = _WORK

    def run(self, left: str, right: str, depth: int = 0) -> Iterator[Op]:
        """Operations that turn left into right."""
        head = self.dmp.diff_commonPrefix(left, right)
        if head:
            yield 0, left[:head]
            left, right = left[head:], right[head:]
        tail = self.dmp.diff_commonSuffix(left, right)
        end = left[len(left) - tail :]
        left, right = left[: len(left) - tail], right[: len(right) - tail]
        anchors = [] if len(left) + len(right) <= _SMALL or depth >= _DEPTH else _anchors(left, right)
        if anchors:
            i = j = 0
            for x, y in anchors:
                yield from self.run(left[i:x], right[j:y], depth + 1)
                yield 0, left[x]
                i, j = x + 1, y + 1
            yield from self.run(left[i:], right[j:], depth + 1)
        else:
            yield from self.shortest(left, right)
        if end:
            yield 0, end

    def shortest(self, left: str, right: str) -> Iterator[Op]:
        """The shortest difference, or the whole stretch replaced where the bound is met."""
        if not left or not right:
            if left or right:
                yield (-1, left) if left else (1, right)
        elif len(left) * len(right) <= _CELLS:
            for step in Indel.opcodes(left, right):
                old, new = left[step.src_start : step.src_end], right[step.dest_start : step.dest_end]
                if step.tag == "equal":
                    yield 0, old
                    continue
                if old:
                    yield -1, old
                if new:
                    yield 1, new
        else:
            granted = min(_ROUNDS, isqrt(self.work))
            rounds = _Rounds(granted)
            yield from self.dmp.diff_main(left, right, False, rounds)
            self.work -= (granted - max(rounds.left, 0)) ** 2


def _anchors(left: str, right: str) -> list[tuple[int, int]]:
    """Places of words that occur once in each text, in the longest order common to both.

    Bram Cohen's patience diff; the longest increasing run by patience sorting.
    """
    places = _once(left)
    matches = sorted((i, j) for c, j in _once(right).items() if (i := places.get(c)) is not None)
    piles: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(matches):
        low, high = 0, len(piles)
        while low < high:
            middle = (low + high) // 2
            if piles[middle] < j:
                low = middle + 1
            else:
                high = middle
        if low == len(piles):
            piles.append(j)
            tops.append(index)
        else:
            piles[low], tops[low] = j, index
        before.append(tops[low - 1] if low else -1)
    chain = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(matches[index])
        index = before[index]
    return chain[::-1]


def _once(text: str) -> dict[str, int]:
    """Characters that occur once, with their places."""
    places: dict[str, int] = {}
    for place, char in enumerate(text):
        places[char] = -1 if char in places else place
    return {c: p for c, p in places.items() if p >= 0}


class _Alphabet:
    """One character for each distinct token.

    Words get letters, signs get private-use characters, and a single blank or line
    break stands for itself: the clean-up looks for such kinds when it chooses where
    a change begins.
    """

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.tokens: dict[str, str] = {}
        self.counted: set[str] = set()
        """Characters that stand for tokens with a letter or digit."""
        self.words = 0
        self.signs = 0

    def encode(self, token: str) -> str:
        """The token's character."""
        code = self.codes.get(token)
        if code is None:
            if len(token) == 1 and token.isspace():
                code = token
            elif token[0].isalnum() or self.signs >= 0x20000:
                # From U+3400 up to the surrogates, then from U+20000 on.
                code = chr(self.words + (0x3400 if self.words < 0xA400 else 0x20000 - 0xA400))
                self.words += 1
            else:
                # The private use areas: U+E000 to U+F8FF, then U+F0000 on.
                code = chr(self.signs + (0xE000 if self.signs < 0x1900 else 0xF0000 - 0x1900))
                self.signs += 1
            self.codes[token] = code
            self.tokens[code] = token
            if is_word(token):
                self.counted.add(code)
        return code

    def decode(self, codes: str) -> str:
        """The text that a run of characters stands for."""
        return "".join([self.tokens[c] for c in codes])


class _Shared(local):
    """The alphabet a thread's diffs share: the words of one paragraph are mostly those of the next."""

    def __init__(self) -> None:
        self.alphabet = _Alphabet()


_shared = _Shared()
_MANY = 20_000
"""Tokens after which an alphabet is not taken again, or it would grow for ever."""


def _alphabet() -> _Alphabet:
    """An alphabet with room for a pair of texts. Which character a token has makes no difference to a diff."""
    if len(_shared.alphabet.codes) > _MANY:
        _shared.alphabet = _Alphabet()
    return _shared.alphabet


def _split(text: str, alphabet: _Alphabet) -> tuple[str, list[str]]:
    """Codes of the words and signs, and the coded white space before each and after the last."""
    solid: list[str] = []
    gaps: list[str] = []
    gap = ""
    known = alphabet.codes
    for token in cut(text):
        code = known.get(token) or alphabet.encode(token)
        if token.isspace():
            gap += code
        else:
            solid.append(code)
            gaps.append(gap)
            gap = ""
    gaps.append(gap)
    return "".join(solid), gaps


def _spaced(ops: Iterable[Op], left: tuple[str, list[str]], right: tuple[str, list[str]]) -> Iterator[Op]:
    """The operations with the white space put back before each word."""
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


def _joined(ops: Iterable[Op]) -> list[Op]:
    """Neighbours of one kind as one run; within a change, deletions before insertions."""
    joined: list[Op] = []
    for changed, run in groupby(ops, key=lambda op: op[0] != 0):
        texts = {-1: "", 0: "", 1: ""}
        for op, text in run:
            texts[op] += text
        order = (-1, 1) if changed else (0,)
        joined += [(op, texts[op]) for op in order if texts[op]]
    return joined


def _readable(ops: list[Op], alphabet: _Alphabet, dmp: diff_match_patch) -> list[Op]:
    """The operations without chance agreements inside changes, each change begun where it reads best.

    Semantic clean-up gives up a common stretch that is shorter than the changes
    around it. It stops at stretches that are no chance: a phrase, however long its
    neighbours, and a word beside a change of nothing but signs or white space.
    """
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
            dmp.diff_cleanupSemantic(between)
            clean += [*between, op]
            between = []
        else:
            between.append(op)
    dmp.diff_cleanupSemantic(between)
    clean += between
    dmp.diff_cleanupMerge(clean)
    dmp.diff_cleanupSemanticLossless(clean)
    return clean


def _words_beside(index: int, step: int, changed: list[bool], counts: list[int]) -> int:
    """Words that the change before (step -1) or after (1) an equal run deletes and inserts."""
    total = 0
    index += step
    while 0 <= index < len(changed) and changed[index]:
        total += counts[index]
        index += step
    return total


def diff(left: str, right: str) -> tuple[Piece, ...]:
    """What turns left into right, in whole words; long texts sentence by sentence.

    Equal and delete pieces join to `left`, equal and insert pieces to `right`. The
    same texts give the same pieces on every machine; the work is bounded, and
    stretches beyond the bound are shown as replaced.
    """
    if left == right:
        return (Piece("equal", left),) if left else ()
    if not left or not right:
        return (Piece("delete" if left else "insert", left or right),)
    if len(left) + len(right) < _LONG:
        return _compared(left, right)
    found = [(p.op, p.text) for pair in aligned(left, right) for p in _side_by_side(*pair)]
    pieces: list[Piece] = []
    for changed, run in groupby(found, key=lambda op: op[0] != "equal"):
        texts = {"delete": "", "equal": "", "insert": ""}
        for op, text in run:
            texts[op] += text
        order = ("delete", "insert") if changed else ("equal",)
        pieces += [Piece(op, texts[op]) for op in order if texts[op]]
    return tuple(pieces)


def _side_by_side(left: str, right: str) -> tuple[Piece, ...]:
    if left == right:
        return (Piece("equal", left),)
    if not left or not right:
        return (Piece("delete" if left else "insert", left or right),)
    return _compared(left, right)


def _compared(before: str, after: str) -> tuple[Piece, ...]:
    """Two different texts, neither of them empty, as one stretch of words."""
    alphabet = _alphabet()
    left, right = _split(before, alphabet), _split(after, alphabet)
    if len(alphabet.codes) >= _CODES:
        return (Piece("delete", before), Piece("insert", after))
    search = _Search()
    ops = _joined(_spaced(search.run(left[0], right[0]), left, right))
    ops = _readable(ops, alphabet, search.dmp)
    return tuple(
        Piece(NAMES[op], "".join(alphabet.decode(text) for _, text in run))
        for op, run in groupby((o for o in ops if o[1]), key=itemgetter(0))
    )
