"""Searching a statement's segments: `state:draft,stale check:number-changed -by:ana Juliaca`.

Fields and values are understood in each language the program speaks: `estado:borrador` is `state:draft`.

| field | matches a segment |
|---|---|
| `state:` | in one of these states; `returned`, `open` (not confirmed) and `doubtful` (two texts) are understood too |
| `check:` | with a finding of that rule or severity; `any` for any (what only repeats the state counts by its name alone) |
| `risk:` | `high` (an error, or a name, number or term changed), `medium` (a warning), `low` |
| `term:` | whose source has a glossary term with these letters |
| `by:` | that this person touched |
| `kind:` | of that kind: title, heading, paragraph, item … |
| `has:` | with a `comment`, a `draft`, an `edit` |
| `key:` | whose key begins like this |
| `text:` | with these letters in source or translation; a word without a field means the same |

Values are joined by commas (any of them), conditions by blanks (all of them); `-` before one
negates it; quotes keep blanks together. Capitals and accents don't count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...catalogue.coverage import is_doubtful, is_returned
from ...errors import UsageError
from ...messages import LANGUAGES, Template, nearest, say, say_in
from ...messages.speech import reader
from ...model import CONFIRMED, Finding, Kind, Severity, State, Unit
from ...model.messages import KIND, STATE
from .messages import CHECK, FIELD, HAS, RISK, UNKNOWN_FIELD, UNKNOWN_VALUE

_PART = re.compile(r'(-?)(?:([a-záéíóúñ]+):)?("[^"]*"?|\S+)')
RISKS = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class QueriedUnit:
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
        written, field = field, _meant(field or "text", FIELDS, FIELD)
        if field not in FIELDS:
            known = _said(FIELDS, FIELD)
            near = "" if sign else nearest(field, known)
            raise UsageError(UNKNOWN_FIELD(field=field, nearest=near, known=known))
        quoted = value.startswith('"')
        values = (value.strip('"'),) if quoted or field == "text" else tuple(value.split(","))
        names, closed = NAMES.get(field, {}), KNOWN.get(field)
        values = tuple(_meant(v, closed or (), names) for v in values)
        for word in values:
            if closed and word not in closed:
                raise UsageError(UNKNOWN_VALUE(field=written, value=word, known=_said(closed, names)))
        values = tuple(plain(v) for v in values if v)
        if values:
            found.append(Condition(field, values, bool(sign)))
    return tuple(found)


def _meant(word: str, known: Collection[str], names: Mapping[str, Template]) -> str:
    """The name that the program has for a word, which may be in any language it speaks."""
    if word in known or word in names:
        return word
    # Where a name of a check may follow, only the reader's own language is looked through: it is loaded already.
    for tag in LANGUAGES if known or "-" not in word else (reader(),):
        for name, template in names.items():
            if plain(word) == _one_word(say_in(tag, template())):
                return name
    return word


def spoken(query: str, tag: str) -> str:
    """The same query with its fields and values in the words of a language; what is not understood as it is."""

    def part(found: re.Match[str]) -> str:
        sign, field, value = found.groups()
        name = _meant(field or "", FIELDS, FIELD)
        if not field or name not in FIELDS or value.startswith('"'):
            return found[0]
        names = NAMES.get(name, {})
        values = [_meant(v, KNOWN.get(name, ()), names) for v in value.split(",")]
        words = ",".join(_one_word(say_in(tag, names[v]())) if v in names else v for v in values)
        return f"{sign}{_one_word(say_in(tag, FIELD[name]()))}:{words}"

    return _PART.sub(part, query)


def _said(known: Collection[str], names: Mapping[str, Template]) -> tuple[str, ...]:
    """How the reader writes these in a query."""
    return tuple(_one_word(say(names[name]())) if name in names else name for name in known)


def _one_word(name: str) -> str:
    """A name as it is written in a query, where a blank begins the next condition."""
    return plain(name).replace(" ", "-")


def needs_findings(conditions: Sequence[Condition]) -> bool:
    """Whether the checks must have run for these conditions."""
    return any(c.field in ("check", "risk") for c in conditions)


def matches(conditions: Sequence[Condition], facts: QueriedUnit) -> bool:
    """Whether all conditions hold."""
    for condition in conditions:
        test = FIELDS[condition.field]
        for value in condition.values:
            if test(facts, value):
                if condition.negated:
                    return False
                break
        else:
            if not condition.negated:
                return False
    return True


@lru_cache(maxsize=1 << 15)
def plain(text: str) -> str:
    """Lower case, without accents; kept, for a filter asks every text of a statement, and the next asks again."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    parted = unicodedata.normalize("NFD", folded)
    for sign in set(parted):
        if unicodedata.combining(sign):
            parted = parted.replace(sign, "")
    return parted


def risk(facts: QueriedUnit) -> str:
    """How much a segment needs another look: `high`, `medium` or `low`."""
    from ...checks import by_state, grave

    found = [f for f in facts.findings if f.rule not in by_state()]
    severities = {f.severity for f in found}
    if Severity.ERROR in severities or any(f.rule in grave() for f in found):
        return "high"
    return "medium" if Severity.WARNING in severities or is_returned(facts.unit) else "low"


def _state(facts: QueriedUnit, value: str) -> bool:
    unit = facts.unit
    if value == "returned":
        return is_returned(unit) and unit.state in (State.DRAFT, State.STALE)
    if value == "doubtful":
        return is_doubtful(unit)
    return unit.state not in CONFIRMED if value == "open" else str(unit.state) == value


def _check(facts: QueriedUnit, value: str) -> bool:
    from ...checks import by_state

    stated = by_state()
    for found in facts.findings:
        if value == found.rule or ((value == "any" or value == found.severity) and found.rule not in stated):
            return True
    return False


def _has(facts: QueriedUnit, value: str) -> bool:
    return any(e.do == value for e in facts.unit.events)


def _text(facts: QueriedUnit, value: str) -> bool:
    return value in plain(facts.unit.segment.text) or value in plain(facts.unit.target)


FIELDS: dict[str, Callable[[QueriedUnit, str], bool]] = {
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
    "state": (*map(str, State), "returned", "open", "doubtful"),
    "risk": RISKS,
    "kind": tuple(map(str, Kind)),
    "has": ("comment", "draft", "edit"),
}
"""Fields whose values are a closed list."""

NAMES: dict[str, Mapping[str, Template]] = {
    "state": STATE,
    "kind": KIND,
    "risk": RISK,
    "has": HAS,
    "check": CHECK,
}
"""Fields whose values have names that people read."""
