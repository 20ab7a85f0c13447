"""A text cut into pieces that an engine takes at once, at the best place there is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from .sentences import spans

Fits = Callable[[str], bool]
"""Whether an engine takes that text at once."""

_CLAUSE = re.compile(r"(?<=[;:,—])(\s+)|(?<=[，；：、])")
_LINE = re.compile(r"((?:(?<!\s)\s+)?\n\s*)")
_BLANK = re.compile(r"(\s+)")


class Chunk(NamedTuple):
    """A stretch of text, and the white space that is between it and the next."""

    text: str
    gap: str


def outer_space(text: str) -> tuple[str, str, str]:
    """White space before, the text itself, white space after; joined they are the text."""
    core = text.strip()
    if not core:
        return text, "", ""
    start = text.index(core[0])
    return text[:start], core, text[start + len(core) :]


def cut(text: str, fits: Fits, language: str) -> list[Chunk]:
    """The text in as few pieces as reach, each of which fits; texts and gaps joined are the text.

    `language` is the text's, a BCP 47 tag.

    Cuts stand, in this order of preference, at a line break, between sentences, after a
    comma, colon or semicolon, at white space, and only in a longer run without any of
    these between two characters.
    """
    return _cut(text, fits, (_lines, partial(_sentences, language=language), _clauses, _words))


def sentences(text: str, language: str) -> list[Chunk]:
    """The sentences of one line in a language (a BCP 47 tag); texts and gaps joined are the line."""
    return list(_sentences(text, language))


def _cut(text: str, fits: Fits, ways: tuple[Callable[[str], Iterator[Chunk]], ...]) -> list[Chunk]:
    if fits(text):
        return [Chunk(text, "")]
    if not ways:
        return list(_by_force(text, fits))
    small: list[Chunk] = []
    for part in ways[0](text):
        finer = _cut(part.text, fits, ways[1:])
        small += [*finer[:-1], Chunk(finer[-1].text, part.gap)]
    return _packed(small, fits)


def _packed(parts: Iterable[Chunk], fits: Fits) -> list[Chunk]:
    """Neighbours joined again as long as they fit together."""
    packed: list[Chunk] = []
    for part in parts:
        if packed and fits(whole := packed[-1].text + packed[-1].gap + part.text):
            packed[-1] = Chunk(whole, part.gap)
        else:
            packed.append(part)
    return packed


def _between(pattern: re.Pattern[str], text: str) -> Iterator[Chunk]:
    """Pieces around each match; its group 1 is the gap."""
    start = 0
    for match in pattern.finditer(text):
        gap = match.group(1) or ""
        end = match.end() - len(gap)
        if end > start and match.end() < len(text):
            yield Chunk(text[start:end], gap)
            start = match.end()
    yield Chunk(text[start:], "")


def _lines(text: str) -> Iterator[Chunk]:
    return _between(_LINE, text)


def _sentences(text: str, language: str) -> Iterator[Chunk]:
    start = 0
    for (_, end), (following, _) in pairwise(spans(text, language)):
        yield Chunk(text[start:end], text[end:following])
        start = following
    yield Chunk(text[start:], "")


def _clauses(text: str) -> Iterator[Chunk]:
    return _between(_CLAUSE, text)


def _words(text: str) -> Iterator[Chunk]:
    return _between(_BLANK, text)


def _by_force(text: str, fits: Fits) -> Iterator[Chunk]:
    """Pieces of a run without white space; a letter stays with its accents, if these are not too many."""
    start = end = 0
    while end < len(text):
        step = end + 1
        while step < len(text) and unicodedata.combining(text[step]) and fits(text[end : step + 1]):
            step += 1
        if end > start and not fits(text[start:step]):
            yield Chunk(text[start:end], "")
            start = end
        end = step
    yield Chunk(text[start:], "")
