"""Review mode: what changed since the draft, or since one last looked; the riskiest first."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ..catalogue.coverage import is_doubtful
from ..checks import by_state
from ..errors import UsageError
from ..flow.editing.edit import last_hand
from ..flow.editing.many import Approved, approve_many
from ..flow.look import versions
from ..flow.reviewing.looked import last_look, looked
from ..flow.reviewing.remarks import dismiss
from ..flow.reviewing.second_look import ReviewItem, second_look
from ..flow.statement.acts import one_act
from ..flow.statement.gate import stopping
from ..flow.statement.people import same_person
from ..flow.statement.sheet import Sheet
from ..flow.statement.work import Work
from ..language.tags import direction
from ..model import State
from ..review import CLASSES
from ..review.tracked import DiffRun
from ..settings import Review
from .answers import Call
from .choices import chosen
from .desk import Desk, run_in_thread
from .editor import progress, title
from .messages import FIELD_MISSING
from .pages import page
from .session import Session, session
from .views import base_of, finding_view

SHOWN = ("waiting", "since", "all")
"""What the page can show."""
MOST = 200
"""Segments on one page; the rest comes when these are done."""


async def show(request: Request) -> Response:
    """GET: the segments a reviewer has to look at."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language, name = request.path_params["language"], request.path_params["name"]
    sheet = await desk.sheet(language, name)
    choice, wrong = chosen(request.query_params, {"show": SHOWN})
    asked = choice["show"] or "waiting"
    mark = await run_in_thread(lambda: last_look(desk.workspace, name, language, who.person))
    since = mark if asked == "since" else ""
    mine = cache(lambda writer: same_person(desk.workspace, writer, who.person))
    items = await run_in_thread(lambda: second_look(sheet, since=since, everything=asked == "all", own=mine))
    waiting = (u for u in sheet.units.values() if u.state is State.TRANSLATED)
    own = sum(mine(last_hand(unit)) for unit in waiting) if asked == "waiting" else 0
    marks, _ = await run_in_thread(lambda: desk.privacy([name]))
    rules = desk.workspace.settings.review
    source = desk.workspace.settings.languages.source
    return page(
        request,
        who,
        "review.html",
        items=[_view(item, who, mine(item.by), rules) for item in items[:MOST]],
        own=own,
        more=max(0, len(items) - MOST),
        classes=Counter(kind for item in items for kind in item.classes),
        order=list(CLASSES),
        asked=asked,
        not_choices=wrong,
        mark=mark,
        title=title(sheet),
        name=name,
        source=source,
        target=language,
        edit=f"/s/{language}/{quote(name)}",
        source_direction=direction(source),
        target_direction=direction(language),
        progress=progress(sheet),
        confidential=marks[name],
        start={"name": name, "language": language, "event": _newest(sheet)},
    )


def _newest(sheet: Sheet) -> str:
    return max((e.id for unit in sheet.units.values() for e in unit.events), default="")


def _view(item: ReviewItem, who: Session, own: bool, rules: Review) -> dict[str, Any]:
    return {
        "key": item.unit.key,
        "base": base_of(item.unit),
        "state": str(item.unit.state),
        "waiting": item.waiting,
        "source": item.unit.segment.text,
        "text": item.unit.target,
        "pieces": item.edit.pieces,
        "before": _side(item.edit.pieces, "insert"),
        "after": _side(item.edit.pieces, "delete"),
        "changed": item.edit.changed,
        "compared": bool(item.edit.draft),
        "classes": item.classes,
        "findings": [finding_view(f, who.locale) for f in item.findings if f.rule not in by_state()],
        "by": next((e.by for e in reversed(item.unit.events) if e.do in ("edit", "confirm")), item.by),
        "own": own,
        "barred": own and rules.four_eyes,
        "faulty": bool(stopping(item.findings, rules)),
        "doubtful": is_doubtful(item.unit),
        "comments": sum(e.do == "comment" for e in item.unit.events),
        "versions": len(versions(item.unit.events)),
    }


def _side(pieces: tuple[DiffRun, ...], leave_out: str) -> list[DiffRun]:
    return [p for p in pieces if p.op != leave_out]


async def approve(call: Call) -> Any:
    """POST: approve several segments, each for exactly the text that was shown."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    bases = call.data.get("bases")
    if not isinstance(bases, dict) or not bases or not all(isinstance(b, str) for b in bases.values()):
        raise UsageError(FIELD_MISSING(field="bases"))
    known = {key: base for key, base in bases.items() if key in sheet.units}
    person = call.session.person
    with_errors, why = call.data.get("with_errors") is True, call.text("why", "").strip()

    findings = await run_in_thread(lambda: {key: sheet.finding(key) for key in known})

    def act(work: Work) -> Approved:
        with one_act():
            return approved(work)

    def approved(work: Work) -> Approved:
        done = approve_many(
            work,
            person,
            keys=list(known),
            bases=known,
            with_errors=with_errors,
            findings=findings,
        )
        if why:
            for unit in done.approved:
                for rule in dict.fromkeys(f.rule for f in stopping(findings[unit.key], review)):
                    dismiss(work, unit.key, person, rule, why)
        return done

    review = sheet.work.workspace.settings.review
    done = await call.desk.change(sheet, act)
    translate = call.session.locale.translate
    return {
        "approved": [u.key for u in done.approved],
        "refused": {key: translate(reason) for key, reason in done.refused},
        "faulty": {
            key: [finding_view(f, call.session.locale) for f in stopping(findings[key], review)]
            for key, _ in done.faulty
        },
    }


async def seen(call: Call) -> Any:
    """POST: this person has looked at everything up to that event."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    event, person = call.text("event")[:40], call.session.person
    await run_in_thread(lambda: looked(call.desk.workspace, sheet.name, sheet.language, person, event))
    return {}
