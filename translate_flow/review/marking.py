"""Texts as runs for display: what changed, and which stretches are glossary terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from ..glossary import Glossary
from ..model import Edit, Piece, Term
from .alignment import aligned
from .characters import Span, sharpened
from .terms import Mention, mentions

_SIDES = {
    "changes": {"equal", "delete", "insert"},
    "draft": {"equal", "delete"},
    "target": {"equal", "insert"},
}

_CONTROLS = {c: chr(0x2400 + c) for c in range(32) if chr(c) not in "\n\t"} | {0x7F: "␡"}
_CONTROLS |= {c: f"<{c:02X}>" for c in range(0x80, 0xA0)}
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS |= {c: f"<{c:04X}>" for c in _TURNING}

_SPACES = {"\n": "↵", "\t": "→", "\u00a0": "⍽", "\u202f": "⍽"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is shown in one way."""

    text: str
    """The stretch, exactly."""
    op: str = "equal"
    """`equal`, `insert` or `delete`."""
    mention: Mention | None = None
    """The glossary term it belongs to."""
    sharp: bool = False
    """Whether these are the letters that differ inside a changed word."""
    move: int = 0
    """Ordinal of the phrase that was moved; 0 if it was not."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring runs of one operation."""

    op: str
    """`equal`, `insert` or `delete`."""
    runs: tuple[Run, ...]
    """The runs."""

    @property
    def move(self) -> int:
        """Ordinal of the phrase that was moved; 0 if it was not."""
        return self.runs[0].move

    @property
    def signs(self) -> str:
        """Visible signs for a change of nothing but white space, one per character; empty for all else."""
        text = "".join(run.text for run in self.runs)
        if self.op == "equal" or not text.isspace():
            return ""
        return "".join(_SPACES.get(c, "·") for c in text)


@dataclass(frozen=True, slots=True)
class Marked:
    """One edit, ready for display. The runs of each view join to the text it is named for."""

    source: tuple[Stretch, ...]
    """The source, with its terms."""
    draft: tuple[Stretch, ...]
    """The draft, deletions marked; empty without a draft."""
    target: tuple[Stretch, ...]
    """The present text, insertions marked."""
    changes: tuple[Stretch, ...]
    """Both in one: what stayed, went and came."""


def mark(edit: Edit, glossary: Glossary) -> Marked:
    """The texts of an edit as stretches of runs."""
    terms = [t.term for t in edit.terms]
    source = [Mention(m.start, m.end, m.term) for m in glossary.find(edit.unit.segment.text)]
    target = mentions(terms, edit.unit.target)
    draft = mentions(terms, edit.draft) if edit.draft else []
    left, right = sharpened(edit.pieces)
    sides = (draft, left), (target, right)
    has_draft = edit.unit.draft is not None
    return Marked(
        _stretches(_cut(Piece("equal", edit.unit.segment.text), 0, source, ())),
        _stretches(_runs(edit.pieces, "draft", sides)) if has_draft else (),
        _stretches(_runs(edit.pieces, "target", sides)),
        _stretches(_runs(edit.pieces, "changes", sides)),
    )


def _stretches(runs: Iterable[Run]) -> tuple[Stretch, ...]:
    return tuple(Stretch(op, tuple(group)) for (op, _), group in groupby(runs, key=attrgetter("op", "move")))


_Side = tuple[Sequence[Mention], Sequence[Span]]
"""Terms of a text, and the letters that differ in its changed words."""


def _runs(pieces: Iterable[Piece], side: str, sides: tuple[_Side, _Side]) -> Iterator[Run]:
    """The pieces of one view, cut where terms and differing letters begin and end."""
    at_draft = at_target = 0
    for piece in pieces:
        if piece.op in _SIDES[side]:
            if piece.op == "delete" or side == "draft":
                yield from _cut(piece, at_draft, *sides[0])
            else:
                yield from _cut(piece, at_target, *sides[1])
        at_draft += len(piece.text) if piece.op != "insert" else 0
        at_target += len(piece.text) if piece.op != "delete" else 0


def _cut(piece: Piece, offset: int, found: Sequence[Mention], sharp: Sequence[Span]) -> Iterator[Run]:
    """A piece that begins at `offset` of its text, cut where terms and differing letters begin and end."""
    end = offset + len(piece.text)
    near = [m for m in found if m.start < end and offset < m.end]
    keen = [s for s in sharp if s[0] < end and offset < s[1]] if piece.op != "equal" else []
    if not near and not keen:
        if piece.text:
            yield Run(piece.text, piece.op, None, False, piece.move)
        return
    borders = {offset, end}
    for start, stop in (*((m.start, m.end) for m in near), *keen):
        borders |= {max(start, offset), min(stop, end)}
    for start, stop in pairwise(sorted(borders)):
        mention = next((m for m in near if m.start <= start and stop <= m.end), None)
        inside = any(a <= start and stop <= b for a, b in keen)
        yield Run(piece.text[start - offset : stop - offset], piece.op, mention, inside, piece.move)


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of the earlier text beside what it became."""

    left: tuple[Stretch, ...]
    """The earlier one, deletions marked; empty for an added sentence."""
    right: tuple[Stretch, ...]
    """The later one, insertions marked; empty for one that went."""

    @property
    def changed(self) -> bool:
        """Whether the two differ."""
        return _plain(self.left) != _plain(self.right)


def rows(marked: Marked) -> tuple[Row, ...]:
    """Both texts sentence by sentence; the left sides join to the draft, the right ones to the text."""
    draft, target = _plain(marked.draft), _plain(marked.target)
    if draft == target:
        return (Row(marked.draft, marked.target),)
    pairs = aligned(draft, target)
    left = _parted(marked.draft, [len(old) for old, _ in pairs])
    right = _parted(marked.target, [len(new) for _, new in pairs])
    return tuple(map(Row, left, right))


def _plain(stretches: Iterable[Stretch]) -> str:
    return "".join([run.text for stretch in stretches for run in stretch.runs])


def _parted(stretches: Iterable[Stretch], sizes: Sequence[int]) -> Iterator[tuple[Stretch, ...]]:
    """The text in parts of so many characters."""
    runs = [run for stretch in stretches for run in stretch.runs][::-1]
    for size in sizes:
        part: list[Run] = []
        while size and runs:
            run = runs.pop()
            if len(run.text) > size:
                runs.append(replace(run, text=run.text[size:]))
                run = replace(run, text=run.text[:size])
            part.append(run)
            size -= len(run.text)
        yield _stretches(part)


def printable(text: str) -> str:
    """The text with control and direction-changing characters shown as signs, so that none takes effect."""
    return text.translate(_CONTROLS)


def explain(term: Term) -> str:
    """What the glossary says of a term, in a line: translation, kind, explanation, note."""
    what = f"{term.es}, kept as it is" if term.target == term.es else f"{term.es} → {term.target}"
    if term.kind:
        what += f" ({term.kind})"
    return ". ".join(part.rstrip(".") for part in (what, term.gloss, term.note) if part)
