"""Whole working days: a coordinator plans and publishes, a translator finds what is theirs, a reviewer on a phone sends back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from translate_flow.flow.planning.plans import read_plans
from translate_flow.model import State
from translate_flow.workspace import Workspace

from .conftest import Desk, Visitor, until, write
from .test_axe import PHONE

Visit = Callable[..., Visitor]
SIX = {
    f"s{n}": f"# Carta {n}\n\nPedimos agua limpia, carta {n}.\n\nGracias a las {n + 3} familias.\n"
    for n in range(6)
}


def tab_to(page: Any, selector: str, *, back: bool = False) -> None:
    """Press Tab, or Shift+Tab, until the first of these has the focus: as often as the page has stops at most."""
    stops = page.evaluate(
        "document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]').length"
    )
    for _ in range(stops):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("s => document.activeElement === document.querySelector(s)", selector):
            return
    raise AssertionError(f"no key leads to {selector}")


def _begun(workspace: Workspace) -> None:
    for n in range(2):
        write(
            workspace,
            {
                0: f"Letter {n}",
                1: f"We ask for clean water, letter {n}.",
                2: f"Thanks to the {n + 3} families.",
            },
            "Berta",
            f"s{n}",
        )


def test_six_statements_are_planned_in_two_languages_translated_reviewed_and_one_is_published(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(_begun, statements=SIX, settings=[('targets = ["en"]', 'targets = ["en", "pt"]')])
    coordinator = visit(desk, name="Carla", path="/plan", timezone_id="America/Lima")
    page = coordinator.page
    _plan(page, desk)

    translator = visit(desk, name="Ana", path="/?show=mine").page
    _translate(translator, desk)

    reviewer = visit(desk, name="Rosa", path="/review/en/s2", viewport=PHONE, has_touch=True, is_mobile=True)
    _review_by_touch(reviewer.page, desk)
    # What was sent back waits for the translator at once, and for nobody else.
    translator.goto(desk.url)
    expect(translator.locator(".waiting h3.returned")).to_be_visible()
    expect(page.locator(".waiting h3.returned")).to_have_count(0)
    reviewer.calm()

    names = _publish(page, desk)
    assert "manifest.json" in names and any(name.startswith("s0.en") for name in names)
    assert "We ask for clean water, letter 0." in (desk.root / "build/en/s0/s0.en.md").read_text("utf-8")
    coordinator.calm()


def _plan(page: Any, desk: Desk) -> None:
    """English to Ana, Portuguese to Bia, all of each at once."""

    def plans(language: str, name: str) -> str:
        return read_plans(Workspace.load(desk.root)).of(language, name).translator

    expect(page.locator("#rows > li")).to_have_count(12)
    for language, person in (("English", "Ana"), ("Portuguese", "Bia")):
        page.goto(f"{desk.url}/plan")
        page.wait_for_selector("html[data-ready]")
        for line in page.locator("#rows > li").filter(has_text=language).all():
            line.locator(".pick").check()
        page.click("#plan-chosen")
        page.fill("#plan-translator", person)
        page.fill("#plan-reviewer", "Rosa")
        page.fill("#plan-due", "2099-03-08T18:00")
        page.click("#plan button.primary")
        tag = "en" if language == "English" else "pt"
        until(lambda tag=tag, person=person: all(plans(tag, f"s{n}") == person for n in range(6)))  # type: ignore[misc]


def _translate(page: Any, desk: Desk) -> None:
    """By keys alone: what is mine, the first of it, three paragraphs confirmed, and back to the overview."""
    expect(page.locator("ul.statements > li")).to_have_count(4)  # two are done
    tab_to(page, "[data-name=s2] h3 a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{desk.url}/s/en/s2")
    page.wait_for_selector("html[data-ready]")
    for text in ("Letter 2", "We ask for clean water, letter 2.", "Thanks to the 5 families."):
        page.keyboard.type(text)
        page.keyboard.press("Control+Enter")
        page.wait_for_function(
            "text => [...document.querySelectorAll('.target')].some(t => t.textContent === text)", arg=text
        )
    until(lambda: all(u.state is State.TRANSLATED for u in desk.work("s2").units))
    tab_to(page, "nav.where a", back=True)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{desk.url}/")
    # It is no longer among what waits.
    expect(page.locator(".waiting a[href='/s/en/s2?q=state:open']")).to_have_count(0)


def _review_by_touch(phone: Any, desk: Desk) -> None:
    """One approved, one sent back with a note."""
    phone.wait_for_selector("html[data-ready]")
    phone.tap(".item >> nth=0 >> [data-do=approve]")
    until(lambda: desk.work("s2").units[0].state is State.APPROVED)
    phone.tap(".item:has-text('agua') >> [data-do=return]")
    phone.fill("#return-note", "Better: safe water?")
    phone.tap("#return button.primary")
    until(lambda: desk.work("s2").units[1].state is State.DRAFT)


def _publish(page: Any, desk: Desk) -> list[str]:
    """The one that is complete is looked at and built; what is in the archive that is downloaded."""
    page.goto(f"{desk.url}/publish/en/s0")
    page.wait_for_selector("#missing .good")
    page.goto(f"{desk.url}/publish/en/s2")
    page.wait_for_selector("#missing .wrong")
    page.goto(f"{desk.url}/publish/en/s0")
    page.wait_for_selector("html[data-ready]")
    page.click("#go")
    page.wait_for_selector("#result a")
    with page.expect_download() as taken:
        page.click("#zip")
    data = taken.value.path().read_bytes()
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_who_is_where_is_seen_on_the_overview(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(_begun, statements=SIX)
    page = visit(desk, name="Carla").page
    expect(page.locator("#here")).to_be_hidden()
    other = visit(desk, name="Ana", path="/s/en/s1")
    page.wait_for_selector("#here li:has-text('Ana'):has-text('Carta 1')")
    other.context.close()
    page.wait_for_selector("#here", state="hidden")
