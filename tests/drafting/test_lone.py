"""Marks that stand alone: what each is to an engine, words that a mark cuts, and passages in another language."""

from __future__ import annotations

import pytest

from translate_flow.drafting import protect
from translate_flow.drafting.lone import foreign, lone, noted, whole_words

NOTE = 'x1: tab; x2: footnote reference; x3: place where a word may be parted; f4: span lang="qu"'


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Nombre:<x1/>Ana", ["break"]),
        ("Agua<x2/> limpia", ["point"]),
        ("Vea <img> esto", ["blank"]),
        ("Uno<br>dos", ["break"]),
        ("Uno<BR/> dos", ["break"]),
    ],
)
def test_what_a_mark_is(text: str, kinds: list[str]) -> None:
    assert [kind for _, _, kind in lone(text, noted(NOTE))] == kinds


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("La des<x3/>aparición", "La desaparición<x3/>"),
        ("<b>E</b>l agua", "<b>El</b> agua"),
        ("in<b>constitucional</b>", "<b>inconstitucional</b>"),
        ("La des\u00adaparición", "La desaparición"),
        ("N<sup>o</sup> 5", "N<sup>o</sup> 5"),
        ("Nombre<x1/>Ana", "Nombre<x1/>Ana"),
        ("Uno <b>dos</b> tres", "Uno <b>dos</b> tres"),
    ],
)
def test_no_word_is_cut(text: str, whole: str) -> None:
    assert whole_words(text, noted(NOTE)) == whole


def test_a_passage_in_another_language_is_held() -> None:
    text = 'Dijo: <f4>Ama sua</f4> y <i lang="fr">merci</i>, <i lang="es">paz</i>.'
    assert [(text[a:b], tag) for a, b, tag in foreign(text, noted(NOTE), "es")] == [
        ("Ama sua", "qu"),
        ("merci", "fr"),
    ]
    held = protect(text, [], note=NOTE).held
    assert {"Ama sua", "merci"} <= {one.target for one in held if one.noun == "code"}
