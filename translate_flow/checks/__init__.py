"""Quality checks: one file each, one row each in `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, TypeVar

from .. import facts
from ..errors import UsageError
from ..facts import Reading
from ..glossary import Glossary, count_target, forbidden_spans
from ..glossary.renderings import rendering
from ..language.text import digest
from ..language.words import Span
from ..model import Edition, Event, Finding, Match, Severity, State, Term, Unit

__all__ = [
    "CHECKS",
    "Check",
    "Example",
    "Scene",
    "Scope",
    "TermUse",
    "check_unit",
    "dismissed",
    "find",
    "load",
    "quoted",
    "run",
]

WITH_TEXT = frozenset({State.DRAFT, State.STALE, State.TRANSLATED, State.APPROVED})
"""States in which there is a translation to look at."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary term of a unit's source, and what its translation makes of it."""

    term: Term
    """The term."""
    form: str
    """As it first stands in the source."""
    wanted: int
    """How often it stands in the source."""
    right: tuple[Span, ...]
    """Where the translation has it, in a right form."""
    other_case: tuple[Span, ...]
    """Where it has it with wrong capitals; looked for only if the right ones are too few."""
    forbidden: tuple[Span, ...]
    """Where it has a rendering the glossary forbids."""
    translated: Span | None
    """Where a name that is kept was translated instead; None if it was not."""


class Scene:
    """One edition and its glossary. Everything is computed when first asked for, and once."""

    def __init__(self, edition: Edition, glossary: Glossary) -> None:
        self.edition = edition
        self.glossary = glossary
        self.source_language = edition.source_language.split("-")[0].lower()
        """Primary subtag, such as `es`."""
        self.target_language = edition.target_language.split("-")[0].lower()
        """Primary subtag, such as `en`."""
        self._memo: dict[str, Any] = {}
        self._matches: dict[str, tuple[Match, ...]] = {}
        self._uses: dict[tuple[str, str], tuple[TermUse, ...]] = {}

    def memo(self, name: str, make: Callable[[Scene], T]) -> T:
        """What `make` returns for this scene, computed at the first call: a check's own index."""
        if name not in self._memo:
            self._memo[name] = make(self)
        found: T = self._memo[name]
        return found

    def matches(self, unit: Unit) -> tuple[Match, ...]:
        """Glossary terms in a unit's source."""
        if not self.glossary.terms:
            return ()
        if unit.key not in self._matches:
            self._matches[unit.key] = tuple(self.glossary.find(unit.segment.text))
        return self._matches[unit.key]

    def uses(self, unit: Unit) -> tuple[TermUse, ...]:
        """What became of the unit's glossary terms, in order of first mention; each term once."""
        place = unit.key, unit.target
        if place not in self._uses:
            self._uses[place] = tuple(_uses(self.matches(unit), unit.target))
        return self._uses[place]

    def source(self, unit: Unit) -> Reading:
        """What the unit's source holds."""
        return facts.read(unit.segment.text, self.source_language)

    def target(self, unit: Unit) -> Reading:
        """What the unit's translation holds."""
        return facts.read(unit.target, self.target_language)


def _uses(matches: tuple[Match, ...], target: str) -> list[TermUse]:
    by_term: dict[Term, list[Match]] = {}
    for match in matches:
        by_term.setdefault(match.term, []).append(match)
    taken: list[Span] = []
    found: dict[Term, TermUse] = {}
    # Longer names first: the Puno inside "… de la Región Puno" is not the other Puno.
    for term in sorted(by_term, key=lambda t: -len(t.target)):
        right = [span for span in count_target(term, target) if not _inside(span, taken)]
        other: list[Span] = []
        if len(right) < len(by_term[term]):
            loose = count_target(term, target, any_case=True)
            other = [span for span in loose if not _inside(span, taken) and not _inside(span, right)]
        found[term] = TermUse(
            term,
            by_term[term][0].form,
            len(by_term[term]),
            tuple(right),
            tuple(other),
            tuple(forbidden_spans(term, target)),
            None if right or other else rendering(term, target),
        )
        taken += right
    return [found[term] for term in by_term]


