"""A translation for each paragraph of the source, out of the beads, with what there is to doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language.numbers import figures, unmatched
from ..language.sentences import split
from ..messages import Message
from .beads import Bead, Heads, Texts, beads
from .messages import CUT, LITTLE_EVIDENCE, LONG, NEXT_TOO, NUMBERS_DIFFER, SHORT

CERTAIN = 0.2
"""Margin from which a pair counts as certain, if nothing else speaks against it."""
_LITTLE = LITTLE_EVIDENCE()
_ODD_LENGTH = 3.0
"""Standard deviations of the length from which a part may be missing, or be somebody else's."""


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A paragraph of the source and what says it in the translation."""

    ours: int
    """Its place in the source."""
    theirs: range
    """The places the text comes from, maybe shared with the next paragraph; empty: not translated."""
    text: str = ""
    """The translation."""
    margin: float = 0.0
    """As of `Bead`."""
    doubts: tuple[Message, ...] = ()
    """Why a person should look; none: it is certain."""


def pair(
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: tuple[str, str],
    drafts: Sequence[str] | None = None,
    heads: Heads | None = None,
) -> tuple[list[AlignedPair], list[int]]:
    """A pair for each of our paragraphs, in order, and the places of theirs that say nothing of ours.

    `languages`: BCP 47 tags of both. `drafts`: a machine's translations of ours, which make it
    surer. `heads`: which of ours and of theirs are headings, where both texts tell. A paragraph of
    theirs that says several of ours is cut between sentences.
    """
    texts = Texts(ours, theirs, languages, drafts, heads=heads)
    found = beads(texts)
    made: list[AlignedPair] = []
    for bead in found:
        if len(bead.ours) == 1:
            text = " ".join(theirs[j] for j in bead.theirs)
            made.append(AlignedPair(bead.ours[0], bead.theirs, text, bead.margin))
        elif bead.ours:
            made += _shared(bead, ours, theirs, languages, drafts)
    judged = [_judged(p, ours[p.ours], texts, languages) for p in made]
    return _held_by_neighbours(judged), [j for bead in found if not bead.ours for j in bead.theirs]


def _shared(
    bead: Bead,
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: tuple[str, str],
    drafts: Sequence[str] | None,
) -> list[AlignedPair]:
    """Several paragraphs of ours in theirs: the sentences, dealt out in order."""
    sentences = [s for j in bead.theirs for s in split(theirs[j], languages[1])]
    count = len(bead.ours)
    if len(sentences) < count:
        text = " ".join(theirs[j] for j in bead.theirs)
        whole = AlignedPair(bead.ours[0], bead.theirs, text, bead.margin, (NEXT_TOO(),))
        return [whole, *(AlignedPair(i, range(0)) for i in bead.ours[1:])]
    mine = [ours[i] for i in bead.ours]
    made = [drafts[i] for i in bead.ours] if drafts else None
    texts = Texts(mine, sentences, languages, made, longest=len(sentences))
    doubt = CUT()
    return [
        AlignedPair(i, bead.theirs, " ".join(sentences[a:b]), bead.margin, (doubt,))
        for i, (a, b) in zip(bead.ours, _dealt(texts, count, len(sentences)), strict=True)
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


def _judged(made: AlignedPair, source: str, texts: Texts, languages: tuple[str, str]) -> AlignedPair:
    """The pair with its doubts."""
    if not made.text:
        return made
    doubts = list(made.doubts)
    if made.margin < CERTAIN:
        doubts.append(_LITTLE)
    if not made.doubts:
        stretch = texts.stretch(made.ours, made.theirs.start, 1, len(made.theirs))
        if stretch < -_ODD_LENGTH:
            doubts.append(SHORT())
        elif stretch > _ODD_LENGTH:
            doubts.append(LONG())
    gone, come = unmatched(figures(source, languages[0]), figures(made.text, languages[1]))
    if gone or come:
        doubts.append(NUMBERS_DIFFER(numbers=tuple(f.form for f in (*gone, *come))))
    return replace(made, doubts=tuple(doubts))


def _held_by_neighbours(pairs: Sequence[AlignedPair]) -> list[AlignedPair]:
    """Short paragraphs, such as headings, say too little to be sure of; certain neighbours make up for it."""
    made = list(pairs)
    for place, here in enumerate(pairs):
        if here.doubts != (_LITTLE,) or len(here.theirs) != 1:
            continue
        beside = [(pairs[place - 1], -1)] if place else []
        beside += [(pairs[place + 1], 1)] if place + 1 < len(pairs) else []
        if beside and all(
            not p.doubts and p.text and p.theirs[-1 if step < 0 else 0] == here.theirs[0] + step
            for p, step in beside
        ):
            made[place] = replace(here, doubts=())
    return made
