"""Quality checks: one file each, one row each in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Any

from ..cycles import uncollected
from ..errors import PluginError, UsageError
from ..facts.gathered import Gathering
from ..facts.lettered import as_written, lettered_unit
from ..facts.scene import Scene
from ..glossary import Glossary
from ..language.text import digest
from ..messages import Message
from ..model import Edition, Event, Finding, Severity, State, Unit
from ..plugins import guarded, members, report
from .messages import UNKNOWN_CHECK

__all__ = [
    "CHECKS",
    "Check",
    "Example",
    "Scene",
    "Scope",
    "by_state",
    "check_unit",
    "costs",
    "dismissed",
    "find",
    "grave",
    "load",
    "quoted",
    "run",
]

WITH_TEXT = frozenset({State.DRAFT, State.STALE, State.TRANSLATED, State.APPROVED})
"""States in which there is a translation to look at."""


@dataclass(frozen=True, slots=True)
class Example:
    """A translation a check finds fault with, and one it accepts."""

    source: str
    """The Spanish."""
    wrong: str
    """Fires."""
    right: str
    """Does not."""


class Scope(StrEnum):
    """What a check looks at: as long as that is the same, what it said holds."""

    UNIT = "unit"
    """The unit, the glossary and the languages."""
    SOURCES = "sources"
    """All sources of the statement besides."""
    STATEMENT = "statement"
    """All translations of the statement besides."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule that looks at one unit, with its statement and glossary at hand. No I/O."""

    rule: str
    """Its name, such as `number-changed`."""
    description: Message | str
    """One line for help and docs."""
    run: Callable[[Unit, Scene], Iterator[Finding]]
    """Findings about the unit. What is costly and the same for all units is kept by `Scene.memo`."""
    explain: Message | str = ""
    """Two or three sentences: what it looks at, and what it leaves alone (`check --explain`)."""
    remedy: Message | str = ""
    """What to do about a finding."""
    example: Example | None = None
    """Shown in docs; None for the checks that look at states only."""
    severity: Severity = Severity.WARNING
    """The gravest it reports."""
    states: frozenset[State] = WITH_TEXT
    """States of units it is run on."""
    scope: Scope = Scope.STATEMENT
    """What it looks at."""
    gathers: tuple[Gathering[Any], ...] = ()
    """What it has to know of the statement besides the unit, if it can be gathered unit by unit: then a change
    elsewhere counts only where it has to do with the unit, whatever the scope."""
    by_state: bool = False
    """Whether it says no more than the unit's state and comments do: left out where these are shown."""
    grave: bool = False
    """Whether what it reports may make a statement untrue, whatever the severity: another name, number, negation."""
    formal: bool = False
    """Whether it is about punctuation, spacing and capitals, which are fixed in passing."""


CHECKS: dict[str, str] = {
    "missing": ".missing:MISSING",
    "untouched-draft": ".untouched_draft:UNTOUCHED_DRAFT",
    "source-changed": ".source_changed:SOURCE_CHANGED",
    "returned": ".returned:RETURNED",
    "term-missing": ".term_missing:TERM_MISSING",
    "term-forbidden": ".term_forbidden:TERM_FORBIDDEN",
    "name-translated": ".name_translated:NAME_TRANSLATED",
    "term-case": ".term_case:TERM_CASE",
    "acronym-written-out": ".acronym_written_out:ACRONYM_WRITTEN_OUT",
    "gloss-missing": ".gloss_missing:GLOSS_MISSING",
    "number-changed": ".number_changed:NUMBER_CHANGED",
    "figures-exchanged": ".figures_exchanged:FIGURES_EXCHANGED",
    "weekday-changed": ".weekday_changed:WEEKDAY_CHANGED",
    "unit-changed": ".unit_changed:UNIT_CHANGED",
    "percent-changed": ".percent_changed:PERCENT_CHANGED",
    "hedge-changed": ".hedge_changed:HEDGE_CHANGED",
    "opposite": ".opposite:OPPOSITE",
    "markup-changed": ".markup_changed:MARKUP_CHANGED",
    "mark-moved": ".mark_moved:MARK_MOVED",
    "engine-marks": ".engine_marks:ENGINE_MARKS",
    "placeholder-left": ".placeholder_left:PLACEHOLDER_LEFT",
    "near-miss": ".near_miss:NEAR_MISS",
    "name-missing": ".name_missing:NAME_MISSING",
    "name-accents": ".name_accents:NAME_ACCENTS",
    "names-exchanged": ".names_exchanged:NAMES_EXCHANGED",
    "two-spellings": ".two_spellings:TWO_SPELLINGS",
    "negation-lost": ".negation_lost:NEGATION_LOST",
    "sentence-lost": ".sentence_lost:SENTENCE_LOST",
    "sentence-twice": ".sentence_twice:SENTENCE_TWICE",
    "source-left": ".source_left:SOURCE_LEFT",
    "same-as-source": ".same_as_source:SAME_AS_SOURCE",
    "doubled-word": ".doubled_word:DOUBLED_WORD",
    "end-punctuation": ".end_punctuation:END_PUNCTUATION",
    "quotation-lost": ".quotation_lost:QUOTATION_LOST",
    "unbalanced": ".unbalanced:UNBALANCED",
    "spaces": ".spaces:SPACES",
}
"""Rule of each check and where its `Check` is defined; the order of findings about one segment."""


