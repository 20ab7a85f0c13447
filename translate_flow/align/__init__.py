"""Which paragraphs of a finished translation say which paragraphs of the source. Pure.

Paragraphs are compared by the words of a machine draft, by letters (names and words of one origin
look alike in both languages), by figures and names, and by length (Gale and Church, 1993). The best
way through both texts, in order, is found by dynamic programming over *beads*: one paragraph for one,
one for two, two for one, and paragraphs without a partner.
"""

from __future__ import annotations

from .pairing import AlignedPair, pair

__all__ = ["AlignedPair", "pair"]
