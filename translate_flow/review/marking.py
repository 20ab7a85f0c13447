"""Texts for display: which stretches stayed, went and came, and what stands out in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from ..glossary import Glossary
from ..messages import reader, say_in
from ..model import Term
from .alignment import aligned
from .characters import Span, sharpened
from .messages import KEPT_AS_IS
from .terms import Mention, mentions
from .tracked import DiffRun, Edit

_CONTROLS = {c: chr(0x2400 + c) for c in range(32) if chr(c) not in "\n\t"} | {0x7F: "␡"}
_CONTROLS |= {c: f"<{c:02X}>" for c in range(0x80, 0xA0)}
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS |= {c: f"<{c:04X}>" for c in _TURNING}

_SPACES = {"\n": "↵", "\t": "→", "\u00a0": "⍽", "\u202f": "⍽"}


class MarkedRun(NamedTuple):
    """A part of a stretch that is shown in one way."""

    text: str
    """The part, exactly."""
    mention: Mention | None = None
    """The glossary term it belongs to."""
    sharp: bool = False
    """Whether these are the letters that differ inside a changed word."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A source, draft or translation as a whole, and what stands out in it whatever became of it."""

    text: str
    """The text."""
    mentions: Sequence[Mention] = ()
    """Glossary terms, in order, not overlapping."""
    sharp: Sequence[Span] = ()
    """The letters that differ inside changed words, in order."""

    def stands_out(self, start: int, end: int) -> bool:
        """Whether anything does from `start` to `end`."""
        at = bisect_right(self.mentions, start, key=lambda mention: mention.end)
        if at < len(self.mentions) and self.mentions[at].start < end:
            return True
        at = bisect_right(self.sharp, start, key=lambda span: span[1])
        return at < len(self.sharp) and self.sharp[at][0] < end

    def runs(self, start: int, end: int) -> list[MarkedRun]:
        """The characters from `start` to `end`, cut where terms and differing letters begin and end."""
        found: list[MarkedRun] = []
        first = bisect_right(self.mentions, start, key=lambda mention: mention.end)
        for mention in map(self.mentions.__getitem__, range(first, len(self.mentions))):
            if mention.start >= end:
                break
            self._cut(found, start, mention.start)
            self._cut(found, max(start, mention.start), min(end, mention.end), mention)
            start = mention.end
        self._cut(found, start, end)
        return found

    def _cut(self, found: list[MarkedRun], start: int, end: int, mention: Mention | None = None) -> None:
        at = bisect_right(self.sharp, start, key=lambda span: span[1])
        for first, last in map(self.sharp.__getitem__, range(at, len(self.sharp))):
            if first >= end:
                break
            if start < first:
                found.append(MarkedRun(self.text[start:first], mention))
            found.append(MarkedRun(self.text[max(start, first) : min(end, last)], mention, True))
            start = last
        if start < end:
            found.append(MarkedRun(self.text[start:end], mention))


class Stretch(NamedTuple):
    """Neighbouring characters of a text that had the same fate."""

    op: str
    """`equal`, `insert` or `delete`."""
    whole: Whole
    """The text it is a stretch of."""
    start: int
    """Its first character there."""
    end: int
    """One past its last."""
    move: int = 0
    """Ordinal of the phrase that was moved; 0 if it was not."""

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.whole.text[self.start : self.end]

    @property
    def runs(self) -> list[MarkedRun]:
        """The stretch, cut where terms and differing letters begin and end."""
        return self.whole.runs(self.start, self.end)

    @property
    def signs(self) -> str:
        """Visible characters for a change of nothing but white space, one per character; empty for all else."""
        if self.op == "equal" or not self.text.isspace():
            return ""
        return "".join(_SPACES.get(c, "·") for c in self.text)


@dataclass(frozen=True, slots=True)
class MarkedEdit:
    """One edit, ready for display. The stretches of each view join to the text it is named for."""

    source: Sequence[Stretch]
    """The source."""
    draft: Sequence[Stretch]
    """The draft, equal and deleted stretches; empty without a draft."""
    target: Sequence[Stretch]
    """The present text, equal and inserted stretches."""
    changes: Sequence[Stretch]
    """Both in one: what stayed, went and came."""


