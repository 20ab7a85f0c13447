"""Lists that others change are drawn anew under somebody's hands: the focus, ticks and a pressed key stay with their line."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from translate_flow.flow.reviewing.remarks import comment
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, until, write
from .test_axe import lively
from .test_planning import TWO

Visit = Callable[..., Visitor]


def test_a_key_pressed_while_the_list_is_drawn_anew_counts(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(**TWO)
    carla, ana = visit(desk, name="Carla", path="/plan"), visit(desk, name="Ana", path="/plan")
    page = carla.page
    portuguese = page.get_by_role("checkbox", name="Comunicado 1, Portuguese")
    page.get_by_role("checkbox", name="Comunicado 0, Portuguese").check()
    portuguese.focus()
    page.keyboard.down("Space")
    ana.page.click("#rows > li >> nth=0 >> .plan-one")
    ana.page.fill("#plan-note", "Antes del mediodía")
    ana.page.click("#plan button.primary")
    expect(page.locator("#rows > li >> nth=0")).to_contain_text("Antes del mediodía")
    page.keyboard.up("Space")
    expect(portuguese).to_be_checked()
    expect(portuguese).to_be_focused()
    expect(page.locator("#rows .pick:checked")).to_have_count(2)
    expect(page.locator("#plan-chosen")).to_be_enabled()
    carla.calm()
    ana.calm()


def test_a_button_held_down_while_the_overview_is_drawn_anew_works(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(**TWO)
    visitor = visit(desk, name="Carla", path="/")
    page = visitor.page
    build = page.locator("[data-name=s1] [data-language=pt] [data-build]")
    build.focus()
    page.keyboard.down("Space")
    write(Workspace.load(desk.root), {0: "Statement 0"}, "Ana", "s0")
    expect(page.locator("[data-name=s0] [data-language=en] .last")).to_contain_text("Ana")
    page.keyboard.up("Space")
    expect(page.locator("dialog[open]")).to_be_visible()
    visitor.calm()


def test_news_of_others_interrupt_no_answer_and_fold_nothing(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(lively)
    key = desk.work().catalogue.entries[2].key
    visitor = visit(desk, name="Ana", path=f"/s/en/{NAME}#{key}")
    page = visitor.page
    page.click(".comments > li button:has-text('Answer')")
    page.fill("#comment", "They stood watch.")
    page.click("#terms details summary >> nth=0")
    comment(Work.open(Workspace.load(desk.root), NAME, "en"), key, "Berta", "Who is the mayor?")
    page.wait_for_selector(".comments > li:has-text('Who is the mayor?')")
    expect(page.locator("#terms details[open]")).to_have_count(1)
    expect(page.locator("#terms details[open] summary")).to_be_focused()
    page.focus("#comment")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".comments ul li:has-text('They stood watch.')")
    until(lambda: [e.note for e in desk.work().journal.events][-1] == "They stood watch.")
    visitor.calm()
