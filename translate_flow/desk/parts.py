"""What a paragraph is, and where it is divided: split, joined, a heading, a name, not for translation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..carry.kinds import KINDS, read
from ..errors import UsageError
from ..flow.editing.cut import divisible, join, joinable, split
from ..flow.editing.kind import AS_IN_FILE, set_kind
from ..flow.statement.sheet import Sheet
from ..flow.statement.work import Work
from .answers import Call
from .backs import kept
from .desk import run_in_thread
from .messages import UNKNOWN_ACTION


async def show(call: Call) -> Any:
    """GET: what can be done with a segment as a part of its statement."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    return await run_in_thread(lambda: part_view(sheet, call.text("key")))


def part_view(sheet: Sheet, key: str) -> dict[str, Any]:
    """Whether it can be split, at what, and joined; its kind, and whether a person said so."""
    unit = sheet.work.unit(key)
    sentences, lines = divisible(unit.segment.text, sheet.work.workspace.settings.languages.source)
    said = read(sheet.work.catalogue.header.get(KINDS, "")).get(unit.key, AS_IN_FILE)
    return {"sentences": sentences, "lines": lines, "join": joinable(sheet.work, unit.key), "said": said}


async def act(call: Call) -> Any:
    """POST: `do` one of split, join, kind; the key that the page is to go to."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    do, key, who = call.text("do"), call.text("key"), call.session.person
    before, how, kind = call.text("before", "").strip(), call.text("how", ""), call.text("kind", "")

    backwards: list[Callable[[Work], object]] = []

    def change(work: Work) -> str:
        if do == "split":
            made = split(work, key, who, before=before, by_sentence=how == "sentences")
            backwards.append(lambda now: _together(now, made[0], who, len(made) - 1))
            return made[0]
        if do == "join":
            second = _behind(work, key)
            whole = join(work, key, who)
            backwards.append(lambda now: split(now, whole, who, before=second))
            return whole
        if do != "kind":
            raise UsageError(UNKNOWN_ACTION(name=do))
        said = read(work.catalogue.header.get(KINDS, "")).get(key, AS_IN_FILE)
        set_kind(work, key, kind, who)
        backwards.append(lambda now: set_kind(now, key, said, who))
        return key

    await run_in_thread(call.desk.shelf.flush)
    workspace, shelf = call.desk.workspace, call.desk.shelf

    def afresh(act: Callable[[Work], str | object]) -> Any:
        # The division is in both files, and what is open may not have taken the last change of it in.
        with shelf.lock:
            return act(Work.open(workspace, sheet.name, sheet.language))

    new = await run_in_thread(lambda: afresh(change))
    # Both files were written beside the open statement, which takes them in as if another program had.
    await call.desk.sheet(sheet.language, sheet.name)
    await call.desk.catch_up()
    call.desk.memory.changed()
    return {"key": new, "back": kept(call, do, lambda: afresh(backwards[0]), [(sheet.language, sheet.name)])}


def _behind(work: Work, key: str) -> str:
    """The text of the segment behind this one; empty if it is the last."""
    texts = [(s.key, s.text) for s in work.document.segments]
    at = next((n for n, (known, _) in enumerate(texts) if known == work.unit(key).segment.key), len(texts))
    return texts[at + 1][1] if at + 1 < len(texts) else ""


def _together(work: Work, key: str, by: str, times: int) -> None:
    for _ in range(times):
        key = join(work, key, by)
        work = Work.open(work.workspace, work.name, work.language)


GET = {"/api/part": show}
POST = {"/api/part": act}
