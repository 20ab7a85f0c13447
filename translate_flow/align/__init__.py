"""Which paragraphs of a finished translation say which paragraphs of the source. Pure.

Paragraphs are compared by the words of a machine draft, or by words of one origin where there is none,
by figures and names, and by length (Gale and Church, 1993). The likeliest way through both texts, in order,
is found by dynamic programming over *beads*: one paragraph for one, one for up to six, six for one, and
paragraphs without a partner.
"""

from __future__ import annotations

from .pairing import AlignedPair, FixedPairs, pair

__all__ = ["AlignedPair", "FixedPairs", "pair"]
