"""What a person chooses before the page's scripts have arrived is taken when they have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from .conftest import Desk, Visitor, until

Visit = Callable[..., Visitor]

CARD = {"name": "carta.md", "mimeType": "", "buffer": b"# Carta\n\nHola.\n"}
LIST = {"name": "names.csv", "mimeType": "", "buffer": b"es,en\nmesa,table\n"}
UNITS = {"name": "units.tmx", "mimeType": "", "buffer": b"no units"}


@pytest.mark.parametrize(
    ("path", "script", "input_", "file", "seen"),
    [
        ("/", "overview.js", "#file", CARD, "[data-name=carta]"),
        ("/glossary/en?show=files", "glossary.js", "#file", LIST, "#imported summary:has-text('New')"),
        ("/exchange/en", "exchange.js", "#file", CARD, "#back .notice"),
        ("/exchange/en", "exchange.js", "#tmx", UNITS, "#tmx-told .notice"),
        ("/align/en/comunicado", "align.js", "#file", CARD, "#told:has-text('carta')"),
    ],
)
def test_a_file_chosen_at_once_is_taken(
    desk: Desk, visit: Visit, path: str, script: str, input_: str, file: Any, seen: str
) -> None:
    visitor = visit(desk, name="Ana", path="/glossary/en")
    page, held = visitor.page, []
    page.route(f"**/{script}", lambda route: held.append(route))
    page.goto(desk.url + path, wait_until="commit")
    page.set_input_files(input_, file)
    until(lambda: held or page.wait_for_timeout(20))
    held[0].continue_()
    page.wait_for_selector(seen)
    visitor.calm()


def test_a_row_ticked_at_once_counts(desk: Desk, visit: Visit) -> None:
    page, held = visit(desk, name="Ana", path="/settings").page, []
    page.route("**/glossary.js", lambda route: held.append(route))
    page.goto(f"{desk.url}/glossary/en", wait_until="commit")
    page.check(".pick[aria-label='rondas']")
    expect(page.locator("#remove")).to_be_disabled()
    until(lambda: held or page.wait_for_timeout(20))
    held[0].continue_()
    expect(page.locator("#remove")).to_be_enabled()


def test_a_page_loaded_again_takes_no_file_twice(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk, name="Ana", path="/exchange/en")
    page = visitor.page
    page.set_input_files("#file", CARD)
    page.wait_for_selector("#back .notice")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("document.getElementById('file').files.length") == 0
    assert page.inner_text("#back") == ""
