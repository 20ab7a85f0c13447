"""Quality checks: one file each, one row each in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points

from ..glossary import Glossary
from ..model import Edition, Finding, State, Unit


@dataclass(frozen=True, slots=True)
class Check:
    """A rule that looks at one unit, with its statement and glossary at hand. No I/O."""

    rule: str
    """Its name, such as `number-changed`."""
    description: str
    """One line for help and docs."""
    run: Callable[[Unit, Edition, Glossary], Iterator[Finding]]
    """Findings about the unit."""
    states: frozenset[State] = frozenset({State.DRAFT, State.STALE, State.TRANSLATED, State.APPROVED})
    """States of units it is run on."""


CHECKS: dict[str, str] = {}
"""Rule of each check and where its `Check` is defined."""


def load() -> list[Check]:
    """All checks, ours in table order, then third parties' (entry points `translate_flow.checks`)."""
    found = []
    for place in CHECKS.values():
        module, attribute = place.split(":")
        found.append(getattr(import_module(module, __name__), attribute))
    found += [entry.load() for entry in entry_points(group="translate_flow.checks")]
    return found


def run(edition: Edition, glossary: Glossary) -> list[Finding]:
    """All findings about one statement in one language, in document order."""
    checks = load()
    return [
        finding
        for unit in edition.units
        for check in checks
        if unit.state in check.states
        for finding in check.run(unit, edition, glossary)
    ]
