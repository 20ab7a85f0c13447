"""Every page is accessible by axe's rules (WCAG 2.2 A and AA, best practice), light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from translate_flow.flow.editing.edit import confirm, send_back
from translate_flow.flow.reviewing.remarks import comment
from translate_flow.flow.statement.work import Work
from translate_flow.model import ICONS, State
from translate_flow.workspace import Workspace

from .conftest import NAME, Desk, Visitor, write
from .test_review import drafted

Visit = Callable[..., Visitor]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => (await axe.run(document.querySelector('dialog[open]') || document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}}})).violations
  .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message || n.none[0]?.message || '')).join(' | '))"""
"""Of a page over which a dialog is open the dialog alone: the page has been looked at before."""


def lively(workspace: Workspace) -> None:
    """A statement with everything a page can show."""
    write(
        workspace,
        {
            0: "Statement of the Shore League",
            1: "The Liga Ribereña reports that 21 families lost it.",
            2: "The rondas came.",
        },
        "Berta",
    )
    work = Work.open(workspace, NAME, "en")
    keys = [e.key for e in work.catalogue.entries]
    write(
        workspace, {1: "The Liga Ribereña reports that 21 families lost their homes on 3 May 2024."}, "Carla"
    )
    work = Work.open(workspace, NAME, "en")
    confirm(work, keys[0], "Berta")
    send_back(work, keys[2], "Carla", "Say what they did.")
    comment(work, keys[2], "Berta", "I will.", work.unit(keys[2]).events[-1].id)


def broken_rules(page: Any) -> list[str]:
    """What axe has to say of the page. It runs as a debugger does, beside the page's own policy."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
SCREENS = [  # each colour and each size once: neither depends on the other
    pytest.param({"color_scheme": "light", "viewport": WIDE}, id="light-wide"),
    pytest.param({"color_scheme": "dark", "viewport": PHONE, "has_touch": True}, id="dark-phone"),
]
FORCED = pytest.param(
    {"color_scheme": "dark", "viewport": WIDE, "forced_colors": "active"}, id="forced-colours"
)
"""Of the page with the most marks: the person's own colours are in the place of all of ours, on every page alike."""


@pytest.mark.parametrize("screen", SCREENS)
def test_overview_and_its_dialogs(
    open_desk: Callable[..., Desk], visit: Visit, tmp_path: Path, screen: dict[str, Any]
) -> None:
    desk = open_desk(lively, settings=[('targets = ["en"]', 'targets = ["en", "fr"]')])
    page = visit(desk, **screen).page
    page.wait_for_selector(".findings .count")
    assert broken_rules(page) == []
    for opener, dialog in (("[data-open=me]", "#me"), ("[data-draft]", "#draft"), ("[data-build]", "#build")):
        page.click(opener)
        page.wait_for_selector(f"{dialog}[open]")
        assert broken_rules(page) == []
        if dialog != "#build":
            page.keyboard.press("Escape")
    page.click("#build-go")  # refused, for most is not confirmed
    page.wait_for_selector("#build-result .notice")
    assert broken_rules(page) == []
    page.check("#build-drafts")
    page.click("#build-go")
    page.wait_for_selector("#build-result a")
    assert broken_rules(page) == []
    page.keyboard.press("Escape")
    (tmp_path / f"{NAME}.md").write_text("# Otro\n", "utf-8")
    page.set_input_files("#file", tmp_path / f"{NAME}.md")
    page.wait_for_selector("#replace[open]")
    assert broken_rules(page) == []
    page.keyboard.press("Escape")
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")
    page.set_input_files("#file", tmp_path / "foto.png")
    page.wait_for_selector(".alarm.refused")
    assert broken_rules(page) == []
    for path in ("/?q=nothing-is-called-so", "/nothing"):
        page.goto(desk.url + path)
        assert broken_rules(page) == []
    page.context.clear_cookies()
    page.goto(desk.url)  # nobody known: the refusal is a page, too
    assert page.title() == "translate-flow" and broken_rules(page) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_review_and_its_dialogs(open_desk: Callable[..., Desk], visit: Visit, screen: dict[str, Any]) -> None:
    desk = open_desk(drafted, more="\n[review]\nfour_eyes = true\n")
    page = visit(desk, name="Berta", path=f"/review/en/{NAME}?show=all", **screen).page
    page.wait_for_selector("html[data-ready]")
    assert broken_rules(page) == []
    page.click(".item details summary")
    page.wait_for_selector(".item details select")
    assert broken_rules(page) == []
    page.click("#classes button")
    assert broken_rules(page) == []
    page.click("#classes button")
    page.click(".item [data-do=return]")
    assert broken_rules(page) == []
    page.keyboard.press("Escape")
    page.click("#approve-shown")
    assert broken_rules(page) == []