def _inside(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


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
    description: str
    """One line for help and docs."""
    run: Callable[[Unit, Scene], Iterator[Finding]]
    """Findings about the unit. What is costly and the same for all units is kept by `Scene.memo`."""
    explain: str = ""
    """Two or three sentences: what it looks at, and what it leaves alone."""
    remedy: str = ""
    """What to do about a finding."""
    example: Example | None = None
    """Shown in docs; None for the checks that look at states only."""
    severity: Severity = Severity.WARNING
    """The gravest it reports."""
    states: frozenset[State] = WITH_TEXT
    """States of units it is run on."""
    scope: Scope = Scope.STATEMENT
    """What it looks at."""


CHECKS: dict[str, str] = {
    "missing": ".missing:MISSING",
    "untouched-draft": ".untouched_draft:UNTOUCHED_DRAFT",
    "source-changed": ".source_changed:SOURCE_CHANGED",
    "returned": ".returned:RETURNED",
    "term-missing": ".term_missing:TERM_MISSING",
    "term-forbidden": ".term_forbidden:TERM_FORBIDDEN",
    "name-translated": ".name_translated:NAME_TRANSLATED",
    "term-case": ".term_case:TERM_CASE",
    "gloss-missing": ".gloss_missing:GLOSS_MISSING",
    "number-changed": ".number_changed:NUMBER_CHANGED",
    "markup-changed": ".markup_changed:MARKUP_CHANGED",
    "engine-marks": ".engine_marks:ENGINE_MARKS",
    "placeholder-left": ".placeholder_left:PLACEHOLDER_LEFT",
    "near-miss": ".near_miss:NEAR_MISS",
    "name-missing": ".name_missing:NAME_MISSING",
    "two-spellings": ".two_spellings:TWO_SPELLINGS",
    "negation-lost": ".negation_lost:NEGATION_LOST",
    "same-as-source": ".same_as_source:SAME_AS_SOURCE",
    "doubled-word": ".doubled_word:DOUBLED_WORD",
    "end-punctuation": ".end_punctuation:END_PUNCTUATION",
    "unbalanced": ".unbalanced:UNBALANCED",
    "spaces": ".spaces:SPACES",
}
"""Rule of each check and where its `Check` is defined; the order of findings about one segment."""


def load() -> list[Check]:
    """All checks, ours in table order, then third parties' (entry points `translate_flow.checks`)."""
    found: list[Check] = []
    for place in CHECKS.values():
        module, attribute = place.split(":")
        found.append(getattr(import_module(module, __name__), attribute))
    found += [entry.load() for entry in entry_points(group="translate_flow.checks")]
    return found


def find(rule: str) -> Check:
    """The check of that name. Raises UsageError."""
    checks = {check.rule: check for check in load()}
    if rule not in checks:
        raise UsageError(f"{rule}: no such check; known are {', '.join(sorted(checks))}")
    return checks[rule]


def run(edition: Edition, glossary: Glossary, rules: Collection[str] | None = None) -> list[Finding]:
    """All findings about one statement in one language, in document order, dismissed ones left out.

    `rules` limits the checks. Raises UsageError for one that does not exist.
    """
    scene = Scene(edition, glossary)
    checks = load() if rules is None else [find(rule) for rule in dict.fromkeys(rules)]
    by_state = {state: [check for check in checks if state in check.states] for state in State}
    return [finding for unit in edition.units for finding in check_unit(unit, scene, by_state[unit.state])]


def check_unit(unit: Unit, scene: Scene, checks: Collection[Check] | None = None) -> list[Finding]:
    """Findings about one unit, dismissed ones left out; for several units of one statement keep the scene."""
    dropped = dismissed(unit)
    return [
        finding
        for check in (load() if checks is None else checks)
        if unit.state in check.states and check.rule not in dropped
        for finding in check.run(unit, scene)
    ]


def dismissed(unit: Unit) -> frozenset[str]:
    """Rules that somebody set aside for exactly this text."""
    return frozenset(dismissals(unit))


def dismissals(unit: Unit) -> dict[str, Event]:
    """The events that set a rule aside for exactly this text, by the rule.

    A `dismiss` event holds the rule as the first word of its note (`number-changed: as in the
    original`) and, in `base`, the hash of the text it was said of; once the text changes, it lapses.
    An `undismiss` event takes it back.
    """
    found: dict[str, Event] = {}
    for event in unit.events:
        if event.do not in ("dismiss", "undismiss") or not event.note:
            continue
        rule = event.note.split()[0].rstrip(":,;")
        if event.do == "undismiss":
            found.pop(rule, None)
        elif event.base in ("", digest(unit.target)):
            found[rule] = event
    return found


def quoted(text: str, limit: int = 60) -> str:
    """Words of a text as messages show them: in quotation marks, on one line, not too long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= limit else line[: limit - 1] + '…'}”"
