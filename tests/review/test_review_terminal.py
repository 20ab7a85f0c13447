"""The terminal view: readable with and without colour, at any width, whatever the text holds."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from tests.review.statement import EDITION, GLOSSARY, edition, unit
from translate_flow.cli.diff_text import render_text
from translate_flow.cli.wrapped import segments
from translate_flow.model import Edition, State
from translate_flow.review import report


def printed(
    statement: Edition = EDITION, *, width: int = 80, everything: bool = False, **options: object
) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, highlight=False, **options)  # type: ignore[arg-type]
    for line in render_text(report(statement, GLOSSARY, scores=False), everything=everything):
        console.print(line)
    return stream.getvalue()


def test_without_colour_signs_tell_what_came_and_went() -> None:
    text = printed()
    assert "We call [-to-]{+for+} a vigil [-the-]{+on+} Thursday." in text
    assert "\x1b" not in text


def test_no_color_keeps_signs_on_a_terminal_that_has_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = printed(force_terminal=True)
    assert not re.search(r"\x1b\[[\d;]*3[0-7]", text), "no colour codes"
    assert "[-" in text
    assert "+}" in text


def test_colour_needs_no_signs_and_uses_more_than_colour() -> None:
    """Insertions are underlined, deletions struck through, for eyes that cannot tell red from green."""
    text = printed(force_terminal=True, color_system="standard", no_color=False)
    assert "{+" not in text
    assert "\x1b[4;32mfor\x1b[0m" in text
    assert "\x1b[9;31mto\x1b[0m" in text


@pytest.mark.parametrize("width", [30, 44, 80, 132, 300])
def test_no_line_is_wider_than_the_terminal_or_than_one_reads(width: int) -> None:
    for line in printed(width=width, everything=True).splitlines()[1:]:
        assert cell_len(line) <= min(width, 100)


def test_wide_and_combining_characters_are_counted_as_they_are_shown() -> None:
    long = "漢字 " * 30 + "Ota\u0301rola " * 30
    statement = edition(unit("Fuente.", ("draft", "apertium", long), ("edit", "translator", long + "fin")))
    lines = printed(statement, width=40).splitlines()
    assert all(cell_len(line) <= 40 for line in lines)
    assert sum(line.count("Ota\u0301rola") for line in lines) == 30


def test_a_segment_shows_key_kind_state_people_source_and_verdicts() -> None:
    text = printed(width=200)
    assert "fa6fda79  paragraph  ✓ approved  drafted by apertium 3.8.3  edited by translator" in text
    assert "approved by reviewer" in text
    assert "✎ Frente de Defensa de Huallampa fixed by translator · ✎ ternas fixed by translator" in text
    assert "✗ Rosaura Ccahuana broken by translator" in text
    assert "El Consejo de Ministros calla." in text


def test_names_and_terms_come_first_with_their_segments() -> None:
    text = printed()
    assert text.index("✗ broken 1: d7526e42") < text.index("8f1b0239")


def test_unchanged_segments_are_counted_and_shown_when_asked() -> None:
    assert "3 segments without changes not shown" in printed()
    everything = printed(everything=True)
    assert "not shown" not in everything
    assert "as drafted" in everything


def test_changes_of_white_space_are_seen() -> None:
    statement = edition(
        unit("Ya.", ("draft", "apertium", "No  more\nnow"), ("edit", "translator", "No more now"))
    )
    assert "No[-··-]{+·+}more[-↵-]{+·+}now" in printed(statement)


def test_control_and_direction_characters_take_no_effect() -> None:
    """A statement cannot move the cursor, change colours or turn the line round."""
    hostile = "a\x1b[31mred\x07\x9b2J \u202eabc\r"
    statement = edition(unit(hostile, ("draft", hostile, hostile), ("edit", hostile, "b" + hostile)))
    text = printed(statement, width=100)
    assert not set(text) & set("\x1b\x07\x9b\u202e\r")
    assert "␛[31mred␇" in text
    assert "<202E>" in text


def test_markup_of_rich_is_text() -> None:
    statement = edition(
        unit("[bold]x", ("draft", "apertium", "[red]x[/red]"), ("edit", "translator", "[red]y[/red]"))
    )
    text = printed(statement)
    assert "[bold]x" in text
    assert "[red][-x-]{+y+}[/red]" in text


def test_a_statement_nobody_has_read_says_so() -> None:
    text = printed(edition(unit("Hola.", ("draft", "apertium", "Hello."), state=State.DRAFT)))
    assert "1 segment still unread machine text, not counted" in text
    assert "Effort" not in text


WORDS = st.text(st.sampled_from("ab, -–’é\u00a0\t\n漢e\u0301"), max_size=60)


@given(WORDS, st.integers(8, 30))
def test_without_colour_lines_break_where_they_do_with_it(words: str, width: int) -> None:
    plain = Console(file=io.StringIO(), width=width, color_system=None)
    colour = Console(file=io.StringIO(), width=width, color_system="truecolor", force_terminal=True)
    shown = ["".join(s.text for s in segments(Text(words), c, width, 2)) for c in (plain, colour)]
    assert shown[0] == shown[1]
    broken = [line.plain.rstrip() for line in Text(words).wrap(plain, width)]
    assert shown[0] == "".join(f"  {line}\n" if line else "\n" for line in broken)
