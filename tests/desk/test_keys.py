"""Keys of the editor: free of what browsers and screen readers need, changed at will, kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from .conftest import Desk, Visitor, journal, until

Visit = Callable[..., Visitor]
EDITOR = "/s/en/comunicado"
KEYS = """async () => {
  const [{ACTIONS, keysOf}, {clash}] = await Promise.all(
    [...document.querySelectorAll('script[type=module]')].map(s => s.src.replace(/[^/]*$/, ''))
      .flatMap(base => [import(base + 'keys.js'), import(base + 'clashes.js')]));
  return Object.keys(ACTIONS).map(a => [a, keysOf(a).map(k => [k, clash(k)])]);
}"""


def change(page: Any, action: str, keys: str, place: int = 0) -> None:
    """Give an action another key in the dialog."""
    page.click(f"[data-action={action}][data-place='{place}']")
    page.keyboard.press(keys)


def test_each_action_has_a_key_that_no_browser_and_no_screen_reader_needs(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    found = dict(page.evaluate(KEYS))
    all_keys = [key for keys in found.values() for key, _ in keys]
    assert len(all_keys) == len(set(all_keys))
    for action, keys in found.items():
        assert not keys or any(not clash for _, clash in keys), action
    # The table knows what the conventions collide with; it would not help if it were empty.
    assert dict(found["suggest1"])["Ctrl+1"] == "browser" and dict(found["next"])["Alt+ArrowDown"] == "reader"


def test_a_tabs_key_is_the_browsers_outside_of_the_translation(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    page.wait_for_selector("#source .term")
    page.evaluate("""() => { window.taken = [];
      addEventListener('keydown', e => taken.push(e.key + ' ' + e.defaultPrevented)); }""")
    page.keyboard.press("Control+1")
    page.focus("#list a")
    page.keyboard.press("Control+1")
    taken = [t for t in page.evaluate("taken") if t.startswith("1")]
    assert taken == ["1 true", "1 false"]


def test_both_keys_of_moving_work_and_a_list_of_choices_keeps_its_own(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    for keys, place in (("Alt+ArrowDown", 2), ("Alt+PageDown", 3), ("Alt+PageUp", 2), ("Alt+ArrowUp", 1)):
        page.keyboard.press(keys)
        page.wait_for_selector(f"#meta-place:has-text('paragraph {place} of 7')")


def test_keys_can_be_changed_and_clashes_are_refused(desk: Desk, visit: Visit) -> None:
    page = visit(desk, path=EDITOR).page
    page.click("[data-open=keys]")
    change(page, "confirm", "Control+S")
    page.wait_for_selector("#keys-told:has-text('browser')")
    change(page, "confirm", "Alt+ArrowDown")
    page.wait_for_selector("#keys-told:has-text('Next paragraph')")
    change(page, "term", "Alt+Shift+H")
    page.wait_for_selector("#keys-told:has-text('screen readers')")
    change(page, "confirm", "Control+Shift+Enter")
    change(page, "return", "Control+Alt+K")
    change(page, "suggest2", "Delete")
    page.keyboard.press("Escape")
    page.focus("#text")
    page.keyboard.insert_text("By other keys")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+Shift+Enter")
    until(lambda: [e["text"] for e in journal(desk.root)] == ["By other keys"])
    page.keyboard.press("Control+Alt+K")
    page.wait_for_selector("#return[open]")
    page.keyboard.press("Escape")
    page.reload()
    page.wait_for_selector("kbd[data-key=confirm]:has-text('⇧')")
    page.click("[data-open=keys]")
    expect(page.locator("[data-action=suggest2] kbd")).to_have_text(["Ctrl ⇧ 2"], use_inner_text=True)
    page.click("#keys-reset")
    page.keyboard.press("Escape")
    expect(page.locator("kbd[data-key=confirm]")).to_have_text("Ctrl ↵", use_inner_text=True)
