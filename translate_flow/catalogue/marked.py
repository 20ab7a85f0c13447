"""The two catalogues in a PO file that holds git's conflict marks. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import CatalogueError
from ..files.conflict import sides

if TYPE_CHECKING:
    from . import Catalogue, Entry

_CONTEXT = re.compile(r'^msgctxt "(.*)"$', re.MULTILINE)


def both_sides(
    text: str, path: Path, read: Callable[[bytes, Path], Catalogue]
) -> tuple[Catalogue, Catalogue] | None:
    """The catalogues of either side; None if they cannot be told apart. `read` reads a PO file's bytes.

    git compares lines, and what it takes for one line in both files may be of two entries. A side then has an entry
    twice: as it was there, and as the other side changed it. The side's own is the one that the other has not.
    """
    found = sides(text)
    try:
        if found is None:
            return None
        ours, theirs = ([read(part, path) for part in _layers(side)] for side in found)
    except CatalogueError:
        return None
    old, new = _own(ours, theirs), _own(theirs, ours)
    return None if old is None or new is None else (old, new)


def _layers(text: str) -> list[bytes]:
    """A PO file with each key once, and others of the entries that it has a second time, a third and so on."""
    head, *blocks = text.split("\n\n")
    layers = [[head]]
    seen = Counter[str]()
    for block in blocks:
        number = 0
        if key := _CONTEXT.search(block):
            number = seen[key[1]]
            seen[key[1]] += 1
        if number == len(layers):
            layers.append([head])
        layers[number].append(block)
    return ["\n\n".join(layer).encode() for layer in layers]


def _own(side: Sequence[Catalogue], other: Sequence[Catalogue]) -> Catalogue | None:
    """A side with each entry once; None if it cannot be determined which of several is its own."""
    there = {(e.key, e.target) for e in _entries(other)}
    chosen = {e.key: e for e in side[0].entries}
    for key in {e.key for e in _entries(side[1:])}:
        several = [e for e in _entries(side) if e.key == key]
        own = [e for e in several if (key, e.target) not in there]
        if not own and len({e.target for e in several}) == 1:
            own = several[:1]
        if len(own) != 1:
            return None
        chosen[key] = own[0]
    return replace(side[0], entries=tuple(chosen.values()))


def _entries(layers: Sequence[Catalogue]) -> Iterator[Entry]:
    return (entry for layer in layers for entry in layer.entries)
