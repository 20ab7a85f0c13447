"""The overview and what is done from there: add, draft, build, download."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from .. import outputs
from ..convert import CONVERTIBLE
from ..errors import ConflictError, UsageError
from ..flow.build import STATEMENT
from ..flow.drafts.draft import DraftPlan, plan
from ..flow.drafts.engines import wish
from ..flow.intake.add import Added
from ..flow.intake.apart import apart
from ..flow.intake.tongue import OtherLanguage
from ..flow.planning.planned import of_kind, one_planned
from ..flow.planning.plans import ReadPlans
from ..flow.sample import is_sample, name_of
from ..flow.statement.omitted import sentence
from ..flow.summary import Summary, own_names
from ..formats import EXTENSIONS
from ..messages import Message, several
from ..workspace.access import present
from . import messages as said
from .answers import Call
from .board import ORDERS, PLANNED, SHOWN, AskedRows, MadeBoard, Plans, gather, put_together, still_seen
from .choices import chosen
from .desk import Desk, run_in_thread
from .pages import page
from .session import Session, session
from .tasks import DeskTask


def prepare(desk: Desk) -> None:
    """Find out beforehand what the overview shows first."""
    desk.warm()
    is_sample(desk.workspace, name_of(desk.workspace))
    desk.plans()
    desk.privacy(sorted(desk.workspace.source_names())[:1])


async def show(request: Request) -> Response:
    """GET /: every statement, what it lacks, and what waits for the one who looks."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    _, wrong = chosen(request.query_params, {"show": SHOWN, "order": ORDERS})
    return page(
        request,
        who,
        "overview.html",
        not_choices=wrong,
        **await _board(desk, who, request.query_params),
        extensions=sorted({*EXTENSIONS, ".pdf"}),
        accepted=sorted({*EXTENSIONS, *CONVERTIBLE}),
        kinds=[STATEMENT, *outputs.OUTPUTS],
        usual={STATEMENT, *outputs.USUAL},
        targets=desk.workspace.settings.languages.targets,
        source=desk.workspace.settings.languages.source,
    )


async def statements(call: Call) -> Any:
    """GET: the rows of the overview again, as HTML to put in place of the old ones."""
    data = await _board(call.desk, call.session, call.data)
    source = call.desk.workspace.settings.languages.source
    return page(call.request, call.session, "rows.html", **data, source=source)


async def _board(desk: Desk, who: Session, given: Mapping[str, Any]) -> dict[str, Any]:
    made = await run_in_thread(lambda: _made(desk, who, AskedRows.of(given)))
    desk.look_beside()
    data = still_seen(made.data, present().sees)
    data["here"] = _here(desk, made.gathered.rows)
    data["sample"] = name_of(desk.workspace) if is_sample(desk.workspace, name_of(desk.workspace)) else ""
    data["wish"] = None if made.gathered.rows else await run_in_thread(lambda: _wish(desk))
    marks, data["unmatched"] = await run_in_thread(lambda: desk.privacy(s["name"] for s in data["shown"]))
    for statement in data["shown"]:
        statement["confidential"] = marks[statement["name"]]
    desk.count_findings((r["summary"].language, s["name"]) for s in data["shown"] for r in s["languages"])
    desk.count_findings_of(
        made.gathered.by_kind["done"]
    )  # which of them are done is told by what the checks say
    return data


def _made(desk: Desk, who: Session, asked: AskedRows) -> MadeBoard:
    """The board for a person: that of a moment ago if nothing it is made of has changed."""
    every, read, counted = desk.rows(), desk.plans(), desk.counted
    minute = int(time.time() / 60) if read.plans else 0  # of what is planned, some is late a minute later
    of = (who.person, read, desk.workspace.settings, minute, asked.query, asked.show == "archived")
    same = [known for known in tuple(desk.boards) if known.every is every and known.of == of]
    for known in same:
        if known.asked == asked and known.counted == counted:
            return known
    if same:
        gathered, plans = same[0].gathered, same[0].plans
    else:
        names = own_names(desk.workspace, every, who.person)
        rows = [row.to(who.person, names) for row in every] if names - {who.person} else every
        plans = _plans(desk, rows, who, read)
        gathered = gather(rows, who.person, asked, plans)
    data = put_together(gathered, who.person, asked, desk.counts.copy(), plans)
    data["plan_problems"] = read.problems
    made = MadeBoard(every, of, asked, counted, plans, gathered, data)
    desk.boards.appendleft(made)
    return made


