"""What the checks find in a statement, with the segment, the person and whether the remedy is certain; what was dismissed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...checks import by_state, dismissals
from ...checks.fixing import candidate
from ...model import Event, Finding, Unit
from ..editing.edit import last_hand
from ..editing.fix import READ
from ..statement.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Place:
    """A segment of a statement."""

    name: str
    language: str
    place: int
    """Which paragraph of the statement it is, from 1."""
    unit: Unit
    by: str
    """Who gave it its present text."""


@dataclass(frozen=True, slots=True)
class FoundFinding:
    """A finding and where it is."""

    at: Place
    finding: Finding
    fixable: bool
    """Whether its remedy may be certain, and the text is one that a person has read."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A check that somebody dismissed for the present text."""

    at: Place
    rule: str
    event: Event


@dataclass(frozen=True, slots=True)
class FoundFindings:
    """What there is of a statement."""

    findings: tuple[FoundFinding, ...] = ()
    """In document order; what only repeats the state is left out."""
    aside: tuple[SetAside, ...] = ()


def found_in(sheet: Sheet) -> FoundFindings:
    """What is known of a sheet that was examined."""
    said = dict(sheet.findings)
    places = [
        Place(sheet.name, sheet.language, n, unit, last_hand(unit))
        for n, unit in enumerate(list(sheet.units.values()), 1)
    ]
    return FoundFindings(
        tuple(one for place in places for one in _of(place, said.get(place.unit.key, ()))),
        tuple(
            SetAside(place, rule, event) for place in places for rule, event in dismissals(place.unit).items()
        ),
    )


def _of(place: Place, findings: tuple[Finding, ...]) -> Iterator[FoundFinding]:
    for finding in findings:
        if finding.rule not in by_state():
            fixable = place.unit.state in READ and candidate(place.unit, finding) is not None
            yield FoundFinding(place, finding, fixable)
