"""The glossary's page: filters, many rows at once, proposals, contradictions, files in and out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from translate_flow.flow.terms.suggest import dismissed
from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, Desk, Visitor, machine, until
from .test_axe import PHONE, WIDE, broken_rules
from .test_spanish import all_spanish
from .test_terms import glossary

Visit = Callable[..., Visitor]
OTHER = """# Carta

La Red Kawsay denuncia. La Red Kawsay y la Central de Comunidades de Umachiri (CECUM) piden una mesa de diálogo.

- Red Kawsay
- Colectivo Sumaq Llaqta
"""
HEAD = "es,en,kind,policy,gender,number,article_en,gloss_en,variants_es,forbidden_en,note\n"


def full(workspace: Workspace) -> None:
    """Two drafted statements, and a row that another file contradicts."""
    machine(workspace)
    machine(workspace, "carta")
    (workspace.root / "glossary" / "otros.csv").write_text(
        f"{HEAD}comunicado,communiqué,term,translate,m,sg,no,,,communique,\n", "utf-8"
    )


@pytest.fixture
def listed(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk(full, statements={NAME: STATEMENT, "carta": OTHER})


def test_many_rows_are_changed_after_a_preview(listed: Desk, visit: Visit) -> None:
    visitor = visit(listed)
    page = visitor.page
    page.click(".places-bar a:has-text('Glossary')")
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#rows > li")).to_have_count(3)
    page.fill("#q", "PATRULLAS")
    page.press("#q", "Enter")
    page.wait_for_selector("#rows:has-text('No term matches')")
    page.fill("#q", "patrols")
    page.press("#q", "Enter")
    page.wait_for_selector("#rows:has-text('No term matches')")  # an explanation is not a translation
    page.goto(f"{listed.url}/glossary/en?policy=keep")
    expect(page.locator("#rows > li")).to_have_count(1)
    page.goto(f"{listed.url}/glossary/en")
    page.wait_for_selector("html[data-ready]")
    before = glossary(listed)
    page.check(".pick[aria-label='comunicado']")
    page.check(".pick[aria-label='rondas']")
    page.click("#change")
    page.select_option("#many-kind", "people")
    page.wait_for_selector("#many-effect:has-text('paragraph')")
    assert broken_rules(page) == []
    assert glossary(listed) == before
    page.click("#many-go")
    until(lambda: glossary(listed).count(",people,") == 2)
    page.wait_for_selector("#rows li:has-text('rondas'):has-text('people')")
    page.wait_for_selector("html[data-ready]")
    page.check(".pick[aria-label='rondas']")
    page.click("#remove")
    page.wait_for_selector("#many-effect:has-text('1 paragraph of 1 statement')")
    page.click("#many-go")
    expect(page.locator("#rows li:has-text('rondas')")).to_have_count(0)
    until(lambda: "rondas" not in glossary(listed))
    page.wait_for_load_state()
    visitor.calm()


def test_unlisted_names_are_confirmed_and_refused_in_one_list(listed: Desk, visit: Visit) -> None:
    visitor = visit(listed, path="/s/en/carta")
    page = visitor.page
    page.click("a:has-text('Unlisted names')")
    page.wait_for_selector("#suggestions li:has-text('Red Kawsay'):has-text('3 times')")
    assert "La Red Kawsay denuncia" in page.inner_text("#suggestions li:has-text('Red Kawsay') a >> nth=0")
    page.check("#names")
    names = page.locator("#suggestions .pick:checked").count()
    assert names >= 3
    page.uncheck("#suggestions li:has-text('Colectivo') .pick")
    page.click("#take")
    until(lambda: "Red Kawsay" in glossary(listed) and "CECUM" in glossary(listed))
    assert "Colectivo" not in glossary(listed)
    page.check("#suggestions li:has-text('Colectivo') .pick")
    page.click("#refuse")
    until(lambda: "Colectivo Sumaq Llaqta" in dismissed(Workspace.load(listed.root)))
    expect(page.locator("#suggestions li:has-text('Colectivo')")).to_have_count(0)
    visitor.calm()


def test_a_contradiction_is_shown_and_put_right(listed: Desk, visit: Visit) -> None:
    page = visit(listed, path="/glossary/en?show=conflicts").page
    assert "glossary/otros.csv, row 2: 'communiqué'" in page.inner_text(".listing li")
    page.click(".listing .edit")
    page.wait_for_selector("#term[open]")
    page.fill("#term-en", "statement")
    page.click("#term-save")
    page.wait_for_selector("main:has-text('No rows contradict each other')")


def test_a_file_is_shown_before_it_goes_in_and_the_glossary_goes_out(
    listed: Desk, visit: Visit, tmp_path: Path
) -> None:
    visitor = visit(listed, path="/glossary/en?show=files")
    page = visitor.page
    table = tmp_path / "ours.csv"
    table.write_text("es,en,note\nmesa de diálogo,talks,\ncomunicado,press release,\nde,of,\n", "utf-8")
    page.set_input_files("#file", table)
    page.wait_for_selector("#imported .primary")
    said = page.inner_text("#imported")
    assert "New: 1 term, into glossary/ours.csv" in said and "Different here: 1 term" in said
    assert "Cannot be used: 1" in said and "2 drafts say it differently" in said
    assert broken_rules(page) == []
    assert not (listed.root / "glossary" / "ours.csv").exists()
    page.check("#over")
    page.click("#imported .primary")
    until(lambda: "mesa de diálogo,talks" in glossary(listed) and "press release" in glossary(listed))
    with page.expect_download() as got:
        page.click("a[download]:has-text('CSV')")
    assert "mesa de diálogo,talks" in Path(got.value.path()).read_text("utf-8")
    page.set_input_files("#file", {"name": "x.exe", "mimeType": "", "buffer": b"MZ"})
    page.wait_for_selector("#imported .notice:has-text('x.exe')")
    visitor.calm()


@pytest.mark.parametrize("screen", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_part_is_accessible_and_in_spanish(listed: Desk, visit: Visit, screen: dict[str, Any]) -> None:
    scheme = "dark" if screen is WIDE else "light"
    page = visit(listed, path="/glossary/en", viewport=screen, locale="es", color_scheme=scheme).page
    for show in ("terms", "suggestions", "conflicts", "files"):
        page.goto(f"{listed.url}/glossary/en?show={show}")
        page.wait_for_selector("html[data-ready]")
        if show == "suggestions":
            page.wait_for_selector("#suggestions li")
        assert broken_rules(page) == []
        all_spanish(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
