"""The blocks of a plain text: which lines belong together, and what they are.

A paragraph ends at a blank line, a drawn line or a list marker. Consecutive lines are
one paragraph broken at a width if the next line goes on with a small letter, or if its
first word would not have fitted on the line before; else each is a block of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...language.text import has_letters
from ...language.whole import across_lines, words_of
from ...markup.splice import line_ends
from ...model import Kind
from ...names import names_only
from . import lines as look
from .cells import cells, is_barred, may_be_parted
from .lines import TextLine

WIDEST = 132
"""Lines longer than this are paragraphs of one line, not lines of a wrapped paragraph."""
_NARROWEST = 45
"""Paragraphs are not wrapped at fewer characters than this."""
_SHORTEST = 25
"""Lines shorter than this were not broken for want of room."""
_FULL = 0.9
"""Share of the longest line's length from which on a line counts as full."""
_HEADING_WORDS = 15
_MOST_HEADING_ROWS = 3
_LAST_BEFORE_TITLE = 2
"""How many lines without a sentence (a date, a menu copied along) may stand before the title."""
_HEADING_LENGTH = 110
_LISTED = 3
"""Short lines that make an address; two may be a title and what is below it."""
_FIGURE = re.compile(r"(?:  |\t)\S{0,4}\d[.,]\d")
_LONG = 400
"""A line of more characters is a paragraph, whatever is in it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are one segment."""

    kind: Kind
    """What it is."""
    rows: tuple[TextLine, ...]
    """Its lines."""

    text: str
    """Its lines as one; a word parted at a line's end is whole."""


@dataclass(slots=True)
class _Draft:
    """A block while its lines are being gathered."""

    rows: list[TextLine]
    alone: bool = False
    """Nothing else is between the blank lines around it."""
    leads: bool = False
    """It is the first of several between blank lines."""
    underlined: bool = False
    """A drawn line is directly below it."""
    wide: bool = False
    """It is among lines too long to be wrapped ones."""
    listed: bool = False
    """It is one of several short lines that each stand by themselves, as in an address or a signature."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the lines between two blank lines are written."""

    longest: int
    """Characters of the longest."""
    lines: int
    """How many they are."""
    listed: bool = False
    """They are names, one a line."""
    flows: bool = False
    """One of them goes on with a small letter."""
    shouted: bool = False
    """All are capitals throughout."""
    addressed: bool = False
    """They are the head of a letter: to whom it goes, line by line."""


def blocks(text: str) -> Iterator[Block]:
    """The blocks with letters in them, in text order."""
    drafts = [draft for group in _groups(text) for draft in _gather(group, text)]
    drafts = [draft for draft in drafts if any(map(has_letters, [row.words for row in draft.rows]))]
    seen = cache(lambda: words_of(text))
    title_open, before = True, 0
    for at, draft in enumerate(drafts):
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        kind = _kind(draft, following, first=at == 0)
        words = draft.rows[-1].words
        if title_open and kind is Kind.HEADING and not words.endswith(":"):
            kind, title_open = Kind.TITLE, False
        if title_open and not look.is_mail_head(words):
            title_open = title_open and before < _LAST_BEFORE_TITLE and not look.ends_sentence(words)
            before += 1
        yield Block(kind, tuple(draft.rows), words if len(draft.rows) == 1 else _together(draft, seen))


def _together(draft: _Draft, seen: Callable[[], Container[str]]) -> str:
    """The lines of a block as one, words parted at their ends whole."""
    return across_lines("\n".join([row.words for row in draft.rows]), seen).replace("\n", " ")


def numeric(text: str) -> list[str]:
    """The cells of typed tables that hold no words."""
    if not may_be_parted(text) or not _FIGURE.search(text):
        return []
    parted = (cells(group, text) for group in _groups(text))
    rows = (cell for found in parted for row in found.values() for cell in row)
    return [cell.words for cell in rows if not has_letters(cell.words)]


