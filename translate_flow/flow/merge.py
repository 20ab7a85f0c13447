"""The git merge driver's work: read three versions, write the merged one over ours."""

from __future__ import annotations

from pathlib import Path

from ..catalogue import Catalogue, parse
from ..catalogue.merge import merge
from ..files.disk import write_atomically
from .statement.source import read_source


def merge_files(base: Path, ours: Path, theirs: Path) -> tuple[str, ...]:
    """Merge into `ours` and return the keys in conflict. Raises CatalogueError, and then changes nothing."""
    first = read_source(base)
    # git gives an empty base when both sides made the file.
    old = parse(first, base) if first.strip() else Catalogue(base)
    merged = merge(old, Catalogue.load(ours), Catalogue.load(theirs))
    write_atomically(ours, merged.catalogue.to_bytes())
    return merged.conflicts
