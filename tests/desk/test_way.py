"""The whole way of a statement at the desk, as a new user goes it, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from .conftest import STATEMENT, Desk, Visitor, journal, until

Visit = Callable[..., Visitor]
TEXTS = [
    "Statement of the Liga Ribereña",
    "The Liga Ribereña reports that 12 families lost their homes on 3 May 2024.",
    "The rondas (village patrols) stood by the families. The municipality gave no answer.",
    "We ask for:",
    "clean water for all;",
    "a round table.",
    "Puerto Viejo, 9 May 2024",
]


def tab_to(page: Any, selector: str, most: int = 60) -> None:
    """Press Tab until that element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => !!document.activeElement?.matches(s)", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


def test_from_upload_to_download_by_keyboard_only(
    open_desk: Callable[..., Desk], visit: Visit, tmp_path: Path
) -> None:
    desk = open_desk(statements={})
    visitor = visit(desk)
    page = visitor.page
    file = tmp_path / "Comunicado (final).md"
    file.write_text(STATEMENT, "utf-8")

    # Asked for long before the key: the browser takes its time until it hands choosers over, and shows them itself.
    page.on("filechooser", lambda chooser: chooser.set_files(file))
    tab_to(page, "#file")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-name='Comunicado-final'] h3 a:focus")
    _draft(page, desk)
    _translate(page, desk)
    _approve(page, desk)
    visitor.calm()

    page.goto(desk.url)
    download = _build(page)
    built = Path(download.path()).read_text("utf-8")
    assert (
        built == "# " + "\n\n".join(TEXTS[:4]) + "\n\n- " + "\n- ".join(TEXTS[4:6]) + "\n\n" + TEXTS[6] + "\n"
    )
    assert download.suggested_filename == "Comunicado-final.en.md"
    visitor.calm()


def _draft(page: Any, desk: Desk) -> None:
    tab_to(page, "[data-draft]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#draft[open]")
    assert "stays on this machine" in page.inner_text("#draft-text")
    page.keyboard.press("Enter")
    until(lambda: sum(e["do"] == "draft" for e in journal(desk.root, "Comunicado-final")) == 7)
    page.wait_for_selector("[data-name='Comunicado-final'] .state.draft")


def _translate(page: Any, desk: Desk) -> None:
    """From the overview into the statement, and through its paragraphs."""
    page.reload()
    tab_to(page, "h3 a")
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-ready]")
    for text in TEXTS:
        page.wait_for_selector("#text:focus")
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(text)
        page.keyboard.press("Control+Enter")
    until(lambda: [e["text"] for e in journal(desk.root, "Comunicado-final") if e["do"] == "edit"] == TEXTS)
    page.wait_for_selector("#to-go:text('0 words')")


def _approve(page: Any, desk: Desk) -> None:
    """A second look at each."""
    page.keyboard.press("Alt+ArrowUp")
    for _ in range(8):
        page.keyboard.press("Alt+ArrowUp")
    for _ in TEXTS:
        page.keyboard.press("Control+Alt+Enter")
        page.keyboard.press("Alt+ArrowDown")
    until(lambda: sum(e["do"] == "approve" for e in journal(desk.root, "Comunicado-final")) == 7)


def _build(page: Any) -> Any:
    """What is downloaded."""
    tab_to(page, "[data-build]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#build[open]")
    tab_to(page, "#build-go")
    page.keyboard.press("Enter")
    page.wait_for_selector("#build-result a:focus")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    return download.value
