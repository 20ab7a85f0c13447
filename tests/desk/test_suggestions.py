"""What one may take over: from the memory, from an engine, from before; and what others wrote."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, journal, machine, until, write

Visit = Callable[..., Visitor]
EDITOR = "/s/en/comunicado"
OLDER = """# Carta

La Liga Ribereña lamenta que 14 familias del valle perdieron su chacra el 3 de mayo de 2024.
"""
KNOWN = "The Liga Ribereña regrets that 14 families of the valley lost their fields on 3 May 2024."


def remembering(workspace: Workspace) -> None:
    """Another statement, translated by Berta, and the machine's drafts of this one."""
    write(workspace, {1: KNOWN}, "Berta", "carta")
    machine(workspace)


def test_memory_engine_and_draft_are_inserted_by_key(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(remembering, statements={"carta": OLDER, NAME: STATEMENT})
    page = visit(desk, path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(2) a")
    first = page.wait_for_selector("#suggestions .match:has(.badge:has-text('%'))")
    shown = first.inner_text()
    assert KNOWN in shown and "carta, paragraph 2 (translated by Berta" in shown
    spanish = visit(desk, path=EDITOR, locale="es-PE").page
    spanish.click("#list [role=listitem]:nth-child(2) a")
    first_in_spanish = spanish.wait_for_selector("#suggestions .match:has(.badge:has-text('%'))")
    assert "carta, párrafo 2 (traducido por Berta" in first_in_spanish.inner_text()
    # What differs in the source, and what that means for the text.
    assert "lamenta" in first.query_selector("del").inner_text() and "different number" in shown
    draft = page.input_value("#text")
    page.focus("#text")
    page.keyboard.press("Control+1")
    expect(page.locator("#text")).to_have_value(KNOWN)
    page.wait_for_selector(".finding.error:has-text('14')")
    page.keyboard.press("Control+Z")
    expect(page.locator("#text")).to_have_value(draft)
    page.keyboard.press("Control+Shift+1")
    expect(page.locator("#text")).to_have_value(KNOWN)
    page.click("#suggestions button:has-text('Ask the engine')")
    # The statement's own engine makes the same of it as before; another one on this machine does not.
    page.wait_for_selector("#suggestions .match:has(.from:has-text('apertium'))")
    expect(page.locator("#suggestions .match:has(.from:has-text('fake'))")).to_have_count(0)
    page.click("#kept button")
    expect(page.locator("#text")).to_have_value(draft)


def test_an_engine_is_asked_on_the_page(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    page.click("#suggestions button:has-text('Ask the engine')")
    page.wait_for_selector("#suggestions .badge:has-text('engine')")
    page.focus("#text")
    page.keyboard.press("Control+1")
    until(lambda: "Liga Ribereña" in page.input_value("#text"))
    assert journal(desk.root) == []


def test_several_engines_are_asked_and_their_differences_marked(
    apertium: object, desk: Desk, visit: Visit
) -> None:
    page = visit(desk, path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(2) a")
    page.click("#suggestions button:has-text('Ask the engine')")
    first = page.wait_for_selector("#suggestions .match:has(.from:has-text('fake'))")
    second = page.wait_for_selector("#suggestions .match:has(.from:has-text('apertium'))")
    assert second.query_selector("mark") is not None and first.query_selector("mark") is None
    assert journal(desk.root) == []


def test_a_suggestion_of_the_paragraph_before_is_never_inserted(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(remembering, statements={"carta": OLDER, NAME: STATEMENT})
    page = visit(desk, path=EDITOR).page
    page.click("#list [role=listitem]:nth-child(2) a")
    page.wait_for_selector("#suggestions .match:has(.badge:has-text('%'))")
    page.route("**/api/s*", lambda route: None)
    page.click("#list [role=listitem]:nth-child(4) a")
    text = page.input_value("#text")
    page.keyboard.press("Control+1")
    expect(page.locator("#text")).to_have_value(text)


def test_other_statements_are_searched_for_the_words_marked(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(remembering, statements={"carta": OLDER, NAME: STATEMENT})
    page = visit(desk, path=EDITOR).page
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("FAMILIES lost")
    page.keyboard.press("Control+A")
    page.keyboard.press("Alt+Shift+J")
    page.wait_for_selector("#concordance:focus")
    hit = page.wait_for_selector("#concordance-found .match:has-text('translated')")
    assert [m.inner_text() for m in hit.query_selector_all("mark")] == ["families", "lost"]
    assert hit.query_selector("a").inner_text() == "carta, paragraph 2"
    hit.query_selector("a").click()
    page.wait_for_url("**/s/en/carta#*")
    page.wait_for_selector("html[data-ready]")
    assert page.input_value("#text") == KNOWN


def test_a_saved_text_reaches_the_memory_of_the_next(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(statements={"carta": OLDER, NAME: STATEMENT})
    page = visit(desk, path="/s/en/carta").page
    page.click("#list [role=listitem]:nth-child(2) a")
    page.keyboard.insert_text(KNOWN)
    page.keyboard.press("Control+Enter")
    until(lambda: journal(desk.root, "carta"))
    until(lambda: KNOWN in desk.po("carta").read_text("utf-8").replace('"\n"', ""))
    page.goto(desk.editor())
    page.wait_for_selector("html[data-ready]")
    page.click("#list [role=listitem]:nth-child(2) a")
    page.wait_for_selector(f"#suggestions .match:has-text('{KNOWN}')")
