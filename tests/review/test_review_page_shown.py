"""The review page in a real browser: filters, views, what a reader sees, and barriers."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.review.statement import UNITS, edition, unit

from .test_review_page import HOSTILE, page, whole


@pytest.fixture
def browser(chromium: Any) -> Any:
    """Chromium, driven by Playwright."""
    return chromium


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "diff.html"
    path.write_text(page(), "utf-8")
    return path


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two statements on one page, figures measured."""
    path = tmp_path_factory.mktemp("page") / "whole.html"
    path.write_text(whole(), "utf-8")
    return path


def shown(tab: Any) -> list[str]:
    """Keys of the segments that can be seen."""
    return [s.get_attribute("id")[2:] for s in tab.locator(".segment").all() if s.is_visible()]


@pytest.mark.browser
def test_filters_and_views_work_without_a_script(browser: Any, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(file.as_uri())
    assert len(shown(tab)) == 8
    tab.get_by_label("term broken").check(force=True)
    assert shown(tab) == [UNITS[2].key]
    tab.get_by_label("unread").check(force=True)
    assert shown(tab) == [UNITS[5].key, UNITS[6].key]
    tab.get_by_label("all", exact=False).first.check(force=True)
    first = tab.locator(".segment").first
    expect(first.locator(".changes")).to_be_visible()
    expect(first.locator(".sides")).not_to_be_visible()
    tab.get_by_label("side by side").check(force=True)
    was, now = (first.locator(f".row > .{side}").bounding_box() for side in ("was", "is"))
    expect(first.locator(".changes")).not_to_be_visible()
    assert was["y"] == now["y"]
    assert was["x"] < now["x"]
    tab.get_by_label("everything").check(force=True)
    expect(first.locator(".changes")).to_be_visible()
    expect(first.locator(".row > .is")).to_be_visible()
    context.close()


@pytest.mark.browser
def test_the_plain_view_has_a_line_for_what_was_and_one_for_what_is(browser: Any, file: Path) -> None:
    """Nothing is marked inside the lines, and a sentence that stayed stands there once."""
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.get_by_label("plain", exact=True).check(force=True)
    rows = tab.locator(".segment:has(.changes ins) .row")
    for row in rows.all():
        was, now = row.locator(".was"), row.locator(".is")
        assert was.is_visible() == ("same" not in row.get_attribute("class"))
        expect(now).to_be_visible()
    assert {t.evaluate("e => getComputedStyle(e).display") for t in tab.locator(".row .term").all()} == {
        "inline"
    }
    marks = "e => [getComputedStyle(e).textDecorationLine, getComputedStyle(e, '::before').content]"
    assert tab.locator(".row ins").first.evaluate(marks) == ["none", "none"]
    signs = [
        rows.first.locator(f".{s}").evaluate("e => getComputedStyle(e, '::before').content")
        for s in ("was", "is")
    ]
    assert [sign[1] for sign in signs] == ["−", "+"]
    tab.close()


@pytest.mark.browser
def test_what_nobody_changed_is_there_once_in_every_view(browser: Any, file: Path) -> None:
    tab = browser.new_page()
    tab.goto(file.as_uri())
    segment = tab.locator(f"#s-{UNITS[3].key}")
    for view in ("changes", "side by side", "plain", "everything"):
        tab.get_by_label(view, exact=True).check(force=True)
        seen = [part.text_content() for part in segment.locator("dt, dd").all() if part.is_visible()]
        assert seen == [
            *("Spanish", "Exigimos la debida diligencia."),
            *("English, as drafted", "We demand due diligence."),
        ]
    tab.close()


@pytest.mark.browser
def test_no_line_ends_with_the_sign_of_a_deletion(browser: Any, tmp_path: Path) -> None:
    """The sign keeps to the first word that went, however wide the page is."""
    words = " ".join(f"word{n}" for n in range(60))
    path = tmp_path / "signs.html"
    statement = edition(unit("x", ("draft", "m", words), ("edit", "t", re.sub(r"word\d*[05] ", "", words))))
    path.write_text(page(statement), "utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())
    for width in range(380, 720, 20):
        tab.set_viewport_size({"width": width, "height": 800})
        pieces = tab.locator(".changes del").evaluate_all("all => all.map(e => e.getClientRects().length)")
        assert len(pieces) > 10
        assert set(pieces) <= {1, 2}
        narrow = tab.locator(".changes del").evaluate_all(
            "all => all.map(e => e.getClientRects()[0].width < 25)"
        )
        assert not any(narrow)
    tab.close()


@pytest.mark.browser
def test_a_script_explains_terms_beside_each_other(browser: Any, file: Path) -> None:
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.get_by_label("side by side").check(force=True)
    term = tab.locator(".is .term", has_text="ternas").first
    assert term.get_attribute("title") is None
    term.hover()
    assert term.get_attribute("title").startswith("ternas, kept as it is (term). plain-clothes police groups")
    tab.close()


@pytest.mark.browser
def test_class_person_and_state_narrow_each_other_without_a_script(browser: Any, both: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(both.as_uri())
    expect(tab.locator(".segment:visible")).to_have_count(16)
    tab.locator("details.more summary").click()
    tab.locator("#pick-class-term-fixed").check(force=True)
    expect(tab.locator(".segment:visible")).to_have_count(2)
    tab.locator("#pick-in-2").check(force=True)
    expect(tab.locator(".segment:visible")).to_have_count(1)
    tab.locator("#pick-state-draft").check(force=True)
    expect(tab.locator(".segment:visible")).to_have_count(0)
    tab.locator("#class-all").check(force=True)
    expect(tab.locator(".segment:visible")).to_have_count(1)
    assert not tab.locator("#find").is_visible()
    context.close()


@pytest.mark.browser
def test_a_script_finds_words_and_counts(browser: Any, both: Path) -> None:
    tab = browser.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(both.as_uri())
    tab.locator("details.more summary").click()
    expect(tab.locator("#found")).to_have_text("16 of 16 segments", use_inner_text=True)
    tab.keyboard.press("/")
    tab.keyboard.type("debida")
    expect(tab.locator("#found")).to_have_text("2 of 16 segments", use_inner_text=True)
    expect(tab.locator(".segment:visible")).to_have_count(2)
    tab.keyboard.press("Tab")
    for choice in ("#show-fixed", "#show-broken", "#pick-in-2", "#show-all"):
        tab.locator(choice).check(force=True)
        seen = tab.locator(".segment:visible").count()
        expect(tab.locator("#found")).to_have_text(f"{seen} of 16 segments", use_inner_text=True)
    assert seen == 1
    assert faults == []
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(browser: Any, both: Path, scheme: str) -> None:
    """WCAG 2.2 A and AA, and axe's good practice, in every view, light and dark."""
    tab = browser.new_page(color_scheme=scheme)
    tab.goto(both.as_uri())
    tab.locator("details.more summary").click()
    tab.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    # All rules look at the whole page; what only keeps a list of every part that is as it should be is left out.
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    for view in ("changes", "side by side", "plain", "everything"):
        tab.get_by_label(view, exact=True).check(force=True)
        found = tab.evaluate("options => axe.run(document, options)", options)
        assert len(found["passes"]) > 20, view
        assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == [], view
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_screen(browser: Any, width: int, tmp_path: Path) -> None:
    """On a phone, too, and with a word that cannot be broken anywhere."""
    long = "x" * 300
    statement = edition(
        *UNITS, unit(long, ("draft", "apertium", long), ("edit", "translator", "https://a.example/" + long))
    )
    path = tmp_path / "wide.html"
    path.write_text(page(statement), "utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(path.as_uri())
    for view in ("changes", "side by side", "plain", "everything"):
        tab.get_by_label(view, exact=True).check(force=True)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_dark(browser: Any, file: Path, scheme: str) -> None:
    """Contrast of at least 4.5 to 1 (WCAG 2.2 AA) for changes, verdicts and small text."""
    tab = browser.new_page(color_scheme=scheme)
    tab.goto(file.as_uri())
    ratios = tab.evaluate(
        """() => {
        const channels = c => c.match(/[\\d.]+/g).map(Number);
        const light = c => { const [r, g, b] = channels(c).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b; };
        const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
            const parts = channels(c); if (parts.length < 4 || parts[3] === 1) return c; } return 'rgb(255,255,255)'; };
        return ['ins', 'del', '.verdict', '.meta', '.texts dt', '.source dd', '.figures dt', '.controls label'].map(s => {
            const e = document.querySelector('.segment ' + s) || document.querySelector(s);
            const a = light(getComputedStyle(e).color), b = light(ground(e));
            return [s, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)]; });
        }"""
    )
    assert not [pair for pair in ratios if pair[1] < 4.5]
    tab.close()


@pytest.mark.browser
def test_a_hostile_statement_runs_nothing(browser: Any, tmp_path: Path) -> None:
    statement = edition(unit(HOSTILE, ("draft", "m", HOSTILE), ("edit", "t", "x" + HOSTILE)), title=HOSTILE)
    path = tmp_path / "hostile.html"
    path.write_text(page(statement), "utf-8")
    tab = browser.new_page()
    said: list[str] = []
    tab.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    tab.wait_for_timeout(200)
    assert said == []
    assert asked == [path.as_uri()]
    assert re.search("alert", tab.locator(".row .is").first.text_content())
    tab.close()


@pytest.mark.browser
def test_keyboard_reaches_the_filters(browser: Any, file: Path) -> None:
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.locator("#show-all").focus()
    tab.keyboard.press("ArrowRight")
    expect(tab.locator("#show-changed")).to_be_checked()
    assert len(shown(tab)) == 5
    tab.close()
