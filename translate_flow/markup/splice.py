"""What text formats share when they write a file again: splicing, wrapping, encodable pieces.

Pure functions; every format whose file is one text uses them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise

from ..errors import BuildError
from ..files.encoding import cannot_hold, unwritable
from .messages import IN_SEGMENT

LINE = re.compile(r"\r\n|\r|\n")
"""A line end. `str.splitlines` also cuts at form feeds, U+2028 and others, which stay in the text here."""

_WORDS = re.compile(r"(?:<[^<>\n]*>|[^ <]+|<| {2,})+")


def lines_of(text: str) -> list[str]:
    """The lines of a text, without their ends."""
    return LINE.split(text) if "\r" in text else text.split("\n")


def line_ends(text: str) -> tuple[list[int], list[int]]:
    """Where each line of a text begins, and where its content ends (before the line end)."""
    returns = text.count("\r")
    if not returns or returns == text.count("\r\n") == text.count("\n"):
        # One kind of line end throughout, as in most files.
        end = "\r\n" if returns else "\n"
        starts = [*accumulate([len(line) + len(end) for line in text.split(end)], initial=0)]
        return starts[:-1], [start - len(end) for start in starts[1:]]
    starts, ends = [0], []
    for match in LINE.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    ends.append(len(text))
    return starts, ends


def splice(text: str, pieces: Iterable[tuple[int, int, str]]) -> str:
    """The text with each stretch `start:end` replaced; pieces in order, not overlapping."""
    parts: list[str] = []
    done = 0
    for start, end, piece in pieces:
        parts += (text[done:start], piece)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def must_hold(piece: str, encoding: str, name: str, key: str) -> None:
    """Raises BuildError naming statement, segment and character if the encoding cannot hold the piece."""
    if not piece.isascii() and (char := cannot_hold(piece, encoding)):
        raise BuildError(IN_SEGMENT(file=name, key=key, problem=unwritable(char, encoding)))


_HYPHENS = frozenset("-\u2010\u00ad¬")


def wrap(text: str, width: int, first: int, rest: int, unfit: Callable[[str], bool]) -> list[str]:
    """One line of text cut greedily into lines of at most `width` characters.

    `first` and `rest` are what the first and the later lines already hold (markers,
    indents). Cuts are made at single blanks only, never inside `<…>`, never after a
    backslash or a hyphen, and never before a word for which `unfit` holds, so that the lines
    joined by blanks are the text again. Longer words stand out over the width.
    """
    words = _WORDS.findall(text)
    if not words:
        return [text]
    lines = [[words[0]]]
    room = width - first - len(words[0])
    for before, word in pairwise(words):
        if room < len(word) + 1 and _parts(before, word) and not unfit(word):
            lines.append([word])
            room = width - rest - len(word)
        else:
            lines[-1].append(word)
            room -= len(word) + 1
    return [" ".join(line) for line in lines]


def _parts(before: str, word: str) -> bool:
    """Whether a line may end and begin with these; at its edges, white space would be lost."""
    if before[-1] in _HYPHENS and before[-2:-1].isalpha():
        return False  # *pre- and post-war*: at the end of a line it would be half a word
    return not (before[-1] == "\\" or before[-1].isspace() or word[0].isspace())
