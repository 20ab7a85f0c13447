"""Lists of names beside the code, one a row, in one or more columns separated by tabs: read so that a fault costs its row alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from .knowledge import Fault
from .messages import EMPTY_CELL, NOT_UTF_8, OTHER_COLUMNS

LISTS: dict[str, tuple[tuple[str, int], ...]] = {
    "translate_flow.names.places": (
        ("andes.txt", 1),
        ("cities.txt", 1),
        ("countries.tsv", 2),
        ("elsewhere.txt", 1),
        ("exonyms.tsv", 2),
        ("unaccented.txt", 1),
    ),
    "translate_flow.names.people": (("given.txt", 1), ("surnames.txt", 1)),
}
"""By the package they are in: each list, and how many columns it has."""


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of each row that can be used."""
    return tuple(found for found in _read(package, name) if isinstance(found, tuple))


def faults() -> tuple[Fault, ...]:
    """What of the lists could not be used."""
    return tuple(
        found
        for package, lists in LISTS.items()
        for name, _ in lists
        for found in _read(package, name)
        if isinstance(found, Fault)
    )


def _read(package: str, name: str) -> Iterator[tuple[str, ...] | Fault]:
    columns = dict(LISTS[package])[name]
    data = (files(package) / name).read_bytes()
    for number, line in enumerate(data.splitlines(), 1):
        try:
            cells = line.decode().split("\t")
        except UnicodeDecodeError as error:
            yield Fault(name, number, error.start + 1, NOT_UTF_8())
            continue
        if len(cells) != columns:
            at = min(len(cells), columns)
            yield Fault(name, number, len("\t".join(cells[:at])) + 1, OTHER_COLUMNS(n=columns))
        elif not all(map(str.strip, cells)):
            empty = next(n for n, cell in enumerate(cells) if not cell.strip())
            yield Fault(name, number, len("\t".join((*cells[:empty], ""))) + 1, EMPTY_CELL())
        else:
            yield tuple(cells)
