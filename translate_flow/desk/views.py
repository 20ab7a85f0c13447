"""Units, looks and versions in the shape the page's scripts get them in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from ..catalogue.coverage import is_doubtful, is_returned
from ..catalogue.threads import threads
from ..checks import by_state
from ..flow.drafts.recall import ENGINE
from ..flow.editing.marks import marks_of_source
from ..flow.look import Look, versions
from ..flow.statement.sheet import Sheet
from ..glossary.kinds import KINDS
from ..glossary.messages import kind_name
from ..language.text import count_words, digest
from ..markup.notes import note_message
from ..messages import Message, say_in
from ..model import Event, Finding, State, Term, Unit
from ..review.tracked import DiffRun
from .messages import FROM_MEMORY
from .words import Locale

VISIBLE = frozenset(
    {"draft", "edit", "confirm", "approve", "return", "carry", "keep", "dismiss", "undismiss", "undo", "kind"}
)
"""Events the history shows; comments stand in their own place."""


def base_of(unit: Unit) -> str:
    """Digest of the present translation, which a save must name."""
    return digest(unit.target)


def unit_view(sheet: Sheet, unit: Unit) -> dict[str, Any]:
    """What the list and the text show of a unit."""
    last = next((e for e in reversed(unit.events) if e.do in VISIBLE), None)
    findings = sheet.findings.get(unit.key)
    return {
        "key": unit.key,
        "state": str(unit.state),
        "returned": is_returned(unit) and unit.state in (State.DRAFT, State.STALE),
        "doubtful": is_doubtful(unit),
        "target": unit.target,
        "base": base_of(unit),
        "comments": sum(e.do == "comment" for e in unit.events),
        "events": len(unit.past),
        "findings": None if findings is None else counted(findings),
        "last": None if last is None else {"by": last.by, "do": last.do, "at": last.at},
    }


def counted(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each severity; those that only repeat the state are left out."""
    return dict(Counter(str(f.severity) for f in findings if f.rule not in by_state()))


def look_view(found: Look, locale: Locale) -> dict[str, Any]:
    """What changes as one types: findings, terms, difference, counts."""
    return {
        "findings": [
            finding_view(f, locale) | {"remedy": remedy}
            for f, remedy in zip(found.findings, found.remedies, strict=True)
            if f.rule not in by_state()
        ],
        "terms": [
            {
                **term_view(seen.match.term, locale),
                "form": seen.match.form,
                "wanted": seen.wanted,
                "status": seen.status,
                "right": seen.right,
                "wrong": seen.wrong,
            }
            for seen in found.terms
        ],
        "against": found.against,
        "pieces": pieces_view(found.pieces),
        "similarity": found.similarity,
        "words": found.words,
        "characters": found.characters,
        "state": str(found.unit.state),
    }


def segment_view(sheet: Sheet, found: Look, locale: Locale) -> dict[str, Any]:
    """All there is to know of a segment when one begins to work on it."""
    unit = sheet.units[found.unit.key]
    draft = unit.draft
    back = next((e for e in reversed(unit.events) if e.do == "return"), None)
    return {
        **unit_view(sheet, unit),
        "look": look_view(found, locale),
        "spans": [{"start": m.start, "end": m.end, "term": found_term(found, m.term)} for m in found.matches],
        "previous": unit.previous,
        "source_pieces": _source_pieces(unit),
        "note": locale.translate(note_message(unit.segment.note)),
        "engine": "" if draft is None else engine_word(draft.engine or draft.by, locale),
        "words": count_words(unit.segment.text),
        "return": None if back is None or not is_returned(unit) else event_view(back, locale),
        "versions": [
            {"id": v.id, "at": v.at, "by": engine_word(v.engine, locale) or v.by, "do": v.do, "text": v.text}
            for v in versions(unit.events)
        ],
        "history": [
            event_view(e, locale) | {"undone": e in unit.undone and e.do != "undo"}
            for e in reversed(unit.past)
            if e.do in VISIBLE
        ],
        "threads": threads_view(unit, locale),
        "aside": _aside(unit, locale),
        "marks": marks_of_source(sheet.format, unit.segment.text),
    }


