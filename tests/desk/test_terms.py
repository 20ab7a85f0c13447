"""Terms while one translates: added, corrected and forbidden from the page, with what that changes shown before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, journal, machine, until, write
from .test_axe import broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
EDITOR = f"/s/en/{NAME}"
OTHER = "# Carta\n\nPedimos una mesa de diálogo.\n\nLa mesa de diálogo no sirve.\n"
SELECTED = """words => {
  const walker = document.createTreeWalker(document.querySelector('#source'), NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (!node.data.includes(words)) node = walker.nextNode();
  const range = document.createRange(), selection = getSelection();
  document.activeElement.blur();
  range.setStart(node, node.data.indexOf(words));
  range.setEnd(node, node.data.indexOf(words) + words.length);
  selection.removeAllRanges();
  selection.addRange(range);
}"""


def two(workspace: Workspace) -> None:
    """Two drafted statements; somebody confirmed one mention of the term."""
    machine(workspace)
    machine(workspace, "carta")
    write(workspace, {2: "The dialogue table is useless."}, "Berta", "carta")


def opened(page: Any, words: str) -> None:
    """The paragraph with these words, with all that is known of it."""
    page.click(f"#list a:has-text('{words}')")
    page.wait_for_selector(f"#source:has-text('{words}')")
    page.wait_for_selector("#terms:not(:empty)")


def glossary(desk: Desk) -> str:
    """All rows."""
    return "".join(p.read_text("utf-8") for p in sorted((desk.root / "glossary").glob("*.csv")))


def test_a_term_added_while_translating_is_shown_first_and_makes_drafts_again(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(two, statements={NAME: STATEMENT, "carta": OTHER})
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    opened(page, "mesa de diálogo")
    before = glossary(desk)
    page.evaluate(SELECTED, "mesa de diálogo")
    page.keyboard.press("Control+Alt+g")
    page.wait_for_selector("#term-en:enabled, #term-forbidden:focus")
    assert page.input_value("#term-es") == "mesa de diálogo"
    page.check("[name=policy][value=translate]")
    page.fill("#term-en", "round table")
    page.wait_for_selector("#term-again-said:has-text('2 drafts')")
    assert "3 paragraphs of 2 statements" in page.inner_text("#term-effect")
    assert "1 confirmed paragraph says it differently" in page.inner_text("#term-effect")
    page.click("#term-places summary")
    expect(page.locator("#term-places-list li")).to_have_count(3)
    assert "useless" in page.inner_text("#term-places-list li:first-child"), "what a person wrote comes first"
    assert broken_rules(page) == []
    assert glossary(desk) == before, "nothing is written before somebody says so"
    page.press("#term-en", "Enter")
    until(lambda: "mesa de diálogo,round table" in glossary(desk))
    page.wait_for_selector(".row.now:has-text('round table')", state="attached")
    until(lambda: "round table" in page.input_value("#text"))
    until(lambda: any("round table" in (e.get("text") or "") for e in journal(desk.root, "carta")))
    assert [e["by"] for e in journal(desk.root, "carta") if "useless" in (e.get("text") or "")] == ["Berta"]
    page.wait_for_selector(".term-row.used:has-text('round table')")
    visitor.calm()


def test_a_wrong_rendering_is_forbidden_from_the_translation(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk()
    write(Workspace.load(desk.root), {2: "The peasant rounds came."}, "Ana")
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    opened(page, "rondas acompañaron")
    page.evaluate(
        "() => { const t = document.getElementById('text'); t.focus(); t.setSelectionRange(4, 18); }"
    )
    page.click(".term-row button:has-text('Forbid')")
    page.wait_for_selector("#term[open]")
    assert page.input_value("#term-es") == "rondas"
    assert page.input_value("#term-forbidden") == "rounds|peasant rounds"
    assert page.input_value("#term-gloss") == "village patrols", "what the row has stays"
    page.wait_for_selector("#term-effect:has-text('differently')")
    page.click("#term-save")
    until(lambda: "rounds|peasant rounds" in glossary(desk))
    page.wait_for_selector("#findings .finding:has-text('peasant rounds')")
    visitor.calm()


def test_a_term_can_be_corrected_and_taken_out_on_a_phone_in_spanish(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(machine)
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "locale": "es"}
    visitor = visit(desk, path=EDITOR, **phone)
    page = visitor.page
    page.tap(".row:has-text('rondas') .source >> nth=0")
    page.tap(".term-row.used summary")
    page.tap(".term-row button:has-text('Cambiar')")
    page.wait_for_selector("#term-effect:has-text('párrafo')")
    all_spanish(page)
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.fill("#term-es", "la")
    page.press("#term-es", "Tab")
    page.wait_for_selector("#term-effect .notice")
    all_spanish(page)
    page.fill("#term-es", "rondas")
    page.press("#term-es", "Tab")
    page.tap("#term-remove")
    until(lambda: "rondas" not in glossary(desk))
    page.wait_for_selector("#toast:has-text('rondas ya no está en el glosario')")
    visitor.calm()


def test_a_term_for_one_statement_alone(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(two, statements={NAME: STATEMENT, "carta": OTHER})
    page = visit(desk, path=EDITOR).page
    opened(page, "mesa de diálogo")
    page.click("#term-new")
    page.fill("#term-es", "mesa de diálogo")
    page.check("[name=policy][value=translate]")
    page.fill("#term-en", "talks")
    page.click("#term-more summary")
    page.check("#term-own")
    page.wait_for_selector("#term-effect:has-text('1 paragraph of 1 statement')")
    page.click("#term-save")
    own = desk.root / "statements" / f"{NAME}.glossary.csv"
    until(own.exists)
    assert "talks" in own.read_text("utf-8") and "talks" not in glossary(desk)
