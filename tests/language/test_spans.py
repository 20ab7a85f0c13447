"""Stretches of a text: the quick answers are those of the plain questions."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from translate_flow.language.spans import Spans, apart

from ..growth import grows_too_fast

SPAN = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@dataclass(frozen=True)
class Item:
    start: int
    end: int
    number: int = 0


@given(st.lists(SPAN), SPAN)
def test_what_touches_and_what_holds(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    made = Spans(spans)
    touching = [(a, b) for a, b in spans if a < end and start < b]
    assert made.touch(start, end) == bool(touching)
    assert sorted(made.touching(start, end)) == sorted(touching)
    assert made.hold(start, end) == any(a <= start and end <= b for a, b in spans)
    assert bool(made) == bool(spans)


@given(st.lists(SPAN.filter(lambda span: span[0] < span[1])))
def test_of_those_that_overlap_the_first_by_rank_stays(spans: list[tuple[int, int]]) -> None:
    items = [Item(start, end, n) for n, (start, end) in enumerate(spans)]

    def rank(item: Item) -> tuple[int, int, int]:
        return item.start - item.end, item.start, item.number

    kept: list[Item] = []
    for item in sorted(items, key=rank):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    assert apart(items, rank) == sorted(kept, key=lambda item: item.start)


def test_thousands_take_no_longer_than_their_number_explains() -> None:
    def both(items: list[Item]) -> None:
        kept = apart(items, lambda item: (item.start - item.end, item.start))
        places = Spans((item.start, item.end) for item in kept)
        assert all(places.hold(item.start, item.end) and places.touch(item.start, item.end) for item in kept)

    assert not grows_too_fast(both, lambda size: [Item(5 * n, 5 * n + 1 + n % 4) for n in range(size)], 1000)
