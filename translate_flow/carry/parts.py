"""Translations of paragraphs that were split or merged, cut and joined at the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ..facts import read
from ..language.numbers import unmatched
from ..language.text import squeeze

_LEAST, _MOST = 0.4, 2.5
"""Length of a translated sentence over its source's, in characters, between which a pair is believed."""
_SLACK = 25
"""Characters by which lengths may differ without any doubt."""


def cut(whole: str, parts: Sequence[str], target: str, languages: tuple[str, str]) -> tuple[str, ...] | None:
    """The translation of `whole`, one piece for each part; None if it is not certain where to cut.

    It is if the parts hold just the words of the whole, every cut is between sentences, both
    texts have equally many sentences, and each pair of them has the same figures and a like
    length. `languages` are the source's and the target's, BCP 47 tags.
    """
    if squeeze(" ".join(parts)) != squeeze(whole):
        return None
    here, there = read(whole, languages[0]).pieces, read(target, languages[1]).pieces
    if len(here) != len(there):
        return None
    if not all(
        _alike(whole[a:b], target[c:d], languages) for (a, b), (c, d) in zip(here, there, strict=True)
    ):
        return None
    pieces: list[str] = []
    done = 0
    for part in parts:
        count, words, length = 0, 0, len(part.split())
        while words < length and done + count < len(here):
            a, b = here[done + count]
            words += len(whole[a:b].split())
            count += 1
        if words != length:
            return None  # the cut goes through a sentence
        pieces.append(target[there[done][0] : there[done + count - 1][1]])
        done += count
    return tuple(pieces)


def _alike(source: str, target: str, languages: tuple[str, str]) -> bool:
    left, right = unmatched(read(source, languages[0]).figures, read(target, languages[1]).figures)
    if left or right:
        return False
    near = abs(len(source) - len(target)) <= _SLACK
    return near or _LEAST <= len(target) / len(source) <= _MOST


def join(sources: Sequence[str], whole: str) -> bool:
    """Whether the whole holds just the words of these paragraphs, in their order."""
    return squeeze(" ".join(sources)) == squeeze(whole)
