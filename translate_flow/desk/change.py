"""Searching all statements, and changing many paragraphs at once: each with a look at it first, and an undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ..errors import TranslateFlowError, UsageError
from ..flow.drafts.draft import plan as drafting
from ..flow.editing import replace as replacing
from ..flow.editing import spread
from ..flow.editing.edit import confirmable, last_hand, returnable
from ..flow.editing.many import approve_many, confirm_many, return_many
from ..flow.editing.messages import CHANGED_BY, NOT_CONFIRMED, OWN_TEXT
from ..flow.planning.plans import set_plan
from ..flow.queries.everywhere import Hit, everywhere
from ..flow.queries.query import spoken
from ..flow.statement.acts import new_act, one_act
from ..flow.statement.gate import kept_back, reason
from ..flow.statement.people import same_person
from ..flow.statement.sheet import Sheet
from ..flow.statement.work import Work
from ..language.tags import direction
from ..messages import Message
from ..model import CONFIRMED, State, Unit
from ..review import diff
from . import messages as said
from .answers import Call
from .backs import kept
from .choices import chosen
from .desk import Desk, run_in_thread
from .pages import page
from .session import session
from .views import base_of, pieces_view

MOST = 300
"""Paragraphs on one page."""
DEEDS = ("confirm", "approve", "return", "redraft", "assign")
LONGEST_QUERY = 400


async def show(request: Request) -> Response:
    """GET: paragraphs of all statements that answer a query, in all languages or one; or where a correction can be spread."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    asked = request.query_params
    query = spoken(asked.get("q", "").strip()[:LONGEST_QUERY], who.locale.tag)
    targets = desk.workspace.settings.languages.targets
    choice, not_choices = chosen(asked, {"language": targets})
    language = choice["language"]
    hits: list[dict[str, Any]] = []
    total, wrong, errors = 0, "", []
    if query:
        try:
            found = await run_in_thread(lambda: _found(desk, query, language))
            hits, total = [_view(hit) for hit in found.hits], found.total
            errors = [who.locale.translate(e.message) for e in found.errors]
        except TranslateFlowError as error:
            wrong = who.locale.translate(error.message)
    origin = asked.get("spread", "")[:400]
    return page(
        request,
        who,
        "find.html",
        query=query,
        language=language,
        hits=hits,
        total=total,
        wrong=wrong,
        not_choices=not_choices,
        errors=errors,
        spread=origin,
        targets=targets,
        source=desk.workspace.settings.languages.source,
        source_direction=direction(desk.workspace.settings.languages.source),
        directions={tag: direction(tag) for tag in targets},
        known=sorted({n for row in await run_in_thread(desk.rows) for n in row.people}, key=str.casefold),
        start={
            "query": query,
            "language": language,
            "spread": origin,
            "source": desk.workspace.settings.languages.source,
        },
    )


def _places(desk: Desk, language: str) -> list[tuple[str, str]]:
    tags = [language] if language else desk.workspace.settings.languages.targets
    return [(tag, name) for tag in tags for name in desk.workspace.catalogued(tag)]


def _found(desk: Desk, query: str, language: str) -> Any:
    desk.shelf.flush()
    return everywhere(desk.workspace, query, _places(desk, language), MOST, desk.shelf.peek)


def _view(hit: Hit) -> dict[str, Any]:
    return {
        "item": [hit.language, hit.name, hit.unit.key, base_of(hit.unit)],
        "name": hit.name,
        "language": hit.language,
        "number": hit.number,
        "url": f"/s/{hit.language}/{quote(hit.name)}#{quote(hit.unit.key)}",
        "state": str(hit.unit.state),
        "source": hit.unit.segment.text,
        "target": hit.unit.target,
        "by": last_hand(hit.unit) if hit.unit.target else "",
    }


# Many at once ------------------------------------------------------------------------


