"""Rows of a program in which paragraphs were joined, taken apart to segments again; and sources that were changed. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ..catalogue.outside import Said
from ..language.sentences import split
from ..markup.codes import coded, words
from ..model import Unit
from .sheet import BackRow, CellAtom

_LONGEST = 12
"""Letters by which the segment is looked for with which a row begins."""
_BREAKS = re.compile(r"\s*\n\s*")


def parted(
    rows: Sequence[BackRow],
    known: Sequence[Unit | None],
    units: Sequence[Unit],
    format_name: str,
    languages: tuple[str, str],
) -> tuple[list[BackRow], list[Unit | None]]:
    """The rows and their segments; a row whose Spanish is that of several segments that follow one another is a row
    for each, parted at its line breaks, else between sentences if there are as many as in the Spanish, else not:
    it names them in `several`.
    """
    made: list[tuple[BackRow, Unit | None]] = []
    bare = [_letters(unit.segment.text, format_name) for unit in units]
    places = {unit.key: number for number, unit in enumerate(units)}
    begins: dict[str, list[int]] = {}
    for number, text in enumerate(bare):
        if text:
            begins.setdefault(text[:_LONGEST], []).append(number)
    apart: set[str] = set()
    for row, unit in zip(rows, known, strict=True):
        text = _letters(row.source, format_name)
        first = [places[unit.key]] if unit is not None and unit.key in places else _first(text, begins)
        spans = (span for number in first if (span := _span(text, bare, number)))
        span = next(spans, range(0))
        several = [units[number] for number in span]
        if len(several) < 2:
            made.append((row, unit))
        else:
            made += _apart(row, several, languages)
            apart |= {one.key for one in several}
    kept = [
        (row, unit)
        for row, unit in made
        # The place of what was joined to another, emptied.
        if unit is None or unit.key not in apart or row.text.strip() or row.parted or row.several
    ]
    return [row for row, _ in kept], [unit for _, unit in kept]


def _letters(text: str, format_name: str) -> str:
    """What of a text no program changes on the way: its letters and digits."""
    plain = unicodedata.normalize("NFKC", words(coded(text, format_name))).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def _first(text: str, begins: dict[str, list[int]]) -> list[int]:
    """Segments with which a Spanish text may begin."""
    sizes = range(1, min(len(text), _LONGEST) + 1)
    return [number for size in sizes for number in begins.get(text[:size], ())]


def _span(text: str, bare: Sequence[str], first: int) -> range:
    """The segments from the first on that a Spanish text is together; none if it is not."""
    at, number = 0, first
    while at < len(text) and number < len(bare) and text.startswith(bare[number], at):
        at += len(bare[number])
        number += 1
    return range(first, number) if at == len(text) > 0 else range(0)


def _apart(
    row: BackRow, several: Sequence[Unit], languages: tuple[str, str]
) -> list[tuple[BackRow, Unit | None]]:
    keys = tuple(unit.key for unit in several)
    whole = replace(row, key=keys[0], several=keys, base="", before=Said.NOTHING)
    if not row.text.strip() or row.copied:
        return [(replace(whole, several=(), parted=True, atoms=(), copied=True), several[0])]
    if any(atom.code for atom in row.atoms):
        return [(whole, several[0])]
    pieces = _BREAKS.split(row.text.strip())
    said = row.said
    if len(pieces) != len(several):
        pieces = _between_sentences(row.text, several, languages)
        said = Said.OPEN if said in (Said.NOTHING, Said.DONE) else said
    if not pieces:
        return [(whole, several[0])]
    newest = sorted(row.hands, key=lambda hand: hand[1])[-1:]
    return [
        (
            replace(
                row,
                key=unit.key,
                atoms=(CellAtom(piece, frozenset(newest)),),
                source=unit.segment.text,
                base="",
                before=Said.NOTHING,
                said=said,
                remarks=row.remarks if number == 0 else (),
                parted=True,
            ),
            unit,
        )
        for number, (unit, piece) in enumerate(zip(several, pieces, strict=True))
    ]


def _between_sentences(text: str, several: Sequence[Unit], languages: tuple[str, str]) -> list[str]:
    """The translation of each segment, if it has as many sentences as its Spanish; else none."""
    sizes = [len(split(unit.segment.text, languages[0])) for unit in several]
    sentences = split(text, languages[1])
    if len(sentences) != sum(sizes):
        return []
    made = []
    for size in sizes:
        made.append(" ".join(sentence.strip() for sentence in sentences[:size]))
        del sentences[:size]
    return made


def other_source(row: BackRow, unit: Unit, format_name: str) -> str:
    """The source of a row where somebody has changed it; empty where it is the segment's, or the file has none."""
    if not row.source.strip() or _letters(row.source, format_name) == _letters(
        unit.segment.text, format_name
    ):
        return ""
    return row.source.strip()
