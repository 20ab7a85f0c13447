"""A lost mark is put where its place in the source suggests, never inside a word, and a sound translation is left alone."""

from __future__ import annotations

import pytest

from translate_flow.markup.placing import inline_put


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
