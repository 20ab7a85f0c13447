"""Old entries and new segments made from plain texts."""

from __future__ import annotations

from collections.abc import Sequence

from translate_flow.catalogue import Entry
from translate_flow.language.text import segment_keys
from translate_flow.model import Kind, Segment


def entries(texts: Sequence[str], mark: str = "T") -> list[Entry]:
    """One entry a text; its translation is `T0`, `T1` … by place."""
    return [
        Entry(k, t, f"{mark}{n}") for n, (k, t) in enumerate(zip(segment_keys(texts), texts, strict=True))
    ]


def segments(texts: Sequence[str]) -> list[Segment]:
    """One paragraph a text."""
    return [Segment(k, Kind.PARAGRAPH, t) for k, t in zip(segment_keys(texts), texts, strict=True)]
