"""Every page of the desk, as the application lists them: in Spanish without an English word, for everybody, on every screen.

A page that is new fails here until somebody has said where it lies, and then until it is all of this.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect
from starlette.routing import Route

from translate_flow.desk.app import application
from translate_flow.desk.desk import Desk as Served
from translate_flow.desk.gate import Secret
from translate_flow.flow.planning.plans import set_plan
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, until
from .test_axe import PHONE, broken_rules, lively
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
PAGES = {
    "/": ["/", "/?show=open", "/?q=nada"],
    "/settings": ["/settings"],
    "/find": ["/find", "/find?q=liga"],
    "/plan": ["/plan"],
    "/s/{language}/{name:path}": [f"/s/en/{NAME}"],
    "/review/{language}/{name:path}": [f"/review/en/{NAME}?show=all"],
    "/timeline/{language}/{name:path}": [f"/timeline/en/{NAME}"],
    "/publish/{language}/{name:path}": [f"/publish/en/{NAME}"],
    "/align/{language}/{name:path}": [f"/align/en/{NAME}"],
    "/exchange/{language}": ["/exchange/en", "/exchange/en?q=liga"],
    "/findings/{language}": ["/findings/en", "/findings/en?show=aside"],
    "/glossary/{language}": [
        f"/glossary/en?show={show}" for show in ("terms", "suggestions", "conflicts", "files")
    ],
}
"""Where each page lies, and its states."""
NO_PAGES = {
    "/enter", "/favicon.ico", "/events", "/built", "/static/{edition}/{file}", "/plan/{file}", "/exchange/out",
    "/publish/look", "/publish/zip", "/glossary/{language}/{form}",
}  # fmt: skip
"""What is no page: downloads, news, the way in."""


def _planned(workspace: Workspace) -> None:
    lively(workspace)
    due = "2020-01-02T09:00:00-05:00"
    set_plan(
        workspace, NAME, "en", {"translator": "Ana María Quispe de la Torre", "reviewer": "Berta", "due": due}
    )


def _listed(desk: Desk) -> set[str]:
    """Addresses that answer GET and are not for scripts."""
    served = Served(Shelf(Workspace.load(desk.root)), Secret("0" * 64), 1)
    routes: list[Any] = application(served).app.routes  # type: ignore[attr-defined]
    return {
        route.path
        for route in routes
        if isinstance(route, Route) and "GET" in (route.methods or ()) and not route.path.startswith("/api/")
    }


QUOTED = """() => [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])
  .filter((a) => /^(aria-|lang|dir|class|id)/.test(a.name) && /^"/.test(a.value)).map((a) => `${a.name}=${a.value}`)"""
"""Attributes of which the quotation marks became part of the value, because a template escaped them."""
JUMPS = """() => new Promise((done) => {
  const jumps = [];
  new PerformanceObserver((list) => jumps.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(jumps.filter((j) => !j.hadRecentInput).reduce((sum, j) => sum + j.value, 0)), 100);
})"""
"""How much of the page has jumped since it was opened, by the browser's own measure (cumulative layout shift)."""
STEADY = 0.1
"""What counts as good there (web.dev, Core Web Vitals)."""


def test_every_page_is_spanish_accessible_and_fits(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(_planned)
    assert _listed(desk) - NO_PAGES == set(PAGES), "a page that nobody has looked at"
    wide = visit(desk, locale="es-PE", path="/settings", name="Ana")
    phone = visit(desk, locale="es", path="/settings", viewport=PHONE, has_touch=True, color_scheme="dark")
    for states in PAGES.values():
        for address in states:
            wide.page.goto(desk.url + address)
            wide.page.wait_for_selector("#rows, html[data-ready]")
            all_spanish(wide.page)
            assert wide.page.evaluate(QUOTED) == [], address
            assert wide.page.evaluate(JUMPS) < STEADY, address
        phone.page.goto(desk.url + states[0])
        phone.page.wait_for_selector("#rows, html[data-ready]")
        assert broken_rules(phone.page) == [], states[0]
        assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), states[0]
        assert phone.page.evaluate(JUMPS) < STEADY, states[0]
        wide.calm()
        phone.calm()
    # A planned statement's line on a phone: everything below each other, nothing squeezed.
    phone.page.goto(desk.url)
    squeezed = phone.page.evaluate("""() => [...document.querySelectorAll('ul.languages > li > *')]
      .filter((e) => e.getBoundingClientRect().width < 200).map((e) => e.className)""")
    assert squeezed == []


def _numbers(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"\d+", text)]


def test_all_pages_count_the_same(open_desk: Callable[..., Desk], visit: Visit) -> None:
    """Words to go, findings, paragraphs for a second look, confirmed and not: one source, wherever it is said."""
    desk = open_desk(_planned)
    page = visit(desk, path="/", name="Ana").page
    page.wait_for_selector(".findings .count")
    row = page.locator(f"[data-name={NAME}]")
    to_go = _numbers(row.locator("dl.facts div").nth(1).inner_text())[0]
    review = _numbers(row.locator("a:has-text('Review')").inner_text())[0]
    found = sum(_numbers(row.locator(".findings").inner_text()))
    states = {
        s.get_attribute("class").split()[1]: _numbers(s.inner_text())[-1]
        for s in row.locator(".states .state").all()
    }
    units = desk.work().units
    assert sum(states.values()) == len(units)
    page.goto(f"{desk.url}/s/en/{NAME}")
    page.wait_for_selector("html[data-ready]")
    assert _numbers(page.inner_text("#to-go"))[0] == to_go
    listed = [s.get_attribute("class").split()[1] for s in page.query_selector_all("#list .state")]
    assert {state: listed.count(state) for state in set(listed)} == states
    page.goto(f"{desk.url}/review/en/{NAME}")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(".item")).to_have_count(review)
    page.goto(f"{desk.url}/findings/en")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("ul.listing > li")).to_have_count(found)
    page.goto(f"{desk.url}/publish/en/{NAME}")
    open_ones = sum(n for state, n in states.items() if state in ("missing", "draft", "stale"))
    assert _numbers(page.inner_text("#missing li:has-text('confirmed')"))[0] == open_ones
    page.goto(f"{desk.url}/find?q=state:open")
    page.wait_for_selector("html[data-ready]")
    until(lambda: page.locator("#hits [data-item], #hits li").count() >= open_ones)
    page.goto(f"{desk.url}/plan")
    page.wait_for_selector("html[data-ready]")
    assert to_go in _numbers(page.inner_text("main"))
