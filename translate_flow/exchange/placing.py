"""The segments that the rows of a review file belong to. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..language.text import squeeze
from ..markup import codes
from ..model import State, Unit
from .codes import resolved
from .joining import joined
from .judge import undone
from .parting import parted
from .sheet import BackRow, CellAtom
from .tracked import tracked


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row, and the segment it belongs to."""

    row: BackRow
    unit: Unit | None
    """None: the statement has no such segment."""
    moved: bool = False
    """Whether the row's own segment is gone and this one has come from it, its source having been changed."""


def placed(
    rows: Sequence[BackRow],
    units: Sequence[Unit],
    format_name: str,
    languages: tuple[str, str] = ("es", "en"),
) -> list[PlacedRow]:
    """Each row with its segment: by key, by a key it has come from, or by its Spanish, where a program has
    numbered the rows anew; rows that make up a segment together, sentence by sentence, become one, and one in which
    several segments were joined becomes several. Rows with the same Spanish are told apart by their order, if all of
    them are there; a program that keeps one of them alone means all, and so it is the first that nobody has translated.
    """
    by_key = {u.key: u for u in units}
    came = {e.origin: u for u in units for e in u.events if e.do == "carry" and e.origin}
    known = [by_key.get(row.key) or came.get(row.key) for row in rows]
    taken = {u.key for u in known if u is not None}
    left: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.key not in taken:
            left.setdefault(spanish(unit, format_name), []).append(unit)
    asked: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        if known[place] is None and row.source:
            asked.setdefault(words_of(row.source, format_name), []).append(place)
    for text, wanting in asked.items():
        found = left.get(text, [])
        if len(found) == len(wanting) or len(found) == 1:
            for number, place in enumerate(wanting):
                known[place] = found[min(number, len(found) - 1)]
        elif found and len(wanting) == 1:
            known[wanting[0]] = next((u for u in found if u.state in _OPEN), found[0])
    taken |= {u.key for u in known if u is not None}
    rows, known = joined(rows, known, [u for u in units if u.key not in taken], format_name)
    rows, known = parted(rows, known, units, format_name, languages)
    return [
        PlacedRow(
            _with_marks(resolved(row, unit, format_name), unit, format_name) if unit is not None else row,
            unit,
            moved=unit is not None and row.key not in by_key and row.key in came,
        )
        for row, unit in zip(rows, known, strict=True)
    ]


_OPEN = frozenset({State.MISSING, State.DRAFT})


def _with_marks(row: BackRow, unit: Unit, format_name: str) -> BackRow:
    """The row, its translation with the marks it went out with where a program took them from both its texts."""
    if row.base or row.text == unit.target or squeeze(row.source) == squeeze(unit.segment.text):
        return row
    same = words_of(row.text, format_name) == words_of(unit.target, format_name) != ""
    return replace(row, atoms=(CellAtom(unit.target),)) if same and not row.hands else row


def spanish(unit: Unit, format_name: str) -> str:
    """A segment's source as it is compared."""
    return words_of(unit.segment.text, format_name)


def words_of(text: str, format_name: str) -> str:
    """A Spanish text as it is compared: without marks, which a program may have taken for codes of its own."""
    return squeeze(codes.words(codes.coded(text, format_name)))


def all_undone(rows: Sequence[PlacedRow]) -> bool:
    """Whether every text in which people had changed a draft came back as the draft, and there were several."""
    worked = [(p.row, p.unit) for p in rows if p.unit is not None and len(tracked(p.unit)) > 1]
    return len(worked) > 1 and all(undone(row, unit) for row, unit in worked)
