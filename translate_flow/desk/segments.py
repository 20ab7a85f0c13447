"""Requests about one statement's segments: look, type, save, approve, return, comment, dismiss, find."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from starlette.responses import JSONResponse

from ..errors import ConflictError, UsageError
from ..flow.drafts.propose import by_engine, drafters, remembered
from ..flow.editing import edit as verbs
from ..flow.editing.repeats import along
from ..flow.editing.together import together
from ..flow.look import look, text_of
from ..flow.queries.concordance import concordance
from ..flow.queries.find import find_known
from ..flow.reviewing.comments import resolve
from ..flow.reviewing.remarks import comment, dismiss, undismiss
from ..flow.statement.acts import one_act
from ..flow.statement.gate import stopping
from ..flow.statement.sheet import Sheet
from ..flow.statement.unsaved import drop, forerunners, keep, of_segment
from ..flow.statement.work import Work
from ..model import Finding, State, Unit
from .answers import Call
from .desk import run_in_thread
from .messages import FIELD_MISSING, LOAD_AGAIN, OWN_CHANGE, UNKNOWN_ACTION
from .views import finding_view, look_view, pieces_view, segment_view, unit_view


async def _sheet(call: Call) -> Sheet:
    return await call.desk.sheet(call.text("language"), call.text("name"))


def _unit(sheet: Sheet, key: str) -> Unit:
    unit = sheet.units.get(key)
    if unit is None:
        raise UsageError(LOAD_AGAIN(name=sheet.name, key=key))
    return unit


async def segment(call: Call) -> Any:
    """GET: everything about one segment."""
    sheet = await _sheet(call)
    return await _whole(call, sheet, _unit(sheet, call.text("key")).key)


async def _whole(call: Call, sheet: Sheet, key: str) -> dict[str, Any]:
    """A segment with what its person typed for it in other pages and did not save."""
    place = call.desk.workspace, sheet.name, sheet.language, call.session.person
    tab = call.text("tab", "")

    def make() -> dict[str, Any]:
        view = segment_view(sheet, look(sheet, key), call.session.locale)
        typed = [{"text": u.text, "at": u.at} for u in of_segment(*place, key) if u.tab != tab or not tab]
        return view | {"typed": typed}

    return await run_in_thread(make)


def _let_go(call: Call, sheet: Sheet, key: str) -> None:
    """The person's private drafts of a segment, but for those in other pages that are open."""
    tab = call.text("tab", "")
    living = call.desk.hub.tabs() - {tab}
    for one in {key, *forerunners(sheet.units[key])}:
        drop(call.desk.workspace, sheet.name, sheet.language, call.session.person, one, living)


async def looked(call: Call) -> Any:
    """POST: what there is to say of a text that is being typed."""
    sheet = await _sheet(call)
    unit = _unit(sheet, call.text("key"))
    text, against = call.text("text", typed=True), call.text("against", "")
    return look_view(await run_in_thread(lambda: look(sheet, unit.key, text, against)), call.session.locale)


async def typing(call: Call) -> Any:
    """POST: keep what is being typed as a private draft; the text as it is saved lets the draft go."""
    sheet = await _sheet(call)
    unit = _unit(sheet, call.text("key"))
    text, base, tab = call.text("text", typed=True), call.text("base"), call.text("tab", "")
    place = call.desk.workspace, sheet.name, sheet.language, call.session.person
    if text == unit.target:
        await run_in_thread(lambda: _let_go(call, sheet, unit.key))
    else:
        await run_in_thread(lambda: keep(*place, unit.key, text, base, tab))
    return {}


async def forget(call: Call) -> Any:
    """POST: what was typed for a segment that is gone has been read, and may go too."""
    sheet = await _sheet(call)
    key, who = call.text("key"), call.session.person
    await run_in_thread(lambda: drop(call.desk.workspace, sheet.name, sheet.language, who, key))
    return {}


