"""A lost mark is put where its place in the source suggests, never inside a word, and a sound translation is left alone."""

from __future__ import annotations

import pytest

from translate_flow.markup.placing import inline_put, put


@pytest.mark.parametrize(
    ("source", "target", "whole", "marks"),
    [
        ("Agua<x1/> potable.", "Drinking water.", "Drinking<x1/> water.", ("<x1/>",)),
        ("Hubo agua para todos<x1/>, ayer.", "There was water for all, yesterday.", "There was water for all<x1/>, yesterday.", ("<x1/>",)),
        ("Uno <x1/>dos tres.", "One two three.", "One <x1/>two three.", ("<x1/>",)),
        ("Uno\ndos<x1/> tres.", "One\ntwo three.", "One\ntwo<x1/> three.", ("<x1/>",)),
        ("El <a1>informe</a1> final.", "The final report.", "The <a1>final</a1> report.", ("<a1>", "</a1>")),
        ("Uno<x1/>.", "One<x1/><x1/>.", "One<x1/>.", ()),
        ("Uno.", "One<x7/>.", "One.", ()),
        ("Uno<x1/> dos.", "One<x1/> two.", "One<x1/> two.", ()),
        ("<b>Uno</b> dos.", "One two.", "One two.", ()),
    ],
)  # fmt: skip
def test_marks_that_a_translation_must_have(
    source: str, target: str, whole: str, marks: tuple[str, ...]
) -> None:
    placed = inline_put(source, target)
    assert (placed.text, placed.marks) == (whole, marks)


@pytest.mark.parametrize(
    ("source", "target", "marks", "whole"),
    [
        ("Ana Ruiz\nLima", "Ana Ruiz Lima", [(8, 9, "\n")], "Ana Ruiz\nLima"),
        ("Uno[^1] dos", "One two", [(3, 7, "[^1]")], "One[^1] two"),
        ("Uno [^1] dos", "One two", [(4, 8, "[^1]")], "One [^1] two"),
        ("Uno **dos", "One two", [(4, 6, "**")], "One **two"),
        ("Uno dos[^1]", "One two three", [(7, 11, "[^1]")], "One two three[^1]"),
        ("Uno[^1] dos tres", "One, two three", [(3, 7, "[^1]")], "One[^1], two three"),
        ("Uno,[^1] dos tres", "One, two three", [(4, 8, "[^1]")], "One,[^1] two three"),
        ("Uno\ndos[^1] tres\ncuatro", "One two three four", [(7, 11, "[^1]")], "One two[^1] three four"),
        ("Uno\ndos[^1] tres\ncuatro", "One\ntwo three\nfour", [(7, 11, "[^1]")], "One\ntwo[^1] three\nfour"),
        ("[^1]: uno", "  one", [(0, 4, "[^1]")], "  [^1]one"),
        ("Uno[^1]", "", [(3, 7, "[^1]")], "[^1]"),
        ("a[^1] b[^2] c", "one two three", [(1, 5, "[^1]"), (7, 11, "[^2]")], "one[^1] two[^2] three"),
    ],
)
def test_marks_by_their_places(
    source: str, target: str, marks: list[tuple[int, int, str]], whole: str
) -> None:
    placed = put(source, target, marks)
    assert (placed.text, placed.marks) == (whole, tuple(mark for _, _, mark in marks))
