"""Editions for tests: statements read by their real format, with translations and histories made up here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from translate_flow.formats import format_for
from translate_flow.language.text import segment_keys
from translate_flow.model import Document, Edition, Event, Kind, Segment, State, Unit

CASES = Path(__file__).parent / "cases"


def case(name: str) -> Edition:
    """The edition in a folder of `cases`: its statement and `units.json`, a state and a text per segment."""
    (source,) = CASES.joinpath(name).glob("*.es.*")
    rows = json.loads(CASES.joinpath(name, "units.json").read_text("utf-8"))
    return read(source.read_bytes(), source.name, [(State(state), text) for state, text in rows])


def read(data: bytes, file: str, rows: Sequence[tuple[State, str]]) -> Edition:
    """A statement file with a state and a translation for each of its segments."""
    name = file.split(".")[0]
    document = format_for(file).read(data, name)
    units = tuple(_unit(s, *row) for s, row in zip(document.segments, rows, strict=True))
    return Edition(document, "es", "en", units, f"statements/{file}", "0" * 32, data)


def made(rows: Sequence[tuple[Kind, State, str, str]], form: str = "plain", **languages: str) -> Edition:
    """An edition without a source file, from kinds, states, sources and translations."""
    keys = segment_keys(source for _, _, source, _ in rows)
    segments = [Segment(key, kind, source) for key, (kind, _, source, _) in zip(keys, rows, strict=True)]
    units = tuple(_unit(s, state, text) for s, (_, state, _, text) in zip(segments, rows, strict=True))
    document = Document("hecho", form, tuple(segments), title=rows[0][2] if rows else "")
    return Edition(document, languages.get("source", "es"), languages.get("target", "en"), units)


def _unit(segment: Segment, state: State, text: str) -> Unit:
    """A unit with the history its state implies."""
    acts = {
        State.DRAFT: ["draft"],
        State.STALE: ["draft", "carry"],
        State.TRANSLATED: ["draft", "edit"],
        State.APPROVED: ["draft", "confirm", "approve"],
    }.get(state, [])
    people = {"draft": "apertium", "carry": "add", "approve": "reviewer"}
    events = tuple(
        Event(
            id=f"{n:04}",
            at=f"2021-05-04T10:0{n}:00Z",
            by=people.get(act, "translator"),
            do=act,
            key=segment.key,
            text=text if act in ("draft", "edit", "carry") else None,
            engine="apertium 3.8.3" if act == "draft" else "",
        )
        for n, act in enumerate(acts)
    )
    return Unit(segment, text, state, events)
