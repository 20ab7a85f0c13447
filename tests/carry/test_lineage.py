"""A segment's history follows it from key to key."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate_flow.carry import Lineage, lineage
from translate_flow.model import Event


def event(number: int, at: str, do: str, key: str, text: str | None = None, origin: str = "") -> Event:
    return Event(id=f"{number:03}", at=at, by="translator", do=do, key=key, text=text, origin=origin)


def texts(events: list[Event]) -> list[str | None]:
    return [e.text for e in events]


def test_a_carry_brings_the_life_of_its_origin() -> None:
    lives = lineage([event(1, "a", "edit", "k", "one"), event(2, "b", "carry", "m", "one", "k")])
    assert texts(lives["m"]) == ["one", "one"]
    assert texts(lives["k"]) == ["one"]


def test_two_segments_change_places_in_one_reading() -> None:
    past = [event(1, "a", "edit", "k", "first"), event(2, "b", "edit", "k-2", "second")]
    swap = [event(3, "c", "carry", "k", "second", "k-2"), event(4, "c", "carry", "k-2", "first", "k")]
    lives = lineage([*past, *swap])
    assert texts(lives["k"]) == ["second", "second"]
    assert texts(lives["k-2"]) == ["first", "first"]
    again = [event(5, "d", "carry", "k", "first", "k-2"), event(6, "d", "carry", "k-2", "second", "k")]
    lives = lineage([*past, *swap, *again])
    assert texts(lives["k"])[0] == "first"
    assert texts(lives["k-2"])[0] == "second"


def test_the_same_reading_by_two_people_counts_once_also_after_an_edit() -> None:
    past = [event(1, "a", "edit", "k", "first"), event(2, "b", "edit", "k-2", "second")]
    mine = [event(3, "c", "carry", "k", "second", "k-2"), event(4, "c", "carry", "k-2", "first", "k")]
    edit = event(5, "d", "edit", "k", "second, better")
    theirs = [event(6, "e", "carry", "k", "second", "k-2"), event(7, "e", "carry", "k-2", "first", "k")]
    lives = lineage([*past, *mine, edit, *theirs])
    assert texts(lives["k"]) == ["second", "second", "second, better"]
    assert texts(lives["k-2"]) == ["first", "first"]


def test_a_merge_brings_all_lives_in_order() -> None:
    past = [
        event(1, "a", "edit", "k", "one"),
        event(2, "b", "edit", "m", "two"),
        event(3, "c", "edit", "k", "uno"),
    ]
    lives = lineage([*past, event(4, "d", "carry", "n", "uno two", "k m")])
    assert texts(lives["n"]) == ["one", "two", "uno", "uno two"]


KEYS = st.sampled_from("k m n".split())
ORIGINS = st.lists(KEYS, max_size=2, unique=True).map(" ".join)
EVENTS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["edit", "carry"]), KEYS, ORIGINS), max_size=12
)


@given(EVENTS, st.integers(0, 12))
def test_a_lineage_that_goes_on_is_the_one_made_at_once(
    drawn: list[tuple[str, str, str, str]], cut: int
) -> None:
    made = [
        event(n, at, do, key, f"text {n % 3}", origin if do == "carry" else "")
        for n, (at, do, key, origin) in enumerate(sorted(drawn, key=lambda d: d[0]))
    ]
    assert Lineage().add(made[:cut]).add(made[cut:]).lives == lineage(made)
