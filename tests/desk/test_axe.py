"""Every page is accessible by axe's rules (WCAG 2.2 A and AA, best practice), light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from translate_flow.flow.edit import confirm, send_back
from translate_flow.flow.remarks import comment
from translate_flow.flow.work import Work
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, write

Visit = Callable[..., Visitor]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations
  .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message || n.none[0]?.message || '')).join(' | '))"""


def lively(workspace: Workspace) -> None:
    """A statement with everything a page can show."""
    write(
        workspace,
        {
            0: "Statement of the Shore League",
            1: "The Liga Ribereña reports that 21 families lost it.",
            2: "The rondas came.",
        },
        "Berta",
    )
    work = Work.open(workspace, NAME, "en")
    keys = [e.key for e in work.catalogue.entries]
    write(
        workspace, {1: "The Liga Ribereña reports that 21 families lost their homes on 3 May 2024."}, "Carla"
    )
    work = Work.open(workspace, NAME, "en")
    confirm(work, keys[0], "Berta")
    send_back(work, keys[2], "Carla", "Say what they did.")
    comment(work, keys[2], "Berta", "I will.", work.unit(keys[2]).events[-1].id)


def broken_rules(page: Any) -> list[str]:
    """What axe has to say of the page. It runs as a debugger does, beside the page's own policy."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_pages_and_dialogs_break_no_rule(
    open_desk: Callable[..., Desk], visit: Visit, scheme: str, width: int
) -> None:
    desk = open_desk(lively)
    visitor = visit(desk, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = visitor.page
    page.wait_for_selector(".findings .count")
    assert broken_rules(page) == []
    for opener in ("[data-open=me]", "[data-build]"):
        page.click(opener)
        assert broken_rules(page) == []
        page.keyboard.press("Escape")
    page.goto(f"{desk.url}/?q=nothing-is-called-so")
    assert broken_rules(page) == []
    page.goto(desk.editor())
    page.wait_for_selector("html[data-ready]")
    for place in range(3):
        page.click(f"#list li:nth-child({place + 1}) a")
        page.wait_for_selector(".term-row")
        page.wait_for_timeout(150)
        assert broken_rules(page) == []
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Mine")
    write(Workspace.load(desk.root), {2: "Theirs"}, "Berta")
    page.wait_for_selector("#conflict:not([hidden])")
    assert broken_rules(page) == []
    page.click("[data-open=keys]")
    assert broken_rules(page) == []
    page.goto(desk.editor().replace("/s/", "/review/") + "?show=all")
    page.wait_for_selector(".item")
    assert broken_rules(page) == []
    page.goto(f"{desk.url}/nothing")
    assert broken_rules(page) == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["/", "/s/en/comunicado", "/review/en/comunicado?show=all"])
@pytest.mark.parametrize("width", [320, 3840])
def test_no_page_is_wider_than_the_screen(
    open_desk: Callable[..., Desk], visit: Visit, path: str, width: int
) -> None:
    page = visit(open_desk(lively), path=path, viewport={"width": width, "height": 900}).page
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if path.startswith("/s/"):
        assert page.evaluate("document.getElementById('text').getBoundingClientRect().right <= innerWidth")


def test_what_is_said_by_colour_is_said_by_word_and_sign(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    page = visit(open_desk(lively), path="/s/en/comunicado").page
    for state in page.query_selector_all("#list .state"):
        assert state.query_selector(".icon").inner_text().strip()
        assert state.query_selector(".word").inner_text().strip()
