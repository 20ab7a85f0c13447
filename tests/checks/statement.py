"""Statements made of pairs, and the glossary of the checks' tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from translate_flow.glossary import Glossary
from translate_flow.language.text import segment_keys
from translate_flow.model import Document, Edition, Event, Kind, Segment, State, Unit

HERE = Path(__file__).parent


@cache
def glossary() -> Glossary:
    """The terms of terms.csv."""
    return Glossary.load([HERE / "terms.csv"])


def edition(
    *pairs: tuple[str, str],
    state: State = State.TRANSLATED,
    kind: Kind = Kind.PARAGRAPH,
    events: tuple[Event, ...] = (),
    previous: str = "",
    target_language: str = "en",
) -> Edition:
    """A Markdown statement whose paragraphs are the pairs, source first, all in one state."""
    keys = segment_keys([source for source, _ in pairs])
    units = tuple(
        Unit(Segment(key, kind, source), target, state, events, previous=previous)
        for key, (source, target) in zip(keys, pairs, strict=True)
    )
    document = Document("aviso", "markdown", tuple(unit.segment for unit in units))
    return Edition(document, "es", target_language, units)
