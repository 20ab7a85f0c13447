"""Changed stretches of a diff as tokens that classes claim, and the changes made of the claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import Term
from .forms import WrittenForm, forms
from .tracked import Change, DiffRun


@dataclass(slots=True)
class ChangedToken:
    """A changed word, sign or white space."""

    text: str
    form: WrittenForm
    start: int
    end: int
    ours: bool
    """Whether it stood in the draft; False if it is in the present text."""
    move: int = 0
    kind: str = ""
    term: Term | None = None
    partner: ChangedToken | None = None
    """The token of the other text that it answers to, where that is certain."""


@dataclass(slots=True)
class Region:
    """What changed between two unchanged stretches."""

    at: tuple[int, int]
    """Where it begins, in the draft and in the present text."""
    gone: list[ChangedToken] = field(default_factory=list)
    come: list[ChangedToken] = field(default_factory=list)
    words: tuple[list[ChangedToken], list[ChangedToken]] = field(default_factory=lambda: ([], []))
    """The words of both sides."""
    moves: bool = False
    """Whether a part of it moved."""

    def free(self) -> tuple[list[ChangedToken], list[ChangedToken]]:
        """Words that no class has claimed, on both sides."""
        gone, come = self.words
        return [t for t in gone if not t.kind], [t for t in come if not t.kind]


def pair_up(old: ChangedToken, new: ChangedToken, kind: str) -> None:
    """Give both words to a class, as answers to each other."""
    old.kind = new.kind = kind
    old.partner, new.partner = new, old


def regions(pieces: Sequence[DiffRun]) -> list[Region]:
    """The changed stretches of a diff."""
    found: list[Region] = []
    left = right = 0
    region: Region | None = None
    for piece in pieces:
        if piece.op == "equal":
            size = len(piece.text)
            left, right, region = left + size, right + size, None
            continue
        if region is None:
            region = Region((left, right))
            found.append(region)
        region.moves = region.moves or piece.move > 0
        if piece.op == "delete":
            left = _add(piece, left, True, region.gone, region.words[0])
        else:
            right = _add(piece, right, False, region.come, region.words[1])
    return found


def _add(
    piece: DiffRun, start: int, ours: bool, tokens: list[ChangedToken], words: list[ChangedToken]
) -> int:
    """Put the tokens of a changed piece to the others of its side; where the piece ends."""
    move = piece.move
    for form in forms(piece.text):
        end = start + form.size
        token = ChangedToken(form.text, form, start, end, ours, move)
        tokens.append(token)
        if form.word:
            words.append(token)
        start = end
    return start


def changes(region: Region) -> list[Change]:
    """One change for each run of claims of one class, those of both sides paired in order."""
    if (only := _one(region)) is not None:
        return [only]
    runs: dict[tuple[str, Term | None], tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for side, tokens in enumerate((region.gone, region.come)):
        last: tuple[str, Term | None] | None = None
        for token in tokens:
            if token.form.blank and not token.kind:
                continue
            name = (token.kind, token.term)
            if token.move or token.partner is not None:
                last = None
                continue
            spans = runs.setdefault(name, ([], []))[side]
            if last == name:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
            last = name
    found = _partners(region)
    if not runs and not found:
        return _blank(region)
    for name, (gone, come) in runs.items():
        if len(gone) != len(come) and gone and come:
            gone, come = [(gone[0][0], gone[-1][1])], [(come[0][0], come[-1][1])]
        for n in range(max(len(gone), len(come))):
            old = gone[n] if gone else (_place(region.gone, region.at[0]),) * 2
            new = come[n] if come else (_place(region.come, region.at[1]),) * 2
            found.append(Change(name[0], (old[0], old[1]), (new[0], new[1]), name[1]))
    return found


def _one(region: Region) -> Change | None:
    """The change that the whole region is, if one class has claimed all of it."""
    if region.moves:
        return None
    spans = []
    first: ChangedToken | None = None
    for tokens, at in ((region.gone, region.at[0]), (region.come, region.at[1])):
        start = end = -1
        for token in tokens:
            if not token.kind and token.form.blank:
                continue
            if first is None:
                first = token
            if token.kind != first.kind or token.partner is not None or token.term != first.term:
                return None
            if start < 0:
                start = token.start
            end = token.end
        spans.append((start, end) if start >= 0 else (_place(tokens, at),) * 2)
    return Change(first.kind, spans[0], spans[1], first.term) if first is not None else None


def _partners(region: Region) -> list[Change]:
    """Words that answer to each other, neighbours of one class in one change."""
    found: list[Change] = []
    last: tuple[int, int] | None = None
    for n, old in enumerate(region.gone):
        new = old.partner
        if new is None:
            continue
        m = next(i for i, t in enumerate(region.come) if t is new)
        if last and found[-1].kind == old.kind and _only_space(region, last, (n, m)):
            found[-1] = replace(
                found[-1], draft=(found[-1].draft[0], old.end), target=(found[-1].target[0], new.end)
            )
        else:
            found.append(Change(old.kind, (old.start, old.end), (new.start, new.end), old.term))
        last = (n, m)
    return found


def _only_space(region: Region, last: tuple[int, int], now: tuple[int, int]) -> bool:
    between = (*region.gone[last[0] + 1 : now[0]], *region.come[last[1] + 1 : now[1]])
    return last[1] < now[1] and all(t.form.blank for t in between)


def _place(tokens: Sequence[ChangedToken], at: int) -> int:
    """Where something is missing: after what else the region has on that side."""
    return tokens[-1].end if tokens else at


def _blank(region: Region) -> list[Change]:
    """A region of nothing but white space, unless it only made room for a phrase that moved."""
    if region.moves:
        return []
    spans = []
    for tokens, at in ((region.gone, region.at[0]), (region.come, region.at[1])):
        spans.append((tokens[0].start, tokens[-1].end) if tokens else (at, at))
    return [Change("punctuation", spans[0], spans[1])]
