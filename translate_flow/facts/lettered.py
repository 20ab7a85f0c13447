"""Units whose texts have letters as character references (`R&iacute;os`), as their readers see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..markup.letters import has_references, lettered, place_in
from ..model import Edition, Finding, Unit


def lettered_unit(unit: Unit) -> Unit:
    """The unit with letters for references in both texts; mostly the unit itself."""
    if not (has_references(unit.segment.text) or has_references(unit.target)):
        return unit
    source, target = lettered(unit.segment.text), lettered(unit.target)
    if (source, target) == (unit.segment.text, unit.target):
        return unit
    return replace(unit, segment=replace(unit.segment, text=source), target=target)


def lettered_edition(edition: Edition) -> Edition:
    """The edition with such units; mostly the edition itself."""
    if not any(has_references(u.segment.text) or has_references(u.target) for u in edition.units):
        return edition
    return replace(edition, units=tuple(map(lettered_unit, edition.units)))


def as_written(findings: Iterable[Finding], units: Sequence[Unit]) -> list[Finding]:
    """Findings about lettered units with their places in the translations as those are written, in `units`."""
    texts = {unit.key: unit.target for unit in units if has_references(unit.target)}
    if not texts:
        return list(findings)
    return [
        replace(found, span=place_in(texts[found.key], found.span))
        if found.span and found.key in texts
        else found
        for found in findings
    ]