def _groups(text: str) -> Iterator[list[TextLine]]:
    """Runs of lines between blank ones."""
    group: list[TextLine] = []
    starts, ends = line_ends(text)
    for number, (begin, end) in enumerate(zip(starts, ends, strict=True)):
        if begin < end and (found := look.row(text, number, begin, end)) and found.words:
            group.append(found)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _gather(group: Sequence[TextLine], text: str) -> list[_Draft]:
    """The blocks of one run of lines."""
    row = group[0]
    if len(group) == 1 and not may_be_parted(row.words) and not is_barred(row.words):
        drawn = look.is_rule(text[row.plain_start : row.end] if row.mark else row.words)
        return [] if drawn else [_Draft([row], alone=True, wide=row.length > WIDEST)]
    parted = cells(group, text)
    manner = _manner(group)
    drafts: list[_Draft] = []
    current: _Draft | None = None
    for row in group:
        if row.number in parted:
            drafts += [_Draft([cell], listed=True) for cell in parted[row.number]]
            current = None
            continue
        if look.is_rule(text[row.plain_start : row.end]):
            if current is not None:
                current.underlined = len(current.rows) <= _MOST_HEADING_ROWS and row.words[0] in "=-_~"
            current = None
            continue
        if current is not None:
            full = _is_full(current.rows[-1], row, manner.longest)
            if row.mark and not look.is_certain(row, text) and not _begins_item(row, current, full):
                row = look.unmarked(row, text)
            if not row.mark and row.depth == current.rows[-1].depth and _goes_on(current, row, full, manner):
                current.rows.append(row)
                continue
        current = _Draft([row], wide=manner.longest > WIDEST)
        drafts.append(current)
    if drafts:
        drafts[0].alone = len(drafts) == 1
        drafts[0].leads = len(drafts) > 1
    if manner.addressed or (len(drafts) == len(group) >= _LISTED and manner.longest <= _HEADING_LENGTH // 2):
        for draft in drafts:
            draft.listed = True
    return drafts


def _manner(group: Sequence[TextLine]) -> _Manner:
    """How several lines between two blank lines are written."""
    longest = max(row.length for row in group)
    written = [row.words for row in group if not look.is_rule(row.words)]
    flows = any(look.starts_low(words) for words in written[1:])
    listed = (
        longest <= WIDEST and not flows and all(words.endswith(":") or names_only(words) for words in written)
    )
    shouted = longest <= WIDEST and all(look.is_shouted(words) for words in written)
    addressed = longest <= WIDEST and look.is_addressee(written)
    return _Manner(longest, len(group), listed, flows, shouted, addressed)


def _is_full(last: TextLine, row: TextLine, longest: int) -> bool:
    """Whether a line has no room for the next one's first word."""
    word = row.words.partition(" ")[0]
    return longest >= _NARROWEST and last.length + 1 + len(word) > longest * _FULL


def _begins_item(row: TextLine, current: _Draft, full: bool) -> bool:
    """Whether a marker within a run of lines is one: a dash or number may also be in mid-sentence."""
    if row.mark == "bullet" or current.rows[0].mark or not full:
        return True
    return current.rows[-1].words.endswith((".", ":", ";", "!", "?", "…"))


def _goes_on(current: _Draft, row: TextLine, full: bool, manner: _Manner) -> bool:
    """Whether a line without a marker goes on with the block; `full`: it had no room on the line before."""
    first, last = current.rows[0], current.rows[-1]
    if first.mark and row.indent > first.indent:
        return True
    if look.is_mail_head(row.words) and look.is_mail_head(first.words):
        return False
    parted = last.words[-1] in "-\u2010\u00ad¬" and last.words[-2:-1].isalpha()
    if parted and last.words.isupper() and row.words.isupper():
        return True
    if look.is_point(row.words) or _is_indented(row, first, last):
        return False
    if manner.listed or manner.addressed or (last.words.endswith(":") and not look.starts_low(row.words)):
        return False
    if manner.shouted:
        return True
    if look.is_address(row.words.partition(" ")[0]):
        return full and manner.lines > 2
    if look.starts_low(row.words):
        runs_on = parted or (last.length >= _SHORTEST and not look.ends_sentence(last.words))
        return runs_on or (full and manner.longest <= WIDEST)
    if (
        manner.longest > WIDEST
        or not full
        or (last is first and len(last.words) < 50 and look.is_dated(last.words))
    ):
        return False
    return manner.flows or not look.ends_sentence(last.words)


def _is_indented(row: TextLine, first: TextLine, last: TextLine) -> bool:
    """Whether a line begins a paragraph that only its indent tells from the one above."""
    return row.indent > last.indent and (
        (row.indent == first.indent and last is not first)
        or (look.ends_sentence(last.words) and not first.mark)
    )


def _kind(draft: _Draft, following: _Draft | None, *, first: bool) -> Kind:
    """What a block is, from its look and its place."""
    row = draft.rows[0]
    words = row.words if len(draft.rows) == 1 else " ".join(line.words for line in draft.rows)
    if draft.underlined:
        return Kind.HEADING
    if row.mark == "note":
        return Kind.FOOTNOTE
    if look.is_mail_head(words):
        return Kind.LINE
    heads = (draft.alone or draft.leads) and following is not None
    if (
        heads
        and look.is_shouted(words)
        and not look.is_closing(words)
        and len(words) <= 2 * _HEADING_LENGTH
        and not names_only(words)
    ):
        return Kind.HEADING
    if row.mark:
        return Kind.NAME if names_only(words) else Kind.ITEM
    if row.depth:
        return Kind.QUOTE
    if len(draft.rows) > 1:
        return Kind.PARAGRAPH
    if draft.wide and len(words) > _LONG:
        return Kind.PARAGRAPH
    if not first and names_only(words):
        return Kind.NAME
    listed = (
        draft.listed and not words.endswith(":") and not (following is not None and following.rows[0].mark)
    )
    if heads and not listed and _could_head(words, following) and not look.is_closing(words):
        return Kind.HEADING
    long = len(words.split(maxsplit=_HEADING_WORDS)) > _HEADING_WORDS
    sentence = look.ends_sentence(words) and (draft.alone or draft.wide or long)
    return Kind.PARAGRAPH if sentence or long or draft.wide else Kind.LINE


def _could_head(words: str, following: _Draft | None) -> bool:
    """Whether a line by itself reads like a heading: short, no final stop, no date, no address."""
    if len(words) > _HEADING_LENGTH:
        return False
    count = len(words.split())
    if count > _HEADING_WORDS or look.starts_low(words):
        return False
    if words.endswith(":"):
        return following is not None and (bool(following.rows[0].mark) or names_only(following.rows[0].words))
    if words.endswith(";") or ("," in words and count > _HEADING_WORDS // 2):
        return False
    return not (
        words.endswith(",") or look.ends_sentence(words) or look.is_dated(words) or look.is_address(words)
    )
