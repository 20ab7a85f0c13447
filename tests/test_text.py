"""The small functions on text: each is what its plain definition says, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.language.text import has_words, segment_keys, squeeze
from translate_flow.markup.splice import LINE, line_ends, lines_of

SPACED = st.text(st.sampled_from("aá. \t\n\r\x0b\x1c\x85\xa0\u2003\u2028\u3000\u200b\xad“"))


@given(SPACED | st.text())
def test_white_space_of_any_kind_is_squeezed_to_single_blanks(text: str) -> None:
    assert squeeze(text) == " ".join(text.split())


@given(st.text(st.sampled_from("ab\r\n\x0c\x85")) | st.lists(st.text("ab")).map("\r\n".join))
def test_lines_end_where_the_line_ends_stand(text: str) -> None:
    starts, ends = line_ends(text)
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == LINE.split(text)
    assert [text[a:b] for a, b in zip(ends, starts[1:], strict=False)] == LINE.findall(text)
    assert (starts[0], ends[-1]) == (0, len(text))
    assert lines_of(text) == LINE.split(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("https://www.redmuqui.org/", False),
        (" www.muqui.org ", False),
        ("<prensa@muqui.org>", False),
        ("+51 1 555", False),
        ("Más en www.muqui.org", True),
        ("https:", True),
        ("@redmuqui", True),
    ],
)
def test_an_address_by_itself_has_nothing_to_translate(text: str, words: bool) -> None:
    assert has_words(text) is words


def test_keys_name_a_text_and_number_its_repeats() -> None:
    """The first of equal texts has the bare hash, so that keys in catalogues of years ago stay what they are."""
    keys = segment_keys(["Agua limpia.", "Otra cosa.", " Agua \n limpia.", "Agua limpia."])
    assert keys == ["f92d7dfe", "c1d54afc", "f92d7dfe-2", "f92d7dfe-3"]
