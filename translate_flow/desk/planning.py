"""The page of plans, what it changes, and what can be taken from it: calendar, digest, figures."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from ..errors import UsageError
from ..files.cells import as_csv
from ..flow.planning.planned import SHOWN, Planned, forecast, mine, of_kind
from ..flow.planning.plans import KEYS, PRIORITIES, Plan, parse_due, set_plan
from ..flow.planning.sent import calendar, digest, mail
from ..flow.queries.query import plain
from ..flow.statement.labour import Labour, pace, together
from ..flow.statement.people import same_person
from ..messages import speaking
from . import messages as said
from .answers import Call
from .choices import chosen, page_of
from .desk import Desk, run_in_thread
from .pages import page
from .session import Session, session
from .views import engine_word
from .words import Locale

PAGE = 200
"""Lines on one page."""
DAYS = 31
"""Days of the figures by day that are shown; the file has all."""
FIGURES = ("person", "day", "engine")
FIGURES_PAGE = "figures"
"""What is asked for where the figures are wanted and not a list."""


async def show(request: Request) -> Response:
    """GET: every statement in every language with its plan, the most urgent first; or the figures."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    given, query = request.query_params, request.query_params.get("q", "")[:200]
    targets = desk.workspace.settings.languages.targets
    asked, wrong = chosen(given, {"show": (*SHOWN, FIGURES_PAGE), "language": targets})
    shown, language = asked["show"] or "all", asked["language"]
    rows, problems = await run_in_thread(desk.planned)
    if language:
        rows = [row for row in rows if row.summary.language == language]
    words = plain(query).split()
    hits = [
        row
        for row in rows
        if all(w in plain(f"{row.summary.name} {row.summary.title} {row.summary.language}") for w in words)
    ]
    kinds = {
        kind: [row for row in hits if of_kind(row, kind, desk.workspace, who.person, desk.errors)]
        for kind in SHOWN
    }
    found = kinds.get(shown, [])
    pages = max(1, -(-len(found) // PAGE))
    current = page_of(given, pages)
    listed = found[(current - 1) * PAGE : current * PAGE]
    desk.count_findings((r.summary.language, r.summary.name) for r in listed)
    now = {"show": shown, "language": language, "q": query}
    return page(
        request,
        who,
        "plan.html",
        shown=shown,
        query=query,
        language=language,
        not_choices=wrong,
        address=lambda **more: "/plan?" + urlencode({k: v for k, v in {**now, **more}.items() if v}),
        counts={kind: len(some) for kind, some in kinds.items()},
        rows=[_view(desk, row, who) for row in listed],
        found=len(found),
        current=current,
        pages=pages,
        problems=problems,
        figures=_figures(rows, who) if shown == FIGURES_PAGE else {},
        priorities=PRIORITIES,
        known=_people(rows),
        targets=targets,
        source=desk.workspace.settings.languages.source,
    )


def _view(desk: Desk, row: Planned, who: Session) -> dict[str, Any]:
    place = row.summary.language, row.summary.name
    return {
        "row": row,
        "plan": row.plan,
        "mine": mine(row, desk.workspace, who.person),
        "errors": desk.counts.get(place, {}).get("error", 0),
        "edit": f"/s/{place[0]}/{quote(place[1])}",
        "given": {**{k: getattr(row.plan, k) for k in KEYS}, "due": _iso(row.plan)},
        "no_pace": (sentence := forecast(row)) is not None and row.done_at is None and not row.late,
        "sentence": sentence,
    }


def _iso(plan: Plan) -> str:
    return plan.due.isoformat() if plan.due else ""


def _figures(rows: list[Planned], who: Session) -> dict[str, list[dict[str, Any]]]:
    every = [one for row in rows for one in row.summary.labour]
    found = {by: [_figure(one, by, who.locale) for one in together(every, by)] for by in FIGURES}
    found["day"] = found["day"][::-1][:DAYS]
    return found


def _figure(one: Labour, by: str, locale: Locale) -> dict[str, Any]:
    speed = pace([one])
    return {
        "name": {"person": one.by, "day": one.day, "engine": engine_word(one.engine, locale)}[by],
        "drafted": one.drafted,
        "edited": one.edited,
        "confirmed": one.confirmed,
        "reviewed": one.reviewed,
        "returned": one.returned,
        "effort": one.effort,
        "pace": round(speed) if speed else None,
    }


def _people(rows: list[Planned]) -> list[str]:
    """Everybody who has done something or is planned."""
    names = {n for row in rows for n in (*row.summary.people, row.plan.translator, row.plan.reviewer) if n}
    return sorted(names, key=str.casefold)


async def change(call: Call) -> Any:
    """POST: plan these statements (`places`: language and name): the values given, the rest stays."""
    desk = call.desk
    given, places = call.data.get("changes"), call.data.get("places")
    if not isinstance(given, dict) or not set(given) <= set(KEYS) or not given:
        raise UsageError(said.FIELD_MISSING(field="changes"))
    if not isinstance(places, list) or not places:
        raise UsageError(said.FIELD_MISSING(field="places"))
    changes = {key: _value(key, value) for key, value in given.items()}
    wanted = []
    for place in places:
        if not (isinstance(place, list) and len(place) == 2 and all(isinstance(p, str) for p in place)):
            raise UsageError(said.FIELD_MISSING(field="places"))
        language = desk.language(place[0])
        await desk.sheet(language, place[1])  # there is such a statement, and one may see it
        wanted.append((language, place[1]))

    def act() -> list[dict[str, Any]]:
        before = []
        for language, name in wanted:
            old = desk.plans().of(language, name)
            set_plan(desk.workspace, name, language, changes)
            values = {k: getattr(old, k) for k in changes}
            before.append(
                {
                    "place": [language, name],
                    "changes": values | ({"due": _iso(old)} if "due" in changes else {}),
                }
            )
        return before

    before = await run_in_thread(act)
    desk.hub.tell_about(wanted)
    _tell(call, before, changes)
    due = changes.get("due")
    return {"before": before, "past": due is not None and due < datetime.now(UTC)}


def _tell(call: Call, before: list[dict[str, Any]], changes: dict[str, Any]) -> None:
    """Tell the pages of those who have been asked to translate or review something."""
    desk, by = call.desk, call.session.person
    for one in before:
        language, name = one["place"]
        for task in ("translator", "reviewer"):
            asked = changes.get(task, "")
            if not asked or asked == one["changes"][task] or same_person(desk.workspace, asked, by):
                continue
            address = f"/{'s' if task == 'translator' else 'review'}/{language}/{quote(name)}"
            news = {"language": language, "name": name, "task": task, "by": by, "url": address}
            desk.hub.tell(None, "asked", news, partial(same_person, desk.workspace, asked))


def _value(key: str, value: Any) -> Any:
    if key == "archived":
        if not isinstance(value, bool):
            raise UsageError(said.FIELD_MISSING(field=key))
        return value
    if not isinstance(value, str):
        raise UsageError(said.FIELD_MISSING(field=key))
    if key == "due":
        return parse_due(value) if value.strip() else None
    return value.strip()[:4000]


async def taken(request: Request) -> Response:
    """GET: the calendar, the digest as text or mail, or figures as a table, as a download."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    file = request.path_params["file"]
    own = request.query_params.get("who", "") == "me"

    def make() -> tuple[bytes, str]:
        rows, _ = desk.planned()
        with speaking(who.locale.tag):
            if file == "plan.ics":
                chosen = [r for r in rows if not own or mine_at_all(desk, r, who.person)]
                return calendar(desk.workspace, chosen), "text/calendar; charset=utf-8"
            if file.startswith("digest."):
                text = digest(desk.workspace, rows, who.person if own else "")
                if file == "digest.txt":
                    return text.encode(), "text/plain; charset=utf-8"
                if file == "digest.eml":
                    return mail(desk.workspace, text), "message/rfc822"
            by = file.removeprefix("figures-by-").removesuffix(".csv")
            if by not in FIGURES:
                raise UsageError(said.NO_SUCH_FILE(file=file))
        every = [one for row in rows for one in row.summary.labour]
        made = [_figure(one, by, who.locale) for one in together(every, by)]
        heads = [by, *list(_figure(Labour("", ""), by, who.locale))[1:]]
        table = [heads, *([("" if v is None else v) for v in one.values()] for one in made)]
        return as_csv(table).encode(), "text/csv; charset=utf-8"

    data, kind = await run_in_thread(make)
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(file)}",
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(data, media_type=kind, headers=headers)


def mine_at_all(desk: Desk, row: Planned, person: str) -> bool:
    """Whether a person is planned for it, whatever is left of it."""
    names = (row.plan.translator, row.plan.reviewer)
    return any(name and same_person(desk.workspace, name, person) for name in names)


POST = {"/api/plan": change}
