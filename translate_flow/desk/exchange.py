"""The page of what goes out to reviewers and comes back, and of what the memory holds."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ..errors import UsageError
from ..exchange import FORMS
from ..flow import handing
from ..flow.exchange import ImportedReview, Way
from ..flow.memory import opened, search, stats
from ..model import Event
from ..workspace.access import EVERYTHING, present
from .answers import Call
from .choices import chosen
from .desk import Desk, run_in_thread
from .messages import FIELD_MISSING
from .pages import page
from .session import session

_HITS = 50
"""Segments of the memory that are shown."""
SIDES = ("both", "source", "target")
"""Where the memory can be searched."""
_OPEN = frozenset({"asked", "stale", "refused", "unknown"})
"""Outcomes of rows that a person has to decide on."""


async def show(request: Request) -> Response:
    """GET: the page; with `q` also what the memory has of these words."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language = desk.language(request.path_params["language"])
    query = request.query_params.get("q", "")[:200]
    choice, wrong = chosen(request.query_params, {"side": SIDES})
    side = choice["side"] or "both"

    def asked() -> tuple[list[Any], dict[str, Any] | None]:
        with opened(desk.workspace) as memory:
            hits = search(memory, query.split(), language, side=side, limit=_HITS) if query.strip() else []
            if present() is not EVERYTHING:
                return hits, None  # the figures count what not everybody may see
            held = next((row for row in stats(memory)["languages"] if row["language"] == language), None)
        return hits, held

    hits, held = await run_in_thread(asked)
    return page(
        request,
        who,
        "exchange.html",
        source=desk.workspace.settings.languages.source,
        target=language,
        targets=desk.workspace.settings.languages.targets,
        names=sorted(desk.shelf.names(language)),
        titles={row.name: row.title for row in await run_in_thread(desk.rows) if row.language == language},
        kinds=handing.kinds(),
        query=query,
        side=side,
        not_choices=wrong,
        held=held,
        hits=[
            {
                "says": who.locale.translate(h.hit.origin),
                "source": _parts(h.hit.source, h.source),
                "target": _parts(h.hit.target, h.target),
            }
            for h in hits
        ],
        start={"language": language},
    )


def _parts(text: str, spans: tuple[tuple[int, int], ...]) -> list[tuple[bool, str]]:
    """The text in pieces, with whether each was looked for."""
    found, at = [], 0
    for start, end in spans:
        found += [(False, text[at:start]), (True, text[start:end])]
        at = end
    return [(hit, piece) for hit, piece in (*found, (False, text[at:])) if piece]


async def out(request: Request) -> Response:
    """GET: review files of the statements that are named, as a zip file with a covering note."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    asked = request.query_params
    language, names = desk.language(asked.get("language", "")), asked.getlist("name")
    kind = asked.get("kind", "docx")
    if not names or kind not in handing.kinds() or kind not in FORMS:
        raise UsageError(FIELD_MISSING(field="name"))
    for name in names:
        await desk.sheet(language, name)
    await run_in_thread(desk.shelf.flush)
    note = asked.get("note", "")[:2000]
    data = await run_in_thread(lambda: handing.sent(desk.workspace, names, language, kind, note, who.person))
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(f'review-{language}.zip')}"}
    return Response(data, media_type="application/zip", headers=headers)


async def back(call: Call) -> Any:
    """POST: a review file, or a zip of several; each row's outcome. With `dry` nothing is written."""
    data = await call.request.body()
    dry = call.text("dry", "") == "yes"
    keys = frozenset(call.text("take", "").split())
    way = Way(None, None, call.session.person, theirs=keys, dry=dry)
    await run_in_thread(call.desk.shelf.flush)
    done, troubles = await run_in_thread(
        lambda: call.desk.jobs.within(
            "import",
            "",
            [],
            lambda progress: handing.came_back(call.desk.workspace, call.text("file"), data, way, progress),
        )
    )
    if not dry:
        call.desk.memory.changed()
    translate = call.session.locale.translate
    return {
        "statements": [_view(call, one) for one in done],
        "troubles": [translate(error.message) for error in troubles],
        "open": sum(v.outcome in _OPEN for one in done for v in one.verdicts),
    }


def _view(call: Call, done: ImportedReview) -> dict[str, Any]:
    translate = call.session.locale.translate

    def says(event: Event) -> bool:
        return event.do == "comment" or (event.do == "return" and bool(event.note))

    return {
        "name": done.name,
        "url": f"/s/{quote(done.language)}/{quote(done.name)}",
        "absent": len(done.absent),
        "repeats": len(done.repeats),
        "rows": [
            {
                "key": v.key,
                "outcome": str(v.outcome),
                "by": v.by,
                "text": v.text,
                "why": translate(v.why),
                "comments": [{"by": e.by, "text": translate(e.remark)} for e in v.events if says(e)],
            }
            for v in done.verdicts
            if v.outcome != "unchanged" or v.why or v.events
        ],
        "unchanged": sum(v.outcome == "unchanged" for v in done.verdicts),
    }


PAGES = {"/exchange/out": out, "/exchange/{language}": show}
POST = {"/api/upload/review": back}
