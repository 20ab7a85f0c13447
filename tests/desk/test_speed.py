"""A long statement opens at once, and the next paragraph is there before one notices."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from playwright.sync_api import expect

from ..growth import TIMES, grow_too_fast
from .conftest import Desk, Visitor, until

STEPS = """async () => {
  const times = [];
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now();
    document.querySelector('#text').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', altKey: true, bubbles: true}));
    document.querySelector('#text').getBoundingClientRect();
    times.push(performance.now() - began);
    await new Promise(r => setTimeout(r, 30));
  }
  return times;
}"""
"""Milliseconds that each of twenty steps to the next paragraph takes."""
Visit = Callable[..., Visitor]


def long_statement(paragraphs: int) -> str:
    """A statement of paragraphs of forty words."""
    words = "la comunidad pide agua limpia para todas las familias del valle y del río".split()
    body = [
        f"{n}. " + " ".join(words[(n + k) % len(words)] for k in range(40)) + "." for n in range(paragraphs)
    ]
    return "# Largo\n\n" + "\n\n".join(body) + "\n"


def test_two_thousand_paragraphs_open_and_are_walked_through_quickly(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    """Neither the first sight of a statement nor the way to its next paragraph takes long because it has many."""
    size = 400
    sizes = (size // 4, size, TIMES * size)
    desk = open_desk(statements={f"largo-{n}": long_statement(n) for n in sizes})
    visitor = visit(desk)
    page = visitor.page

    def measure(paragraphs: int) -> dict[str, float]:
        # Tried again, each size is a little larger: there is no statement of that size.
        paragraphs = min(sizes, key=lambda there: abs(there - paragraphs))
        page.goto(desk.editor(f"largo-{paragraphs}"))
        page.wait_for_selector("html[data-ready]")
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        expect(page.locator("#list [role=listitem]")).to_have_count(paragraphs + 1)
        return {"first sight": paint / 1000, "next paragraph": statistics.median(page.evaluate(STEPS)) / 1000}

    assert grow_too_fast(measure, size) == {}
    # What is cut off is seen to be.
    assert page.text_content("#list [role=listitem]:nth-child(2) .text").endswith("…")
    until(lambda: page.evaluate("location.hash.length") > 1)
    visitor.calm()
