"""The git merge driver's work: read three versions, write the merged one over ours."""

from __future__ import annotations

from pathlib import Path

from ..catalogue import Catalogue, parse
from ..catalogue.journal import Journal
from ..catalogue.merge import merge
from ..files.disk import write_atomically
from ..files.repository import committed
from .statement.pofile import Ages
from .statement.source import read_source


def merge_files(base: Path, ours: Path, theirs: Path, path: str = "") -> tuple[str, ...]:
    """Merge into `ours` and return the keys in conflict. Raises CatalogueError, and then changes nothing.

    `path` is the catalogue's place in the repository that the present folder lies in: the journals committed beside it
    tell which of two texts is the later. Without it the headers' minutes do.
    """
    first = read_source(base)
    # git gives an empty base when both sides made the file.
    old = parse(first, base) if first.strip() else Catalogue(base)
    merged = merge(old, Catalogue.load(ours), Catalogue.load(theirs), Ages(lambda: _committed(path)))
    write_atomically(ours, merged.catalogue.to_bytes())
    return merged.conflicts


def _committed(path: str) -> Journal:
    """The journal of the catalogue at that place, as all branches together have it."""
    if not path.endswith(".po"):
        return Journal(Path(path))
    place = f"{path.removesuffix('.po')}.history.jsonl"
    lines = dict.fromkeys(line for data in committed(Path.cwd(), place) for line in data.splitlines())
    return Journal.read(b"\n".join(lines), Path(place))
