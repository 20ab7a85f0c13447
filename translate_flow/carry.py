"""What becomes of translations when a statement is read again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .catalogue import Entry
from .model import Segment
from .text import tokens

ALIKE = 0.5
"""Least similarity (0 to 1, of words) for a paragraph to count as an edited form of another."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a segment of the new reading comes from."""

    segment: Segment
    """The segment."""
    how: str
    """`same`, `back` (was obsolete), `edited` or `new`."""
    old: Entry | None
    """The entry it goes on from; None for `new`."""


def match(
    entries: Sequence[Entry], obsolete: Sequence[Entry], segments: Sequence[Segment]
) -> tuple[list[Match], list[Entry]]:
    """A match for each new segment, in order, and the entries that are gone.

    Equal keys first, wherever they moved; then, between two neighbours that stayed,
    the most alike paragraphs, in order.
    """
    here = {e.key: e for e in entries}
    gone_before = {e.key: e for e in obsolete}
    staying = {s.key for s in segments} & here.keys()
    pairs = _edited(entries, segments, staying)
    matches = []
    for segment in segments:
        if segment.key in here:
            matches.append(Match(segment, "same", here[segment.key]))
        elif segment.key in gone_before:
            matches.append(Match(segment, "back", gone_before[segment.key]))
        elif segment.key in pairs:
            matches.append(Match(segment, "edited", pairs[segment.key]))
        else:
            matches.append(Match(segment, "new", None))
    used = staying | {e.key for e in pairs.values()}
    return matches, [e for e in entries if e.key not in used]


def _edited(entries: Sequence[Entry], segments: Sequence[Segment], staying: set[str]) -> dict[str, Entry]:
    old_keys = [e.key for e in entries]
    new_keys = [s.key for s in segments]
    pairs: dict[str, Entry] = {}
    blocks = SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()
    for op, a, b, c, d in blocks:
        if op != "replace":
            continue
        left = [e for e in entries[a:b] if e.key not in staying]
        right = [s for s in segments[c:d] if s.key not in staying]
        start = 0
        for segment in right:
            scored = [
                (_alike(left[i].source, segment.text), -i) for i in range(start, min(len(left), start + 12))
            ]
            best = max(scored, default=(0.0, 0))
            if best[0] >= ALIKE:
                pairs[segment.key] = left[-best[1]]
                start = -best[1] + 1
    return pairs


def _alike(left: str, right: str) -> float:
    matcher = SequenceMatcher(None, tokens(left), tokens(right), autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
