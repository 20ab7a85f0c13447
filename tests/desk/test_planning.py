"""A coordinator plans statements in two languages; a translator sees what is theirs; nothing is sent by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from translate_flow.flow.planning.plans import read_plans, set_plan
from translate_flow.workspace import Workspace

from .conftest import Desk, Visitor, until, write
from .test_axe import SCREENS, broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
STATEMENTS = {f"s{n}": f"# Comunicado {n}\n\nAgua para todas las familias del valle.\n" for n in range(3)}
TWO = {"statements": STATEMENTS, "settings": [('targets = ["en"]', 'targets = ["en", "pt"]')]}


def plans(desk: Desk) -> Any:
    return read_plans(Workspace.load(desk.root))


def planned(workspace: Workspace) -> None:
    """One late, one urgent with a note, one archived, one broken; somebody has worked."""
    now = datetime.now().astimezone()
    set_plan(
        workspace, "s0", "en", {"translator": "Ana", "reviewer": "Berta", "due": now - timedelta(hours=2)}
    )
    set_plan(
        workspace,
        "s1",
        "pt",
        {
            "translator": "Ana",
            "priority": "urgent",
            "note": "Título al final",
            "due": now + timedelta(days=2),
        },
    )
    set_plan(workspace, "s2", "en", {"archived": True})
    path = workspace.plan_path("s2")
    path.write_text(path.read_text("utf-8") + "\n[fr]\n", "utf-8")
    write(workspace, {0: "Statement 0"}, "Ana", "s0")


def test_a_coordinator_plans_statements_in_two_languages(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(**TWO)
    visitor = visit(desk, name="Carla", path="/plan", timezone_id="America/Lima")
    page = visitor.page
    expect(page.locator("#rows > li")).to_have_count(6)
    page.click("#rows > li >> nth=0 >> .plan-one")
    page.fill("#plan-translator", "Ana")
    page.fill("#plan-due", "2099-03-08T18:00")
    page.fill("#plan-note", "El título al final")
    page.select_option("#plan-priority", "high")
    page.click("#plan button.primary")
    until(lambda: plans(desk).of("en", "s0").translator == "Ana")
    due = plans(desk).of("en", "s0").due
    assert due.isoformat() == "2099-03-08T18:00:00-05:00", "in the browser's zone"
    expect(page.locator("#rows > li >> nth=0")).to_contain_text("El título al final")
    # The three Portuguese ones at once, by keys alone; what is not filled in stays.
    for line in page.locator("#rows > li").all():
        if "Portuguese" in line.inner_text():
            line.locator(".pick").press("Space")
    page.locator("#plan-chosen").press("Enter")
    expect(page.locator("#plan-for")).to_contain_text("3")
    page.keyboard.type("Bia")
    page.keyboard.press("Tab")
    page.keyboard.type("Carla")
    page.fill("#plan-due", "2020-01-01T10:00")
    expect(page.locator("#plan-past")).to_be_visible()
    page.locator("#plan button.primary").press("Enter")
    page.wait_for_selector(".alarm.notice")
    until(lambda: all(plans(desk).of("pt", f"s{n}").translator == "Bia" for n in range(3)))
    assert plans(desk).of("pt", "s1").reviewer == "Carla" and plans(desk).of("en", "s0").reviewer == ""
    page.click("nav.tabs a:has-text('Late')")
    page.wait_for_url("**show=late")
    expect(page.locator("#rows > li.late")).to_have_count(3)
    page.click("nav.languages a:has-text('English')")
    page.wait_for_url("**show=late&language=en")
    expect(page.locator("#rows > [data-place]")).to_have_count(0)
    page.click("nav.tabs a:has-text('All') >> nth=0")
    page.wait_for_url("**show=all&language=en")
    expect(page.locator("#rows > [data-place]")).to_have_count(3)
    page.goto(f"{desk.url}/plan")
    page.click("#rows > li >> nth=0 >> .plan-one")
    page.fill("#plan-translator", "Somebody else")
    page.click("#plan button.primary")
    page.click(".alarm.planned button:has-text('Undo')")
    page.wait_for_selector("#toast:has-text('as before')")
    until(lambda: "Somebody else" not in (desk.root / "plans" / "s0.toml").read_text("utf-8"))
    visitor.calm()


def test_the_overview_shows_plans_and_filters_by_them(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(planned, **TWO)
    visitor = visit(desk, name="Ana", path="/")
    page = visitor.page
    expect(page.locator(".statements > li")).to_have_count(3)  # s2 is archived in English alone
    expect(page.locator("[data-name=s0] .planned")).to_contain_text("late")
    expect(page.locator(".notice:has-text('[fr]')")).to_have_count(1)
    page.click(".chips a[href*=late]")
    page.wait_for_url("**show=late")
    expect(page.locator(".statements > li")).to_have_count(1)
    page.click(".chips a[href*=mine]")
    page.wait_for_url("**show=mine")
    expect(page.locator(".statements > li")).to_have_count(2)
    page.click(".chips a[href*=archived]")
    page.wait_for_url("**show=archived")
    expect(page.locator(".statements > li")).to_have_count(1)
    page.click("nav.places-bar a:has-text('Plan')")
    page.wait_for_url("**/plan")
    visitor.calm()


def test_what_can_be_taken_along(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(planned, **TWO)
    page = visit(desk, name="Ana", path="/plan", locale="es-PE").page
    with page.expect_download() as ics:
        page.click("a[href='/plan/plan.ics']")
    events = Calendar.from_ical(ics.value.path().read_bytes()).walk("VEVENT")
    assert len(events) == 2 and "Plazo: Comunicado 0" in str(events[0]["SUMMARY"]) + str(events[1]["SUMMARY"])
    with page.expect_download() as text:
        page.click("a[href='/plan/digest.txt?who=me']")
    assert text.value.path().read_text("utf-8").startswith("Para Ana")
    page.goto(f"{desk.url}/plan?show=figures")
    with page.expect_download() as table:
        page.click("a[href='/plan/figures-by-person.csv']")
    assert "Ana" in table.value.path().read_text("utf-8")
    assert desk.request("GET", "/plan/../../etc/passwd")[0] != 200


PAGES = ("/plan", "/plan?show=late", "/plan?show=figures")


@pytest.mark.parametrize("screen", SCREENS)
def test_the_page_of_plans_is_accessible(
    open_desk: Callable[..., Desk], visit: Visit, screen: dict[str, Any]
) -> None:
    desk = open_desk(planned, **TWO)
    page = visit(desk, name="Ana", path="/plan", **screen).page
    for path in PAGES:
        page.goto(desk.url + path)
        page.wait_for_selector("html[data-ready]")
        assert broken_rules(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"{desk.url}/plan")
    page.click("#rows > li >> nth=0 >> .plan-one")
    page.fill("#plan-due", "2020-01-01T10:00")
    assert broken_rules(page) == []


def test_plans_are_wholly_in_spanish(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(planned, **TWO)
    page = visit(desk, name="Ana", path="/plan", locale="es-PE").page
    for path in (*PAGES, "/", "/?show=archived"):
        page.goto(desk.url + path)
        all_spanish(page)
    page.goto(f"{desk.url}/plan")
    page.wait_for_selector("html[data-ready]")
    page.click("#rows > li >> nth=0 >> .plan-one")
    page.fill("#plan-note", "Nota")
    all_spanish(page)
    page.click("#plan button.primary")
    page.wait_for_selector(".alarm.planned")
    all_spanish(page)


def test_a_broken_request_is_refused_and_changes_nothing(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(**TWO)
    page = visit(desk, path="/plan").page
    wrong: list[dict[str, Any]] = [
        {"places": [["en", "s0"]], "changes": {"due": "tomorrow"}},
        {"places": [["en", "s0"]], "changes": {"priority": "x"}},
        {"places": [["en", "s0"]], "changes": {"archived": "yes"}},
        {"places": [["en", "s0"]], "changes": {"colour": "red"}},
        {"places": [["fr", "s0"]], "changes": {"note": "x"}},
        {"places": [["en", "../../x"]], "changes": {"note": "x"}},
        {"places": [["en", "s0"]], "changes": {"note": "x\u0007"}},
        {"places": "s0", "changes": {"note": "x"}},
    ]
    for data in wrong:
        status = page.evaluate(
            "data => import('/static/x/api.js').then(m => m.post('/api/plan', data)).then(() => 200, e => e.status)",
            data,
        )
        assert status in (400, 422), data
    assert not (desk.root / "plans").exists()
