"""A PO file that was sent out and came back: read only; the catalogue itself is what goes out."""

from __future__ import annotations

from pathlib import Path

from ..catalogue import parse
from ..catalogue.merge import decided
from ..catalogue.outside import Said
from ..catalogue.spoilt import refuse_spoilt
from .sheet import KEY, Back, BackRow, CellAtom, Remark


def read(data: bytes, name: str) -> Back:
    """What came back in a PO file, be it with the entries' keys or, as some programs leave it, without. Raises CatalogueError."""
    found = parse(data, Path(name), foreign=True)
    refuse_spoilt(found.entries, found.path)
    # Made anew from a table or the like, which has no marks: that none is there says nothing.
    anew = "X-Source" not in found.header and not any(e.fuzzy or KEY.fullmatch(e.key) for e in found.entries)
    unmarked = Said.NOTHING if anew else Said.DONE
    rows = tuple(
        BackRow(
            e.key,
            (CellAtom(e.target),) if e.target else (),
            e.source,
            remarks=tuple(Remark("", said) for said in [decided(e.comment).strip()] if said),
            said=Said.OPEN if e.fuzzy else unmarked,
            copied=e.fuzzy and e.source == e.target,
        )
        for e in found.entries
    )
    source = found.header.get("X-Source", "")
    by = found.header.get("Last-Translator", "").split("<")[0].strip()
    return Back(rows, _statement(source), found.header.get("Language", ""), by="" if by in _NOBODY else by)


_NOBODY = frozenset({"", "FULL NAME", "nobody yet"})


def _statement(source: str) -> str:
    """A statement's name from its source's path: below `statements/`, without language and extension."""
    path = source.removeprefix("statements/")
    stem, _, _ = path.rpartition(".")
    return stem.rpartition(".")[0] or stem
