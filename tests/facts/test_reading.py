"""One reading of a text: made once, and everything in it led back to the text with its marks."""

from __future__ import annotations

import pytest

from translate_flow import facts
from translate_flow.glossary import Glossary
from translate_flow.markup.plain import plain
from translate_flow.model import Term


def test_a_text_is_read_once() -> None:
    """Whoever asks, and whatever the region of the language, gets the same reading."""
    assert facts.read("Marchan 300 personas.", "es") is facts.read("Marchan 300 personas.", "es-PE")
    assert facts.read("Marchan 300 personas.", "es") is not facts.read("Marchan 300 personas.", "en")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("La **Red Sol** firma.", "La Red Sol firma."),
        ("Lea el [acta](https://example.org/a1)[^3].", "Lea el acta."),
        ("<b>No</b> firmó<x2/>; <a1>vea</a1>", "No firmó; vea"),
        ("uno<br>dos<x3/>tres", "uno\ndos tres"),
        ("3 * 4 < 13", "3 * 4 < 13"),
    ],
)
def test_marks_are_seen_through(text: str, seen: str) -> None:
    assert plain(text).text == seen


@pytest.mark.parametrize("text", ["La **Red Sol** firma.", "*a* [b](c) <i>d</i> e", "sin marcas"])
def test_words_are_led_back_to_their_place(text: str) -> None:
    found = plain(text)
    for word in found.text.split():
        start = found.text.index(word)
        here = found.span(start, start + len(word))
        assert text[slice(*here)] == word


def test_what_is_held() -> None:
    reading = facts.read("El 9 de enero Rosa Quispe **no** habló. Murieron 41.", "es")
    assert [figure.value for figure in reading.figures] == ["9", "m1", "41"]
    assert len(reading.sentences) == 2
    assert "no" in reading.vocabulary
    assert [reading.text[name.start : name.end] for name in reading.names] == ["Rosa Quispe"]


def test_terms_are_those_of_the_glossary_asked_with() -> None:
    reading = facts.read("Habló la Red Sol.", "es")
    assert [m.form for m in reading.terms(Glossary([Term("Red Sol", "")]))] == ["Red Sol"]
    assert not reading.terms(Glossary([]))
