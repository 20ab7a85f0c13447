"""Paragraphs that a translator divided: where, in words, so that it holds when the source changes.

A cut is known by the words before and behind it. It applies wherever they stand together, or one of them at the edge of
a sentence or line, and lapses where they no longer do; if they come back, so does it. The file itself stays as it is: when it is written, the parts' translations
are put together again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..facts import read as read_text
from ..language.text import has_letters, segment_keys
from ..markup.inline import Mark, tokens
from ..markup.pairs import pairs
from ..model import Document, Segment

_AROUND = 24
"""Characters on either side by which a cut is known."""
_BLANK = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n\s*")


@dataclass(frozen=True, slots=True)
class Cut:
    """A place between two words of a paragraph."""

    before: str
    """The last characters of the part before it."""
    after: str
    """The first characters of the part behind it."""


def cut_at(text: str, place: int) -> Cut:
    """The cut at a place of a text; white space around it belongs to neither part."""
    before, after = text[:place].rstrip(), text[place:].lstrip()
    return Cut(before.rsplit("\n", 1)[-1][-_AROUND:], after.split("\n", 1)[0][:_AROUND])


def at_blank_lines(segments: Iterable[Segment]) -> tuple[Cut, ...]:
    """The cuts at line breaks in a row, by which people who type in one paragraph part others."""
    return tuple(
        cut_at(segment.text, found.end())
        for segment in segments
        if "\n" in segment.text
        for found in _BLANK_LINE.finditer(segment.text)
        if may_part(segment.text, found.end())
    )


def read(value: str) -> tuple[Cut, ...]:
    """The cuts in a catalogue's header field; none if it cannot be read."""
    try:
        return tuple(Cut(str(before), str(after)) for before, after in json.loads(value or "[]"))
    except (ValueError, TypeError):
        return ()


def written(cuts: Iterable[Cut]) -> str:
    """The header field for cuts, each once; empty for none."""
    pairs_ = [[cut.before, cut.after] for cut in dict.fromkeys(cuts)]
    return json.dumps(pairs_) if pairs_ else ""


def may_part(text: str, place: int) -> bool:
    """Whether a text can be cut at a place: words on both sides, and no mark that goes over it."""
    before, after = text[:place], text[place:]
    if not (has_letters(before) and has_letters(after)):
        return False
    if any(pair.start < place < pair.end for pair in pairs(text)):
        return False
    opened = [part.role for part in tokens(before) if isinstance(part, Mark)]
    return opened.count("open") == opened.count("close")


def divided(document: Document, cuts: Sequence[Cut], language: str) -> Document:
    """The document with its paragraphs cut. `language` is the source's, a BCP 47 tag."""
    if not cuts:
        return document
    taken = {segment.key for segment in document.segments}
    moved = [cut for cut in cuts if not any(_places(segment.text, cut) for segment in document.segments)]
    segments: list[Segment] = []
    for segment in document.segments:
        parts = _parts(segment.text, language, cuts, moved)
        if len(parts) == 1:
            segments.append(segment)
            continue
        for part in parts:
            key = stem = segment_keys([part])[0]
            number = 1
            while key in taken:
                number += 1
                key = f"{stem}-{number}"
            taken.add(key)
            segments.append(replace(segment, key=key, text=part))
    return replace(document, segments=tuple(segments))


def _places(text: str, cut: Cut) -> list[int]:
    """Where the words of both sides stand together."""
    if cut.before not in text:
        return []
    found = re.finditer(rf"{re.escape(cut.before)}\s+(?={re.escape(cut.after)})", text)
    return [match.end() for match in found if may_part(text, match.end())]


def _parts(text: str, language: str, cuts: Sequence[Cut], moved: Sequence[Cut]) -> list[str]:
    """The parts of a text; `moved` are the cuts whose words stand together nowhere in the statement."""
    places = {place for cut in cuts for place in _places(text, cut)}
    # Where one side was changed, the other still tells it, if a sentence or line begins there.
    places |= {
        start
        for start, _ in read_text(text, language).pieces
        for cut in moved
        if start
        and (text.startswith(cut.after, start) or text[:start].rstrip().endswith(cut.before))
        and may_part(text, start)
    }
    edges = [0, *sorted(places), len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


def parted(document: Document) -> bool:
    """Whether some of its segments are parts of one paragraph."""
    return any(
        one.start == other.start and one.end == other.end for one, other in pairwise(document.segments)
    )


def together(document: Document, segments: Sequence[Segment], texts: Mapping[str, str]) -> Mapping[str, str]:
    """The texts by the keys of the undivided document; `segments` are those of the divided one.

    A part without a text is in its source's words, unless none of the paragraph's parts has one.
    """
    if len(segments) == len(document.segments):
        return texts
    whole: dict[str, str] = {}
    at = 0
    for segment in document.segments:
        if at < len(segments) and segments[at].key == segment.key:
            whole[segment.key] = texts.get(segment.key, "")
            at += 1
            continue
        place, joined, translated = 0, "", False
        while at < len(segments) and segment.text.startswith(segments[at].text, place):
            part = segments[at]
            translated = translated or bool(texts.get(part.key, "").strip())
            joined += texts.get(part.key, "").strip() or part.text
            place, at = place + len(part.text), at + 1
            blank = _BLANK.match(segment.text, place)
            if blank is None:
                break
            joined += "\n" * blank[0].count("\n") or " "
            place = blank.end()
        whole[segment.key] = joined.strip() if translated else ""
    return {key: text for key, text in whole.items() if text}
