"""The editor: one statement, its list of segments, its text to read and work on."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from ..catalogue.coverage import is_doubtful
from ..errors import TranslateFlowError
from ..flow.queries.find import find
from ..flow.queries.query import spoken
from ..flow.statement.omitted import sentence
from ..flow.statement.sheet import Sheet
from ..flow.statement.unsaved import Unsaved, placed, unsaved
from ..language.tags import direction
from ..messages import Message
from ..model import CONFIRMED, Kind, Unit
from .desk import Desk, run_in_thread
from .pages import long_page
from .session import session
from .views import kinds_of_terms, unit_view

LONGEST_QUERY = 400


class SegmentRow(NamedTuple):
    """A segment as the page shows it."""

    key: str
    state: str
    kind: str
    source: str
    target: str
    words: int
    """Words of the source."""
    hidden: bool
    """Whether the list's filter leaves it out."""


async def show(request: Request) -> Response:
    """GET: the whole statement; scripts bring one segment at a time to life. `q` is the list's filter."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language, name = request.path_params["language"], request.path_params["name"]
    query = spoken(request.query_params.get("q", "").strip()[:LONGEST_QUERY], who.locale.tag)
    sheet = await desk.sheet(language, name)
    waiting, lost = await run_in_thread(
        lambda: placed(unsaved(desk.workspace, name, language, who.person), sheet.units)
    )
    marks, _ = await run_in_thread(lambda: desk.privacy([name]))
    shown, wrong = await run_in_thread(lambda: _filtered(sheet, query))
    # One state of the statement for the whole page, whatever is saved while it is sent.
    state, units = sheet.state_id, tuple(sheet.units.values())
    source = desk.workspace.settings.languages.source
    omitted = sheet.edition.document.omitted if sheet.edition is not None else ()
    return long_page(
        request,
        who,
        "editor.html",
        rows=[_row(sheet, unit, shown) for unit in units],
        title=title(sheet),
        name=name,
        source=source,
        target=language,
        kinds=kinds_of_terms(who.locale),
        source_direction=direction(source),
        target_direction=direction(language),
        notice=sheet.notice,
        omitted=omitted,
        left_out=sentence(omitted),
        confidential=marks[name],
        doubtful=sum(map(is_doubtful, units)),
        lost=lost,
        query=query,
        wrong=who.locale.translate(wrong),
        states=Counter(str(unit.state) for unit in units),
        to_go=_to_go(sheet),
        # Asked for at the page's end: its beginning is not to wait for it.
        start=lambda: {
            "name": name,
            "language": language,
            "units": {unit.key: _brief(unit_view(sheet, unit)) for unit in units},
            "typing": {key: _typed(draft) for key, draft in waiting.items()},
            "state": state,
            "four_eyes": desk.workspace.settings.review.four_eyes,
            "person": who.person,
            "query": query,
            "wrong": bool(wrong),
            # A team's confidential texts leave no trace in the browser: its device may be taken.
            "lasting": not (who.account and marks[name]),
        },
        after=lambda: desk.examine(sheet),
    )


def _filtered(sheet: Sheet, query: str) -> tuple[set[str] | None, Message | None]:
    """Keys that a filter lets through, None for all; and what is wrong with the filter."""
    if not query:
        return None, None
    try:
        return set(find(sheet, query)), None
    except TranslateFlowError as error:
        return None, error.message


def _row(sheet: Sheet, unit: Unit, shown: set[str] | None) -> SegmentRow:
    segment = unit.segment
    hidden = shown is not None and unit.key not in shown
    return SegmentRow(
        unit.key,
        str(unit.state),
        str(segment.kind),
        segment.text,
        unit.target,
        sheet.words[unit.key],
        hidden,
    )


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
    return {"states": dict(states), "to_go": _to_go(sheet), "all": len(sheet.units)}


def _to_go(sheet: Sheet) -> int:
    """Words of the segments that are not confirmed."""
    return sum(sheet.words[u.key] for u in sheet.units.values() if u.state not in CONFIRMED)