@pytest.mark.parametrize("screen", [*SCREENS, FORCED])
def test_editor_and_its_dialogs(open_desk: Callable[..., Desk], visit: Visit, screen: dict[str, Any]) -> None:
    desk = open_desk(lively)
    page = visit(desk, path=f"/s/en/{NAME}", **screen).page
    for place in range(3):
        if page.is_visible("#dock-list"):
            page.click("#dock-list")
        page.click(f"#list [role=listitem]:nth-child({place + 1}) a")
        page.wait_for_selector(".term-row")
        page.wait_for_timeout(150)
        assert broken_rules(page) == []
    page.click("#text")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("Mine")
    write(Workspace.load(desk.root), {2: "Theirs"}, "Berta")
    page.wait_for_selector("#conflict:not([hidden])")
    assert broken_rules(page) == []
    page.click("[data-open=keys]")
    assert broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


UNSEEN = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return '';
  const shown = e.matches('input.visually-hidden') ? e.labels[0] : e;
  const r = shown.getClientRects()[0], name = e.outerHTML.slice(0, 90);
  const style = getComputedStyle(shown);
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline: ' + name;
  const at = document.elementFromPoint(Math.min(innerWidth - 1, r.x + Math.min(r.width / 2, 20)), r.y + Math.min(r.height / 2, 10));
  return at && (shown.contains(at) || at.contains(shown)) ? '' : 'covered: ' + name;
}"""


def in_widths(page: Any, widths: tuple[int, int], height: int) -> Iterator[int]:
    """The page, loaded in one width after the other."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        page.wait_for_selector("html[data-ready]")
        page.wait_for_timeout(200)
        yield width


@pytest.mark.parametrize("path", ["/", f"/review/en/{NAME}?show=all"])
def test_the_focus_is_seen_wherever_it_goes(open_desk: Callable[..., Desk], visit: Visit, path: str) -> None:
    """WCAG 2.4.7 and 2.4.11: an outline, and nothing over it, not the head that stays in sight either."""
    page = visit(open_desk(lively), path=path).page
    for width in in_widths(page, (320, 1280), 640):
        unseen, seen = [], 0
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            seen += 1
            if said := page.evaluate(UNSEEN):
                unseen.append(said)
        assert seen > 10 and unseen == [], width


@pytest.mark.parametrize("path", ["/", f"/review/en/{NAME}?show=all"])
def test_wider_spacing_of_text_hides_nothing(open_desk: Callable[..., Desk], visit: Visit, path: str) -> None:
    """WCAG 1.4.12, with the values of the standard."""
    page = visit(open_desk(lively), path=path).page
    for width in in_widths(page, (320, 1280), 800):
        page.evaluate("""() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
          document.adoptedStyleSheets = [sheet];
        }""")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        cut = page.evaluate("""() => [...document.querySelectorAll('main *, header button')].filter((e) => {
          const style = getComputedStyle(e);
          return style.overflow === 'hidden' && !e.closest('.visually-hidden') && !e.matches('svg, svg *, .name') && e.scrollWidth > e.clientWidth + 1;
        }).map((e) => e.outerHTML.slice(0, 80))""")
        assert cut == [], width


@pytest.mark.parametrize("path", ["/", "/s/en/comunicado", "/review/en/comunicado?show=all"])
def test_no_page_is_wider_than_the_screen(open_desk: Callable[..., Desk], visit: Visit, path: str) -> None:
    page = visit(open_desk(lively), path=path).page
    for width in in_widths(page, (320, 3840), 900):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        if path.startswith("/s/"):
            right = page.evaluate("document.getElementById('text').getBoundingClientRect().right")
            assert right <= width


def test_what_is_said_by_colour_is_said_by_word_and_sign(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    page = visit(open_desk(lively), path="/s/en/comunicado").page
    states = page.query_selector_all("#list .state")
    assert len(states) > 5
    for state in states:
        name = state.get_attribute("class").split()[1]
        # Only seen: what comes after the stroke is read aloud in its place.
        assert (
            state.evaluate("e => getComputedStyle(e, '::before').content") == f'"{ICONS[State(name)]}" / ""'
        )
        assert state.inner_text().strip()
        state.hover()
        assert len(state.get_attribute("title")) > len(state.inner_text())
