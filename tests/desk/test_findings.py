"""What the checks find is asked about when a text is confirmed or approved, and stops a build."""

from __future__ import annotations

from collections.abc import Callable

from translate_flow.workspace import Workspace

from .conftest import Desk, Visitor, journal, machine, until, write

Visit = Callable[..., Visitor]
EDITOR = "/s/en/comunicado"
WRONG = "The Liga Ribereña reports that 21 families lost their homes on 3 May 2024."
RIGHT = "The Liga Ribereña reports that 12 families lost their homes on 3 May 2024."


def deeds(desk: Desk) -> list[str]:
    return [e["do"] for e in journal(desk.root) if e["do"] in ("edit", "confirm", "approve", "dismiss")]


def wrong_number(open_desk: Callable[..., Desk], visit: Visit) -> tuple[Desk, Visitor]:
    """The second paragraph open, with a wrong number typed into it and confirmed."""
    desk = open_desk(machine, stop="error")
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    page.click("#list [role=listitem]:nth-child(2) a")
    page.wait_for_selector("#source:has-text('12 familias')")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(WRONG)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#anyway[open] .finding.error:has-text('21')")
    return desk, visitor


def test_a_wrong_number_is_asked_about_and_can_be_put_right(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk, visitor = wrong_number(open_desk, visit)
    page = visitor.page
    assert deeds(desk) == [], "nothing is saved before somebody decides"
    page.keyboard.press("Enter")  # the button that has the focus goes back
    page.wait_for_selector("#anyway", state="hidden")
    page.wait_for_selector("#source:has-text('12 familias')")
    assert page.input_value("#text") == WRONG
    page.fill("#text", RIGHT)
    page.keyboard.press("Control+Enter")
    until(lambda: deeds(desk) == ["edit"])
    visitor.calm()


def test_kept_with_a_reason_the_finding_is_set_aside_for_this_text(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk, visitor = wrong_number(open_desk, visit)
    visitor.page.fill("#anyway-why", "the authors corrected the number")
    visitor.page.click("#anyway button[value=go]")
    until(lambda: "dismiss" in deeds(desk))
    assert deeds(desk)[0] == "edit" and set(deeds(desk)[1:]) == {"dismiss"}
    notes = [e["note"] for e in journal(desk.root) if e["do"] == "dismiss"]
    assert all("the authors corrected the number" in note for note in notes)
    visitor.calm()


def test_approving_a_draft_confirms_it_first(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(machine, stop="error")
    page = visit(desk, path=EDITOR).page
    page.wait_for_selector("button[data-do=approve]:has-text('Confirm, approve later')")
    page.click("button[data-do=approve]")
    until(lambda: deeds(desk) == ["confirm"])


def test_build_says_what_stops_it_and_can_be_told_to_go_on(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    def finished(workspace: Workspace) -> None:
        machine(workspace)
        write(workspace, {1: WRONG}, "Ana")

    desk = open_desk(finished, stop="error")
    page = visit(desk).page
    page.click("[data-build]")
    page.check("#build-drafts")
    page.click("#build-go")
    page.wait_for_selector("#build-result .notice:has-text('the checks found')")
    page.check("#build-errors")
    page.click("#build-go")
    page.wait_for_selector("#build-result a")
    page.wait_for_selector("#build-result .notice:has-text('manifest')")
