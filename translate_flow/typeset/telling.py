"""Which passages of a statement tell something by themselves: for posts and for what previews say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..formats.plain.lines import is_addressee
from ..language.sentences import split
from ..model import CONFIRMED, Edition, Kind, Unit
from .corpus import one_line, words

_TEXTS = frozenset({Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM})
_FEWEST = 3
"""Names in a row from which on they are a list of signatories."""
_ITEM = 8
"""Words from which on an item may be a sentence."""
_ENDED = re.compile(r"[.!?…][^\w:;]*$")
_SIGNED = re.compile(r"[^\W\d_]+:\s")
"""What the line below a table begins with: *Source: …*"""


def telling(edition: Edition) -> Iterator[list[str]]:
    """The sentences of each passage that tells something, of those that a person has confirmed, in document order.

    Left out: lines of place and date, addressees and forms of address, what only announces a list, the source of a
    table, and all that comes behind the first list of signatories.
    """
    return (found for unit in _body(edition.units) if (found := _sentences(unit, edition)))


def _body(units: Iterable[Unit]) -> Iterator[Unit]:
    told, names, before = False, 0, Kind.LINE
    for unit in units:
        segment = unit.segment
        names = names + 1 if segment.kind is Kind.NAME else 0
        if told and names == _FEWEST:
            return
        below_table = before in (Kind.CELL, Kind.CAPTION) and _SIGNED.match(segment.text)
        before = segment.kind
        if segment.kind not in _TEXTS or segment.setting.outside or below_table:
            continue
        if unit.state not in CONFIRMED or not unit.target or is_addressee(segment.text.split("\n")):
            continue
        told = True
        yield unit


def _sentences(unit: Unit, edition: Edition) -> list[str]:
    """The sentences of a passage but for one that announces a list; none of what is not a sentence as a whole."""
    text = one_line(words(unit.target, edition.document.format))
    found = split(text, edition.target_language)
    if text.endswith(":") and len(found) > 1:
        found.pop()
    if not found or not _ENDED.search(found[-1]):
        return []
    if found[0][:1].islower() or (unit.segment.kind is Kind.ITEM and len(text.split()) < _ITEM):
        return []
    return [sentence for sentence in _quoted(found) if len(sentence.split()) > 2]


def _quoted(sentences: Iterable[str]) -> Iterator[str]:
    """The sentences, those of one quotation together: half of it would be left open."""
    held = ""
    for sentence in sentences:
        held = f"{held} {sentence}".strip()
        if not _is_open(held):
            yield held
            held = ""
    if held:
        yield held


def _is_open(text: str) -> bool:
    """Whether a quotation begins in the text that does not end in it."""
    pairs = (("„", "“") if "„" in text else ("“", "”"), ("«", "»"))
    return any(text.count(begin) > text.count(end) for begin, end in pairs) or text.count('"') % 2 == 1
