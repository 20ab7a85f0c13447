"""A paragraph divided, joined and said to be of another kind, at the desk."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from translate_flow.flow.intake.add import add
from translate_flow.model import Kind, State
from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, journal, until
from .test_axe import PHONE, broken_rules
from .test_spanish import all_spanish
from .test_terms import SELECTED, opened

Visit = Callable[..., Visitor]
EDITOR = f"/s/en/{NAME}"


def texts(desk: Desk) -> list[str]:
    return [u.segment.text for u in desk.work().edition().units]


def test_a_paragraph_is_divided_before_the_words_selected_and_put_together_again(
    desk: Desk, visit: Visit
) -> None:
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    before = texts(desk)
    opened(page, "municipio")
    page.evaluate(SELECTED, " hubo respuesta")
    page.click("button[data-do=part]")
    page.wait_for_selector("#part[open]")
    assert page.input_value("#part-words") == "hubo respuesta"
    assert page.is_disabled("#part-join") and page.is_disabled("[name=how][value=lines]")
    assert broken_rules(page) == []
    page.check("[name=how][value=sentences]")
    page.dblclick("#part-split")
    until(lambda: len(texts(desk)) == len(before) + 1)
    page.wait_for_selector("#list a[aria-current]:has-text('Las rondas acompañaron')")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#list [role=listitem]")).to_have_count(len(before) + 1)
    page.click("button[data-do=part]")
    page.wait_for_selector("#part[open]")
    page.dblclick("#part-join")  # an impatient hand
    until(lambda: texts(desk) == before)
    page.wait_for_selector("#list a[aria-current]:has-text('No hubo respuesta')")
    assert [e["do"] for e in journal(desk.root) if e["do"] in ("split", "join")] == ["split", "join"]
    visitor.calm()


def test_what_is_not_for_translation_is_said_on_a_phone_and_stays(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk, path=EDITOR, viewport=PHONE, has_touch=True, locale="es")
    page = visitor.page
    page.tap(".row:has-text('mesa de diálogo') .source >> nth=0")
    page.wait_for_selector("#source:has-text('mesa')")
    page.tap("button[data-do=part]")
    page.wait_for_selector("#part[open]")
    all_spanish(page)
    assert broken_rules(page) == []
    page.select_option("#part-kind", "keep")
    page.tap("#part-set")
    until(lambda: any(u.state is State.KEPT and "mesa" in u.target for u in desk.work().units))
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("#meta-state:has-text('se mantiene')")
    source = desk.root / "statements" / f"{NAME}.es.md"
    source.write_text(STATEMENT.replace("una mesa de diálogo", "una mesa amplia de diálogo"), "utf-8")
    add(Workspace.load(desk.root), [source], ["en"])
    now = next(u for u in desk.work().units if "mesa amplia" in u.segment.text)
    assert (now.state, now.target) == (State.KEPT, "una mesa amplia de diálogo.")


def test_a_kind_is_journalled_and_the_refusal_is_said_in_place(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk, path=EDITOR)
    page = visitor.page
    opened(page, "Pedimos")
    page.click("button[data-do=part]")
    page.wait_for_selector("#part[open]")
    page.fill("#part-words", "nowhere")
    page.click("#part-split")
    page.wait_for_selector("#part-told:has-text('nowhere')")
    page.select_option("#part-kind", "heading")
    page.click("#part-set")
    until(lambda: any(u.segment.kind is Kind.HEADING for u in desk.work().edition().units))
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("#history li:has-text('set the kind'):has-text('heading')")
    page.click("#text")
    page.keyboard.insert_text("We ask for:")
    page.click("button[data-do=part]")
    page.wait_for_selector("#toast:has-text('Save or undo')")
    visitor.calm()
