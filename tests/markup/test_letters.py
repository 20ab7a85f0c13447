"""Character references are read as the letters they stand for, and places lead back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.markup.letters import lettered, place_in


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("R&iacute;os y Huam&#225;n, a&#xf1;o 41", "Ríos y Huamán, año 41"),
        ("41&nbsp;personas &laquo;vivas&raquo; &mdash; &quot;ya&quot;", '41\u00a0personas «vivas» — "ya"'),
        ("a &lt; b &amp; c &#42; d", "a &lt; b &amp; c &#42; d"),
        ("`R&iacute;os` y \\&iacute;", "`R&iacute;os` y \\&iacute;"),
        ("[Los R&iacute;os](r&iacute;os.md) y [R&iacute;os]", "[Los Ríos](r&iacute;os.md) y [R&iacute;os]"),
        ('<abbr title="R&iacute;os">R&iacute;os</abbr>', '<abbr title="R&iacute;os">Ríos</abbr>'),
        ("co&shy;munidad &nbsp;", "co&shy;munidad &nbsp;"),
        ("&nada; AT&T; R&D", "&nada; AT&T; R&D"),
    ],
)
def test_letters(text: str, seen: str) -> None:
    assert lettered(text) == seen


_PIECES = st.lists(
    st.sampled_from(["a", "é", "&eacute;", "&#243;", " ", "&amp;", "**", "`", "41", "&nbsp;", "[", "]"])
)


@given(_PIECES)
def test_places_lead_back(pieces: list[str]) -> None:
    """Each character of what is seen is, at its place in the text, that character or what stands for it."""
    text = "".join(pieces)
    seen = lettered(text)
    done = 0
    for at, char in enumerate(seen):
        start, end = place_in(text, (at, at + 1))
        assert start == done
        assert lettered(f"x{text[start:end]}x") == f"x{char}x" or text[start:end] == char
        done = end
    assert done == len(text)
