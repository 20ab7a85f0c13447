"""The settings page: engines and what they cost, models, languages, people, rules, keys; the sample statement."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from .. import engines
from ..errors import UsageError
from ..flow import sample
from ..flow.drafts.engines import get, obtainable, survey, trial
from ..flow.setting import CHANGEABLE, set_settings, settings_file
from ..language.tags import language as language_name
from ..settings.model import MEMORY_USES, PUBLISH, REPEATS, STOPS
from ..workspace import SETTINGS
from .answers import Call
from .board import people
from .desk import Desk, run_in_thread
from .hub import OVERVIEW
from .messages import FIELD_MISSING, UNKNOWN_ACTION
from .pages import page
from .session import session
from .words import Locale


async def show(request: Request) -> Response:
    """GET: the page."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    workspace = desk.workspace
    file = await run_in_thread(lambda: settings_file(workspace))
    rows = await run_in_thread(lambda: _engines(desk, who.locale))
    known = people(await run_in_thread(desk.rows))
    languages = workspace.settings.languages
    return page(
        request,
        who,
        "settings.html",
        settings=workspace.settings,
        file=SETTINGS,
        engines=rows,
        source=languages.source,
        targets=languages.targets,
        memory_uses=MEMORY_USES,
        repeats=REPEATS,
        stops=STOPS,
        metadata=PUBLISH["metadata"],
        people=[(name, at, row) for name, at, row in known],
        sample=_sample(desk),
        start={"base": file.base},
    )


def _engines(desk: Desk, locale: Locale) -> list[dict[str, Any]]:
    """Each engine with what it is for each language; those that are tried come first, in their order."""
    workspace = desk.workspace
    found: dict[str, dict[str, Any]] = {}
    for target in workspace.settings.languages.targets:
        for row in survey(workspace, target):
            one = found.setdefault(
                row["name"],
                row
                | {
                    "about": locale.translate(row["description"]),
                    "why": "" if row["allowed"] else locale.translate(row["why"]),
                    "by_language": [],
                },
            )
            one["by_language"].append(
                {
                    "tag": target,
                    "ready": not row["missing"],
                    "missing": locale.translate(row["missing"]),
                    "chrf2": row["chrf2"],
                    "obtainable": bool(row["missing"]) and obtainable(row["name"]),
                }
            )
    chosen = list(workspace.settings.drafting.engines)
    found |= {name: _unlisted(name) for name in chosen if name not in found}
    return sorted(found.values(), key=lambda e: chosen.index(e["name"]) if e["chosen"] else len(chosen))


def _unlisted(name: str) -> dict[str, Any]:
    """An engine that the settings name and no list has: it stays where it is."""
    return {
        "name": name, "about": "", "private": getattr(engines.load(name), "private", False), "price": None,
        "chosen": True, "allowed": True, "why": "", "key": "", "limits": {}, "by_language": [],
    }  # fmt: skip


def _sample(desk: Desk) -> dict[str, Any]:
    name = sample.name_of(desk.workspace)
    there = bool(name) and desk.workspace.has_source(name) is not None
    first = desk.workspace.settings.languages.targets[0]
    return {
        "name": name,
        "there": there,
        "own": there and sample.is_sample(desk.workspace, name),
        "edit": f"/s/{first}/{quote(name)}",
    }


async def change(call: Call) -> Any:
    """POST: write some settings (`values`, by "section.key") into the file that has this `base`."""
    values: dict[tuple[str, str], Any] = {}
    given = call.data.get("values")
    if not isinstance(given, dict) or not given:
        raise UsageError(FIELD_MISSING(field="values"))
    for name, value in given.items():
        section, _, key = str(name).partition(".")
        wanted = CHANGEABLE.get((section, key))
        if wanted is None:
            raise UsageError(UNKNOWN_ACTION(name=name))
        texts = all(isinstance(v, str) for v in value) if isinstance(value, list) else True
        if type(value) is not wanted or not texts:
            raise UsageError(FIELD_MISSING(field=name))
        values[section, key] = value
    wished: list[str] = values.get(("drafting", "engines"), [])
    for name in wished:
        engines.load(name)
    desk, base = call.desk, call.text("base")
    await run_in_thread(desk.shelf.flush)
    _, errors = await run_in_thread(lambda: set_settings(desk.workspace, values, base))
    desk.shelf.reload_workspace()
    desk.hub.tell(OVERVIEW, "statement", {})
    now = await run_in_thread(lambda: settings_file(desk.workspace))
    return {"base": now.base, "troubles": [call.session.locale.translate(e.message) for e in errors]}


async def model(call: Call) -> Any:
    """POST: begin to download what an engine needs for a language; its progress is news."""
    target, engine = call.desk.language(call.text("language")), call.text("engine")
    source = call.desk.workspace.settings.languages.source
    tag = call.session.locale.tag
    what = f"{language_name(source, tag)} → {language_name(target, tag)}"
    call.desk.jobs.fetch(target, what, lambda progress: get(engine, source, target, None, progress))
    return {}


async def test(call: Call) -> Any:
    """POST: one harmless sentence through an engine: what came of it, and how long it took."""
    target, engine = call.desk.language(call.text("language")), call.text("engine")
    source = call.desk.workspace.settings.languages.source
    done = await run_in_thread(lambda: trial(call.desk.workspace, engine, source, target))
    return {"text": done.text, "answer": done.answer, "seconds": round(done.start + done.seconds, 1)}


async def play(call: Call) -> Any:
    """POST: add the sample statement; where it is translated."""
    desk = call.desk
    name = sample.name_of(desk.workspace)
    if not (name and sample.is_sample(desk.workspace, name)):
        await run_in_thread(lambda: sample.begin(desk.workspace))
        desk.shelf.reload_workspace()
        desk.hub.tell(OVERVIEW, "statement", {})
    return {"name": name, "edit": _sample(desk)["edit"]}


async def throw_away(call: Call) -> Any:
    """POST: remove the sample statement and all that was done to it."""
    desk, name = call.desk, sample.name_of(call.desk.workspace)
    await run_in_thread(lambda: desk.shelf.drop(name, lambda: sample.throw_away(desk.workspace, name)))
    for language in desk.workspace.settings.languages.targets:
        desk.counts.pop((language, name), None)
        desk.found.pop((language, name), None)
        desk.hub.tell((language, name), "reload", {})
    desk.memory.changed()
    desk.hub.tell(OVERVIEW, "statement", {})
    return {}


PAGES = {"/settings": show}
POST = {
    "/api/settings": change,
    "/api/model": model,
    "/api/engine/test": test,
    "/api/sample": play,
    "/api/sample/remove": throw_away,
}