async def batch(call: Call) -> Any:
    """POST: do something to paragraphs (`items`: language, name, key, digest of the text seen); with `dry` only say what
    would become of each."""
    do, note, dry = call.text("do"), call.text("note", "").strip(), call.data.get("dry") is True
    if do not in DEEDS:
        raise UsageError(said.UNKNOWN_ACTION(name=do))
    if do == "assign":
        return await _assign(call, note, dry)
    ready: dict[tuple[str, str], list[str]] = {}
    left: list[dict[str, Any]] = []
    translate = call.session.locale.translate
    for (language, name), keys in _grouped(_items(call)).items():
        sheet = await call.desk.sheet(language, name)
        why = await run_in_thread(partial(_kept_back, sheet, keys, do, call.session.person))
        ready[language, name] = [key for key in keys if key not in why]
        left += [{"name": name, "key": key, "why": translate(reason)} for key, reason in why.items()]
    count = sum(map(len, ready.values()))
    if dry or not count:
        return {"will": count, "left": left, "act": ""}
    if do == "redraft":
        return {"will": count, "left": left, "act": await _redraft(call, ready)}
    act, done = new_act(), 0
    for (language, name), some in ready.items():
        sheet = await call.desk.sheet(language, name)
        made = await call.desk.change(sheet, _deed(do, some, call.session.person, note, act))
        call.desk.examine(sheet)
        done += made
    return {"will": done, "left": left, "act": act}


def _deed(do: str, keys: Sequence[str], person: str, note: str, act: str) -> Callable[[Work], int]:
    def run(work: Work) -> int:
        with one_act(act):
            if do == "confirm":
                return len(confirm_many(work, person, keys))
            if do == "return":
                return len(return_many(work, person, note, keys))
            return len(approve_many(work, person, keys=keys).approved)

    return run


def _kept_back(sheet: Sheet, keys: dict[str, str], do: str, person: str) -> dict[str, Message]:
    """Paragraphs to which it cannot be done, each with the reason."""
    rules = sheet.work.workspace.settings.review
    found: dict[str, Message] = {}
    for key, base in keys.items():
        unit = sheet.units.get(key)
        if unit is None:
            found[key] = said.LOAD_AGAIN(name=sheet.name, key=key)
        elif base_of(unit) != base:
            found[key] = CHANGED_BY(person=last_hand(unit))
        elif (why := _not_fit(unit, do, sheet.name)) is not None:
            found[key] = why
        elif (
            do == "approve" and rules.four_eyes and same_person(sheet.work.workspace, last_hand(unit), person)
        ):
            found[key] = OWN_TEXT(person=last_hand(unit))
    if do in ("approve", "confirm"):
        units = [sheet.units[key] for key in keys if key not in found]
        known = {unit.key: sheet.finding(unit.key) for unit in units}
        found |= {key: reason(grave) for key, grave in kept_back(sheet.work, units, known).items()}
    return found


def _not_fit(unit: Unit, do: str, name: str) -> Message | None:
    if do == "confirm" and not confirmable(unit):
        return said.ALREADY_CONFIRMED() if unit.state in CONFIRMED else said.NO_TEXT_YET()
    if do == "return" and not returnable(unit):
        return said.NO_TEXT_YET()
    if do == "approve" and unit.state is not State.TRANSLATED:
        return (
            said.ALREADY_APPROVED()
            if unit.state is State.APPROVED
            else NOT_CONFIRMED(name=name, key=unit.key)
        )
    if do == "redraft" and (
        unit.state in CONFIRMED or any(e.do in ("edit", "confirm", "approve") for e in unit.events)
    ):
        return said.A_PERSONS_TEXT()
    return None


async def _redraft(call: Call, ready: dict[tuple[str, str], list[str]]) -> str:
    """Start a job that drafts these paragraphs anew; its name as an act."""
    languages = {language for (language, _), keys in ready.items() if keys}
    if len(languages) != 1:
        raise UsageError(said.ONE_LANGUAGE())
    [language] = languages
    names = [name for (_, name), keys in ready.items() if keys]
    keys = tuple(key for some in ready.values() for key in some)
    await run_in_thread(call.desk.shelf.flush)
    job = await run_in_thread(lambda: drafting(call.desk.workspace, names, language, redo=True, only=keys))
    call.desk.jobs.start(job)
    return job.act


async def _assign(call: Call, person: str, dry: bool) -> Any:
    """Plan who translates the statements in which these paragraphs are."""
    places = list(_grouped(_items(call)))
    for language, name in places:
        await call.desk.sheet(language, name)
    if dry:
        return {"will": len(places), "left": [], "act": ""}
    workspace = call.desk.workspace
    before = {(tag, n): call.desk.plans().of(tag, n).translator for tag, n in places}

    def plan(translators: dict[tuple[str, str], str]) -> None:
        for (tag, n), translator in translators.items():
            set_plan(workspace, n, tag, {"translator": translator})

    await run_in_thread(lambda: plan(dict.fromkeys(before, person)))
    call.desk.hub.tell_about(places)
    return {
        "will": len(places),
        "left": [],
        "act": "",
        "back": kept(call, "plan", lambda: plan(before), places),
    }