def _plans(desk: Desk, rows: list[Summary], who: Session, read: ReadPlans) -> Plans:
    """What is planned for these statements."""
    one = one_planned(desk.workspace, rows, read)

    def kinds(row: Summary) -> list[str]:
        if (row.language, row.name) not in read.plans:
            # The names of the person who looks are one in these rows.
            return ["mine"] if who.person in row.returned_to else []
        found = one(row)
        return [kind for kind in PLANNED if of_kind(found, kind, desk.workspace, who.person, {})]

    return Plans(read, one, kinds)


def _here(desk: Desk, rows: Sequence[Summary]) -> list[tuple[str, list[Summary]]]:
    """Who has which statements open now, of those that are shown."""
    found: dict[str, list[Summary]] = {}
    where = desk.hub.where()
    sees = present().sees
    known = {
        (r.language, r.name): r for r in rows if (r.language, r.name) in where and sees(r.name, r.language)
    }
    for place, persons in where.items():
        for person in persons if place in known else ():
            found.setdefault(person, []).append(known[place])
    return sorted(found.items())


def _wish(desk: Desk) -> bool:
    """On an empty desk: whether drafts could be better and stay on this machine."""
    return any(wish(desk.workspace, target) for target in desk.workspace.settings.languages.targets)


async def upload(call: Call) -> Any:
    """POST: a statement's file as the body; its name as a parameter.

    409 with what to `ask` about: one of that name is there (`replace`), or the text looks like another
    `language`; the same again with `replace` or `anyway` is the answer.
    """
    data = await call.request.body()
    file, replacing = call.text("file"), call.text("replace", "") == "yes"
    anyway = call.text("anyway", "") == "yes"
    try:
        added = await run_in_thread(
            lambda: apart(call.desk.workspace, file, data, replacing=replacing, anyway=anyway)
        )
    except (ConflictError, OtherLanguage) as error:
        ask, message = "replace", error.message
        if isinstance(error, OtherLanguage):
            ask, message = "language", said.OTHER_LANGUAGE(**message.values)
        return JSONResponse({"error": call.session.locale.translate(message), "ask": ask}, 409)
    return _told(call, added)


