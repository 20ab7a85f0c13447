"""What a paragraph is, and where it is divided: split, joined, a heading, a name, not for translation."""

from __future__ import annotations

from typing import Any

from ..carry.kinds import KINDS, read
from ..errors import UsageError
from ..flow.editing.cut import divisible, join, joinable, split
from ..flow.editing.kind import AS_IN_FILE, set_kind
from ..flow.statement.sheet import Sheet
from ..flow.statement.work import Work
from .answers import Call
from .desk import run_in_thread
from .messages import UNKNOWN_ACTION


async def show(call: Call) -> Any:
    """GET: what can be done with a segment as a part of its statement."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    return await run_in_thread(lambda: part_view(sheet, call.text("key")))


def part_view(sheet: Sheet, key: str) -> dict[str, Any]:
    """Whether it can be split, at what, and joined; its kind, and whether a person said so."""
    unit = sheet.work.unit(key)
    sentences, lines = divisible(unit.segment.text)
    said = read(sheet.work.catalogue.header.get(KINDS, "")).get(unit.key, AS_IN_FILE)
    return {"sentences": sentences, "lines": lines, "join": joinable(sheet.work, unit.key), "said": said}


async def act(call: Call) -> Any:
    """POST: `do` one of split, join, kind; the key that the page is to go to."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    do, key, who = call.text("do"), call.text("key"), call.session.person
    before, how, kind = call.text("before", "").strip(), call.text("how", ""), call.text("kind", "")

    def change(work: Work) -> str:
        if do == "split":
            return split(work, key, who, before=before, by_sentence=how == "sentences")[0]
        if do == "join":
            return join(work, key, who)
        if do != "kind":
            raise UsageError(UNKNOWN_ACTION(name=do))
        set_kind(work, key, kind, who)
        return key

    await run_in_thread(call.desk.shelf.flush)
    new = await call.desk.change(sheet, change, call.text("tab", ""))
    # Both files were written beside the open statement, which takes them in as if another program had.
    await call.desk.sheet(sheet.language, sheet.name)
    await call.desk.catch_up()
    return {"key": new}


GET = {"/api/part": show}
POST = {"/api/part": act}
