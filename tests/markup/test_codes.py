"""Marks from elsewhere, and the names that formatting gets."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from translate_flow.markup.codes import Part, coded, is_sign, nested, text_of, words
from translate_flow.markup.inline import Naming


@pytest.mark.parametrize(
    ("text", "format_name", "sign"),
    [
        ("<b>", "docx", True),
        ("</a1>", "odt", True),
        ("<x2/>", "html", True),
        ("<b>word", "docx", False),
        ("word", "docx", False),
        ("<b></b>", "docx", False),
        ("**", "markdown", True),
        ("word", "markdown", False),
        ("**", "plain", False),
        ("<b>", "plain", False),
    ],
)
def test_a_mark_alone_is_recognised_in_its_format(text: str, format_name: str, sign: bool) -> None:
    assert is_sign(text, format_name) is sign


def test_the_first_of_a_kind_has_its_letter_and_others_a_number() -> None:
    names = Naming()
    assert names.formatting("b", "bold", "bold") == "b"
    assert names.formatting("b", "bold", "bold") == "b"
    assert names.formatting("b", "other bold", "bold in red") == "f1"
    assert names.formatting("", "small", "small capitals") == "f2"
    assert names.formatting("", "small", "small capitals") == "f2"
    assert names.formatting("i", "italics", "") == "i"
    assert names.numbered("a", "link to https://example.org") == "a3"
    assert names.numbered("x", "") == "x4"
    assert names.note == "f1: bold in red; f2: small capitals; a3: link to https://example.org; x4"


SOURCE = "La **Red** [firma](https://ejemplo.org).<br>Hoy[^1] *y* mañana."


def _seen(parts: Iterable[Part]) -> list[str]:
    """Texts as they are; of a code its number, role, characters and kind."""
    return [p if isinstance(p, str) else f"{p.id} {p.role} {p.sign} {p.kind}" for p in parts]


def test_a_markdown_text_is_cut_into_words_and_codes() -> None:
    parts = coded(SOURCE, "markdown")
    assert _seen(parts) == [
        "La ",
        *("1 open ** bold", "Red", "1 close ** bold"),
        " ",
        *("2 open [ link", "firma", "2 close ](https://ejemplo.org) link"),
        ".",
        "3 single <br> break",
        "Hoy",
        "4 single [^1] note",
        " ",
        *("5 open * italic", "y", "5 close * italic"),
        " mañana.",
    ]
    assert text_of(parts, "markdown") == SOURCE
    assert words(parts) == "La Red firma.Hoy y mañana."


def test_codes_of_a_translation_have_the_numbers_of_the_source() -> None:
    """By their characters; a link is one wherever it leads, and what the source has not gets a number of its own."""
    there = "*And* tomorrow.[^1]<br>The [signs](https://ejemplo.org/en) **Red** ~~not~~."
    made = _seen(coded(there, "markdown", coded(SOURCE, "markdown")))
    assert [part.split()[0] for part in made if part.split()[1:2] in (["open"], ["single"])] == list("543216")


def test_codes_of_a_document_and_which_of_them_hold_whole_pairs() -> None:
    parts = coded("La <b>Red <a1>firma</a1></b><x2/>.", "docx")
    assert _seen(parts) == [
        "La ",
        *("1 open <b> bold", "Red ", "2 open <a1> link", "firma", "2 close </a1> link", "1 close </b> bold"),
        "3 single <x2/> other",
        ".",
    ]
    assert nested(parts) == {1: 6, 3: 5}
    assert nested(coded("<b>Uno <i>dos</b> tres</i> <a1>x</a1>", "docx")) == {2: 6, 8: 10}
    assert coded("**no marca**", "plain") == ["**no marca**"] and coded("", "docx") == []


@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        ("La <b>Red</b> &lt;b> y <x2/>", "docx"),
        ("<b><i>Red</i></b><x1/>", "odt"),
        ("La Red", "html"),
        ("**[Red](https://ejemplo.org)**<br>[^1]", "markdown"),
        ("*Red*", "plain"),
    ],
)
def test_words_and_codes_are_the_text_again_and_no_word_is_empty(text: str, format_name: str) -> None:
    parts = coded(text, format_name)
    assert "" not in parts
    assert text_of(parts, format_name) == text


def test_signs_of_marks_among_words_are_words() -> None:
    """In a document `<b>` that somebody typed is no mark; in Markdown everything is as it is written."""
    assert text_of(["a <b> c"], "docx") != "a <b> c" and coded(text_of(["a <b> c"], "docx"), "docx") == [
        "a <b> c"
    ]
    assert text_of(["a <b> c"], "markdown") == "a <b> c"


def test_a_pair_is_that_of_the_source_where_both_its_halves_are() -> None:
    source = coded("[uno](https://uno.example) y [dos](https://dos.example)", "markdown")
    there = coded("[two](https://dos.example) and [one](https://uno.example)", "markdown", source)
    assert [part.id for part in there if not isinstance(part, str)] == ["2", "2", "1", "1"]
