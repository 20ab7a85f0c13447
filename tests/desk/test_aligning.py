"""A finished translation at the desk: seen beside its statement, corrected by mouse and by keys, taken in, undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .conftest import NAME, Desk, Visitor, journal, until
from .test_axe import PHONE, broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]
TRANSLATION = """# Statement of the Liga Ribereña

The Liga Ribereña reports that 12 families lost their homes on 3 May 2024. The village patrols went with the families. There was no answer from the municipality.

We ask for:

- clean water for all;
- a dialogue table.

Translated by a friend of the house.

Puerto Viejo, 9 May 2024
"""
FILE = {"name": "English.md", "mimeType": "", "buffer": TRANSLATION.encode()}
AT_REST = "#work:not([aria-busy])"
CORRECTIONS = f"locales/en/{NAME}.align.jsonl"


def corrections(desk: Desk) -> list[str]:
    """What was corrected, as it is kept."""
    path = desk.root / CORRECTIONS
    return path.read_text("utf-8").splitlines() if path.exists() else []


def choose(page: object) -> None:
    """Give the page the translation, and wait for the pairs."""
    page.set_input_files("#file", FILE)  # type: ignore[attr-defined]
    page.wait_for_selector("#work:not([hidden])")  # type: ignore[attr-defined]


def test_corrections_by_keys_are_kept_at_once_and_taken_in(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk()
    visitor = visit(desk, path=f"/align/en/{NAME}")
    page = visitor.page
    choose(page)
    keys = [e.key for e in desk.work().catalogue.entries]
    before = journal(desk.root)
    # The third paragraph of the source stands inside the second of the translation: it is divided there.
    page.locator(".chip:has-text('12 families lost')").first.focus()
    page.keyboard.press("s")
    page.wait_for_selector("#split[open]")
    text = page.input_value("#split-text")
    page.evaluate(
        "at => document.getElementById('split-text').setSelectionRange(at, at)", text.index("village")
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"[data-key='{keys[2]}'] .chip:has-text('village patrols')")
    until(lambda: len(corrections(desk)) == 1)
    page.wait_for_selector(AT_REST)
    assert "village patrols" in corrections(desk)[0] and journal(desk.root) == before
    # A sentence of the translation's own says nothing of the statement.
    own = page.locator(".chip:has-text('friend of the house')").first
    if page.locator("li.left .chip:has-text('friend of the house')").count() == 0:
        own.focus()
        page.keyboard.press("Delete")
    page.wait_for_selector("li.left .chip:has-text('friend of the house')")
    page.wait_for_selector(AT_REST)
    # Moved down by one, and taken back.
    page.locator(f"[data-key='{keys[4]}'] .chip").first.focus()
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_selector(f"[data-key='{keys[5]}'] .chip:has-text('clean water')")
    made = len(corrections(desk))
    page.click("#back")
    page.wait_for_selector(f"[data-key='{keys[4]}'] .chip:has-text('clean water')")
    assert len(corrections(desk)) == made - 1
    page.click("#take")
    page.wait_for_selector("#told:has-text('Imported')")
    texts = {u.key: u.target for u in desk.work().units}
    assert texts[keys[2]].startswith("village patrols") or "village patrols" in texts[keys[2]]
    assert texts[keys[4]] == "clean water for all;" and "friend" not in " ".join(texts.values())
    assert {e["by"] for e in journal(desk.root)[len(before) :] if e["do"] == "edit"} == {"Ana"}
    # It is one act, undone as one.
    page.goto(f"{desk.url}/timeline/en/{NAME}")
    page.click("[data-act] [data-undo] >> nth=0")
    until(lambda: not any(u.target for u in desk.work().units if u.key == keys[4]))
    visitor.calm()


def test_a_paragraph_is_dragged_to_where_it_belongs(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk()
    page = visit(desk, path=f"/align/en/{NAME}", locale="es").page
    all_spanish(page)
    choose(page)
    keys = [e.key for e in desk.work().catalogue.entries]
    page.wait_for_selector(f"[data-key='{keys[4]}'] .chip:has-text('clean water')")
    page.drag_and_drop(
        f"[data-key='{keys[4]}'] .chip p >> nth=0", f"[data-key='{keys[3]}'] .source + .theirs"
    )
    page.wait_for_selector(f"[data-key='{keys[3]}'] .chip:has-text('clean water')")
    assert '"join"' in corrections(desk)[-1]
    page.click("#corrections summary")
    all_spanish(page)
    assert broken_rules(page) == []
    # The next visit begins with what was corrected.
    page.reload()
    choose(page)
    page.wait_for_selector(f"[data-key='{keys[3]}'] .chip:has-text('clean water')")


def test_on_a_phone_buttons_do_it_and_bad_files_are_told(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk()
    visitor = visit(desk, path=f"/align/en/{NAME}", viewport=PHONE, has_touch=True)
    page = visitor.page
    for name, data, said in (
        ("photo.md", b"\x89PNG\r\n\x1a\n", "photo.md"),
        ("empty.md", b"\n", "empty.md"),
        ("x.docx", b"PK\x03\x04", "x.docx"),
    ):
        page.set_input_files("#file", {"name": name, "mimeType": "", "buffer": data})
        expect(page.locator("#alarms")).to_contain_text(said)
        assert page.is_hidden("#work")
    choose(page)
    keys = [e.key for e in desk.work().catalogue.entries]
    page.tap(f"[data-key='{keys[4]}'] [data-act=down]")
    page.wait_for_selector(f"[data-key='{keys[5]}'] .chip:has-text('clean water')")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert journal(desk.root) == [e for e in journal(desk.root) if e["do"] == "keep"]
    visitor.calm()


@pytest.mark.parametrize("what", ["[1]", '"x"', "nonsense", '["join"]'])
def test_corrections_that_are_none_change_nothing(desk: Desk, visit: Visit, what: str) -> None:
    page = visit(desk, path=f"/align/en/{NAME}").page
    said = page.evaluate(
        """([text, fixes, name]) => import('/static/x/api.js').then(m => m.upload(new Blob([text]), {language: 'en', name, file: 'a.md', fixes}, '/api/upload/align')).then(() => 'in', e => e.message)""",
        [TRANSLATION, what, NAME],
    )
    assert said != "in" and corrections(desk) == []