def load() -> list[Check]:
    """All checks, ours in table order, then other packages' (entry points `translate_flow.checks`).

    Of these, one that cannot be used is left out and reported (`plugins.reported`).
    """
    found: list[Check] = []
    for place in CHECKS.values():
        module, attribute = place.split(":")
        found.append(getattr(import_module(module, __name__), attribute))
    found += [check for _, check in members("checks", _guarded) if check.rule not in CHECKS]
    return found


def _guarded(found: object, who: Message) -> Check | None:
    """Another package's check, which stops and is reported when its code fails; the others go on."""
    if not isinstance(found, Check):
        return None
    listed = guarded(lambda unit, scene: _findings(found, unit, scene), who)

    def run(unit: Unit, scene: Scene) -> Iterator[Finding]:
        try:
            yield from listed(unit, scene)
        except PluginError as error:
            report(error)

    return replace(found, run=run)


def _findings(check: Check, unit: Unit, scene: Scene) -> list[Finding]:
    found = list(check.run(unit, scene))
    for finding in found:
        if not isinstance(finding, Finding):
            raise TypeError(f"a finding is a {type(finding).__name__}")
    return found


def find(rule: str) -> Check:
    """The check of that name. Raises UsageError."""
    checks = {check.rule: check for check in load()}
    if rule not in checks:
        raise UsageError(UNKNOWN_CHECK(rule=rule, known=tuple(sorted(checks))))
    return checks[rule]


def by_state() -> frozenset[str]:
    """Rules that say no more than a unit's state does."""
    return _rules()[0]


def grave() -> frozenset[str]:
    """Rules whose findings may make a statement untrue."""
    return _rules()[1]


@cache
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    every = load()
    return frozenset(c.rule for c in every if c.by_state), frozenset(c.rule for c in every if c.grave)


COSTS = {Severity.ERROR: 0.7, Severity.WARNING: 0.45, Severity.INFO: 0.05}
"""What a finding adds to the risk of its segment, 0 to 1, unless its check is one of the following."""
GRAVE, FORMAL = 0.75, 0.08
"""The same for checks that are grave (more than whatever the shape of a sentence tells) and for formal ones."""


def costs(findings: Iterable[Finding]) -> list[tuple[float, Message | str]]:
    """What each finding costs if it is overlooked, and what it says; those by state, which cost nothing, left out."""
    traits = {check.rule: check for check in load()}
    found = []
    for finding in findings:
        check = traits.get(finding.rule)
        if check is not None and check.by_state:
            continue
        cost = COSTS[finding.severity]
        if check is not None and finding.severity is not Severity.INFO:
            cost = GRAVE if check.grave else FORMAL if check.formal else cost
        found.append((cost, finding.message))
    return found


def run(edition: Edition, glossary: Glossary, rules: Collection[str] | None = None) -> list[Finding]:
    """All findings about one statement in one language, in document order, dismissed ones left out.

    `rules` limits the checks. Raises UsageError for one that does not exist.
    """
    scene = Scene(edition, glossary)
    checks = load() if rules is None else [find(rule) for rule in dict.fromkeys(rules)]
    found: list[Finding] = []
    with uncollected():
        for units, shown in zip(blocks(edition.units), blocks(scene.edition.units), strict=True):
            said: list[list[Finding]] = [[] for _ in units]
            rows = list(zip(shown, said, map(dismissed, units), strict=True))
            # Few sets of states are asked for; to ask each unit for each check took longer than some checks do.
            of_state = {
                states: [row for row in rows if row[0].state in states]
                for states in {check.states for check in checks}
            }
            for check in checks:
                for unit, own, without in of_state[check.states]:
                    if check.rule not in without:
                        own += check.run(unit, scene)
            found += chain.from_iterable(said)
    return found if scene.edition is edition else as_written(found, edition.units)


BLOCK = 32
"""Units that one check looks at before the next one does: a processor keeps the code of a check at hand meanwhile."""


def blocks(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """The units in order, some at a time."""
    for start in range(0, len(units), BLOCK):
        yield units[start : start + BLOCK]


def check_unit(unit: Unit, scene: Scene, checks: Collection[Check] | None = None) -> list[Finding]:
    """Findings about one unit, dismissed ones left out; for several units of one statement keep the scene."""
    dropped, shown = dismissed(unit), lettered_unit(unit)
    found = [
        finding
        for check in (load() if checks is None else checks)
        if unit.state in check.states and check.rule not in dropped
        for finding in check.run(shown, scene)
    ]
    return found if shown is unit else as_written(found, (unit,))


def dismissed(unit: Unit) -> frozenset[str]:
    """Rules that somebody dismissed for exactly this text."""
    return frozenset(dismissals(unit))


def dismissals(unit: Unit) -> dict[str, Event]:
    """The events that set a rule aside for exactly this text, by the rule.

    A `dismiss` event holds, in `base`, the hash of the text it was said of; once the text changes, it
    lapses. An `undismiss` event takes it back.
    """
    found: dict[str, Event] = {}
    for event in unit.events:
        if event.do == "undismiss":
            found.pop(event.rule, None)
        elif event.do == "dismiss" and event.rule and event.base in ("", digest(unit.target)):
            found[event.rule] = event
    return found


def quoted(text: str, limit: int = 60) -> str:
    """Words of a text as messages show them: in quotation marks, on one line, not too long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= limit else line[: limit - 1] + '…'}”"
