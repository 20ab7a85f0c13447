"""A segment's note in a PO file is understood again, and said in the reader's language."""

from __future__ import annotations

import pytest

from translate_flow.markup.notes import PlaceNote, is_outside, note_label, note_message
from translate_flow.messages import say_in


@pytest.mark.parametrize("note", PlaceNote)
def test_each_place_is_said_as_po_files_say_it_and_in_spanish(note: PlaceNote) -> None:
    assert str(note_message(str(note))) == str(note)
    assert say_in("es", note_message(str(note))) != str(note)


@pytest.mark.parametrize(
    ("note", "spanish"),
    [
        (
            "table head; a1: link to https://red.example/a",
            "encabezado de tabla; a1: enlace a https://red.example/a",
        ),
        ("x1: image; x2: line break", "x1: imagen; x2: salto de línea"),
        ('f1: span class="lema"', 'f1: span class="lema"'),
        ("words of a person", "words of a person"),
        ("", ""),
    ],
)
def test_a_note_of_several_parts_keeps_what_is_unknown(note: str, spanish: str) -> None:
    assert str(note_message(note)) == note
    assert say_in("es", note_message(note)) == spanish


def test_endnotes_are_counted_for_themselves() -> None:
    assert note_label("3") == "3" and note_label("") == ""
    assert note_label("3", endnote=True) == "e3" and note_label("", endnote=True) == ""


def test_places_outside_the_running_text() -> None:
    assert is_outside(str(PlaceNote.TOOLTIP)) and is_outside(f"{PlaceNote.BUTTON}; a1: link to b")
    assert not is_outside("") and not is_outside("a1: link to b")
