"""One segment looked at from all sides, with the text as saved or as it is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..catalogue.states import CHANGES
from ..language.text import count_words, digest
from ..model import Event, Finding, Match, State, Unit
from ..review.tracked import DiffRun
from .statement.sheet import Sheet


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text the segment once had."""

    id: str
    """Id of the event that set it."""
    at: str
    by: str
    do: str
    text: str
    """The translation."""
    engine: str = ""


@dataclass(frozen=True, slots=True)
class TermSeen:
    """A glossary term of the source and what the text makes of it."""

    match: Match
    """Its first place in the source."""
    wanted: int
    """How often it is in the source."""
    status: str
    """`used`, `unused` (too seldom), `forbidden` (something wrong is there, or it has wrong capitals)."""
    right: tuple[tuple[int, int], ...]
    """Where the text has it."""
    wrong: tuple[tuple[int, int], ...]
    """Where the text has something wrong for it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to say of a text for a segment."""

    unit: Unit
    """The unit with that text."""
    findings: tuple[Finding, ...]
    terms: tuple[TermSeen, ...]
    matches: tuple[Match, ...]
    """Terms in the source, in text order."""
    against: str
    """Id of the version it is compared with; empty if there is none."""
    pieces: tuple[DiffRun, ...]
    """What changed since that version."""
    similarity: int | None
    """How alike the two are, percent."""
    words: int
    characters: int
    remedies: tuple[str | None, ...] = ()
    """For each finding the text with it put right, where that is certain."""


def look(sheet: Sheet, key: str, text: str | None = None, against: str = "") -> Look:
    """Look at a unit; `text` stands for a translation not yet saved, `against` is an event's id.

    Compared with the machine draft if no version is named. Raises UsageError, GlossaryError.
    """
    unit = sheet.units.get(key) or sheet.work.unit(key)
    if text is not None and text != unit.target:
        state = State.TRANSLATED if text.strip() else State.MISSING
        unit = replace(unit, target=text, state=state)
        findings = sheet.check(unit)
    else:
        findings = sheet.finding(unit.key)
    scene = sheet.scene()
    base = version(unit, against)
    pieces: tuple[DiffRun, ...] = ()
    alike = None
    if base is not None:
        from ..review import diff, similarity

        pieces, alike = diff(base.text, unit.target), similarity(base.text, unit.target)
    terms = []
    matches = tuple(scene.matches(unit))
    for use in scene.terms(unit):
        first = next(m for m in matches if m.term == use.term)
        wrong = (*use.wrong, *use.other_case)
        status = "used" if use.right else "forbidden" if wrong else "unused"
        terms.append(TermSeen(first, use.wanted, status, use.there, wrong))
    return Look(
        unit,
        findings,
        tuple(terms),
        matches,
        base.id if base else "",
        pieces,
        alike,
        count_words(unit.target),
        len(unit.target),
        tuple(sheet.remedy(unit, finding) for finding in findings),
    )


def versions(events: Sequence[Event]) -> list[EarlierText]:
    """The texts a segment had, newest first; one that repeats its forerunner is left out."""
    found: list[EarlierText] = []
    for event in events:
        if event.do in CHANGES and event.text and (not found or found[-1].text != event.text):
            found.append(EarlierText(event.id, event.at, event.by, event.do, event.text, event.engine))
    return found[::-1]


def version(unit: Unit, wanted: str) -> EarlierText | None:
    """The version with that event id; else the machine's draft the text descends from; else None."""
    if wanted:
        found = next((v for v in versions(unit.events) if v.id == wanted), None)
        if found is not None:
            return found
    draft = unit.draft
    if draft is None or draft.text is None:
        return None
    return EarlierText(draft.id, draft.at, draft.by, draft.do, draft.text, draft.engine)


def text_of(unit: Unit, base: str) -> str | None:
    """The text with that digest, present or past; None if the history does not have it."""
    if base == digest(unit.target):
        return unit.target
    return next((e.text for e in reversed(unit.past) if e.text and digest(e.text) == base), None)
