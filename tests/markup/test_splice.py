"""Lines of a text, and stretches of it replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.markup.splice import line_ends, lines_of, splice, wrap

LINES = st.lists(st.text("aá ", max_size=4), min_size=1, max_size=6)


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_each_line_begins_and_ends_where_it_is_said(lines: list[str], end: str) -> None:
    text = end.join(lines)
    starts, ends = line_ends(text)
    assert [text[start:stop] for start, stop in zip(starts, ends, strict=True)] == lines
    assert lines_of(text) == lines


@given(st.lists(st.tuples(st.text("aá ", max_size=4), st.sampled_from(["\n", "\r\n", "\r"])), max_size=6))
def test_kinds_of_line_ends_may_be_mixed(parts: list[tuple[str, str]]) -> None:
    # A line that ends with \r and an empty one that ends with \n would be one line end.
    text = "".join(line + "x" + end for line, end in parts)
    starts, ends = line_ends(text)
    found = [text[start:stop] for start, stop in zip(starts, ends, strict=True)]
    assert found == [line + "x" for line, _ in parts] + [""]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], "uno dos tres"),
        ([(0, 3, "one")], "one dos tres"),
        ([(4, 7, "two"), (8, 12, "three")], "uno two three"),
        ([(0, 0, "¡"), (12, 12, "!")], "¡uno dos tres!"),
        ([(3, 8, "")], "unotres"),
    ],
)
def test_stretches_are_replaced_and_the_rest_stays(pieces: list[tuple[int, int, str]], expected: str) -> None:
    assert splice("uno dos tres", pieces) == expected


def fits(word: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 9, [""]),
        ("uno dos tres", 7, ["uno dos", "tres"]),  # exactly as wide as a line may be
        ("uno dos tres", 6, ["uno", "dos", "tres"]),
        ("uno pronunciamiento dos", 5, ["uno", "pronunciamiento", "dos"]),
        ("pre- y posguerra", 6, ["pre- y", "posguerra"]),
        ("de pre- y de", 7, ["de pre- y", "de"]),  # no line ends in half a word
    ],
)
def test_a_line_is_cut_where_it_is_as_wide_as_allowed(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width, 0, 0, fits) == lines


def test_what_stands_before_the_lines_takes_its_room() -> None:
    assert wrap("uno dos tres", 7, 4, 0, fits) == ["uno", "dos", "tres"]
    assert wrap("uno dos tres", 7, 0, 4, fits) == ["uno dos", "tres"]
    assert wrap("uno dos 3. tres", 7, 0, 0, lambda word: word == "3.") == ["uno dos 3.", "tres"]
