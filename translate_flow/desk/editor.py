"""The editor: one statement, its list of segments, its text to read and work on."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ..flow.sheet import Sheet
from ..flow.unsaved import unsaved
from ..model import CONFIRMED, Kind
from ..pages import direction
from ..text import count_words
from .desk import Desk, off
from .pages import page
from .session import session
from .views import unit_view


async def show(request: Request) -> Response:
    """GET: the whole statement; scripts bring one segment at a time to life."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language, name = request.path_params["language"], request.path_params["name"]
    sheet = await desk.sheet(language, name)
    waiting = await off(lambda: unsaved(desk.workspace, name, language, who.person))
    rows = await off(lambda: _rows(sheet))
    desk.examine(sheet)
    source = desk.workspace.settings.languages.source
    return page(
        request,
        who,
        "editor.html",
        rows=rows,
        title=title(sheet),
        name=name,
        source=source,
        target=language,
        source_direction=direction(source),
        target_direction=direction(language),
        notice=sheet.notice,
        look=f"/review/{language}/{quote(name)}",
        progress=progress(sheet),
        start={
            "name": name,
            "language": language,
            "units": {r["view"]["key"]: r["view"] for r in rows},
            "typing": {k: {"text": u.text, "base": u.base, "at": u.at} for k, u in waiting.items()},
            "state": sheet.state_id,
            "four_eyes": desk.workspace.settings.review.four_eyes,
            "person": who.person,
        },
    )


def _rows(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "view": unit_view(sheet, unit),
            "source": unit.segment.text,
            "kind": str(unit.segment.kind),
            "level": unit.segment.level,
            "words": count_words(unit.segment.text),
        }
        for unit in sheet.units.values()
    ]


def title(sheet: Sheet) -> str:
    """The statement's title in its own language, or else its name."""
    if sheet.edition is not None and sheet.edition.document.title:
        return sheet.edition.document.title
    titles = (u.segment.text for u in sheet.units.values() if u.segment.kind is Kind.TITLE)
    return next(titles, sheet.name)


def progress(sheet: Sheet) -> dict[str, Any]:
    """Segments by state, and words to go."""
    states = Counter(str(u.state) for u in sheet.units.values())
    to_go = sum(count_words(u.segment.text) for u in sheet.units.values() if u.state not in CONFIRMED)
    return {"states": dict(states), "to_go": to_go, "all": len(sheet.units)}
