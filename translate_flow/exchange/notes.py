"""What a reviewer is told beside a segment: how far it is, its terms, what the checks say. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..checks import by_state
from ..model import Event, Finding, Policy, Severity, State, Term, Unit
from .sheet import Note

_TONES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "plain"}
MOST = 6
"""Findings that are told beside one segment."""
_SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}


def notes(unit: Unit, terms: Iterable[Term], findings: Iterable[Finding]) -> tuple[Note, ...]:
    """The lines for one unit; `terms` are those of its source in order."""
    return (Note("state", state_line(unit)), *_terms(terms), *_findings(findings))


def state_line(unit: Unit) -> str:
    """How far the segment is and by whom, in a sentence without its full stop."""
    last = {e.do: e for e in unit.events}
    if unit.state is State.MISSING:
        return "No translation yet"
    if unit.state is State.KEPT:
        return "Stays as it is"
    if unit.state is State.STALE:
        return f"Not read since the source changed; it was: “{unit.previous}”"
    if unit.state is State.DRAFT:
        back = _newest(unit.events, ("return", "draft", "carry"))
        if back is not None and back.do == "return":
            return f"Returned by {back.by}: {back.note}"
        draft = unit.draft
        if draft is not None and draft.score is not None:
            return f"Memory match, {draft.score} %; not yet read"
        return f"Machine draft{_engine(draft)}; not yet read"
    if unit.state is State.APPROVED:
        return f"Approved by {last['approve'].by}{_day(last['approve'])}" if "approve" in last else "Approved"
    done = _newest(unit.events, ("edit", "confirm"))
    if done is None:
        return "Translated"
    return f"{'Edited' if done.do == 'edit' else 'Read, left as it was,'} by {done.by}{_day(done)}"


def _newest(events: Iterable[Event], kinds: tuple[str, ...]) -> Event | None:
    return next((e for e in reversed(tuple(events)) if e.do in kinds), None)


def _engine(draft: Event | None) -> str:
    return f" by {draft.engine or draft.by}" if draft is not None and (draft.engine or draft.by) else ""


def _day(event: Event) -> str:
    # Hyphens at which no line is broken.
    return f", {event.at[:10].replace('-', '‑')}" if event.at else ""


def _terms(terms: Iterable[Term]) -> Iterator[Note]:
    found = list(dict.fromkeys(terms))
    kept = [t.es for t in found if t.target == t.es and t.policy is not Policy.GLOSS]
    if kept:
        yield Note("term", f"Keep: {' · '.join(dict.fromkeys(kept))}")
    translated = [f"{t.es} → {t.target}" for t in found if t.target != t.es and t.policy is not Policy.GLOSS]
    if translated:
        yield Note("term", f"Terms: {' · '.join(translated)}")
    for term in found:
        if term.policy is Policy.GLOSS:
            told = f", explained at its first mention: {term.gloss}" if term.gloss else ""
            yield Note(
                "term",
                f"Keep: {term.target}{told}"
                if term.target == term.es
                else f"{term.es} → {term.target}{told}",
            )


def _findings(findings: Iterable[Finding]) -> Iterator[Note]:
    told = [f for f in findings if f.rule not in by_state()]
    # The gravest first; a reviewer is not helped by more than they can hold in mind.
    told.sort(key=lambda f: tuple(_TONES).index(f.severity))
    for finding in told[:MOST]:
        hint = f" → {finding.hint}" if finding.hint else ""
        yield Note(_TONES[finding.severity], f"{_SIGNS[finding.severity]} {finding.message}{hint}")
    if len(told) > MOST:
        yield Note("plain", f"· and {len(told) - MOST} more findings")
