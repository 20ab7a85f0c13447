"""All findings on one page: found by rule and person, fixed, set aside with a reason, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, journal, until, write
from .test_axe import PHONE, WIDE, broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
OTHER = "# Carta\n\nLas 7 familias no tienen agua.\n"
PAGE = "/findings/en"


def faulty(workspace: Workspace) -> None:
    """A wrong number and two slips of Berta's, and a wrong number of Carla's in another statement."""
    write(
        workspace, {1: "The Liga Ribereña reports that  21 families lost their home on 3 May 2024 ."}, "Berta"
    )
    write(workspace, {1: "The 9 families have no water."}, "Carla", "carta")


@pytest.fixture
def found(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk(faulty, statements={NAME: STATEMENT, "carta": OTHER})


def listed(page: Any, count: int) -> None:
    expect(page.locator("#found .listing > li[data-key]")).to_have_count(count)


def test_a_reviewer_finds_fixes_and_sets_aside_with_a_reason(found: Desk, visit: Visit) -> None:
    visitor = visit(found, name="Dora")
    page = visitor.page
    page.wait_for_selector("[data-name=comunicado] .findings .count")
    page.click("[data-name=comunicado] .findings a")
    page.wait_for_selector("html[data-ready]")
    listed(page, 3)
    page.click(".batch a:has-text('Show all')")
    page.wait_for_selector("html[data-ready]")
    listed(page, 4)
    assert "12" in page.inner_text(".listing > li >> nth=1") + page.inner_text(".listing > li >> nth=0")
    page.select_option("#by", "Carla")
    page.click(".filters button")
    page.wait_for_selector("html[data-ready]")
    listed(page, 1)
    page.goto(found.url + PAGE)
    page.wait_for_selector("html[data-ready]")
    listed(page, 4)
    # What is certain goes at once, in the reviewer's name.
    page.check("#all")
    page.click("#fix")
    listed(page, 2)
    until(lambda: [e["by"] for e in journal(found.root) if e["do"] == "edit"][-1] == "Dora")
    assert "that 21 families lost their home on 3 May 2024." in journal(found.root)[-1]["text"]
    # The rest needs a reason.
    page.click("li[data-name=carta] [data-do=aside]")
    page.keyboard.press("Enter")  # without one nothing happens
    page.wait_for_selector("#dismiss[open]")
    page.fill("#dismiss-why", "two families joined since")
    page.keyboard.press("Enter")
    listed(page, 1)
    until(lambda: journal(found.root, "carta")[-1]["do"] == "dismiss")
    assert "two families joined since" in journal(found.root, "carta")[-1]["note"]
    page.goto(f"{found.url}{PAGE}?show=aside")
    page.wait_for_selector("html[data-ready]")
    assert "two families joined since" in page.inner_text(".listing")
    page.click("[data-do=back]")
    listed(page, 0)
    until(lambda: journal(found.root, "carta")[-1]["do"] == "undismiss")
    page.goto(found.url + PAGE)
    page.wait_for_selector("html[data-ready]")
    listed(page, 2)
    visitor.calm()


def test_counts_are_those_of_the_overview(found: Desk, visit: Visit) -> None:
    page = visit(found).page
    expect(page.locator(".findings .count")).to_have_count(3)
    said = sum(int(t.split()[1]) for t in page.locator(".findings .count").all_inner_texts())
    page.goto(found.url + PAGE)
    page.wait_for_selector("html[data-ready]")
    listed(page, said)


def test_what_somebody_else_corrects_goes_from_the_list(found: Desk, visit: Visit) -> None:
    page = visit(found, path=PAGE).page
    listed(page, 4)
    page.focus("li[data-name=carta] .pick")
    write(Workspace.load(found.root), {1: "The 7 families have no water."}, "Carla", "carta")
    page.goto(found.editor("carta"))  # the desk looks at open statements' files by itself
    page.wait_for_selector("html[data-ready]")
    page.go_back()
    listed(page, 3)


def test_a_certain_remedy_is_offered_while_one_types(found: Desk, visit: Visit) -> None:
    page = visit(found, path=f"/s/en/{NAME}").page
    page.click("#list [role=listitem]:nth-child(3) a")
    page.wait_for_selector("#source:has-text('rondas')")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("The rondas (village patrols) came came. There was no answer.")
    page.click(".finding:has-text('came came') button:has-text('Fix')")
    expect(page.locator("#text")).to_have_value("The rondas (village patrols) came. There was no answer.")
    page.keyboard.press("Control+Z")
    until(lambda: "came came" in page.input_value("#text"))


@pytest.mark.parametrize("screen", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_page_is_accessible_and_in_spanish(found: Desk, visit: Visit, screen: dict[str, Any]) -> None:
    scheme = "dark" if screen is WIDE else "light"
    page = visit(found, path=PAGE, viewport=screen, locale="es", color_scheme=scheme).page
    listed(page, 4)
    assert broken_rules(page) == []
    all_spanish(page)
    page.click("[data-do=aside] >> nth=0")
    assert broken_rules(page) == []
    page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"{found.url}{PAGE}?show=aside")
    page.wait_for_selector("html[data-ready]")
    assert broken_rules(page) == []
    all_spanish(page)
