"""Inline marks in the field: deleted whole or not at all, whatever deletes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from translate_flow.flow.editing.marks import marks_of_source

from .conftest import NAME, Desk, Visitor, painted, until

Visit = Callable[..., Visitor]
EDITOR = "/s/en/comunicado"
SOURCE = "Ver **esto** y [aquello](https://example.org/a) aquí[^1].\n\n[^1]: Nota.\n"
TEXT = "See **this** and [that](https://example.org/a) here[^1]."


def caret(page: Any, start: int, end: int | None = None) -> None:
    """Put the caret, or the selection, there."""
    page.focus("#text")
    page.evaluate(
        "([s, e]) => document.getElementById('text').setSelectionRange(s, e)",
        [start, start if end is None else end],
    )
    painted(page)  # the browser has told of it


@pytest.fixture
def page(open_desk: Callable[..., Desk], visit: Visit) -> Any:
    """The editor with a translation that has every mark of its Markdown source."""
    page = visit(open_desk(statements={NAME: SOURCE}), path=EDITOR).page
    page.wait_for_selector("#mark-bar button >> nth=2")
    page.keyboard.insert_text(TEXT)
    page.wait_for_selector(".backdrop .chip >> nth=2")
    return page


def test_the_marks_of_each_format() -> None:
    assert marks_of_source("markdown", SOURCE.splitlines()[0]) == [
        ("**", "**"),
        ("[", "](https://example.org/a)"),
        ("[^1]", ""),
    ]
    assert marks_of_source("docx", "<b>Ver</b> <x1/><a2>esto</a2><b>y</b>") == [
        ("<b>", "</b>"),
        ("<x1/>", ""),
        ("<a2>", "</a2>"),
    ]
    assert marks_of_source("plain", "2 * 3 * 4 <b>") == []


def test_backspace_and_delete_take_a_mark_whole(page: Any) -> None:
    caret(page, TEXT.index("**this**") + 8)
    page.keyboard.press("Backspace")
    expect(page.locator("#text")).to_have_value(TEXT.replace("this**", "this"))
    page.keyboard.press("Control+Z")
    expect(page.locator("#text")).to_have_value(TEXT)
    caret(page, TEXT.index("](https"))
    page.keyboard.press("Delete")
    expect(page.locator("#text")).to_have_value(TEXT.replace("](https://example.org/a)", ""))
    page.keyboard.press("Control+Z")
    caret(page, TEXT.index("[^1]") + 4)
    page.keyboard.press("Control+Backspace")
    expect(page.locator("#text")).to_have_value(TEXT.replace("[^1]", ""))


def test_the_caret_jumps_over_a_mark_and_a_selection_takes_it_whole(page: Any) -> None:
    caret(page, TEXT.index("](https"))
    page.keyboard.press("ArrowRight")
    page.keyboard.type("!")
    expect(page.locator("#text")).to_have_value(TEXT.replace("/a)", "/a)!"))
    page.keyboard.press("Control+Z")
    caret(page, TEXT.index("](https") - 2, TEXT.index("](https") + 5)
    page.keyboard.type("X")
    expect(page.locator("#text")).to_have_value(TEXT.replace("at](https://example.org/a)", "X"))


def test_what_is_typed_before_the_caret_has_jumped_stands_beside_the_mark(page: Any) -> None:
    at = TEXT.index("](https")
    caret(page, at)
    page.evaluate(
        """(at) => { const t = document.getElementById('text'); t.setSelectionRange(at, at);
        const put = { inputType: 'insertText', data: '!', cancelable: true, bubbles: true };
        t.dispatchEvent(new InputEvent('beforeinput', put)); }""",
        at + 1,
    )
    assert page.input_value("#text") == TEXT.replace("/a)", "/a)!")


@pytest.mark.parametrize("typed", ["", "new"], ids=["deleted", "replaced"])
def test_half_a_mark_is_not_left_by_what_gave_no_warning(page: Any, typed: str) -> None:
    """A phone's keyboard or an assistant may change any stretch of the text in one piece."""
    at = TEXT.index("](https") + 5
    page.evaluate(
        """([from, to, typed]) => { const t = document.getElementById('text'); t.focus();
        t.setSelectionRange(from, to); document.execCommand(typed ? 'insertText' : 'delete', false, typed); }""",
        [at - 7, at, typed],
    )
    expected = TEXT[: TEXT.index("](https") - 2] + typed + " here[^1]."
    until(lambda: page.input_value("#text") == expected)
    for _ in range(3):
        page.keyboard.press("Control+Z")
        text = page.input_value("#text")
        assert text.count("](https://example.org/a)") == text.count("](") == text.count("example.org")
    assert text in (TEXT, "")


def test_a_line_that_ends_within_a_mark_is_deleted_with_the_whole_mark(page: Any) -> None:
    client = page.context.new_cdp_session(page)
    page.set_viewport_size({"width": 820, "height": 700})
    # The caret at the end of the line in which the address begins.
    caret(page, TEXT.index("https") - 4)
    command = {"type": "rawKeyDown", "key": "Backspace", "code": "Backspace", "windowsVirtualKeyCode": 8}
    client.send(
        "Input.dispatchKeyEvent", command | {"commands": ["MoveToEndOfLine", "DeleteToBeginningOfLine"]}
    )
    until(lambda: page.input_value("#text") != TEXT)
    text = page.input_value("#text")
    assert text != TEXT and text.count("](https://example.org/a)") == text.count("](") == text.count(
        "example.org"
    )


def test_a_composition_leaves_no_half_mark(page: Any) -> None:
    """Accents by dead keys, phones and East Asian keyboards compose: the text changes under their hands."""
    client = page.context.new_cdp_session(page)
    caret(page, TEXT.index("**this**") + 8)
    client.send("Input.imeSetComposition", {"text": "ni", "selectionStart": 2, "selectionEnd": 2})
    client.send("Input.insertText", {"text": "ñ"})
    assert page.input_value("#text") == TEXT.replace("this**", "this**ñ")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    expect(page.locator("#text")).to_have_value(TEXT.replace("this**", "this"))


def test_buttons_put_the_marks_of_the_source_round_the_words(page: Any) -> None:
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("See this.")
    caret(page, 4, 8)
    page.click("#mark-bar button:has-text('**…**')")
    expect(page.locator("#text")).to_have_value("See **this**.")
    caret(page, 13)
    page.click("#mark-bar button:has-text('[^1]')")
    expect(page.locator("#text")).to_have_value("See **this**.[^1]")
