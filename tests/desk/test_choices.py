"""An address that asks for what a page does not have gets the page as it usually is, and is told so."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from .conftest import NAME, STATEMENT, Desk, Visitor
from .test_planning import STATEMENTS, TWO

Visit = Callable[..., Visitor]
SLIPS = {
    "/": ("show", "order"),
    "/plan": ("show", "language"),
    f"/review/en/{NAME}": ("show",),
    "/find": ("language",),
    "/findings/en": ("show", "rule", "name", "severity"),
    "/glossary/en": ("show", "kind", "policy", "file", "for"),
    "/exchange/en": ("side",),
}
"""Page → what its address can choose."""
SAID = re.compile(r'<p class="alarm notice">(.*?)</p>')


def told(desk: Desk, address: str, tag: str = "en") -> list[str]:
    """What a page says of its address."""
    status, _, page = desk.request("GET", address, {"Cookie": f"{desk.cookie()}; language-{desk.port}={tag}"})
    assert status == 200, address
    return [html.unescape(said) for said in SAID.findall(page.decode())]


@pytest.mark.parametrize(("page", "name"), [(page, name) for page, names in SLIPS.items() for name in names])
def test_a_slip_in_an_address_is_said(desk: Desk, page: str, name: str) -> None:
    assert told(desk, page) == []
    (said,) = told(desk, f"{page}?{name}=ninguno%3Cb%3E")
    assert f"{name}=ninguno<b>" in said


def test_all_slips_of_an_address_are_said_and_what_is_right_counts(desk: Desk) -> None:
    assert len(told(desk, "/plan?show=tarde&language=xx")) == 2
    assert len(told(desk, "/findings/en?severity=error&rule=nada")) == 1
    assert told(desk, "/plan?show=late&language=en&page=9&q=nada") == []


def test_a_filter_with_nothing_left_is_still_shown_as_chosen(desk: Desk, visit: Visit) -> None:
    visitor = visit(desk, name="Ana", path="/findings/en?severity=warning&by=Nadie&rule=number-changed")
    page = visitor.page
    chosen = [page.input_value(f"#{name}") for name in ("severity", "by", "rule")]
    assert chosen == ["warning", "Nadie", "number-changed"]
    assert SAID.findall(page.content()) == []


@pytest.mark.parametrize("page", ["/", "/plan", "/findings/en", "/glossary/en", f"/timeline/en/{NAME}"])
@pytest.mark.parametrize("number", ["²", "-1", "x", "0", "99999", "9" * 5000, "٣"])
def test_a_page_number_that_is_none_is_the_nearest(desk: Desk, page: str, number: str) -> None:
    assert told(desk, f"{page}?page={quote(number)}") == []


def test_the_plan_keeps_the_words_looked_for_when_another_list_is_asked_for(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk(**TWO)
    page = visit(desk, name="Ana", path="/plan?q=s1").page
    expect(page.locator("nav.tabs >> nth=0 >> .n >> nth=0")).to_have_text("2")
    expect(page.locator("#rows > li")).to_have_count(2)
    page.click("nav.languages a >> nth=2")
    page.wait_for_url("**language=pt**")
    expect(page.locator("#q")).to_have_value("s1")
    expect(page.locator("#rows > li")).to_have_count(1)
    assert len(STATEMENTS) == 3


def test_the_plan_has_pages(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk(**TWO | {"statements": {f"s{n:03}": STATEMENT for n in range(101)}})
    page = visit(desk, name="Ana", path="/plan").page
    expect(page.locator("#rows > li")).to_have_count(200)
    page.click("a[rel=next]")
    page.wait_for_url("**page=2**")
    expect(page.locator("#rows > li")).to_have_count(2)
    expect(page.locator("a[rel=next]")).to_have_count(0)


@pytest.mark.parametrize("moment", ["0001-01-01", "9999-12-31T23:59:59-12:00", "nada"])
def test_a_moment_that_no_clock_can_show_is_refused_in_a_sentence(desk: Desk, moment: str) -> None:
    status, _, page = desk.request("GET", f"/timeline/en/{NAME}?since={moment}", {"Cookie": desk.cookie()})
    assert status == 404 and f"{moment}: no such moment" in page.decode()


@pytest.mark.parametrize("key", ["k999", "%E0%A4%A"])
def test_a_link_to_a_paragraph_that_is_gone_says_so(desk: Desk, visit: Visit, key: str) -> None:
    visitor = visit(desk, name="Ana", path=f"/s/en/{NAME}#{key}")
    expect(visitor.page.locator("#alarm")).to_contain_text("no longer in the statement")
    first = desk.work().catalogue.entries[0].key
    visitor.page.goto(f"{desk.editor()}#{first}")
    expect(visitor.page.locator(f"#list a[href='#{first}'][aria-current]")).to_be_visible()
    visitor.calm()
