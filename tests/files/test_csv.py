"""CSV that programs read back, and no cell of which a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.files.cells import as_csv, unguarded

CELLS = st.text(st.sampled_from("a=+-@'\"\t\r\n;, 1ñ"), max_size=6)


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4),
    st.sampled_from([",", ";", "\t"]),
    st.booleans(),
)
def test_what_was_written_is_read_again(rows: list[list[str]], delimiter: str, every: bool) -> None:
    text = as_csv(rows, delimiter, all_quoted=every)
    read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    assert [[unguarded(cell) for cell in row] for row in read] == rows
    assert every is False or not rows or text.startswith('"')


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a"])
def test_a_formula_is_guarded_and_a_figure_is_not(cell: str) -> None:
    assert not as_csv([[cell, 1]]).startswith(cell)
    assert as_csv([[-1, "a"]]) == "-1,a\n"


def test_only_what_needs_quotation_marks_has_them() -> None:
    assert as_csv([["a", "b,c", "d"]], newline="\r\n") == 'a,"b,c",d\r\n'
    assert as_csv([["a\rb", "c"]]) == '"a\rb","c"\n'
    assert as_csv([["a", "b"]], all_quoted=True) == '"a","b"\n'
