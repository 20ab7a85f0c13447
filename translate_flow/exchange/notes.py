"""What a reviewer sees beside a segment: how far it is, its terms, what the checks say. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..checks import by_state
from ..messages import Message, Template, Value, say
from ..model import Event, Finding, Policy, Severity, State, Term, Unit
from . import messages
from .sheet import ReviewerNote

_TONES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "plain"}
MOST = 6
"""Findings that are shown beside one segment."""
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "·"}


def notes(unit: Unit, terms: Iterable[Term], findings: Iterable[Finding]) -> tuple[ReviewerNote, ...]:
    """The lines for one unit, in the language that is spoken; `terms` are those of its source in order."""
    return (ReviewerNote("state", say(state_line(unit))), *_terms(terms), *_findings(findings))


def state_line(unit: Unit) -> Message:
    """How far the segment is and by whom, in a sentence without its full stop."""
    last = {e.do: e for e in unit.events}
    if unit.state is State.MISSING:
        return messages.NO_TRANSLATION()
    if unit.state is State.KEPT:
        keep = last.get("keep")
        return _signed(keep, messages.KEPT_BY, messages.KEPT_ON) if keep else messages.KEPT()
    if unit.state is State.STALE:
        done = _newest(unit.events, ("edit", "confirm", "approve"))
        if done is None:
            return messages.STALE(source=unit.previous)
        return _signed(done, messages.STALE_BY, messages.STALE_ON, source=unit.previous)
    if unit.state is State.DRAFT:
        return _draft(unit)
    if unit.state is State.APPROVED:
        if "approve" not in last:
            return messages.APPROVED()
        return _signed(last["approve"], messages.APPROVED_BY, messages.APPROVED_ON)
    done = _newest(unit.events, ("edit", "confirm"))
    if done is None:
        return messages.TRANSLATED()
    if done.do == "edit":
        return _signed(done, messages.EDITED_BY, messages.EDITED_ON)
    return _signed(done, messages.CONFIRMED_BY, messages.CONFIRMED_ON)


def _draft(unit: Unit) -> Message:
    """Whose text it is that nobody has confirmed."""
    back = _newest(unit.events, ("return", "draft", "carry", "edit"))
    if back is not None and back.do == "return":
        return _signed(back, messages.RETURNED, messages.RETURNED_ON, note=back.remark)
    if back is not None and back.do == "edit":
        return _signed(back, messages.UNFINISHED_BY, messages.UNFINISHED_ON)
    draft = unit.draft
    if draft is None:
        return messages.MACHINE_DRAFT()
    if draft.score is not None:
        return _signed(draft, messages.MEMORY_MATCH, messages.MEMORY_MATCH_ON, score=draft.score)
    engine = draft.engine or draft.by
    return _signed(draft, messages.MACHINE_DRAFT_BY, messages.MACHINE_DRAFT_ON, engine=engine)


def decision(unit: Unit) -> Event | None:
    """The event that brought the unit into its present state; None if nobody did."""
    kinds = {State.APPROVED: ("approve",), State.KEPT: ("keep",)}
    every = ("draft", "edit", "confirm", "return", "carry", "approve")
    return _newest(unit.events, kinds.get(unit.state, every)) if unit.target.strip() else None


def _newest(events: Iterable[Event], kinds: tuple[str, ...]) -> Event | None:
    return next((e for e in reversed(tuple(events)) if e.do in kinds), None)


def _signed(event: Event, by: Template, on: Template, **more: Value) -> Message:
    """Who did it, where the sentence says so, and on which day if that is known."""
    if "person" in by.slots:
        more["person"] = event.by
    # Hyphens at which no line is broken.
    return on(day=event.at[:10].replace("-", "‑"), **more) if event.at else by(**more)


def _terms(terms: Iterable[Term]) -> Iterator[ReviewerNote]:
    found = list(dict.fromkeys(terms))
    kept = [t.es for t in found if t.target == t.es and t.policy is not Policy.GLOSS]
    if kept:
        yield ReviewerNote("term", say(messages.KEEP(terms=" · ".join(dict.fromkeys(kept)))))
    translated = [f"{t.es} → {t.target}" for t in found if t.target != t.es and t.policy is not Policy.GLOSS]
    if translated:
        yield ReviewerNote("term", say(messages.TERMS(terms=" · ".join(translated))))
    for term in found:
        if term.policy is Policy.GLOSS:
            kept_term = term.target == term.es
            shown: Message | str = term.target if kept_term else f"{term.es} → {term.target}"
            if term.gloss:
                shown = messages.EXPLAINED(term=shown, gloss=term.gloss)
            yield ReviewerNote("term", say(messages.KEEP(terms=shown) if kept_term else shown))


def _findings(findings: Iterable[Finding]) -> Iterator[ReviewerNote]:
    shown = [f for f in findings if f.rule not in by_state()]
    # The gravest first; a reviewer is not helped by more than they can hold in mind.
    shown.sort(key=lambda f: tuple(_TONES).index(f.severity))
    for finding in shown[:MOST]:
        hint = f" → {say(finding.hint)}" if finding.hint else ""
        said = f"{_MARKS[finding.severity]} {say(finding.message)}{hint}"
        yield ReviewerNote(_TONES[finding.severity], said)
    if len(shown) > MOST:
        yield ReviewerNote("plain", say(messages.MORE_FINDINGS(n=len(shown) - MOST)))
