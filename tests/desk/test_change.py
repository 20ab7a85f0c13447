"""Searching all statements and changing many paragraphs at once: each looked at first, undone as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.planning.plans import read_plans
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .conftest import Desk, Visitor, journal, until, write
from .test_axe import SCREENS, broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
STATEMENTS = {
    f"s{n}": f"# Comunicado {n}\n\nPedimos agua limpia.\n\nPedimos {n + 3} mesas.\n" for n in range(3)
}
TWO = {"statements": STATEMENTS, "settings": [('targets = ["en"]', 'targets = ["en", "pt"]')]}


def prepared(workspace: Workspace) -> None:
    """Drafts in all, in English; in two of them texts of Berta's that ask."""
    for name in STATEMENTS:
        list(run(plan(workspace, [name], "en")))
    for name in ("s0", "s1"):
        write(workspace, {1: "We request clean water.", 2: "They requested tables."}, "Berta", name)


def units(desk: Desk, language: str = "en") -> dict[str, list[tuple[str, str]]]:
    workspace = Workspace.load(desk.root)
    return {
        n: [(str(u.state), u.target) for u in Work.open(workspace, n, language).units] for n in STATEMENTS
    }


def search(page: Any, query: str) -> None:
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_selector("#hits")
    page.wait_for_selector("html[data-ready]")


def answered(page: Any, act: Callable[[], object]) -> None:
    with page.expect_response("**/api/undo") as answer:
        act()
    assert answer.value.ok


