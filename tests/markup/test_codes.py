"""Marks from elsewhere, and the names that formatting gets."""

from __future__ import annotations

import pytest

from translate_flow.markup.codes import is_sign
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
