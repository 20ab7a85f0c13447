"""A finished translation beside its statement: which paragraph says which, corrected by mouse, keys or touch."""

from __future__ import annotations

import json
from collections import OrderedDict
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ..errors import UsageError
from ..flow.align import Aligned, Correction, Prepared, known_corrections, paired, take_back
from ..flow.statement.sheet import Sheet
from .answers import Call
from .desk import Desk, run_in_thread
from .editor import title
from .messages import FIELD_MISSING
from .pages import page
from .session import session
from .tasks import DeskTask

KEPT = 8
"""Translations that were read and are kept while somebody corrects them; an older one is read again."""
_read: OrderedDict[tuple[str, ...], Prepared] = OrderedDict()


async def show(request: Request) -> Response:
    """GET: the page; the pairs come when a translation is chosen."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    sheet = await desk.sheet(request.path_params["language"], request.path_params["name"])
    return page(
        request,
        who,
        "align.html",
        name=sheet.name,
        title=title(sheet),
        source=desk.workspace.settings.languages.source,
        target=sheet.language,
        editor=f"/s/{quote(sheet.language)}/{quote(sheet.name)}",
        start={"language": sheet.language, "name": sheet.name},
    )


async def put(call: Call) -> Any:
    """POST: a finished translation as the body; each paragraph with what was found for it.

    `fixes`: corrections as `align --fix` takes them, as a JSON list; they are kept at once. `back`: line and time of one
    that is taken back. With `take` what was found goes into the statement, as `drafts` or as the person's text.
    """
    data = await call.request.body()
    language = call.desk.language(call.text("language"))
    file = PurePosixPath(call.text("file").replace("\\", "/")).name
    sheet = await call.desk.sheet(language, call.text("name"))
    fixes, back = _listed(call, "fixes"), _listed(call, "back")
    take, drafts = call.text("take", "") == "yes", call.text("drafts", "") == "yes"
    workspace, name = call.desk.workspace, sheet.name
    await run_in_thread(call.desk.shelf.flush)

    def run() -> tuple[Aligned, list[tuple[int, Correction]]]:
        known = _prepared(call, data, file, sheet)
        if back:
            take_back(workspace, name, language, int(back[0]), back[1])
        done = paired(
            workspace, known, language, call.session.person, drafts=drafts, dry=not take, fixes=fixes
        )
        return done, known_corrections(workspace, name, language)

    done, corrections = await run_in_thread(run)
    if take:
        changed = await run_in_thread(call.desk.shelf.reread)
        for place, keys in changed.items():
            if (open_sheet := call.desk.shelf.sheets.get(place)) is not None:
                call.desk.announce(open_sheet, keys)
                call.desk.examine(open_sheet)
        call.desk.memory.changed()
    return _view(call, done, corrections)


def _listed(call: Call, name: str) -> list[str]:
    try:
        found = json.loads(call.text(name, "[]"))
    except ValueError:
        found = None
    if not isinstance(found, list) or not all(isinstance(v, str) for v in found):
        raise UsageError(FIELD_MISSING(field=name))
    if name == "back" and found and not (len(found) == 2 and found[0].isdecimal()):
        raise UsageError(FIELD_MISSING(field=name))
    return found


def _prepared(call: Call, data: bytes, file: str, sheet: Sheet) -> Prepared:
    """Both texts with the drafts that help; of a translation that was looked at just now, as they were."""
    workspace, name, language = call.desk.workspace, sheet.name, sheet.language
    # As it is divided now: somebody may split or join a paragraph meanwhile.
    source = "\0".join(f"{u.key} {u.segment.text}" for u in sheet.units.values())
    key = (name, language, file, blake2b(source.encode()).hexdigest(), blake2b(data).hexdigest())
    if (known := _read.get(key)) is not None:
        _read.move_to_end(key)
        return known
    found: Prepared = call.desk.jobs.do(workspace, DeskTask("align", language, (name,), {"file": file}, data))
    _read[key] = found
    while len(_read) > KEPT:
        _read.popitem(last=False)
    return found


def _view(call: Call, done: Aligned, corrections: list[tuple[int, Correction]]) -> dict[str, Any]:
    translate = call.session.locale.translate
    return {
        "rows": [
            {
                "key": p.key,
                "how": p.how,
                "source": p.source,
                "text": p.text,
                "theirs": list(p.theirs),
                "doubts": [translate(doubt) for doubt in p.doubts],
            }
            for p in done.placed
        ],
        "theirs": list(done.theirs),
        "left": list(done.left_numbers),
        "engine": done.engine,
        "notices": [translate(n) for n in (*done.notices, *done.misfits)],
        "corrections": [
            {"row": str(row), "at": c.at, "by": c.by, "do": c.do, "words": c.words, "n": len(c.ours)}
            for row, c in corrections
        ],
    }


PAGES = {"/align/{language}/{name:path}": show}
POST = {"/api/upload/align": put}
