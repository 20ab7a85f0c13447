"""Changed stretches of a diff as tokens that classes claim, and the changes made of the claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..model import Change, Piece, Term
from .words import cut, is_word


@dataclass(slots=True)
class Token:
    """A changed word, sign or white space."""

    text: str
    start: int
    end: int
    ours: bool
    """Whether it stood in the draft; False if it stands in the present text."""
    word: bool
    move: int = 0
    kind: str = ""
    term: Term | None = None
    partner: Token | None = None
    """The token of the other text that it answers to, where that is certain."""


@dataclass(slots=True)
class Region:
    """What changed between two unchanged stretches."""

    at: tuple[int, int]
    """Where it begins, in the draft and in the present text."""
    gone: list[Token] = field(default_factory=list)
    come: list[Token] = field(default_factory=list)
    words: tuple[list[Token], list[Token]] = field(default_factory=lambda: ([], []))
    """The words of both sides."""

    def free(self) -> tuple[list[Token], list[Token]]:
        """Words that no class has claimed, on both sides."""
        gone, come = self.words
        return [t for t in gone if not t.kind], [t for t in come if not t.kind]


def pair_up(old: Token, new: Token, kind: str) -> None:
    """Give both words to a class, as answers to each other."""
    old.kind = new.kind = kind
    old.partner, new.partner = new, old


def regions(pieces: Sequence[Piece]) -> list[Region]:
    """The changed stretches of a diff."""
    found: list[Region] = []
    at, place = [0, 0], -1
    for n, piece in enumerate(pieces):
        if piece.op == "equal":
            at = [at[0] + len(piece.text), at[1] + len(piece.text)]
            continue
        if place != n - 1 or not found:
            found.append(Region((at[0], at[1])))
        place = n
        side = 0 if piece.op == "delete" else 1
        tokens = found[-1].gone if side == 0 else found[-1].come
        words = found[-1].words[side]
        start, ours, move = at[side], side == 0, piece.move
        for text, size, word in _cut(piece.text):
            token = Token(text, start, start + size, ours, word, move)
            tokens.append(token)
            if word:
                words.append(token)
            start += size
        at[side] = start
    return found


@lru_cache(maxsize=1 << 12)
def _cut(text: str) -> tuple[tuple[str, int, bool], ...]:
    """The tokens of a changed piece, with their length and whether each is a word."""
    return tuple((token, len(token), is_word(token)) for token in cut(text))


def changes(region: Region) -> list[Change]:
    """One change for each run of claims of one class, those of both sides paired in order."""
    if (only := _one(region)) is not None:
        return [only]
    runs: dict[tuple[str, Term | None], tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    order: list[tuple[str, Term | None]] = []
    for side, tokens in enumerate((region.gone, region.come)):
        last: tuple[str, Term | None] | None = None
        for token in tokens:
            if token.text.isspace() and not token.kind:
                continue
            name = (token.kind, token.term)
            if token.move or token.partner is not None:
                last = None
                continue
            spans = runs.setdefault(name, ([], []))[side]
            if name not in order:
                order.append(name)
            if last == name:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
            last = name
    found = _partners(region)
    if not runs and not found:
        return _blank(region)
    for name in order:
        gone, come = runs[name]
        if len(gone) != len(come) and gone and come:
            gone, come = [(gone[0][0], gone[-1][1])], [(come[0][0], come[-1][1])]
        for n in range(max(len(gone), len(come))):
            old = gone[n] if gone else (_place(region.gone, region.at[0]),) * 2
            new = come[n] if come else (_place(region.come, region.at[1]),) * 2
            found.append(Change(name[0], (old[0], old[1]), (new[0], new[1]), name[1]))
    return found


def _one(region: Region) -> Change | None:
    """The change that the whole region is, if one class has claimed all of it."""
    spans = []
    first: Token | None = None
    for tokens, at in ((region.gone, region.at[0]), (region.come, region.at[1])):
        solid = [t for t in tokens if t.kind or not t.text.isspace()]
        for token in solid:
            first = first or token
            if token.move or token.partner or token.kind != first.kind or token.term != first.term:
                return None
        spans.append((solid[0].start, solid[-1].end) if solid else (_place(tokens, at),) * 2)
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
    return last[1] < now[1] and all(t.text.isspace() for t in between)


def _place(tokens: Sequence[Token], at: int) -> int:
    """Where something is missing: after what else the region has on that side."""
    return tokens[-1].end if tokens else at


def _blank(region: Region) -> list[Change]:
    """A region of nothing but white space, unless it only made room for a phrase that moved."""
    if any(t.move for t in (*region.gone, *region.come)):
        return []
    spans = []
    for tokens, at in ((region.gone, region.at[0]), (region.come, region.at[1])):
        spans.append((tokens[0].start, tokens[-1].end) if tokens else (at, at))
    return [Change("punctuation", spans[0], spans[1])]
