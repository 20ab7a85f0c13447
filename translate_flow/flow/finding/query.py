"""Searching a statement's segments: `state:draft,stale check:number-changed -by:ana Juliaca`.

| field | matches a segment |
|---|---|
| `state:` | in one of these states; `returned` and `open` (not confirmed) are understood too |
| `check:` | with a finding of that rule or severity; `any` for any (what only repeats the state counts by its name alone) |
| `risk:` | `high` (an error, or a name, number or term changed), `medium` (a warning), `low` |
| `term:` | whose source has a glossary term with these letters |
| `by:` | that this person touched |
| `kind:` | of that kind: title, heading, paragraph, item … |
| `has:` | with a `comment`, a `draft`, an `edit` |
| `key:` | whose key begins so |
| `text:` | with these letters in source or translation; a word without a field means the same |

Values are joined by commas (any of them), conditions by blanks (all of them); `-` before one
turns it round; quotes hold blanks together. Capitals and accents do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...catalogue.coverage import is_returned
from ...errors import UsageError
from ...model import CONFIRMED, Finding, Severity, State, Unit
from ...workspace import nearest

_PART = re.compile(r'(-?)(?:([a-z]+):)?("[^"]*"?|\S+)')
RISKS = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Facts:
    """A unit and what is known about it."""

    unit: Unit
    findings: tuple[Finding, ...] = ()
    terms: tuple[str, ...] = ()
    """Spanish and English forms of the glossary terms of its source."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One part of a query."""

    field: str
    values: tuple[str, ...]
    negated: bool = False


def parse(query: str) -> tuple[Condition, ...]:
    """The conditions of a query. Raises UsageError for an unknown field or value."""
    found = []
    for sign, field, value in _PART.findall(query):
        field = field or "text"
        if field not in FIELDS:
            if sign or field.isupper():
                raise UsageError(f"{field}: no such field; known are {', '.join(FIELDS)}")
            raise UsageError(f"{field}: no such field{nearest(field, FIELDS)}; known are {', '.join(FIELDS)}")
        quoted = value.startswith('"')
        values = (value.strip('"'),) if quoted or field == "text" else tuple(value.split(","))
        known = KNOWN.get(field)
        for word in values:
            if known and word not in known:
                raise UsageError(f"{field}:{word}: no such value; known are {', '.join(known)}")
        values = tuple(plain(v) for v in values if v)
        if values:
            found.append(Condition(field, values, bool(sign)))
    return tuple(found)


def needs_findings(conditions: Sequence[Condition]) -> bool:
    """Whether the checks must have run for these conditions."""
    return any(c.field in ("check", "risk") for c in conditions)


def matches(conditions: Sequence[Condition], facts: Facts) -> bool:
    """Whether all conditions hold."""
    return all(any(FIELDS[c.field](facts, v) for v in c.values) is not c.negated for c in conditions)


def plain(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def risk(facts: Facts) -> str:
    """How much a segment needs another look: `high`, `medium` or `low`."""
    from ...checks import by_state, grave

    found = [f for f in facts.findings if f.rule not in by_state()]
    severities = {f.severity for f in found}
    if Severity.ERROR in severities or any(f.rule in grave() for f in found):
        return "high"
    return "medium" if Severity.WARNING in severities or is_returned(facts.unit) else "low"


def _state(facts: Facts, value: str) -> bool:
    unit = facts.unit
    if value == "returned":
        return is_returned(unit) and unit.state in (State.DRAFT, State.STALE)
    return unit.state not in CONFIRMED if value == "open" else str(unit.state) == value


def _check(facts: Facts, value: str) -> bool:
    from ...checks import by_state

    stated = by_state()
    return any(
        value == f.rule or (f.rule not in stated and value in ("any", str(f.severity)))
        for f in facts.findings
    )


def _has(facts: Facts, value: str) -> bool:
    return any(e.do == value for e in facts.unit.events)


def _text(facts: Facts, value: str) -> bool:
    return value in plain(facts.unit.segment.text) or value in plain(facts.unit.target)


FIELDS: dict[str, Callable[[Facts, str], bool]] = {
    "state": _state,
    "check": _check,
    "risk": lambda facts, value: risk(facts) == value,
    "term": lambda facts, value: any(value in plain(t) for t in facts.terms),
    "by": lambda facts, value: any(value in plain(e.by) for e in facts.unit.events),
    "kind": lambda facts, value: str(facts.unit.segment.kind) == value,
    "has": _has,
    "key": lambda facts, value: facts.unit.key.startswith(value),
    "text": _text,
}
"""Field → whether a segment has that value."""

KNOWN: dict[str, tuple[str, ...]] = {
    "state": (*map(str, State), "returned", "open"),
    "risk": RISKS,
    "has": ("comment", "draft", "edit"),
}
"""Fields whose values are a closed list."""