def mark(edit: Edit, glossary: Glossary) -> MarkedEdit:
    """The texts of an edit, cut into stretches, with their terms and the letters that differ."""
    terms = [t.term for t in edit.terms]
    source, target = edit.unit.segment.text, edit.unit.target
    found = [Mention(m.start, m.end, m.term) for m in glossary.find(source)]
    left, right = sharpened(edit.pieces)
    before = Whole(edit.draft or target, mentions(terms, edit.draft) if edit.draft else (), left)
    went, came, changes = _stretches(edit.pieces, before, Whole(target, mentions(terms, target), right))
    return MarkedEdit(
        (Stretch("equal", Whole(source, found), 0, len(source)),),
        went if edit.unit.draft is not None else (),
        came,
        changes,
    )


def _stretches(
    pieces: Sequence[DiffRun], before: Whole, after: Whole
) -> tuple[list[Stretch], list[Stretch], list[Stretch]]:
    """The pieces as stretches of the draft, of the present text, and of both; those of one fate are joined."""
    went: list[Stretch] = []
    came: list[Stretch] = []
    changes: list[Stretch] = []
    at_draft = at_target = 0
    for piece in pieces:
        op, move, size = piece.op, piece.move, len(piece.text)
        if op != "insert":
            old = Stretch(op, before, at_draft, at_draft + size, move)
            _add(went, old)
            at_draft += size
        if op != "delete":
            new = Stretch(op, after, at_target, at_target + size, move)
            _add(came, new)
            at_target += size
        _add(changes, old if op == "delete" else new)
    return went, came, changes


def _add(stretches: list[Stretch], more: Stretch) -> None:
    if stretches and stretches[-1].op == more.op and stretches[-1].move == more.move:
        stretches[-1] = stretches[-1]._replace(end=more.end)
    else:
        stretches.append(more)


class SentenceRow(NamedTuple):
    """A sentence of the earlier text beside what it became."""

    left: Sequence[Stretch]
    """The earlier one, deletions marked; empty for an added sentence."""
    right: Sequence[Stretch]
    """The later one, insertions marked; empty for one that went."""
    changed: bool
    """Whether the two differ."""


def rows(marked: MarkedEdit) -> list[SentenceRow]:
    """Both texts sentence by sentence; the left sides join to the draft, the right ones to the text."""
    draft, target = ("".join([s.text for s in side]) for side in (marked.draft, marked.target))
    if draft == target:
        return [SentenceRow(marked.draft, marked.target, False)]
    pairs = aligned(draft, target)
    left = _parted(marked.draft, [len(old) for old, _ in pairs])
    right = _parted(marked.target, [len(new) for _, new in pairs])
    return [SentenceRow(a, b, old != new) for a, b, (old, new) in zip(left, right, pairs, strict=True)]


def _parted(stretches: Sequence[Stretch], sizes: Sequence[int]) -> Iterator[list[Stretch]]:
    """The stretches in parts of so many characters."""
    at = 0
    for start, end in pairwise(accumulate(sizes, initial=0)):
        part = []
        while start < end and at < len(stretches) and stretches[at].start < end:
            op, whole, first, last, move = stretches[at]
            part.append(Stretch(op, whole, max(first, start), min(last, end), move))
            if last > end:
                break
            at += 1
        yield part


def printable(text: str) -> str:
    """The text with control and direction-changing characters shown as visible symbols, so that none takes effect."""
    return text.translate(_CONTROLS)


def explain(term: Term) -> str:
    """What the glossary says of a term, in a line for the reader: translation, kind, explanation, note."""
    return _explained(term, reader())


@lru_cache(maxsize=1 << 12)
def _explained(term: Term, language: str) -> str:
    same = say_in(language, KEPT_AS_IS(term=term.es))
    what = same if term.target == term.es else f"{term.es} → {term.target}"
    if term.kind:
        what += f" ({term.kind})"
    return ". ".join(part.rstrip(".") for part in (what, term.gloss, term.note) if part)
