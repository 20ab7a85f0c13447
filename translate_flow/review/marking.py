"""Texts as runs for display: what changed, and which stretches are glossary terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from ..glossary import Glossary
from ..model import Edit, Piece, Term
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring runs of one operation."""

    op: str
    """`equal`, `insert` or `delete`."""
    runs: tuple[Run, ...]
    """The runs."""

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
    has_draft = edit.unit.draft is not None
    return Marked(
        _stretches(_cut(edit.unit.segment.text, 0, "equal", source)),
        _stretches(_runs(edit.pieces, "draft", draft, target)) if has_draft else (),
        _stretches(_runs(edit.pieces, "target", draft, target)),
        _stretches(_runs(edit.pieces, "changes", draft, target)),
    )


def _stretches(runs: Iterable[Run]) -> tuple[Stretch, ...]:
    return tuple(Stretch(op, tuple(group)) for op, group in groupby(runs, key=attrgetter("op")))


def _runs(
    pieces: Iterable[Piece], side: str, draft: Sequence[Mention], target: Sequence[Mention]
) -> Iterator[Run]:
    """The pieces of one view, cut where the terms of draft and present text begin and end."""
    at_draft = at_target = 0
    for piece in pieces:
        if piece.op in _SIDES[side]:
            if piece.op == "delete" or side == "draft":
                yield from _cut(piece.text, at_draft, piece.op, draft)
            else:
                yield from _cut(piece.text, at_target, piece.op, target)
        at_draft += len(piece.text) if piece.op != "insert" else 0
        at_target += len(piece.text) if piece.op != "delete" else 0


def _cut(text: str, offset: int, op: str, found: Sequence[Mention]) -> Iterator[Run]:
    """A piece that begins at `offset` of its text, cut where terms begin and end."""
    done = 0
    for mention in found:
        start, end = max(mention.start - offset, done), min(mention.end - offset, len(text))
        if start < end:
            if done < start:
                yield Run(text[done:start], op)
            yield Run(text[start:end], op, mention)
            done = end
    if done < len(text):
        yield Run(text[done:], op)


def printable(text: str) -> str:
    """The text with control and direction-changing characters shown as signs, so that none takes effect."""
    return text.translate(_CONTROLS)


def explain(term: Term) -> str:
    """What the glossary says of a term, in a line: translation, kind, explanation, note."""
    what = f"{term.es}, kept as it is" if term.target == term.es else f"{term.es} → {term.target}"
    if term.kind:
        what += f" ({term.kind})"
    return ". ".join(part.rstrip(".") for part in (what, term.gloss, term.note) if part)
