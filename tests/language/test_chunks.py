"""A text cut to a size: nothing is lost, and the best place is taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.language.chunks import cut, sentences


@pytest.mark.parametrize(
    ("text", "size", "parts"),
    [
        ("Uno dos.", 8, ["Uno dos."]),
        ("Uno dos. Tres cuatro.", 12, ["Uno dos.", "Tres cuatro."]),
        ("Uno dos. Tres cuatro.", 8, ["Uno dos.", "Tres", "cuatro."]),
        ("Uno, dos, tres cuatro", 9, ["Uno, dos,", "tres", "cuatro"]),
        ("Uno\nDos tres", 8, ["Uno", "Dos tres"]),
        ("abcdefghij", 3, ["abc", "def", "ghi", "j"]),
    ],
)
def test_it_is_cut_where_it_hurts_least(text: str, size: int, parts: list[str]) -> None:
    found = cut(text, lambda part: len(part) <= size, "es")
    assert [chunk.text for chunk in found] == parts
    assert "".join(chunk.text + chunk.gap for chunk in found) == text


@given(st.text(alphabet="ab ,.\n", max_size=60), st.integers(1, 12))
def test_whatever_the_text_the_chunks_join_to_it_and_fit(text: str, size: int) -> None:
    found = cut(text, lambda part: len(part) <= size, "es")
    assert "".join(chunk.text + chunk.gap for chunk in found) == text
    assert all(len(chunk.text) <= size for chunk in found)


def test_sentences_keep_the_blanks_between_them() -> None:
    found = [(chunk.text, chunk.gap) for chunk in sentences("Uno dos. Tres.  Cinco.", "es")]
    assert found == [("Uno dos.", " "), ("Tres.", "  "), ("Cinco.", "")]
