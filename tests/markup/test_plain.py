"""What a reader sees of a marked text, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.markup.plain import plain


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("La Red **Kawsay** firma.", "La Red Kawsay firma."),
        ("La <b>Red</b> <i>Kawsay</i> firma.", "La Red Kawsay firma."),
        ("La [Red](https://ejemplo.org/red) Kawsay", "La Red Kawsay"),
        ("La <f1>Red</f1> Kaw<x2/>say", "La Red Kaw say"),
        ("La Red[^1] Kawsay", "La Red Kawsay"),
        ("La Red\\_Kawsay y 5 \\* 3", "La Red_Kawsay y 5 * 3"),
        ("La Red&nbsp;Kaw&shy;say &amp; hijas", "La Red\u00a0Kawsay & hijas"),
        ("La Red Kaw\u00adsay", "La Red Kawsay"),
        ("A\u0301ncash", "Áncash"),
        ("el &fjlig;ord, &aacute;, &nada;", "el &fjlig;ord, á, &nada;"),
        ("sin marcas", "sin marcas"),
        ("un registro <público>", "un registro <público>"),
        ("41<sup>1</sup> muertos, 10<sup>6</sup> m<sup>2</sup>", "41¹ muertos, 10⁶ m²"),
        ("CO<sub>2</sub> y 18<sup>(2, 3)</sup>", "CO₂ y 18⁽², ³⁾"),
        ("1<sup>er</sup> piso, N<sup>o</sup> 5", "1er piso, No 5"),
        ("5 * 3 y a_b_c, R&D", "5 * 3 y a_b_c, R&D"),
    ],
)
def test_marks_are_not_seen(text: str, seen: str) -> None:
    assert plain(text).text == seen


@pytest.mark.parametrize(
    ("text", "words", "there"),
    [
        ("La Red **Kawsay** firma.", "Red Kawsay", "Red **Kawsay**"),
        ("La **Red Kawsay** firma.", "Red Kawsay", "Red Kawsay"),
        ("La [Red](https://ejemplo.org/red) Kawsay.", "Red Kawsay", "[Red](https://ejemplo.org/red) Kawsay"),
        ("La <b>Red <i>Kaw</i>say</b>", "Red Kawsay", "<b>Red <i>Kaw</i>say</b>"),
    ],
)
def test_a_stretch_takes_the_marks_inside_with_it(text: str, words: str, there: str) -> None:
    view = plain(text)
    start = view.text.index(words)
    whole = view.whole(*view.span(start, start + len(words)))
    assert whole is not None
    assert text[slice(*whole)] == there


def test_a_place_between_characters_has_one_in_the_marked_text() -> None:
    bare, view = plain("La Red firma."), plain("La **Red**")
    assert (bare.span(3, 6), bare.span(3, 3)) == ((3, 6), (3, 3))
    assert (view.text, view.span(3, 6), view.span(3, 3), view.span(6, 6)) == (
        "La Red",
        (5, 8),
        (5, 5),
        (8, 8),
    )
    assert plain("<b></b>").span(0, 0) == (0, 0)


def test_a_stretch_that_a_mark_leaves_is_not_whole() -> None:
    view = plain("**La Red** Kawsay firma.")
    start = view.text.index("Red Kawsay")
    span = view.span(start, start + 10)
    assert "**La Red** Kawsay firma."[slice(*span)] == "Red** Kawsay"
    assert view.whole(*span) is None


@given(st.text("ab é.*_<>/[]()\\&;~\n\u00ad\u0301^1", max_size=40))
def test_every_character_has_its_place(text: str) -> None:
    """Places rise, lie inside the text, and characters of the text that are seen stay what they are."""
    view = plain(text)
    if view.starts is None or view.ends is None:
        assert view.text == text
        return
    assert len(view.starts) == len(view.ends) == len(view.text)
    assert all(0 <= a < b <= len(text) for a, b in zip(view.starts, view.ends, strict=True))
    assert list(view.starts) == sorted(view.starts)
