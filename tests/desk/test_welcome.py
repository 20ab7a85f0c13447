"""The first run: an empty folder becomes a workspace by a few questions, and the desk opens in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from translate_flow.workspace import Workspace

from .conftest import Desk, Visitor, free_port, start, stop, until
from .test_axe import PHONE, broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    """The desk in a folder with nothing in it."""
    (tmp_path / "w").mkdir()
    running = start(tmp_path / "w", free_port())
    yield running
    stop(running)


def test_answers_make_a_workspace_and_the_desk_opens_in_it(empty: Desk, visit: Visit) -> None:
    visitor = visit(empty, locale="en")
    page = visitor.page
    assert str(empty.root) in page.inner_text("main")
    expect(page.locator("main")).to_contain_text("On this machine: nobody else sees the text")
    expect(page.locator(".listing").first).to_contain_text("Apertium")
    expect(page.locator("main")).not_to_contain_text("TRANSLATE_FLOW_")  # no names that only programmers know
    assert list(empty.root.iterdir()) == [], "nothing is written before somebody has answered"
    assert broken_rules(page) == []
    page.uncheck("[name=target][value=en]")
    page.click("#begin")
    page.wait_for_selector("#told:has-text('at least one')")
    page.check("[name=target][value=en]")
    page.fill("#other", "not a language")
    page.click("#begin")
    page.wait_for_selector("#told:has-text('not a language')")
    assert not (empty.root / "translate-flow.toml").exists()
    page.fill("#other", "pt-BR")
    page.fill("#person-name", 'Ana "Anita" Quispe')
    page.click("#begin")
    page.wait_for_selector("#drop")
    made = Workspace.load(empty.root).settings
    assert made.languages.targets == ("en", "pt-BR") and made.person.name == 'Ana "Anita" Quispe'
    # It is the desk itself now, with its glossary and room for statements.
    page.set_input_files("#file", {"name": "carta.md", "mimeType": "", "buffer": b"# Carta\n\nHola.\n"})
    page.wait_for_selector("[data-name=carta]")
    until(lambda: (empty.root / "statements" / "carta.es.md").exists())


def test_it_asks_in_spanish_on_a_phone(empty: Desk, visit: Visit) -> None:
    page = visit(empty, locale="es", viewport=PHONE, has_touch=True).page
    all_spanish(page)
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from translate_flow.cli.group import group

    (tmp_path / "notes.txt").write_text("mine")
    said = CliRunner().invoke(group, ["desk", "--no-browser", "-C", str(tmp_path)])
    assert said.exit_code != 0 and [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
