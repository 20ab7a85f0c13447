"""Which segments of a statement are its footnotes, and where its text refers to them.

Word and LibreOffice files say so. In web pages a footnote is what a short link (`<sup><a href="#n1">1</a></sup>`) leads
to; in plain text, a line that begins with the sign by which the text refers to it (`[1]`, `¹`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..markup.inline import Mark, Token, tokens
from ..markup.notes import NOTE, PlaceNote, note_label
from ..model import Edition, Kind, Segment

_SIGN = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[*†‡§]{1,3}|[ivx]{1,5})[\])]?[.:]?")
_LEADING = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[¹²³⁰-⁹]+)[\])]?\s*[.:)\-–]?\s+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BACK = re.compile(r"[\s\[(]*(?:↩|⏎|↑|\^|⬆|volver|back)[\s\])\ufe0e\ufe0f]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of one statement."""

    labels: Mapping[int, str] = field(default_factory=dict)
    """Label of each unit, by ordinal, that is a footnote or a further paragraph of one."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Labels by the name that links have for a footnote's place."""
    signs: Mapping[str, str] = field(default_factory=dict)
    """Labels by the sign that the text of a plain file refers to them with."""
    headings: frozenset[int] = frozenset()
    """Ordinals of headings that footnotes alone stand below."""


def footnotes(edition: Edition, markers: Mapping[int, str]) -> Footnotes:
    """The footnotes of a statement that is not Markdown; `markers`: of a plain file, what is before each unit."""
    segments = [unit.segment for unit in edition.units]
    labels: dict[int, str] = {}
    anchors: dict[str, str] = {}
    signs: dict[str, str] = {}
    if edition.document.format == "html":
        led = _led_to(segments)
        for at, segment in enumerate(segments):
            if segment.setting.anchor in led:
                labels[at] = anchors[segment.setting.anchor] = segment.setting.anchor
            elif segment.setting.continues and at - 1 in labels:
                labels[at] = labels[at - 1]
    elif edition.document.format == "plain":
        for at, segment in enumerate(segments):
            if segment.kind is Kind.FOOTNOTE and (sign := markers.get(at, "")):
                labels[at] = signs[sign] = sign.strip("[]().:").translate(_RAISED) or str(at)
    else:
        for at, segment in enumerate(segments):
            if segment.kind is Kind.FOOTNOTE:
                endnote = segment.note.startswith(PlaceNote.ENDNOTE)
                labels[at] = note_label(segment.marker, endnote=endnote) or f"n{at}"
    return Footnotes(labels, anchors, signs, _bare_headings(segments, labels))


def _led_to(segments: Sequence[Segment]) -> set[str]:
    """Places that short links lead to from before them."""
    places = {segment.setting.anchor: at for at, segment in enumerate(segments) if segment.setting.anchor}
    found = set()
    for at, segment in enumerate(segments):
        for name, target in segment.setting.targets:
            place = target.removeprefix("#")
            if target[:1] != "#" or places.get(place, -1) <= at:
                continue
            parts = tokens(segment.text)
            start = parts.index(Mark(name, "open")) if Mark(name, "open") in parts else -1
            end = parts.index(Mark(name, "close")) if Mark(name, "close") in parts else -1
            if _SIGN.fullmatch("".join(p for p in parts[start + 1 : end] if isinstance(p, str)).strip()):
                found.add(place)
    return found


def _bare_headings(segments: Sequence[Segment], labels: Mapping[int, str]) -> frozenset[int]:
    found = set()
    for at, segment in enumerate(segments[:-1]):
        if segment.kind is not Kind.HEADING or at + 1 not in labels:
            continue
        after = at + 1
        while after in labels:
            after += 1
        if after == len(segments) or segments[after].kind is Kind.HEADING or segments[after].setting.outside:
            found.add(at)
    return frozenset(found)


def referred(
    parts: Sequence[Token], segment: Segment, notes: Footnotes
) -> tuple[list[Token], dict[str, str]]:
    """A text's tokens with each reference to a footnote as one `x`, and what the marks refer to."""
    targets = dict(segment.setting.targets)
    out = list(parts)
    for name, target in segment.setting.targets:
        place = target.removeprefix("#")
        opening, closing = Mark(name, "open"), Mark(name, "close")
        if target[:1] != "#" or opening not in out or closing not in out:
            continue
        start, end = out.index(opening), out.index(closing)
        words = "".join(part for part in out[start:end] if isinstance(part, str))
        if place in notes.anchors:
            targets[name] = NOTE + notes.anchors[place]
            reference: list[Token] = [Mark(name, "single")]
        elif _BACK.fullmatch(words):
            reference = []
        else:
            continue
        while start and _raised(out[start - 1], "open") and _raised(out[end + 1 : end + 2], "close"):
            start, end = start - 1, end + 1
        out[start : end + 1] = reference
    return out, targets


def _raised(part: Token | Sequence[Token], role: str) -> bool:
    one = part[0] if isinstance(part, list) and part else part
    return isinstance(one, Mark) and one.role == role and one.name == "sup"


def without_sign(text: str) -> str:
    """A footnote's text without the sign that it begins with in the source."""
    return text[found.end() :] if (found := _LEADING.match(text)) else text