async def save(call: Call) -> Any:
    """POST: save a text, with `do` also approve it; or return the segment with a note.

    409 with all three texts if somebody changed the segment since the text's base; 422 with the findings
    if the checks find an error in the text, unless `anyway` gives the reason to keep it: then they are
    dismissed for exactly this text, with that reason.
    """
    sheet = await _sheet(call)
    key = _unit(sheet, call.text("key")).key
    do, base, who = call.text("do"), call.text("base"), call.session.person
    text, note, tab = call.text("text", ""), call.text("note", ""), call.text("tab", "")

    anyway = call.text("anyway", "").strip()
    asked = do in ("save", "approve") and call.desk.workspace.settings.review.stop != "never"
    grave = await run_in_thread(lambda: _grave(sheet, key, text)) if asked else ()
    if grave and not anyway:
        found = [finding_view(f, call.session.locale) for f in grave]
        return JSONResponse({"error": found[0]["message"], "ask": {"findings": found, "text": text}}, 422)

    def act(work: Work) -> Unit:
        # Setting a finding aside, or approving what was written, is undone with it.
        with one_act() if grave or do == "approve" else nullcontext():
            unit = verb(work)
            for rule in dict.fromkeys(f.rule for f in grave):
                unit = dismiss(work, key, who, rule, anyway)
        return unit

    def verb(work: Work) -> Unit:
        if do == "return":
            return verbs.send_back(work, key, who, note, base=base)
        if do not in ("save", "approve"):
            raise UsageError(UNKNOWN_ACTION(name=do))
        if do == "approve" and work.unit(key).target == text:
            return verbs.approve(work, key, who)
        if do == "approve" and work.workspace.settings.review.four_eyes:
            raise UsageError(OWN_CHANGE())
        unit = verbs.edit(work, key, text, who, base=base)
        return verbs.approve(work, key, who) if do == "approve" else unit

    def saved(_unit: Unit) -> dict[str, Any]:
        if do != "return":
            _let_go(call, sheet, key)
        sheet.finding(key)
        repeats = along(sheet.work, sheet.units[key]) if do == "save" else ()
        return {"unit": unit_view(sheet, sheet.units[key]), "repeats": len(repeats)}

    try:
        return await call.desk.change_and(sheet, act, saved, tab)
    except ConflictError as error:
        reason = call.session.locale.translate(error.message)
        if do != "return":
            place = call.desk.workspace, sheet.name, sheet.language, who
            await run_in_thread(lambda: keep(*place, key, text, base, tab))
        return JSONResponse(await run_in_thread(lambda: _conflict(sheet, key, base, text, reason)), 409)


def _grave(sheet: Sheet, key: str, text: str) -> tuple[Finding, ...]:
    """The findings of a text about to be confirmed that are asked about first."""
    review = sheet.work.workspace.settings.review
    if review.stop == "never":
        return ()
    unit = replace(sheet.units[key], target=text, state=State.TRANSLATED)
    return stopping(sheet.check(unit), review)


async def conflict(call: Call) -> Any:
    """POST: base, theirs and mine, for a private draft begun from a text that has changed."""
    sheet = await _sheet(call)
    key = _unit(sheet, call.text("key")).key
    base, text = call.text("base"), call.text("text")
    return await run_in_thread(lambda: _conflict(sheet, key, base, text))


def _conflict(sheet: Sheet, key: str, base: str, text: str, reason: str = "") -> dict[str, Any]:
    """The three texts, and what each side changed."""
    from ..review import diff

    unit = sheet.units[key]
    common = text_of(unit, base)
    return {
        "error": reason,
        "conflict": {
            "base": common,
            "theirs": pieces_view(diff(common or "", unit.target)),
            "mine": pieces_view(diff(common or "", text)),
            "together": None if common is None else together(common, unit.target, text),
            "text": text,
            "by": verbs.last_hand(unit),
            "unit": unit_view(sheet, unit),
        },
    }


