"""The editor: one statement, its list of segments, its text to read and work on."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ..flow.opened.sheet import Sheet
from ..flow.opened.unsaved import Unsaved, placed, unsaved
from ..model import CONFIRMED, Kind
from ..pages import direction
from ..text import count_words
from .desk import Desk, off
from .pages import long_page
from .session import session
from .views import unit_view


async def show(request: Request) -> Response:
    """GET: the whole statement; scripts bring one segment at a time to life."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language, name = request.path_params["language"], request.path_params["name"]
    sheet = await desk.sheet(language, name)
    waiting, lost = await off(
        lambda: placed(unsaved(desk.workspace, name, language, who.person), sheet.units)
    )
    rows = await off(lambda: _rows(sheet))
    desk.examine(sheet)
    source = desk.workspace.settings.languages.source
    return long_page(
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
        lost=lost,
        states=Counter(r["state"] for r in rows),
        to_go=sum(r["words"] for r in rows if r["open"]),
        start={
            "name": name,
            "language": language,
            "units": {r["key"]: _brief(r["view"]) for r in rows},
            "typing": {key: _typed(draft) for key, draft in waiting.items()},
            "state": sheet.state_id,
            "four_eyes": desk.workspace.settings.review.four_eyes,
            "person": who.person,
        },
    )


def _rows(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "view": unit_view(sheet, unit),
            "key": unit.key,
            "state": str(unit.state),
            "open": unit.state not in CONFIRMED,
            "source": unit.segment.text,
            "target": unit.target,
            "kind": str(unit.segment.kind),
            "words": count_words(unit.segment.text),
        }
        for unit in sheet.units.values()
    ]


def _typed(draft: Unsaved) -> dict[str, str]:
    return {"text": draft.text, "base": draft.base, "at": draft.at}


def _brief(view: dict[str, Any]) -> dict[str, Any]:
    """A unit's view without what the page says already and what is not the case."""
    return {k: v for k, v in view.items() if v not in (False, None) and k not in ("key", "target", "last")}


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
