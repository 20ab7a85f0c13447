"""A statement's timeline: what was done, by whom; undone and done again; any two moments compared."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from ..flow.editing.undo import AGAIN, Place, UndoneAct, everywhere, holding, newest, undo_in
from ..flow.reviewing.timeline import Changed, Moment, between_moments, counted, moment, timeline, undoable
from ..flow.statement.acts import Act, new_act
from ..flow.statement.sheet import Sheet
from ..language.tags import direction
from .answers import Call
from .choices import page_of
from .desk import Desk, run_in_thread
from .editor import progress, title
from .pages import page
from .session import session
from .views import engine_word, pieces_view
from .words import Locale

PAGE = 100
"""Acts on one page."""
MOST = 500
"""Segments of a comparison that are shown."""
BEGINNING = "0"
"""In an address: the moment before anything was done."""


async def show(request: Request) -> Response:
    """GET: the acts, the latest first; with `since`, what changed from then until `until` or now."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language, name = request.path_params["language"], request.path_params["name"]
    sheet = await desk.sheet(language, name)
    asked = request.query_params
    since, until = asked.get("since", "")[:40], asked.get("until", "")[:40]
    acts = await run_in_thread(lambda: timeline(sheet.work))
    pages = max(1, -(-len(acts) // PAGE))
    current = page_of(asked, pages)
    changes = await run_in_thread(lambda: _changes(sheet, since, until)) if since else None
    numbers = {key: n for n, key in enumerate(sheet.units, 1)}
    source = desk.workspace.settings.languages.source
    here = f"/timeline/{language}/{quote(name)}"
    known = {act.name: act for act in acts}
    return page(
        request,
        who,
        "timeline.html",
        acts=[_view(act, numbers, who.locale) for act in acts[(current - 1) * PAGE : current * PAGE]],
        changes=None if changes is None else [_change(c, numbers) for c in changes[:MOST]],
        more=0 if changes is None else max(0, len(changes) - MOST),
        since=since,
        until=until,
        earlier=known.get(since),
        later=known.get(until),
        current=current,
        pages=pages,
        address=lambda **other: f"{here}?{urlencode({k: v for k, v in other.items() if v})}",
        title=title(sheet),
        name=name,
        source=source,
        target=language,
        edit=f"/s/{language}/{quote(name)}",
        source_direction=direction(source),
        target_direction=direction(language),
        progress=progress(sheet),
        start={"name": name, "language": language, "numbers": numbers},
    )


def _changes(sheet: Sheet, since: str, until: str) -> list[Changed]:
    earlier = Moment("", event=BEGINNING) if since == BEGINNING else moment(sheet.work, since)
    return between_moments(sheet.work, earlier, moment(sheet.work, until))


def _view(act: Act, numbers: dict[str, int], locale: Locale) -> dict[str, Any]:
    by = engine_word(act.events[0].engine, locale) or act.by if act.deeds == ("draft",) else act.by
    return {
        "name": act.name,
        "at": act.at,
        "by": by,
        "deeds": counted(act),
        "notes": [e.note for e in act.events if e.note][:1],
        "places": [numbers[key] for key in act.keys if key in numbers],
        "first": next((key for key in act.keys if key in numbers), ""),
        "count": len(act.keys),
        "undone": act.undone,
        "undoable": undoable(act),
        "undoes": act.undoes,
        "again": not act.undoes or act.events[0].rule == AGAIN,
    }


def _change(found: Changed, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "key": found.key,
        "number": numbers.get(found.key, 0),
        "source": found.source,
        "pieces": found.pieces,
        "states": [str(state) for state in found.states],
    }


async def act(call: Call) -> Any:
    """GET: what one act changed, paragraph by paragraph."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    name = call.text("act")

    def find() -> list[Changed]:
        return between_moments(sheet.work, moment(sheet.work, name, before=True), moment(sheet.work, name))

    numbers = {key: n for n, key in enumerate(sheet.units, 1)}
    changed = await run_in_thread(find)
    return {
        "changes": [{**_change(c, numbers), "pieces": pieces_view(c.pieces)} for c in changed[:MOST]],
        "more": max(0, len(changed) - MOST),
    }


async def undo(call: Call) -> Any:
    """POST: undo an act, or with `again` do again what was undone; the person's last one here unless `act` names one.

    An act that was done in several statements is undone in all of them.
    """
    desk, person = call.desk, call.session.person
    language, statement = desk.language(call.text("language")), call.text("name")
    name, again = call.text("act", ""), call.data.get("again") is True
    if not name:
        here = [(language, statement)]
        name, _ = await run_in_thread(lambda: newest(desk.workspace, here, person, again=again))
    places = await run_in_thread(lambda: holding(desk.workspace, everywhere(desk.workspace), name))
    done = await taken_back(desk, places, name, person, call.text("tab", ""))
    translate = call.session.locale.translate
    return {
        "act": done.act,
        "undo": done.name,
        "deeds": done.deeds,
        "keys": [t.key for t in done.done if (t.language, t.statement) == (language, statement)],
        "done": len(done.done),
        "statements": len({(t.language, t.statement) for t in done.done}),
        "refused": [{"statement": t.statement, "key": t.key, "why": translate(t.why)} for t in done.refused],
    }


async def taken_back(desk: Desk, places: list[Place], name: str, person: str, tab: str) -> UndoneAct:
    """Undo an act in the open statements, and tell their pages."""
    token, found = new_act(), None
    for language, statement in places:
        sheet = await desk.sheet(language, statement)
        made = await desk.change(sheet, lambda work: undo_in([work], name, person, token=token), tab)
        desk.examine(sheet)
        found = made if found is None else found.with_more(made)
    assert found is not None
    return found