def test_a_search_goes_over_all_statements_and_a_batch_is_undone_as_one(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(prepared, **TWO)
    visitor = visit(desk, name="Carla", path="/find")
    page = visitor.page
    search(page, "agua state:translated")
    expect(page.locator("#rows > li")).to_have_count(2)
    page.check("#all")
    before = units(desk)
    page.click("[data-batch=approve]")
    expect(page.locator("#batch-title")).to_have_text("Approve 2 paragraphs?")
    page.keyboard.press("Escape")
    assert units(desk) == before, "a look changes nothing"
    page.click("[data-batch=approve]")
    page.click("#batch-go")
    until(lambda: sum(s == "approved" for rows in units(desk).values() for s, _ in rows) == 2)
    answered(page, lambda: page.click(".alarm.done button:has-text('Undo')"))
    until(lambda: units(desk) == before)
    search(page, "state:draft")
    page.check("#all")
    page.click("[data-batch=confirm]")
    page.click("#batch-go")
    until(lambda: all(s != "draft" for rows in units(desk).values() for s, _ in rows))
    answered(page, lambda: page.click(".alarm.done button:has-text('Undo')"))
    until(lambda: units(desk) == before)
    search(page, "by:berta")
    page.locator("#rows > li >> nth=0 >> .pick").press("Space")
    for _ in range(3):  # an impatient hand: one act all the same
        page.locator("[data-batch=return]").press("Enter")
    expect(page.locator("#batch-note")).to_be_visible()
    page.locator("#batch-note").press_sequentially("Look at the verb.")
    page.locator("#batch-go").press("Enter")
    until(lambda: units(desk)["s0"][1][0] == "draft")
    assert [e["note"] for e in journal(desk.root, "s0") if e["do"] == "return"] == ["Look at the verb."]
    answered(page, lambda: page.click(".alarm.done button:has-text('Undo')"))
    until(lambda: units(desk) == before)
    visitor.calm()


def test_what_does_not_fit_is_left_out_and_said(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(prepared, stop="error", **TWO)
    page = visit(desk, name="Carla", path="/find?q=pedimos&language=en").page
    page.check("#all")
    page.click("[data-batch=approve]")
    expect(page.locator("#batch-left")).to_be_visible()
    page.wait_for_selector("#batch-left-list li >> nth=1")
    page.keyboard.press("Escape")
    write(Workspace.load(desk.root), {1: "Another text meanwhile."}, "Ana", "s0")
    page.click("[data-batch=confirm]")
    expect(page.locator("#batch-left-list")).to_contain_text("Ana")


def test_statements_are_assigned_and_drafted_anew_from_a_search(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(prepared, **TWO)
    page = visit(desk, name="Carla", path="/find?q=state:draft").page
    page.check("#all")
    page.click("[data-batch=assign]")
    page.fill("#batch-person", "Ana")
    page.click("#batch-go")
    until(lambda: read_plans(Workspace.load(desk.root)).of("en", "s2").translator == "Ana")
    terms = desk.root / "glossary" / "names.csv"
    terms.write_text(
        terms.read_text("utf-8") + "agua limpia,clean water,term,translate,f,sg,no,,,,\n", "utf-8"
    )
    page.click("[data-batch=redraft]")
    page.click("#batch-go")
    until(lambda: "clean water" in units(desk)["s2"][1][1])


def test_a_replacement_is_looked_at_chosen_made_and_undone(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(prepared, **TWO)
    visitor = visit(desk, name="Carla", path="/find")
    page = visitor.page
    before = units(desk)
    page.fill("#wanted", "request")
    page.fill("#replacement", "ask for")
    page.check("#forms")
    page.press("#replacement", "Enter")
    page.wait_for_selector("#proposals li")
    expect(page.locator("#proposals li")).to_have_count(4)
    expect(page.locator("#proposals ins")).to_have_count(4)
    assert units(desk) == before
    page.uncheck("#proposals li >> nth=0 >> .pick")
    page.click("#proposed-go")
    until(lambda: units(desk)["s0"][2][1] == "They ask for tables.")
    assert units(desk)["s0"][1][1] == "We request clean water.", "the one that was not ticked"
    answered(page, lambda: page.click(".alarm.done button:has-text('Undo')"))
    until(lambda: units(desk) == before)
    page.fill("#wanted", "(a|aa)+[xy]")
    page.check("#regex")
    page.press("#replacement", "Enter")
    page.wait_for_selector("#proposed-title:has-text('Nothing')")
    page.fill("#wanted", "(request")
    page.press("#replacement", "Enter")
    expect(page.locator(".alarm.refused")).to_contain_text("from its character 8 on")
    expect(page.locator("#proposed")).to_be_hidden()
    visitor.calm()


def test_a_correction_is_spread_from_the_editor(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(prepared, **TWO)
    key = Work.open(Workspace.load(desk.root), "s0", "en").catalogue.entries[1].key
    visitor = visit(desk, name="Berta", path=f"/s/en/s0#{key}")
    page = visitor.page
    page.fill("#text", "We demand clean water.")
    page.keyboard.press("Control+Enter")
    until(lambda: units(desk)["s0"][1][1] == "We demand clean water.")
    page.click(f"#list a[href='#{key}']")
    page.wait_for_selector("#spread-box:not([hidden])")
    page.click("#spread")
    page.wait_for_selector("#proposals li")
    page.click("#proposed-go")
    until(lambda: any(t == "We demand clean water." for _, t in units(desk)["s2"]))
    visitor.calm()


@pytest.mark.parametrize("screen", SCREENS)
def test_the_page_is_accessible(open_desk: Callable[..., Desk], visit: Visit, screen: dict[str, Any]) -> None:
    desk = open_desk(prepared, **TWO)
    page = visit(desk, name="Carla", path="/find", **screen).page
    assert broken_rules(page) == []
    page.goto(f"{desk.url}/find?q=state:open")
    page.wait_for_selector("html[data-ready]")
    assert broken_rules(page) == []
    page.check("#all")
    page.click("[data-batch=approve]")
    page.wait_for_selector("#batch[open]")
    assert broken_rules(page) == []
    page.keyboard.press("Escape")
    page.click(".replace summary")
    page.fill("#wanted", "request")
    page.press("#replacement", "Enter")
    page.wait_for_selector("#proposed:not([hidden])")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_is_wholly_in_spanish_the_filters_words_included(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(prepared, **TWO)
    page = visit(desk, name="Carla", path="/find?q=state:open", locale="es-PE").page
    assert page.input_value("#q") == "estado:pendiente"
    page.wait_for_selector("html[data-ready]")
    all_spanish(page)
    page.click(".chips a >> nth=3")
    page.wait_for_url("**hallazgo**")
    assert page.input_value("#q") == "hallazgo:error"
    page.goto(f"{desk.url}/find?q=estado:borrador")
    page.wait_for_selector("html[data-ready]")
    page.check("#all")
    page.click("details.replace summary")
    page.fill("#wanted", "[request")
    page.check("#regex")
    page.press("#replacement", "Enter")
    page.wait_for_selector(".alarm.refused")
    all_spanish(page)
    page.click(".alarm.refused button")
    for do in ("confirm", "approve", "return", "redraft", "assign"):
        page.click(f"[data-batch={do}]")
        page.wait_for_selector("#batch[open]")
        all_spanish(page)
        page.keyboard.press("Escape")
    page.click("[data-batch=confirm]")
    page.click("#batch-go")
    page.wait_for_selector(".alarm.done")
    all_spanish(page)
    page.goto(f"{desk.url}/s/en/s0")
    page.wait_for_selector("html[data-ready]")
    page.click("#filter [data-query] >> nth=1")
    expect(page.locator("#q")).to_have_value("estado:pendiente")
    page.wait_for_selector("#found:not(:empty)")
    all_spanish(page)
    page.fill("#q", "estdo:borrador")
    page.press("#q", "Enter")
    expect(page.locator("#found")).to_contain_text("¿quiso decir estado?")
    all_spanish(page)