def _items(call: Call) -> list[list[str]]:
    items = call.data.get("items")
    if not isinstance(items, list) or not items or len(items) > 10 * MOST:
        raise UsageError(said.FIELD_MISSING(field="items"))
    for item in items:
        if not (isinstance(item, list) and len(item) == 4 and all(isinstance(part, str) for part in item)):
            raise UsageError(said.FIELD_MISSING(field="items"))
        call.desk.language(item[0])
    return items


def _grouped(items: Iterable[list[str]]) -> dict[tuple[str, str], dict[str, str]]:
    """Digest by key, by language and name."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for language, name, key, base in items:
        found.setdefault((language, name), {})[key] = base
    return found


# Replacing and spreading -----------------------------------------------------------------


async def preview(call: Call) -> Any:
    """POST: what a replacement, or the spreading of a paragraph's last correction, would make of each paragraph."""
    proposals = await run_in_thread(lambda: _proposals(call))
    return {
        "total": len(proposals),
        "proposals": [
            {
                "item": [language, p.statement, p.unit.key, base_of(p.unit)],
                "name": p.statement,
                "language": language,
                "state": str(p.unit.state),
                "source": p.unit.segment.text,
                "same": p.reason == "source",
                "pieces": pieces_view(diff(p.unit.target, p.text)),
            }
            for language, p in proposals[:MOST]
        ],
    }


def _proposals(call: Call) -> list[tuple[str, spread.SpreadProposal]]:
    desk = call.desk
    desk.shelf.flush()
    workspace, language = desk.workspace, call.text("language", "")
    query = call.text("q", "")[:LONGEST_QUERY]
    if origin := call.text("spread", ""):
        tag, _, rest = origin.partition("/")
        name, _, key = rest.rpartition("/")
        tag = desk.language(tag)
        names = workspace.catalogued(tag)
        if name not in names:
            raise UsageError(said.LOAD_AGAIN(name=name, key=key))
        work = Work.open(workspace, name, tag)
        return [(tag, p) for p in spread.proposals(workspace, names, work, key, query=query)]
    given = {flag: call.data.get(flag) is True for flag in ("regex", "case", "word", "forms")}
    found: list[tuple[str, spread.SpreadProposal]] = []
    for tag in [desk.language(language)] if language else workspace.settings.languages.targets:
        asked = replacing.search(
            call.text("wanted")[:1000],
            call.text("replacement")[:1000],
            regex=given["regex"],
            ignore_case=not given["case"],
            whole=given["word"],
            forms=tag if given["forms"] else "",
        )
        found += [
            (tag, p) for p in replacing.preview(workspace, workspace.catalogued(tag), tag, asked, query=query)
        ]
    return found


async def change(call: Call) -> Any:
    """POST: make those of the proposed changes that were chosen (`items`); texts that changed since are left alone."""
    wanted = {(item[0], item[1], item[2]): item[3] for item in _items(call)}
    person, act = call.session.person, new_act()

    def make() -> int:
        chosen = [
            (language, p)
            for language, p in _proposals(call)
            if wanted.get((language, p.statement, p.unit.key)) == base_of(p.unit)
        ]
        label = f"{call.text('wanted', '')} → {call.text('replacement', '')}"
        count = 0
        with one_act(act):
            for language in dict.fromkeys(tag for tag, _ in chosen):
                some = [p for tag, p in chosen if tag == language]
                if origin := call.text("spread", ""):
                    count += spread.take(
                        call.desk.workspace, language, some, person, origin.partition("/")[2]
                    )
                else:
                    count += replacing.replace(call.desk.workspace, language, some, person, label)[1]
        return count

    count = await run_in_thread(make)
    changed = await run_in_thread(call.desk.shelf.reread)
    for (language, name), keys in changed.items():
        if (sheet := call.desk.shelf.sheets.get((language, name))) is not None:
            call.desk.announce(sheet, keys)
            call.desk.examine(sheet)
    call.desk.hub.tell_about({place[:2] for place in wanted})
    return {"will": count, "left": [], "missed": len(wanted) - count, "act": act}


POST = {"/api/batch": batch, "/api/replace/preview": preview, "/api/replace": change}
