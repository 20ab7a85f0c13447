"""How much work the drafts left to people, in the figures the field trusts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..language.text import count_words
from ..messages import Message
from ..model import State
from .scores import HINT, Score, Scores, Scoring, scored
from .terms import tally
from .tracked import Edit
from .words import distance, is_word, similarity, solid, word_tokens

__all__ = ["BANDS", "HINT", "Band", "Effort", "Score", "Scores", "is_read", "summary"]

BANDS: tuple[tuple[str, int], ...] = (
    ("unchanged", 100),
    ("95-99", 95),
    ("85-94", 85),
    ("75-84", 75),
    ("50-74", 50),
    ("under 50", 0),
)
"""Similarity bands as translation tools count them: name, and lowest percentage in it."""


@dataclass(frozen=True, slots=True)
class Band:
    """Segments whose present text is so alike to its draft."""

    name: str
    """Such as `85-94`, percent."""
    segments: int
    """How many."""
    words: int
    """Their source words."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Post-editing figures over the segments that had a draft and that a person has read."""

    segments: int
    """Segments counted."""
    words: int
    """Their source words."""
    unread: int
    """Segments still machine text, or whose source changed: not counted above, nobody has judged them."""
    undrafted: int
    """Segments that people wrote without a draft: not counted either."""
    unchanged: int
    """Segments a person confirmed exactly as drafted."""
    draft_words: int
    """Words of the drafts."""
    target_words: int
    """Words of the present texts."""
    kept_words: int
    """Words that stand in both, in the same order."""
    deleted_words: int
    """Words of the drafts that went."""
    inserted_words: int
    """Words of the present texts that came."""
    distance: int
    """Fewest insertions, deletions and substitutions of words; case counts, punctuation doesn't."""
    bands: tuple[Band, ...]
    """Segments and source words by similarity, from unchanged down."""
    terms: dict[str, int] = field(default_factory=dict)
    """Glossary terms by verdict."""
    scores: Scores | None = None
    """TER and chrF; None if not asked for, not available, or if there is nothing to measure."""
    hint: Message | None = None
    """Why the scores are absent and how to get them; None if they were not asked for."""

    @property
    def unchanged_share(self) -> float | None:
        """Share of the segments confirmed exactly as drafted, 0 to 1; None if there are none."""
        return self.unchanged / self.segments if self.segments else None


def is_read(edit: Edit) -> bool:
    """Whether a person has judged this segment's draft, so that it tells about effort."""
    return edit.unit.state in (State.TRANSLATED, State.APPROVED) and _drafted(edit)


def _drafted(edit: Edit) -> bool:
    draft = edit.unit.draft
    return draft is not None and draft.text is not None


def summary(edits: Iterable[Edit], *, scores: bool = True, scoring: Scoring | None = None) -> Effort:
    """Figures over some edits: a statement's, an engine's, a person's.

    `scores` asks for TER and chrF too, through sacrebleu (some 10 ms per segment);
    they are absent if it is not installed. `scoring` remembers what was measured
    before. Raises nothing.
    """
    every = tuple(edits)
    read = [e for e in every if is_read(e)]
    counts: Counter[str] = Counter()
    bands: Counter[str] = Counter()
    band_words: Counter[str] = Counter()
    for e in read:
        target = e.unit.target
        source_words = count_words(e.unit.segment.text)
        draft, present = solid(e.draft), solid(target)
        draft_words, target_words = [t for t in draft if is_word(t)], [t for t in present if is_word(t)]
        kept = len(draft_words) - sum(len(word_tokens(p.text)) for p in e.pieces if p.op == "delete")
        band = _band(similarity(e.draft, target))
        bands[band] += 1
        band_words[band] += source_words
        counts.update(
            source=source_words,
            draft=len(draft_words),
            target=len(target_words),
            kept=kept,
            distance=distance(draft_words, target_words),
        )
    pairs = ((e.draft, e.unit.target) for e in read)
    measured, hint = scored(pairs, (scoring or Scoring()) if scores else None)
    return Effort(
        segments=len(read),
        words=counts["source"],
        unread=sum(_drafted(e) and not is_read(e) and e.unit.state is not State.KEPT for e in every),
        undrafted=sum(not _drafted(e) for e in every),
        unchanged=bands["unchanged"],
        draft_words=counts["draft"],
        target_words=counts["target"],
        kept_words=counts["kept"],
        deleted_words=counts["draft"] - counts["kept"],
        inserted_words=counts["target"] - counts["kept"],
        distance=counts["distance"],
        bands=tuple(Band(name, bands[name], band_words[name]) for name, _ in BANDS),
        terms=tally(e.terms for e in read),
        scores=measured,
        hint=hint,
    )


def _band(percent: int) -> str:
    return next(name for name, lowest in BANDS if percent >= lowest)
