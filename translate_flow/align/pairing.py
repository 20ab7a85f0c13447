"""A translation for each paragraph of the source, out of the beads, with what there is to doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ..carry.chain import Link, heaviest
from ..language.numbers import figures, unmatched
from ..messages import Message
from .beads import CLOSE, Bead, Heads, Texts, beads
from .messages import CUT, LITTLE_EVIDENCE, LONG, MOVED, NEXT_TOO, NUMBERS_DIFFER, SHORT
from .pieces import pieces

CERTAIN, CERTAIN_WITHOUT_DRAFT = 4.0, 4.5
"""Margin from which a pair counts as certain, if nothing else speaks against it: odds of 55 and of 90 to 1."""
_LITTLE = LITTLE_EVIDENCE()
_ODD_LENGTH = 3.0
"""Standard deviations of the length from which a part may be missing, or be somebody else's."""
_CUT, _SPEAKS = 0.1, 2.0
"""Share of beads with one side only from which a pair must be likely by itself, and how likely: where much was left out
of both texts, two paragraphs that remain over may stand at the same place."""
_ELSEWHERE, _CLEARLY = 4.0, 3.0
"""Score from which a paragraph was moved, and how far it is above any other."""


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A paragraph of the source and what says it in the translation."""

    ours: int
    """Its place in the source."""
    theirs: Sequence[int]
    """The places the text comes from, maybe shared with the next paragraph; empty: not translated."""
    text: str = ""
    """The translation."""
    margin: float = 0.0
    """As of `Bead`; 0 for what was moved."""
    doubts: tuple[Message, ...] = ()
    """Why a person should look; none: it is certain."""


@dataclass(frozen=True, slots=True)
class FixedPairs:
    """What a person has said of some paragraphs: these of ours are these of theirs; one side may be empty."""

    ours: tuple[int, ...]
    theirs: tuple[int, ...]


def pair(
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: tuple[str, str],
    drafts: Sequence[str] | None = None,
    heads: Heads | None = None,
    fixed: Sequence[FixedPairs] = (),
) -> tuple[list[AlignedPair], list[int]]:
    """A pair for each of our paragraphs, in order, and the places of theirs that say nothing of ours.

    `languages`: BCP 47 tags of both. `drafts`: a machine's translations of ours, which make it
    surer. `heads`: which of ours and of theirs are headings, where both texts tell. A paragraph of
    theirs that says several of ours is cut between sentences, or between the items of a list. One that
    is elsewhere in theirs is found if nothing else is as like it; it is never certain. What is `fixed`
    is certain, and where it keeps the order nothing is paired across it; no paragraph is in two of them.
    """
    made: list[AlignedPair] = []
    left: list[int] = []
    for here, there in _free(len(ours), len(theirs), fixed):
        found, over = _paired(
            [ours[i] for i in here],
            [theirs[j] for j in there],
            languages,
            None if drafts is None else [drafts[i] for i in here],
            None if heads is None else ([heads[0][i] for i in here], [heads[1][j] for j in there]),
        )
        made += [replace(p, ours=here[p.ours], theirs=[there[j] for j in p.theirs]) for p in found]
        left += [there[j] for j in over]
    for said in fixed:
        if len(said.ours) == 1 or not said.theirs:
            text = " ".join(theirs[j] for j in said.theirs)
            made += [AlignedPair(i, said.theirs, text, CLOSE) for i in said.ours]
        elif said.ours:
            made += _shared(said, CLOSE, ours, theirs, languages, drafts)
    return sorted(made, key=lambda p: p.ours), sorted(left)


def _free(
    ours: int, theirs: int, fixed: Sequence[FixedPairs]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The paragraphs nobody has spoken of, from one place to the next where what was said keeps the order."""
    taken = {i for said in fixed for i in said.ours}, {j for said in fixed for j in said.theirs}
    links = [Link(min(f.ours), min(f.theirs), 1) for f in fixed if f.ours and f.theirs]
    start = 0, 0
    for end in [*((link.old, link.new) for link in heaviest(links)), (ours, theirs)]:
        here = [i for i in range(start[0], end[0]) if i not in taken[0]]
        there = [j for j in range(start[1], end[1]) if j not in taken[1]]
        if here or there:
            yield here, there
        start = end


def _paired(
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: tuple[str, str],
    drafts: Sequence[str] | None,
    heads: Heads | None,
) -> tuple[list[AlignedPair], list[int]]:
    """The same without anything fixed."""
    texts = Texts(ours, theirs, languages, drafts, heads)
    found = beads(texts)
    moved = _moved(texts, found)
    made: list[AlignedPair] = []
    for bead in found:
        if len(bead.ours) == 1 and bead.ours[0] in moved:
            j = moved[bead.ours[0]]
            made.append(AlignedPair(bead.ours[0], range(j, j + 1), theirs[j], doubts=(MOVED(),)))
        elif len(bead.ours) == 1:
            text = " ".join(theirs[j] for j in bead.theirs)
            made.append(AlignedPair(bead.ours[0], bead.theirs, text, bead.margin))
        elif bead.ours:
            made += _shared(bead, bead.margin, ours, theirs, languages, drafts)
    weak = _weak(found)
    judged = [_judged(p, ours[p.ours], texts, languages, weak=p.ours in weak) for p in made]
    left = [j for bead in found if not bead.ours for j in bead.theirs if j not in moved.values()]
    return _held_by_neighbours(judged, weak), left


