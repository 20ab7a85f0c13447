"""Pairs of the memory as TMX 1.4, a unit at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .. import __version__, tmx
from .unit import APPROVED, TRANSLATED, StoredPair

_STATES = {APPROVED: "approved", TRANSLATED: "translated"}


def write(pairs: Iterable[StoredPair], source_language: str) -> Iterator[str]:
    """The file, in pieces. What an imported unit said besides its text is said again."""
    yield tmx.head(__version__, source_language)
    for pair in pairs:
        yield "\n".join([*_unit(pair, source_language), ""])
    yield tmx.FOOT


def _unit(pair: StoredPair, source_language: str) -> list[str]:
    said: dict[str, Any] = json.loads(pair.extras) if pair.extras else {}
    attributes, notes, properties = said.get("unit", [{}, [], []])
    known = {name for name, _ in properties}
    made = [] if "file" in known else [("x-document", pair.document)]
    made += [("x-state", _STATES.get(pair.rank, ""))]
    made += _around("prev", pair.previous) + _around("next", pair.following)
    marked = said.get("marked", ["", ""])
    tags = said.get("tags", [source_language, pair.language])
    variants = [
        tmx.variant(tags[0], said.get("text", pair.source), *said.get("source", []), marked=marked[0]),
        tmx.variant(
            tags[1], pair.target, *said.get("target", [tmx.changed(pair.at, pair.person)]), marked=marked[1]
        ),
    ]
    if "tuid" not in attributes and pair.key:
        attributes = {"tuid": pair.key, **attributes}
    added = [
        (name, value) for name, value in made if name not in known and (value or name in ("prev", "next"))
    ]
    return tmx.unit(variants, attributes, notes, [*((n, v) for n, v in properties), *added])


def _around(name: str, neighbour: str | int | None) -> list[tuple[str, str]]:
    """The text before or after, as OmegaT gives it; its hash where the memory does not hold the text."""
    if neighbour is None:
        return []
    return [(f"x-{name}", str(neighbour))] if isinstance(neighbour, int) else [(name, neighbour)]