def threads_view(unit: Unit, locale: Locale) -> list[dict[str, Any]]:
    """What was said of a unit, and answered; a note it was sent back with can be answered like a comment."""
    found = threads(unit)
    shown = {
        e.id: {**event_view(e, locale), "number": 0, "returned": True, "replies": [], "resolved": None}
        for e in unit.events
        if e.do == "return" and e.remark
    }
    for thread in found:
        answers = [event_view(e, locale) for e in (thread.first, *thread.replies)]
        note = shown.get(thread.first.origin)
        if note is not None:
            note["replies"] += answers
        else:
            resolved = None if thread.resolved is None else event_view(thread.resolved, locale)
            shown[thread.first.id] = {
                **answers[0], "number": thread.number, "returned": False, "replies": answers[1:], "resolved": resolved
            }  # fmt: skip
    return [shown[key] for key in sorted(shown)]


def _aside(unit: Unit, locale: Locale) -> list[dict[str, str]]:
    """The checks dismissed for the present text: what each looks for, why it was, by whom and when."""
    from ..checks import dismissals

    return [
        {
            "rule": rule,
            "message": locale.translate(descriptions().get(rule, rule)),
            "why": event.note,
            "by": event.by,
            "at": event.at,
        }
        for rule, event in dismissals(unit).items()
    ]


def _source_pieces(unit: Unit) -> list[tuple[str, str]]:
    """What changed in the source since the translation was made."""
    if not unit.previous:
        return []
    from ..review import diff

    return pieces_view(diff(unit.previous, unit.segment.text))


def found_term(found: Look, term: Term) -> int:
    """Place of a term among the look's terms; -1 if it is not there."""
    return next((n for n, seen in enumerate(found.terms) if seen.match.term == term), -1)


def finding_view(finding: Finding, locale: Locale) -> dict[str, Any]:
    """A finding, said in the interface's language; the plain text of a third party's check as it is."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": say_in(locale.tag, finding.message),
        "hint": say_in(locale.tag, finding.hint),
        "span": finding.span,
    }


@cache
def descriptions() -> dict[str, Message | str]:
    """What each check looks for, by its rule."""
    from ..checks import load

    return {check.rule: check.description for check in load()}


def term_view(term: Term, locale: Locale) -> dict[str, Any]:
    """A row of the glossary."""
    return {
        "es": term.es,
        "target": term.target,
        "policy": str(term.policy),
        "kind": locale.translate(kind_name(term.kind)),
        "gloss": term.gloss,
        "note": term.note,
        "accepted": term.accepted,
        "forbidden": term.forbidden,
    }


def kinds_of_terms(locale: Locale) -> list[tuple[str, str]]:
    """The kinds a term can have, and what each is called; none first."""
    named = sorted(((kind, locale.translate(kind_name(kind))) for kind in KINDS), key=lambda pair: pair[1])
    return [("", "–"), *named]


def event_view(event: Event, locale: Locale) -> dict[str, Any]:
    """A line of the journal; a note that no person wrote is said in the interface's language."""
    return {
        "id": event.id,
        "at": event.at,
        "by": engine_word(event.engine, locale) if event.do == "draft" and event.engine else event.by,
        "do": event.do,
        "text": event.text,
        "note": say_in(locale.tag, event.remark),
        "to": event.origin if event.do == "comment" else "",
    }


def engine_word(engine: str, locale: Locale) -> str:
    """What an engine is called on a page; the memory, or a draft that is partly from it, has no name of its own."""
    first, plus, rest = engine.partition("+")
    return f"{locale.translate(FROM_MEMORY())}{plus}{rest}" if first == ENGINE else engine


def pieces_view(pieces: Iterable[DiffRun]) -> list[tuple[str, str]]:
    """A difference as pairs of operation and text."""
    return [(p.op, p.text) for p in pieces]