def _weak(found: Sequence[Bead]) -> set[int]:
    """Our paragraphs whose pair is not likely by itself, in texts of which much was left out."""
    alone = sum(not bead.ours or not bead.theirs for bead in found)
    if alone <= _CUT * len(found):
        return set()
    return {i for bead in found if bead.theirs and bead.score < _SPEAKS for i in bead.ours}


def _moved(texts: Texts, found: Sequence[Bead]) -> dict[int, int]:
    """Paragraphs of ours and theirs without a partner in order that are clearly each other's."""
    ours = [bead.ours[0] for bead in found if bead.ours and not bead.theirs]
    theirs = [bead.theirs[0] for bead in found if bead.theirs and not bead.ours]
    if not ours or not theirs:
        return {}
    scores: dict[tuple[int, int], float] = {}
    for i in ours:
        near = texts.explained(i, range(theirs[0], theirs[-1] + 1))
        scores |= {(i, j): texts.score(i, j, 1, 1) for j in theirs if j in near}
    moved = {}
    for (i, j), score in scores.items():
        rivals = [other for (a, b), other in scores.items() if (a == i) != (b == j)]
        if score >= _ELSEWHERE and score >= max(rivals, default=score - _CLEARLY) + _CLEARLY:
            moved[i] = j
    return moved


def _shared(
    bead: Bead | FixedPairs,
    margin: float,
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: tuple[str, str],
    drafts: Sequence[str] | None,
) -> list[AlignedPair]:
    """Several paragraphs of ours in theirs: its pieces, dealt out in order."""
    mine = [ours[i] for i in bead.ours]
    parts = [piece for j in bead.theirs for piece in pieces(theirs[j], mine, languages[1])]
    count = len(bead.ours)
    if len(parts) < count:
        text = " ".join(theirs[j] for j in bead.theirs)
        whole = AlignedPair(bead.ours[0], bead.theirs, text, margin, (NEXT_TOO(),))
        return [whole, *(AlignedPair(i, range(0)) for i in bead.ours[1:])]
    made = [drafts[i] for i in bead.ours] if drafts is not None else None
    doubt = CUT()
    return [
        AlignedPair(i, bead.theirs, " ".join(parts[a:b]), margin, (doubt,))
        for i, (a, b) in zip(
            bead.ours, _dealt(Texts(mine, parts, languages, made), count, len(parts)), strict=True
        )
    ]


def _dealt(texts: Texts, count: int, sentences: int) -> list[tuple[int, int]]:
    """First and end of the sentences of each of `count` paragraphs; each has one at least."""
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {0: (0.0, [])}
    for i in range(count):
        after: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for start, (total, runs) in best.items():
            for end in range(start + 1, sentences - (count - i - 1) + 1):
                gained = total + texts.score(i, start, 1, end - start)
                if end not in after or gained > after[end][0]:
                    after[end] = gained, [*runs, (start, end)]
        best = after
    return best[sentences][1]


def _judged(
    made: AlignedPair, source: str, texts: Texts, languages: tuple[str, str], *, weak: bool
) -> AlignedPair:
    """The pair with its doubts."""
    if not made.text:
        return made
    doubts = list(made.doubts)
    moved = any(doubt.id == MOVED().id for doubt in doubts)
    if (weak or made.margin < (CERTAIN if texts.drafted else CERTAIN_WITHOUT_DRAFT)) and not moved:
        doubts.append(_LITTLE)
    if not made.doubts:
        stretch = texts.stretch(made.ours, made.theirs[0], 1, len(made.theirs))
        if stretch < -_ODD_LENGTH:
            doubts.append(SHORT())
        elif stretch > _ODD_LENGTH:
            doubts.append(LONG())
    gone, come = unmatched(figures(source, languages[0]), figures(made.text, languages[1]))
    if gone or come:
        doubts.append(NUMBERS_DIFFER(numbers=tuple(f.form for f in (*gone, *come))))
    return replace(made, doubts=tuple(doubts))


def _held_by_neighbours(pairs: Sequence[AlignedPair], weak: Collection[int]) -> list[AlignedPair]:
    """Short paragraphs, such as headings, say too little to be sure of; certain neighbours make up for it."""
    made = list(pairs)
    for place, here in enumerate(pairs):
        if here.doubts != (_LITTLE,) or len(here.theirs) != 1 or here.ours in weak:
            continue
        beside = [(pairs[place - 1], -1)] if place else []
        beside += [(pairs[place + 1], 1)] if place + 1 < len(pairs) else []
        if beside and all(
            p.margin >= CERTAIN_WITHOUT_DRAFT
            and p.text
            and p.theirs[-1 if step < 0 else 0] == here.theirs[0] + step
            for p, step in beside
        ):
            made[place] = replace(here, doubts=())
    return made
