"""What a paragraph is by a person's word, where its file does not say it, or says it wrongly.

A kind is known by the segment's key, and goes on with the paragraph: to the key that it has when its source changes, and
back to the old one should that come back. The file itself stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from ..model import Document, Kind

KINDS = "X-Source-Kinds"
"""Header field of a catalogue: kind by segment key, as JSON."""
KEEP = "keep"
"""Said instead of a kind: the paragraph is not for translation, whatever it is."""
SETTABLE = (str(Kind.PARAGRAPH), str(Kind.HEADING), str(Kind.QUOTE), str(Kind.NAME), KEEP)
"""What a person can say of a paragraph."""

Kinds = Mapping[str, str]
"""One of `SETTABLE` by segment key."""


def read(value: str) -> dict[str, str]:
    """The kinds in a catalogue's header field; none if it cannot be read."""
    try:
        found = json.loads(value or "{}")
        return {str(key): kind for key, kind in found.items() if kind in SETTABLE}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def written(kinds: Kinds) -> str:
    """The header field for kinds; empty for none."""
    return json.dumps(dict(sorted(kinds.items()))) if kinds else ""


def kinded(document: Document, kinds: Kinds) -> Document:
    """The document with these segments as a person said they are."""
    if not kinds:
        return document
    segments = []
    for segment in document.segments:
        said = kinds.get(segment.key, KEEP)
        kind = segment.kind if said == KEEP else Kind(said)
        level = (segment.level or 2) if kind is Kind.HEADING else segment.level
        segments.append(segment if kind is segment.kind else replace(segment, kind=kind, level=level))
    changed = tuple(segments)
    return replace(document, segments=changed, said=document.said or changed != document.segments)


def keeping(kinds: Kinds, key: str) -> bool | None:
    """Whether a person said that the segment is kept as it is, or is not; None if nobody said."""
    said = kinds.get(key)
    return None if said is None else said in (KEEP, Kind.NAME)