async def say(call: Call) -> Any:
    """POST: a comment, or an answer to one."""
    sheet = await _sheet(call)
    key, note = _unit(sheet, call.text("key")).key, call.text("note")
    to, who = call.text("to", ""), call.session.person
    await call.desk.change(sheet, lambda work: comment(work, key, who, note, to))
    return await _whole(call, sheet, key)


async def settle(call: Call) -> Any:
    """POST: a comment's matter is resolved."""
    sheet = await _sheet(call)
    key, number, who = _unit(sheet, call.text("key")).key, call.data.get("number"), call.session.person
    if not isinstance(number, int):
        raise UsageError(FIELD_MISSING(field="number"))
    await call.desk.change(sheet, lambda work: resolve(work, key, who, number))
    return await _whole(call, sheet, key)


async def set_aside(call: Call) -> Any:
    """POST: dismiss a rule's findings for the text as it stands."""
    sheet = await _sheet(call)
    key, rule = _unit(sheet, call.text("key")).key, call.text("rule")
    why, who = call.text("why", ""), call.session.person
    await call.desk.change(sheet, lambda work: dismiss(work, key, who, rule, why))
    return await _whole(call, sheet, key)


async def take_back(call: Call) -> Any:
    """POST: let a rule speak again that was dismissed."""
    sheet = await _sheet(call)
    key, rule, who = _unit(sheet, call.text("key")).key, call.text("rule"), call.session.person
    await call.desk.change(sheet, lambda work: undismiss(work, key, who, rule))
    return await _whole(call, sheet, key)


async def units(call: Call) -> Any:
    """GET: all units as they stand, for a page that was away."""
    sheet = await _sheet(call)
    views = await run_in_thread(lambda: [unit_view(sheet, unit) for unit in sheet.units.values()])
    return {"units": views, "state": sheet.state_id}


async def search(call: Call) -> Any:
    """GET: keys of the segments that answer a query; `partial` if the checks are still at work, which would add some."""
    sheet = await _sheet(call)
    query = call.text("q")
    keys, whole = await run_in_thread(lambda: find_known(sheet, query))
    if not whole:
        call.desk.examine(sheet)
    return {"keys": keys, "partial": not whole}


async def here(call: Call) -> Any:
    """POST: this page's person is in that segment now."""
    sheet = await _sheet(call)
    key = call.text("key")
    call.desk.hub.move(
        call.text("tab"), (sheet.language, sheet.name), key, call.session.person, call.session.id
    )
    return {}


async def engines(call: Call) -> Any:
    """GET: names of the engines that may draft this statement now, its own first."""
    sheet = await _sheet(call)
    return {"engines": await run_in_thread(lambda: drafters(sheet))}


async def suggest(call: Call) -> Any:
    """GET: what the memory knows that is like a segment; with `engine`, what that engine makes of it."""
    sheet = await _sheet(call)
    key = _unit(sheet, call.text("key")).key
    if engine := call.text("engine", ""):
        found = [await run_in_thread(lambda: by_engine(sheet, key, engine))]
    else:
        found = await run_in_thread(lambda: remembered(sheet, key, memory=call.desk.memory))
    translate = call.session.locale.translate
    return {
        "growing": not engine and call.desk.memory.growing,
        "suggestions": [
            {
                "text": p.text,
                "score": p.score,
                "says": translate(p.origin),
                "source_pieces": pieces_view(p.source),
                "differs": pieces_view(p.differs),
                "caution": translate(p.caution),
            }
            for p in found
        ],
    }


async def same_words(call: Call) -> Any:
    """GET: where these words stand in any statement."""
    language, words = call.desk.language(call.text("language")), call.text("q")[:200]
    found = await run_in_thread(lambda: concordance(call.desk.workspace, words, language))
    return {
        "hits": [
            {
                "name": h.name,
                "key": h.key,
                "place": h.place,
                "url": f"/s/{language}/{quote(h.name)}#{quote(h.key)}",
                "source": h.source,
                "target": h.target,
                "confirmed": h.confirmed,
            }
            for h in found
        ]
    }
