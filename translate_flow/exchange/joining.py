"""Rows of a program that cuts paragraphs into sentences, put together to segments again. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ..catalogue.outside import Said, worst
from ..markup.codes import coded, words
from ..model import Unit
from .sheet import BackRow, CellAtom

_MOST = 60
"""Rows that are one segment at most."""


def joined(
    rows: Sequence[BackRow], known: Sequence[Unit | None], left: Sequence[Unit], format_name: str
) -> tuple[list[BackRow], list[Unit | None]]:
    """The rows and their segments; rows that follow one another without a segment are one where their Spanish
    together is that of a segment of `left`, each of which is used once.
    """
    wanted: dict[str, list[Unit]] = {}
    for unit in left if None in known else ():
        wanted.setdefault(_bare(_words(unit.segment.text, format_name)), []).append(unit)
    texts = sorted(wanted)
    made_rows: list[BackRow] = []
    made_units: list[Unit | None] = []
    at = 0
    while at < len(rows):
        size, text = _reach(rows, known, at, texts, format_name)
        if size > 1 and wanted.get(text):
            unit = wanted[text].pop(0)
            made_rows.append(
                _as_one(rows[at : at + size], _words(unit.segment.text, format_name), format_name)
            )
            made_units.append(unit)
        else:
            size = 1
            made_rows.append(rows[at])
            made_units.append(known[at])
        at += size
    return made_rows, made_units


def _reach(
    rows: Sequence[BackRow], known: Sequence[Unit | None], start: int, texts: Sequence[str], format_name: str
) -> tuple[int, str]:
    """How many rows from `start` on are one of the texts together, and which; 0 if none."""
    text = ""
    for place in range(start, min(start + _MOST, len(rows))):
        if known[place] is not None or not rows[place].source.strip():
            break
        text += _bare(_words(rows[place].source, format_name))
        at = bisect_left(texts, text)
        if at == len(texts) or not texts[at].startswith(text):
            break
        if texts[at] == text:
            return place - start + 1, text
    return 0, ""


def _words(text: str, format_name: str) -> str:
    return words(coded(text, format_name))


def _bare(text: str) -> str:
    """The text without blanks: programs keep those between two sentences in one of them, or in neither."""
    return "".join(text.split())


def _as_one(rows: Sequence[BackRow], source: str, format_name: str) -> BackRow:
    """The rows of one segment with this source as one; what parts two of them there parts their translations."""
    apart = [_numbered(row, f"{number}.") for number, row in enumerate(rows)]
    atoms: list[CellAtom] = []
    at, parting = 0, ""
    for row in apart:
        gap, at = _after(source, at, _bare(_words(row.source, format_name)))
        before = "".join(a.text for a in atoms)
        if atoms and row.atoms and not before[-1:].isspace() and not row.text[:1].isspace():
            atoms.append(CellAtom(parting))
        atoms += row.atoms
        parting = gap
    every = [row.said for row in rows]
    empty = [row.copied or not row.text.strip() for row in rows]
    return replace(
        rows[0],
        atoms=tuple(atoms),
        source=source,
        base="",
        remarks=tuple(dict.fromkeys(remark for row in rows for remark in row.remarks)),
        said=worst([*every, Said.OPEN]) if any(empty) else worst(every),
        before=Said.NOTHING,
        copied=all(empty),
        codes=tuple(code for row in apart for code in row.codes),
    )


def _numbered(row: BackRow, prefix: str) -> BackRow:
    """The row with numbers of its codes that no other row has."""
    atoms = [replace(a, code=replace(a.code, id=prefix + a.code.id)) if a.code else a for a in row.atoms]
    return replace(
        row, atoms=tuple(atoms), codes=tuple(replace(code, id=prefix + code.id) for code in row.codes)
    )


def _after(source: str, at: int, bare: str) -> tuple[str, int]:
    """The blanks of a source behind a stretch that begins at `at`, and where they end."""
    left = len(bare)
    while left and at < len(source):
        left -= not source[at].isspace()
        at += 1
    end = at
    while end < len(source) and source[end].isspace():
        end += 1
    return source[at:end], end
