"""A statement done with a finger alone, on a phone, and with a mouse alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .conftest import Desk, Visitor, journal, machine, until
from .test_axe import broken_rules

Visit = Callable[..., Visitor]
EDITOR = "/s/en/comunicado"


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_wholly_by_touch(open_desk: Callable[..., Desk], visit: Visit, width: int, height: int) -> None:
    desk = open_desk(machine)
    visitor = visit(desk, path=EDITOR, has_touch=True, viewport={"width": width, "height": height})
    page = visitor.page
    # What one does most is always in sight; nothing is wider than the screen.
    dock = page.locator(".dock [data-do=confirm]").bounding_box()
    assert dock["y"] + dock["height"] <= height and dock["height"] >= 24
    page.tap("#dock-list")
    page.wait_for_selector("#list [role=listitem]:nth-child(2) a")
    assert broken_rules(page) == []
    page.tap("#list [role=listitem]:nth-child(2) a")
    page.wait_for_selector("#dock-place:has-text('2 / 7')")
    page.wait_for_selector("#list", state="hidden")
    # A term's popup by a tap; its button puts the term in; a tap elsewhere closes it.
    page.tap("#source [data-term]:has-text('Liga Ribereña')")
    page.wait_for_selector("#term-popup:has-text('Riverside League')")
    box = page.locator("#term-popup").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    page.tap("#meta-place")
    page.wait_for_selector("#term-popup", state="hidden")
    before = page.input_value("#text")
    page.tap("#source [data-term]:has-text('Liga Ribereña')")
    page.tap("#term-popup button")
    expect(page.locator("#text")).to_have_value(before + "Liga Ribereña")
    page.tap("[data-sign='…']")
    until(lambda: page.input_value("#text").endswith("Liga Ribereña…"))
    page.wait_for_selector("#kept button")
    page.tap("#kept button")
    expect(page.locator("#text")).to_have_value(before)
    page.tap(".dock [data-do=confirm]")
    until(lambda: [e["do"] for e in journal(desk.root)][-1] == "confirm")
    page.wait_for_selector("#dock-place:has-text('3 / 7')")
    page.tap(".dock [data-do=previous]")
    page.wait_for_selector("#dock-place:has-text('2 / 7')")
    page.tap(".active [data-do=approve]")
    until(lambda: [e["do"] for e in journal(desk.root)][-1] == "approve")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visitor.calm()


def test_wholly_by_mouse(open_desk: Callable[..., Desk], visit: Visit) -> None:
    """Only the words themselves are typed; no key is used beside."""
    desk = open_desk(machine)
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    page.mouse.wheel(0, 200)
    page.click("#main .row:nth-of-type(3) .target")
    page.wait_for_selector("#meta-place:has-text('paragraph 3 of 7')")
    page.click("[data-do=copy]")
    page.click("[data-do=revert]")
    page.click("#source [data-term]")
    page.click("#term-popup button")
    page.click("[data-do=revert]")
    page.click("[data-query='state:open']")
    page.wait_for_selector("#found:has-text('7 of 7')")
    for n in range(1, 8):
        page.click(f"#list [role=listitem]:nth-child({n}) a")
        page.click(".active [data-do=confirm]")
        until(lambda n=n: sum(e["do"] in ("confirm", "edit") for e in journal(desk.root)) == n)
    page.click("[data-query='']")
    page.click("#list [role=listitem]:nth-child(1) a")
    page.click(".active [data-do=approve]")
    until(lambda: journal(desk.root)[-1]["do"] == "approve")
    visitor.calm()
