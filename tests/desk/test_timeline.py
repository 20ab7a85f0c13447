"""Undoing from the page after each kind of act, doing again, the timeline, two moments compared, two people."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, journal, until, write
from .test_axe import SCREENS, broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
TIMELINE = f"/timeline/en/{NAME}"


def drafted(workspace: Workspace) -> None:
    """A machine's drafts, two of them confirmed by Ana."""
    list(run(plan(workspace, [NAME], "en")))
    write(workspace, {0: "Statement of the Liga Ribereña", 1: "The Liga Ribereña says so."}, "Ana")


def states(desk: Desk) -> list[str]:
    return [str(u.state) for u in desk.work().units]


def key(desk: Desk, place: int) -> str:
    return desk.work().catalogue.entries[place].key


def saved(page: Any, act: Callable[[], object]) -> None:
    with page.expect_response("**/api/save"):
        act()


def undone(page: Any, how: str = "undo") -> None:
    with page.expect_response("**/api/undo") as answer:
        page.click(f".active [data-do={how}]")
    assert answer.value.ok


def test_in_the_editor_each_deed_is_undone_and_done_again(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(drafted)
    visitor = visit(desk, name="Ana", path=f"/s/en/{NAME}#{key(desk, 2)}")
    page = visitor.page
    first = states(desk)
    assert first[1:3] == ["translated", "draft"]

    def confirmed() -> None:
        page.keyboard.press("Control+Enter")

    def edited() -> None:
        page.fill("#text", "Another text altogether.")
        page.keyboard.press("Control+Enter")

    def returned() -> None:
        page.click("[data-do=return]")
        page.fill("#return-note", "Look again.")
        page.click("#return button.primary")

    for act, after in ((confirmed, "translated"), (edited, "translated"), (returned, "draft")):
        before = desk.work().unit(key(desk, 2))
        saved(page, act)
        until(lambda after=after: states(desk)[2] == after)
        undone(page)
        until(lambda before=before: desk.work().unit(key(desk, 2)).events == before.events)
        expect(page.locator("#text")).to_have_value(before.target)
        assert page.evaluate("location.hash") == f"#{key(desk, 2)}", "one sees what was undone"
    undone(page, "redo")
    until(lambda: desk.work().unit(key(desk, 2)).events[-1].do == "return")
    page.click(f"#list a[href='#{key(desk, 1)}']")
    saved(page, lambda: page.keyboard.press("Control+Alt+Enter"))
    until(lambda: states(desk)[1] == "approved")
    page.keyboard.press("Alt+Shift+Z")
    until(lambda: states(desk)[1] == "translated")
    page.keyboard.press("Alt+Shift+9")
    until(lambda: states(desk)[1] == "approved")
    assert {e["do"] for e in journal(desk.root)} >= {"undo", "approve"}
    visitor.calm()


def test_what_another_has_gone_on_from_is_left_and_said(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(drafted)
    visitor = visit(desk, name="Ana", path=f"/s/en/{NAME}#{key(desk, 2)}")
    page = visitor.page
    saved(page, lambda: page.keyboard.press("Control+Enter"))
    until(lambda: states(desk)[2] == "translated")
    other = visit(desk, name="Berta", path=f"/s/en/{NAME}#{key(desk, 2)}")
    other.page.fill("#text", "Berta's own text.")
    saved(other.page, lambda: other.page.keyboard.press("Control+Enter"))
    page.keyboard.press("Alt+Shift+Z")
    page.wait_for_selector(".alarm.left:has-text('Berta')")
    assert desk.work().unit(key(desk, 2)).target == "Berta's own text."
    other.page.keyboard.press("Alt+Shift+Z")
    until(lambda: desk.work().unit(key(desk, 2)).target != "Berta's own text.")
    page.keyboard.press("Alt+Shift+Z")
    until(lambda: states(desk)[2] == "draft")
    for one in (visitor, other):
        one.calm()


def test_a_batch_and_the_drafts_of_a_machine_are_undone_as_one(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk()
    page = visit(desk, name="Ana").page
    page.click("[data-draft]")
    page.click("#draft-go")
    page.wait_for_selector(".alarm.drafted")
    assert set(states(desk)) >= {"draft"}
    page.click(".alarm.drafted button:has-text('Undo')")
    until(lambda: "draft" not in states(desk))
    write(Workspace.load(desk.root), {0: "Statement", 1: "The Liga."}, "Berta")
    page.goto(f"{desk.url}/review/en/{NAME}")
    page.click("#approve-shown")
    page.click("#preview button.primary")
    until(lambda: states(desk).count("approved") == 2)
    page.click("#undo")
    until(lambda: states(desk).count("approved") == 0)
    expect(page.locator(".item [data-do=approve]:visible")).to_have_count(2)


def test_the_timeline_tells_undoes_and_compares(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(drafted)
    visitor = visit(desk, name="Ana", path=TIMELINE)
    page = visitor.page
    expect(page.locator(".act")).to_have_count(3)
    assert "1 edit" in page.inner_text(".act >> nth=0") and "drafts" in page.inner_text(".act >> nth=2")
    page.click(".act >> nth=0 >> summary")
    page.wait_for_selector(".act .changed ins")
    page.click(".act >> nth=2 >> text=From here")
    page.wait_for_selector(".changes li")
    expect(page.locator(".changes > li")).to_have_count(2)
    assert "translated" in page.inner_text(".changes")
    page.click(".act >> nth=1 >> text=Until here")
    page.wait_for_url("**until=**")
    expect(page.locator(".changes > li")).to_have_count(1)
    page.goto(desk.url + TIMELINE)
    with page.expect_navigation():
        page.click(".act >> nth=1 >> [data-undo]")
    expect(page.locator(".act.undone")).to_have_count(1)
    until(lambda: states(desk)[0] == "draft")
    with page.expect_navigation():
        page.click(".act >> nth=0 >> text=Do it again")
    until(lambda: states(desk)[0] == "translated")
    other = visit(desk, name="Berta", path=f"/s/en/{NAME}#{key(desk, 1)}")
    page.wait_for_selector("#here:has-text('Berta (Paragraph 2)')")
    other.page.fill("#text", "New.")
    saved(other.page, lambda: other.page.keyboard.press("Control+Enter"))
    page.wait_for_selector(".alarm.notice")
    visitor.calm()


@pytest.mark.parametrize("screen", SCREENS)
def test_the_timeline_is_accessible(
    open_desk: Callable[..., Desk], visit: Visit, screen: dict[str, Any]
) -> None:
    desk = open_desk(drafted)
    page = visit(desk, name="Ana", path=f"{TIMELINE}?since=0", **screen).page
    assert broken_rules(page) == []
    page.click(".act summary")
    page.wait_for_selector(".act .changed ins")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_timeline_is_wholly_in_spanish(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(drafted)
    page = visit(desk, name="Ana", path=f"{TIMELINE}?since=0", locale="es-PE").page
    all_spanish(page)
    page.click(".act summary")
    page.wait_for_selector(".act .changed ins")
    page.click("#undo")
    page.wait_for_selector("#toast:has-text('Deshecho')")
    all_spanish(page)
    write(Workspace.load(desk.root), {0: "Berta's."}, "Berta")
    name = Work.open(Workspace.load(desk.root), NAME, "en").journal.events[-3].id[-6:]
    page.goto(f"{desk.url}{TIMELINE}?since={name}&until=nonsense")
    all_spanish(page)


def test_in_spanish_the_memory_is_called_so_and_buttons_say_what_they_undo(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    def remembered(workspace: Workspace) -> None:
        write(workspace, {1: "The Liga Ribereña reports that 12 families lost their home on 3 May 2024."})
        list(run(plan(workspace, ["carta"], "en")))

    desk = open_desk(remembered, statements={NAME: STATEMENT, "carta": STATEMENT})
    page = visit(desk, name="Berta", path="/timeline/en/carta", locale="es").page
    expect(page.locator(".act .said", has_text="memoria").first).to_be_visible()
    undo = page.locator("[data-undo]").first
    expect(undo).to_have_accessible_name(re.compile(r"Deshacer \S+ .*[Pp]árrafo"))
    page.goto(desk.url + "/plan?show=figures")
    expect(page.locator("th[scope=row]", has_text="memoria").first).to_be_visible()
    expect(page.locator("th[scope=row]", has_text="memory")).to_have_count(0)
