"""The pages in a real browser: no request, no sideways scrolling, headings in order, fit to print."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from translate_flow import outputs

from .editions import case

pytestmark = pytest.mark.browser

_PAGES = ("page-html", "bilingual", "interleaved")


@pytest.fixture
def browser(chromium: Any) -> Any:
    """Chromium, driven by Playwright."""
    return chromium


@pytest.fixture(params=_PAGES)
def page_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A page of the case that has every kind of block and state."""
    output = outputs.load(request.param)
    path = tmp_path / output.file
    path.write_bytes(output.make(case("aviso")))
    return path


@pytest.mark.parametrize("width", [320, 768, 1280, 2200])
def test_a_page_fits_its_window_and_asks_for_nothing(browser: Any, page_file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [page_file.as_uri()]
    assert said == []
    page.close()


def test_headings_are_in_order_and_one_is_the_title(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))
    page.close()


def test_each_address_in_a_page_leads_somewhere(browser: Any, page_file: Path) -> None:
    """Ids are unique; each link within the page has its target."""
    page = browser.new_page()
    page.goto(page_file.as_uri())
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    links = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
    )
    assert len(ids) == len(set(ids))
    assert links and set(links) <= set(ids)
    page.close()


def test_every_pair_can_be_linked_to(browser: Any, tmp_path: Path) -> None:
    edition = case("aviso")
    path = tmp_path / "bilingual.html"
    path.write_bytes(outputs.load("bilingual").make(edition))
    page = browser.new_page()
    page.goto(path.as_uri())
    ids = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
    assert {unit.key for unit in edition.units} <= ids
    page.close()


def test_a_phone_stacks_the_languages_and_a_desk_sets_them_side_by_side(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "bilingual.html"
    path.write_bytes(outputs.load("bilingual").make(case("aviso")))
    for width, beside in ((320, False), (768, True), (1280, True)):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(path.as_uri())
        source, target = (
            page.locator(f".paragraph .{side}").first.bounding_box() for side in ("source", "target")
        )
        assert (target["x"] >= source["x"] + source["width"]) is beside
        assert (target["y"] >= source["y"] + source["height"]) is not beside
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_prints_dark_on_white_without_what_is_for_the_screen(
    browser: Any, page_file: Path, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(page_file.as_uri())
    assert page.pdf(format="A4").startswith(b"%PDF-")
    page.emulate_media(media="print", color_scheme=scheme)
    style = "getComputedStyle(document.documentElement)"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{style}.color") == "rgb(32, 36, 44)"
    expect(page.locator(".screen:visible")).to_have_count(0)
    expect(page.locator(".state:visible")).not_to_have_count(0)
    page.close()


def test_states_are_told_by_word_and_sign_where_colours_are_forced(browser: Any, page_file: Path) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(page_file.as_uri())
    for badge in page.locator(".state").all():
        assert badge.inner_text().strip()
        assert badge.locator(".icon").inner_text().strip() in "○◐↻●✓="
    page.close()
