"""What the screen shows of a segment, as titled rich texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.text import Text

from ..checks import by_state
from ..flow.look import Look, TermSeen
from ..memory import MemoryMatch
from ..messages import say
from ..model import ICONS, Event, Finding, Match, State, Unit
from ..model.messages import KIND, STATE
from ..review import similarity
from ..review.diff import diff
from ..review.marking import printable
from ..review.tracked import DiffRun
from . import messages as texts
from .walk import Walk

_COLOURS = {
    "missing": "red",
    "draft": "yellow",
    "stale": "magenta",
    "translated": "blue",
    "approved": "green",
    "kept": "dim",
}
_SIGNS = {"error": ("✗", "red"), "warning": ("!", "yellow"), "info": ("·", "dim")}
_OPS = {"equal": "", "insert": "green underline", "delete": "red strike"}
_STATUS = {"used": ("✓", "green"), "unused": ("✗", "yellow"), "forbidden": ("✗", "red")}


class ScreenSection(NamedTuple):
    """A part of the screen."""

    title: str
    text: Text


def head(walk: Walk) -> Text:
    """Where one holds, in a line; what matters most first, since a narrow screen cuts off the end."""
    unit, (name, key) = walk.unit, walk.place
    text = Text(f" {walk.at + 1}/{len(walk.places)} ", "bold")
    text.append(f" {ICONS[unit.state]} {say(STATE[unit.state]())} ", _COLOURS[unit.state])
    text.append(f" {say(KIND[unit.segment.kind]())} {key} ")
    text.append(f" {name} → {walk.language} ", "bold")
    text.append(f" {say(texts.LEFT(n=walk.left()))}", "dim")
    if walk.query:
        text.append(f"  {say(texts.FILTER(query=walk.query))}", "dim")
    return text


def sections(walk: Walk) -> Iterator[ScreenSection]:
    """All there is to say of the present segment, most wanted first. Raises GlossaryError."""
    seen = walk.look()
    unit = seen.unit
    yield ScreenSection(say(texts.SOURCE()), _source(unit, seen.matches))
    if unit.previous:
        changes = diff(unit.previous, unit.segment.text)
        yield ScreenSection(say(texts.SOURCE_CHANGED()), _pieces(changes, ""))
    yield from _texts(seen)
    typed = walk.typed()
    if typed is not None:
        yield ScreenSection(say(texts.TYPED()), Text(printable(typed.text), "italic"))
    found = [f for f in seen.findings if f.rule not in by_state()]
    if unit.state in (State.DRAFT, State.STALE) and (risk := walk.risk()).reasons:
        repeated = {f.message for f in found}
        others = [say(reason).rstrip(".") for reason in risk.reasons if reason not in repeated]
        title = say(texts.RISK(percent=f"{risk.score:.0%}"))
        yield ScreenSection(title, Text("; ".join(others) or say(texts.SEE_FINDINGS())))
    if found:
        yield ScreenSection(say(texts.FINDINGS()), _joined(map(_finding, found)))
    if seen.terms:
        yield ScreenSection(say(texts.TERMS()), _terms(seen.terms))
    if hits := walk.matches():
        shown = (_hit(n, hit, unit) for n, hit in enumerate(hits, 1))
        yield ScreenSection(say(texts.MEMORY()), _joined(shown))
    if said := [e for e in unit.events if e.do in ("comment", "return") and e.remark]:
        yield ScreenSection(say(texts.COMMENTS()), _joined(map(_remark, said)))


def _source(unit: Unit, matches: Iterable[Match]) -> Text:
    text = Text(printable(unit.segment.text))
    for match in matches:
        text.stylize("bold cyan", match.start, match.end)
    return text


def _texts(seen: Look) -> Iterator[ScreenSection]:
    """The draft and the present text; as one if nobody changed it."""
    unit, draft = seen.unit, seen.unit.draft
    made = say(texts.DRAFT_BY(engine=_maker(draft)) if draft is not None else texts.TRANSLATION())
    if not unit.target:
        yield ScreenSection(say(texts.TRANSLATION()), Text(say(texts.NONE_YET()), "dim italic"))
    elif draft is None or draft.text is None or not any(p.op != "equal" for p in seen.pieces):
        yield ScreenSection(made, Text(printable(unit.target)))
    else:
        alike = seen.similarity
        now = texts.NOW() if alike is None else texts.NOW_ALIKE(percent=alike)
        yield ScreenSection(made, _pieces(seen.pieces, "insert"))
        yield ScreenSection(say(now), _pieces(seen.pieces, "delete"))


def _maker(draft: Event) -> str:
    return (draft.engine or draft.by) + (f", {draft.score} %" if draft.score is not None else "")


def _pieces(pieces: Iterable[DiffRun], left_out: str) -> Text:
    text = Text()
    for piece in pieces:
        if piece.op != left_out:
            text.append(printable(piece.text), _OPS[piece.op])
    return text


def _finding(finding: Finding) -> Text:
    sign, colour = _SIGNS[finding.severity]
    text = Text.assemble((f"{sign} {finding.rule} ", colour), printable(say(finding.message)))
    text.append(f" → {printable(say(finding.hint))}" if finding.hint else "", "green")
    return text


def _terms(seen: Iterable[TermSeen]) -> Text:
    """What is amiss first, a line each; then what is right, in one go."""
    seen = list(seen)
    lines = [_term(t) for t in seen if t.status != "used"]
    if right := [t for t in seen if t.status == "used"]:
        lines.append(Text(" · ").join(_term(t) for t in right))
    return _joined(lines)


def _term(seen: TermSeen) -> Text:
    sign, colour = _STATUS[seen.status]
    term = seen.match.term
    kept = term.target == term.es
    what = say(texts.KEPT(term=term.es)) if kept else f"{term.es} → {term.target}"
    text = Text.assemble((f"{sign} ", colour), printable(what))
    if seen.status != "used" and (term.gloss or term.note):
        text.append(f"  {printable(term.gloss or term.note)}", "dim")
    return text


def _hit(number: int, hit: MemoryMatch, unit: Unit) -> Text:
    text = Text.assemble((f"{number} ", "bold"), (f"{min(hit.score, 100)} % ", "cyan"), printable(hit.target))
    where = ", ".join(filter(None, (hit.document, hit.person)))
    if hit.source != unit.segment.text:
        where = f"{where}: {printable(hit.source)}"
    elif unit.target:
        where = say(texts.LIKE_PRESENT(where=where, percent=similarity(unit.target, hit.target)))
    return text.append(f"\n  {where}", "dim")


def _remark(event: Event) -> Text:
    verb = texts.RETURNED_ON if event.do == "return" else texts.SAID_ON
    who, when = (f"{event.by} ", "bold"), (say(verb(date=event.at[:10])), "dim")
    return Text.assemble(who, when, printable(say(event.remark)))


def _joined(parts: Iterable[Text]) -> Text:
    return Text("\n").join(parts)
