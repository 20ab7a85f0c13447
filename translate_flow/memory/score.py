"""How alike two source texts are. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from .words import markup

UNAPPROVED, ELSEWHERE, MARKUP, CASE = 1, 1, 3, 1
"""Percent taken off a fuzzy match: nobody approved it; another statement; other markup; other capitals."""
NEARLY = 99
"""The most that texts can have that are not the same."""


def likeness(left: Sequence[str], right: Sequence[str], least: float = 0.0) -> float:
    """Percent of tokens that need no change: 100·(max(L1, L2) − lev) / max(L1, L2).

    Levenshtein distance over whole tokens; 100 for two empty texts. Symmetric. Below
    `least` the answer may be 0.
    """
    return 100.0 * Levenshtein.normalized_similarity(left, right, score_cutoff=least / 100)


def penalty(source: str, other: str, *, approved: bool, same_document: bool) -> int:
    """Percent taken off the likeness of a fuzzy match."""
    points = (0 if approved else UNAPPROVED) + (0 if same_document else ELSEWHERE)
    if markup(source) != markup(other) or source.count("\n") != other.count("\n"):
        points += MARKUP
    if source.lower() == other.lower() and source != other:
        points += CASE
    return points