async def reread(call: Call) -> Any:
    """POST: read a statement's changed source again."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    workspace = call.desk.workspace
    await run_in_thread(call.desk.shelf.flush)
    added = await run_in_thread(lambda: apart(workspace, str(workspace.source_path(sheet.name)), None))
    return _told(call, added)


def _told(call: Call, added: list[Added]) -> dict[str, Any]:
    desk = call.desk
    desk.shelf.reload_workspace()
    desk.hub.tell_about([(one.language, one.name) for one in added])
    first = added[0]
    return {
        "name": first.name,
        "language": first.language,
        "segments": sum(n for how, n in first.counts.items() if how != "gone"),
        "kept": first.kept,
        "new": first.first,
        "notices": [call.session.locale.translate(n) for n in _notices(first)],
        "edit": f"/s/{first.language}/{quote(first.name)}",
    }


def _notices(added: Added) -> list[Message]:
    """What is to be said about a file that was read."""
    omitted = sentence(added.omitted)
    return [*added.notices, *([omitted] if omitted else [])]


async def _drafts(call: Call) -> DraftPlan:
    """What is missing in the statement `name`; without one, in all of the language that are not archived."""
    language, name = call.desk.language(call.text("language")), call.text("name", "")
    if name:
        names = [(await call.desk.sheet(language, name)).name]
    else:
        plans = await run_in_thread(call.desk.plans)
        there = sorted(call.desk.shelf.names(language))
        names = [one for one in there if not plans.of(language, one).archived]
    await run_in_thread(call.desk.shelf.flush)
    return await run_in_thread(lambda: plan(call.desk.workspace, names, language))


async def outlook(call: Call) -> Any:
    """GET: what drafting would do: which engine, whether text leaves the machine, how much."""
    job = await _drafts(call)
    seen = await run_in_thread(job.forecast)
    return {
        "statements": sum(bool(one.wanted) for one in seen),
        "wanted": sum(one.wanted for one in seen),
        "characters": sum(one.characters for one in seen),
        "engine": ", ".join(dict.fromkeys(one.engine for one in seen if one.wanted and one.engine)),
        "private": all(one.private for one in seen if one.wanted),
        "remembered": sum(one.remembered for one in seen),
        "reasons": [call.session.locale.translate(r) for r in job.reasons],
    }


async def draft(call: Call) -> Any:
    """POST: start drafting what is missing in a statement, or in all."""
    job = await _drafts(call)
    if job.factory is None and not any(seen.remembered for seen in await run_in_thread(job.forecast)):
        raise UsageError(several(job.reasons) if job.reasons else said.NO_ENGINE())
    call.desk.jobs.start(job)
    return {}


async def cancel(call: Call) -> Any:
    """POST: stop long work, one job by its `id` or all; what is drafted stays."""
    call.desk.jobs.cancel(call.text("id", ""))
    return {}


async def build(call: Call) -> Any:
    """POST: build outputs of one statement; the addresses they can be downloaded from."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    kinds, drafts = call.texts("kinds"), call.data.get("drafts") is True
    errors = call.data.get("errors") is True
    known = {STATEMENT, *outputs.OUTPUTS}
    if not set(kinds) <= known:
        raise UsageError(said.NO_SUCH_OUTPUT(kinds=tuple(sorted(set(kinds) - known))))
    await run_in_thread(call.desk.shelf.flush)
    how = {
        "kinds": kinds,
        "drafts": drafts,
        "with_errors": errors,
        "confidential": call.data.get("confidential") is True,
    }
    task = DeskTask("build", sheet.language, (sheet.name,), how)
    made = await run_in_thread(lambda: call.desk.jobs.do(call.desk.workspace, task))
    built = made[0]
    place = {"language": sheet.language, "name": sheet.name}
    return {
        "unconfirmed": built.unconfirmed,
        "errors": built.errors,
        "folder": call.desk.workspace.relative(built.folder),
        "files": [
            {
                "file": f.name,
                "bytes": f.stat().st_size,
                "url": f"/built?{urlencode({**place, 'file': f.name})}",
            }
            for f in built.files
        ],
    }


async def built(request: Request) -> Response:
    """GET: a file that was built, as a download. Only what the statement's manifest lists."""
    desk: Desk = request.app.state.desk
    asked = request.query_params
    sheet = await desk.sheet(asked.get("language", ""), asked.get("name", ""))
    folder = desk.workspace.root / "build" / sheet.language / sheet.name
    wanted = asked.get("file", "")

    def read() -> bytes:
        try:
            manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
            listed = {"manifest.json", *(f["file"] for f in manifest["files"])}
            if wanted not in listed or wanted != PurePosixPath(wanted).name:
                raise UsageError(said.NO_SUCH_FILE(file=wanted))
            return (folder / wanted).read_bytes()
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise UsageError(said.NOTHING_BUILT(name=sheet.name)) from None

    data = await run_in_thread(read)
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(wanted)}",
        # A page made of a hostile statement must not act in the desk's name, even if opened in place.
        "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    }
    return Response(data, media_type="application/octet-stream", headers=headers)
