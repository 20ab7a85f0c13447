"""Units of a TMX file taken out of it, the rest as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .tmx_bytes import chunks, wide_codec
from .tmx_read import moment, units

_DECLARED = re.compile(rb"(<\?xml[^>]*?encoding=['\"])[^'\"]+")


@dataclass(frozen=True, slots=True)
class ToldUnit:
    """What a unit says of itself, and its place in the file."""

    texts: tuple[tuple[str, str], ...]
    """Its languages and texts, sorted."""
    people: frozenset[str]
    """Who made or changed it, by its attributes."""
    at: str
    """When it was changed last, RFC 3339; empty if it does not say."""
    start: int
    """Where it begins, in bytes of the file as it is read (`chunks`),"""
    close: int
    """and where its closing tag does."""


def told(path: Path) -> Iterator[ToldUnit]:
    """What each unit of a file says of itself, in its order. Raises MemoryStoreError naming file and line."""
    for unit in units(path):
        holders = [unit.attributes, *(v.attributes for v in unit.variants)]
        people = {h[name] for h in holders for name in ("creationid", "changeid") if h.get(name)}
        times = [moment(h[name]) for h in holders for name in ("creationdate", "changedate") if h.get(name)]
        texts = tuple(sorted((v.tag.lower(), v.marked or v.text) for v in unit.variants))
        yield ToldUnit(texts, frozenset(people), max(times, default=""), unit.start, unit.close)


def without(path: Path, cuts: Iterable[ToldUnit]) -> Iterator[bytes]:
    """The file without those units, which are in its order: else byte for byte as it is; UTF-16 becomes UTF-8."""
    waiting = iter(cuts)
    cut = next(waiting, None)
    position = 0
    cutting = after = False
    with path.open("rb") as stream:
        wide = wide_codec(stream.read(2))
        stream.seek(0)
        for number, (chunk, _) in enumerate(chunks(stream, wide, [])):
            piece = _DECLARED.sub(rb"\1utf-8", chunk, count=1) if wide and not number else chunk
            if piece != chunk:
                shift = len(piece) - len(chunk)
                yield piece[: chunk.find(b"?>") + shift]
                at = chunk.find(b"?>")
            else:
                at = 0
            while at < len(chunk):
                if cutting:
                    assert cut is not None
                    end = chunk.find(b">", max(at, cut.close - position))
                    if end < 0:
                        break
                    at, cutting, after, cut = end + 1, False, True, next(waiting, None)
                elif after:
                    # With the unit goes the rest of its line.
                    while at < len(chunk) and chunk[at : at + 1] in (b" ", b"\t", b"\r"):
                        at += 1
                    if at < len(chunk):
                        at += chunk[at : at + 1] == b"\n"
                        after = False
                else:
                    start = len(chunk) if cut is None else min(len(chunk), cut.start - position)
                    yield chunk[at:start]
                    at, cutting = start, cut is not None and start < len(chunk)
            position += len(chunk)
