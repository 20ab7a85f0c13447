"""Nothing that was typed is lost: crash, reload, lost connection, other people, other programs."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from translate_flow.flow.intake.add import add
from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, journal, until, write

Visit = Callable[..., Visitor]
EDITOR = "/s/en/comunicado"


def type_text(page: object, text: str) -> None:
    """Put a text into the open field, as typing would."""
    page.wait_for_selector("#text:focus")  # type: ignore[attr-defined]
    page.keyboard.press("Control+A")  # type: ignore[attr-defined]
    page.keyboard.insert_text(text)  # type: ignore[attr-defined]


def kept(page: object) -> None:
    """Wait until the page says that the draft is kept."""
    page.wait_for_selector("#kept:has-text('kept as you type')")  # type: ignore[attr-defined]


def test_typed_text_survives_a_killed_server(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    type_text(page, "Half a sentence that")
    kept(page)
    desk.kill()
    page.keyboard.type(" goes on")
    page.wait_for_selector(".alarm.offline")
    page.context.close()

    desk.restart()
    again = visit(desk, path=EDITOR)
    # What the killed server had kept; the other browser profile has no memory of its own.
    assert again.page.input_value("#text") == "Half a sentence that"
    assert journal(desk.root) == []


def test_typing_goes_on_while_the_server_is_away_and_is_sent_when_it_is_back(
    desk: Desk, visit: Visit
) -> None:
    page = visit(desk, path=EDITOR).page
    type_text(page, "Saved while nobody listens")
    desk.kill()
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".alarm.offline:has-text('kept in this browser')")
    page.keyboard.type("And the next one")
    desk.restart()
    until(lambda: [e["text"] for e in journal(desk.root)] == ["Saved while nobody listens"])
    page.wait_for_selector(".alarm.offline", state="detached")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.input_value("#text") == "And the next one"


def test_an_acknowledged_save_survives_a_kill_before_the_po_file_followed(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    before = desk.po().read_bytes()
    type_text(page, "Written just before the power went")
    with page.expect_response("**/api/save"):
        page.keyboard.press("Control+Enter")
    desk.kill()
    assert journal(desk.root)[0]["text"] == "Written just before the power went"
    if desk.po().read_bytes() == before:
        assert desk.work().catalogue.entries[0].target == "Written just before the power went"
    desk.restart()


def test_the_po_file_follows_by_itself(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    type_text(page, "Soon in the file")
    page.keyboard.press("Control+Enter")
    until(lambda: journal(desk.root))
    until(lambda: b'msgstr "Soon in the file"' in desk.po().read_bytes())


def test_reload_and_moving_about_keep_what_was_typed(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    type_text(page, "First, not saved")
    page.keyboard.press("Alt+ArrowDown")
    type_text(page, "Second, not saved")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.input_value("#text") == "Second, not saved"
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#text")).to_have_value("First, not saved")
    assert journal(desk.root) == []


def test_a_private_draft_is_private(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    type_text(page, "Mine alone")
    kept(page)
    other = visit(desk, name="Berta", path=EDITOR).page
    assert other.input_value("#text") == ""
    assert "Mine alone" not in other.content()


def test_two_people_in_one_paragraph_lose_neither_text(desk: Desk, visit: Visit) -> None:
    ana = visit(desk, path=EDITOR).page
    berta = visit(desk, name="Berta", path=EDITOR).page
    ana.wait_for_selector("#meta-people:has-text('Berta')")
    type_text(berta, "Berta's words")
    type_text(ana, "Ana's words")
    ana.keyboard.press("Control+Enter")
    berta.wait_for_selector("#conflict:not([hidden])")
    shown = berta.inner_text("#conflict")
    assert "Ana's words" in shown and "Berta's words" in shown
    berta.keyboard.press("Control+Enter")  # refused until one has decided
    assert [e["text"] for e in journal(desk.root)] == ["Ana's words"]
    berta.click("[data-choice=mine]")
    berta.keyboard.press("Control+Enter")
    until(
        lambda: (
            [(e["by"], e["text"]) for e in journal(desk.root)]
            == [("Ana", "Ana's words"), ("Berta", "Berta's words")]
        )
    )


def test_ones_own_second_window_is_told_from_other_people(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    second = page.context.new_page()
    second.goto(page.url)
    page.wait_for_selector("#meta-people:text-is('❐ open in another window of yours')")
    assert page.inner_text("#list .person").split("\n") == ["❐", "open in another window of yours"]
    visit(desk, name="Berta", path=EDITOR)
    page.wait_for_selector("#meta-people:text-is('☺ Berta is here too · ❐ open in another window of yours')")
    second.keyboard.press("Alt+ArrowDown")
    page.wait_for_selector("#meta-people:text-is('☺ Berta is here too')")
    visitor.calm()


def test_a_save_that_comes_too_late_is_shown_three_ways(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lambda w: write(w, {0: "The common text"}))
    berta = visit(desk, name="Berta", path=EDITOR).page
    berta.click("#list [role=listitem]:first-child a")
    berta.evaluate("""() => { window.EventSource = null; }""")
    first = desk.work().catalogue.entries[0].key
    type_text(berta, "The common text, by Berta")
    # The page learns of nothing: the other change and the save cross each other.
    berta.route("**/events*", lambda route: route.abort())
    write(Workspace.load(desk.root), {0: "The shared text"}, "Ana")
    berta.keyboard.press("Control+Enter")
    berta.wait_for_selector("#conflict:not([hidden])")
    columns = berta.locator("#conflict .three > div").all_inner_texts()
    assert ["The common text" in columns[0], "shared" in columns[1], "by Berta" in columns[2]] == [True] * 3
    assert berta.input_value("#text") == "The common text, by Berta"
    berta.click("[data-choice=theirs]")
    expect(berta.locator("#text")).to_have_value("The shared text")
    assert desk.work().unit(first).target == "The shared text"


def test_changes_that_leave_each_other_alone_are_taken_together(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(lambda w: write(w, {0: "Statement of the Liga Ribereña about its water"}))
    page = visit(desk, path=EDITOR).page
    page.click("#list [role=listitem]:first-child a")
    page.wait_for_selector("#text:focus")
    page.keyboard.press("Control+Home")
    page.keyboard.type("Public s")
    page.keyboard.press("Delete")
    write(Workspace.load(desk.root), {0: "Statement of the Liga Ribereña about its land"}, "Berta")
    page.wait_for_selector("#conflict:not([hidden])")
    # Neither caret nor the steps back are lost by it; what others did is shown.
    page.keyboard.press("Control+Z")
    page.keyboard.press("Control+Shift+Z")
    until(lambda: page.evaluate("document.getElementById('text').selectionStart") == len("Public s"))
    page.wait_for_selector("#history li:has-text('Berta')")
    page.click("[data-choice=both]")
    expect(page.locator("#text")).to_have_value("Public statement of the Liga Ribereña about its land")
    page.keyboard.press("Control+Enter")
    until(lambda: journal(desk.root)[-1]["text"] == "Public statement of the Liga Ribereña about its land")
    assert journal(desk.root)[-2]["by"] == "Berta"


def test_two_pages_of_one_person_keep_both_texts(desk: Desk, visit: Visit) -> None:
    first = visit(desk, path=EDITOR)
    second = Visitor(first.context, first.context.new_page())
    second.page.goto(desk.editor())
    second.page.wait_for_selector("html[data-ready]")
    type_text(first.page, "Typed in the first")
    kept(first.page)
    second.page.bring_to_front()
    type_text(second.page, "Typed in the second")
    kept(second.page)
    first.page.close()
    second.page.close()
    # The newest goes on; the other one is among the suggestions.
    page = first.context.new_page()
    page.goto(desk.editor())
    page.wait_for_selector("html[data-ready]")
    assert page.input_value("#text") == "Typed in the second"
    page.click("#suggestions .match:has-text('Typed in the first') button")
    page.keyboard.press("Control+Enter")
    until(lambda: [e["text"] for e in journal(desk.root)] == ["Typed in the first"])
    until(lambda: not list((desk.root / ".translate-flow" / "typing").rglob("*.json")))


def test_a_page_that_is_left_sends_what_one_that_crashed_could_not(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk, path=EDITOR)
    crashed = visitor.page
    other = visitor.context.new_page()
    other.goto(desk.editor())
    other.wait_for_selector("html[data-ready]")
    crashed.bring_to_front()
    type_text(crashed, "Saved while nobody listened")
    visitor.context.set_offline(True)
    crashed.keyboard.press("Control+Enter")
    crashed.wait_for_selector(".alarm.offline")
    crashed.close()
    visitor.context.set_offline(False)
    until(lambda: [e["text"] for e in journal(desk.root)] == ["Saved while nobody listened"])


def test_what_was_typed_follows_a_paragraph_whose_source_changed(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(lambda w: write(w, {2: "The rondas came. No answer."}))
    page = visit(desk, path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(3) a")
    type_text(page, "The patrols came")
    kept(page)
    page.click("#list [role=listitem]:last-child a")
    type_text(page, "Riverport, 9 May")
    kept(page)
    changed = STATEMENT.replace("acompañaron a las", "acompañaron siempre a las").replace(
        "Puerto Viejo, 9 de mayo de 2024\n", ""
    )
    source = desk.root / "statements" / f"{NAME}.es.md"
    source.write_text(changed, "utf-8")
    workspace = Workspace.load(desk.root)
    add(workspace, [source], ["en"])
    page.goto(desk.url)
    page.goto(desk.editor())
    page.wait_for_selector("html[data-ready]")
    # One paragraph is gone; what was typed for it is shown until it is let go.
    assert "Riverport, 9 May" in page.inner_text(".lost")
    page.click(".lost button")
    page.wait_for_selector(".lost", state="detached")
    page.click("#list [role=listitem]:nth-child(3) a")
    expect(page.locator("#source")).to_contain_text("siempre", use_inner_text=True)
    expect(page.locator("#text")).to_have_value("The patrols came")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(".lost")).to_have_count(0)


def test_an_edit_in_the_po_file_appears_by_itself(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(lambda w: write(w, {1: "12 families were driven out."}))
    page = visit(desk, path=EDITOR).page
    key = desk.work().catalogue.entries[1].key
    assert page.inner_text(f"[id='{key}'] .target") == "12 families were driven out."
    desk.po().write_text(desk.po().read_text("utf-8").replace("driven out", "put out"), "utf-8")
    page.wait_for_selector(f"[id='{key}'] .target:has-text('put out')", state="attached")
    until(lambda: journal(desk.root)[-1].get("reason", {}).get("id") == "catalogue.outside")


def test_a_paragraph_changed_under_a_page_that_slept_is_caught_up(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    key = desk.work().catalogue.entries[2].key
    desk.kill()
    write(Workspace.load(desk.root), {2: "The patrols came."}, "Berta")
    desk.restart()
    page.wait_for_selector(f"[id='{key}'] .target:has-text('The patrols came.')", state="attached")
