"""All findings of a language on one page: by rule, person, statement and severity; fixed, dismissed, reopened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from ..errors import TranslateFlowError, UsageError
from ..flow.editing.fix import fix
from ..flow.reviewing.found import FoundFinding, SetAside
from ..flow.reviewing.remarks import dismiss, undismiss
from ..flow.statement.work import Work
from ..model import Severity
from ..workspace.access import present
from .answers import Call
from .choices import LONGEST, chosen, page_of
from .desk import Desk, run_in_thread
from .messages import FIELD_MISSING
from .pages import page
from .session import Session, session
from .views import descriptions, finding_view

PAGE = 100
"""Findings on one page."""
_GRAVE = [str(s) for s in (Severity.ERROR, Severity.WARNING, Severity.INFO)]
FILTERS = ("rule", "by", "name", "severity")
ASIDE = "aside"
"""What is asked for where the dismissed ones are wanted."""


async def show(request: Request) -> Response:
    """GET: the findings that are asked for, the gravest first; with `show=aside` what was dismissed."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language = desk.language(request.path_params["language"])
    return page(request, who, "findings.html", **await _data(desk, who, language, request))


async def rows(call: Call) -> Any:
    """GET: the list again, as HTML to put in place of the old one."""
    language = call.desk.language(call.text("language"))
    return page(
        call.request,
        call.session,
        "findingrows.html",
        **await _data(call.desk, call.session, language, call.request),
    )


async def _data(desk: Desk, who: Session, language: str, request: Request) -> dict[str, Any]:
    given = request.query_params
    names = await run_in_thread(lambda: sorted(desk.workspace.catalogued(language)))
    said = {rule: who.locale.translate(text) for rule, text in descriptions().items()}
    desk.count_findings((language, name) for name in names)
    known = [desk.found[language, name] for name in names if (language, name) in desk.found]
    once = {one.rule for found in known for one in found.aside}  # of a check that is there no more, perhaps
    asked, wrong = chosen(
        given, {"rule": said.keys() | once, "name": names, "severity": _GRAVE, "show": (ASIDE,)}
    )
    asked["by"] = given.get("by", "")[:LONGEST]
    every: Sequence[FoundFinding | SetAside]
    if asked["show"] == ASIDE:
        every = [one for found in known for one in found.aside]
    else:
        every = [one for found in known for one in found.findings]
    hits = [one for one in every if _asked(one, asked)]
    if asked["show"] != ASIDE:
        hits.sort(key=lambda one: _GRAVE.index(_severity(one)))
    pages = max(1, -(-len(hits) // PAGE))
    current = page_of(given, pages)
    listed = hits[(current - 1) * PAGE : current * PAGE]
    for name in {one.at.name for one in listed}:
        present().shown(name, language)
    source = desk.workspace.settings.languages.source

    def counted(name: str) -> list[tuple[str, int]]:
        """How many there are of each value of a filter, whatever its own value is; its own value is among them."""
        others = {**asked, name: ""}
        counts = Counter(_value(one, name) for one in every if _asked(one, others))
        return [*counts.most_common(), *([(own, 0)] if (own := asked[name]) and own not in counts else ())]

    return {
        "asked": asked,
        "not_choices": wrong,
        "items": [_view(one, who, said) for one in listed],
        "found": len(hits),
        "current": current,
        "pages": pages,
        "by_rule": [(rule, said.get(rule, rule), n) for rule, n in counted("rule")],
        "by_person": counted("by"),
        "by_name": sorted(counted("name")),
        "by_severity": []
        if asked["show"] == ASIDE
        else sorted(counted("severity"), key=lambda p: _GRAVE.index(p[0])),
        "address": lambda **more: "?" + urlencode({k: v for k, v in {**asked, **more}.items() if v}),
        "unseen": len(names) - len(known),
        "source": source,
        "target": language,
        "targets": desk.workspace.settings.languages.targets,
        "start": {"language": language},
    }


def _value(one: FoundFinding | SetAside, name: str) -> str:
    if name == "rule":
        return one.rule if isinstance(one, SetAside) else one.finding.rule
    if name == "by":
        return one.event.by if isinstance(one, SetAside) else one.at.by
    return one.at.name if name == "name" else _severity(one)


def _severity(one: FoundFinding | SetAside) -> str:
    return "" if isinstance(one, SetAside) else str(one.finding.severity)


def _asked(one: FoundFinding | SetAside, asked: dict[str, str]) -> bool:
    return all(asked[name] in ("", _value(one, name)) for name in FILTERS)


def _view(one: FoundFinding | SetAside, who: Session, said: dict[str, str]) -> dict[str, Any]:
    at = one.at
    view: dict[str, Any] = {
        "name": at.name,
        "key": at.unit.key,
        "place": at.place,
        "url": f"/s/{at.language}/{quote(at.name)}#{quote(at.unit.key)}",
        "source": at.unit.segment.text,
        "target": at.unit.target,
        "state": str(at.unit.state),
        "by": at.by,
        "span": None,
        "fixable": False,
    }
    if isinstance(one, SetAside):
        about = {"rule": one.rule, "message": said.get(one.rule, one.rule), "hint": "", "severity": ""}
        return view | about | {"why": one.event.note, "by": one.event.by, "when": one.event.at}
    return view | finding_view(one.finding, who.locale) | {"fixable": one.fixable}


async def dismiss_many(call: Call) -> Any:
    """POST: set findings aside (`items`: name, key, rule), each for the text as it stands, for one reason."""
    why, person = call.text("why", "").strip(), call.session.person
    return await _each(call, lambda work, key, rule: dismiss(work, key, person, rule, why))


async def take_back(call: Call) -> Any:
    """POST: report findings again that were dismissed."""
    person = call.session.person
    return await _each(call, lambda work, key, rule: undismiss(work, key, person, rule))


async def fix_many(call: Call) -> Any:
    """POST: put findings right whose remedy is certain."""
    person = call.session.person

    def act(work: Work, key: str, rule: str) -> object:
        return fix(call.desk.shelf.sheets[work.language, work.name], work, key, rule, person)

    return await _each(call, act)


async def _each(call: Call, act: Callable[[Work, str, str], object]) -> dict[str, Any]:
    answer: dict[str, Any] = {"done": 0, "refused": []}
    for name, key, rule in _items(call):
        sheet = await call.desk.sheet(call.text("language"), name)

        def one(work: Work, key: str = key, rule: str = rule) -> object:
            return act(work, key, rule)

        try:
            await call.desk.change(sheet, one)
            answer["done"] += 1
        except TranslateFlowError as error:
            answer["refused"].append(call.session.locale.translate(error.message))
    return answer


def _items(call: Call) -> list[tuple[str, str, str]]:
    items = call.data.get("items")
    if not isinstance(items, list) or not items:
        raise UsageError(FIELD_MISSING(field="items"))
    found = []
    for item in items:
        if not isinstance(item, dict) or not all(
            isinstance(item.get(k), str) for k in ("name", "key", "rule")
        ):
            raise UsageError(FIELD_MISSING(field="items"))
        found.append((item["name"], item["key"], item["rule"]))
    return found


GET = {"/api/findings": rows}
POST = {
    "/api/findings/dismiss": dismiss_many,
    "/api/findings/undismiss": take_back,
    "/api/findings/fix": fix_many,
}
PAGES = {"/findings/{language}": show}
