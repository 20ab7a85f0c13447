"""Markdown: what becomes a segment, and how a translation is written into its place."""

from __future__ import annotations

import tomllib

import pytest

from translate_flow.errors import BuildError, ReadError
from translate_flow.formats.markdown.statement import read, rebuild
from translate_flow.frontmatter.write import written_value
from translate_flow.model import Document, Kind

from ..growth import grows_too_fast


def doc(text: str) -> Document:
    """The document in a text."""
    return read(text.encode(), "acta")


def built(text: str, *targets: str) -> str:
    """The text with its segments, in order, replaced by targets."""
    document = doc(text)
    keys = [segment.key for segment in document.segments]
    return rebuild(text.encode(), document, dict(zip(keys, targets, strict=True))).decode()


def test_the_first_first_level_heading_is_the_title() -> None:
    document = doc("Antes.\n\n# Uno\n\n# Dos\n")
    assert document.title == "Uno"
    assert [segment.kind for segment in document.segments] == [Kind.PARAGRAPH, Kind.TITLE, Kind.HEADING]


def test_a_heading_that_opens_a_statement_without_first_level_heading_is_the_title() -> None:
    assert doc("## Uno\n\nTexto.\n").title == "Uno"
    assert doc("Texto.\n\n## Uno\n").title == ""


def test_the_front_matter_title_is_translated_with_and_without_a_first_level_heading() -> None:
    front = "---\ntitle: Hola\n---\n\n"
    alone = doc(front + "Texto.\n").segments
    assert [(s.kind, s.text) for s in alone] == [(Kind.TITLE, "Hola"), (Kind.PARAGRAPH, "Texto.")]
    other = doc(front + "# Uno\n")
    assert [(s.kind, s.text) for s in other.segments] == [(Kind.LINE, "Hola"), (Kind.TITLE, "Uno")]
    assert other.title == "Uno"
    assert other.meta == {"title": "Hola"}


def test_a_front_matter_title_that_repeats_the_heading_follows_it() -> None:
    source = "---\ntitle: 'Agua para todos'\n---\n\nFecha\n\n#  Agua  para todos\n"
    document = doc(source)
    assert [s.text for s in document.segments] == ["Fecha", "Agua  para todos"]
    made = rebuild(source.encode(), document, {document.segments[1].key: "Water for all: now"}).decode()
    assert made == "---\ntitle: 'Water for all: now'\n---\n\nFecha\n\n#  Water for all: now\n"


@pytest.mark.parametrize(
    ("value", "target", "expected"),
    [
        ("Hola", "Good day", "Good day"),
        ("Hola", "Water: a right", '"Water: a right"'),
        ("Hola", "- one", '"- one"'),
        ('"Hola"', 'The "good" \\', '"The \\"good\\" \\\\"'),
        ("'Hola'", "Good day", "'Good day'"),
        ("'Hola'", "Don't", '"Don\'t"'),
        ("'L''eau'", "L'eau", "'L''eau'"),
        ("Hola", "true", '"true"'),
        ("Hola", "No", '"No"'),
    ],
)
def test_a_front_matter_title_is_quoted_where_yaml_needs_it(value: str, target: str, expected: str) -> None:
    text = f"---\ntitle: {value}\n---\nTexto.\n"
    assert built(text, target, "Text.") == f"---\ntitle: {expected}\n---\nText.\n"
    assert doc(built(text, target, "Text.")).title == target


@pytest.mark.parametrize("text", ["2023-01-12", "2023", "1.5e3", "0x1F", "~", "Null"])
def test_a_text_that_yaml_takes_for_something_else_is_quoted(text: str) -> None:
    assert written_value(text, "Hola") == f'"{text}"'
    assert written_value(text, text) == text


def test_a_title_in_toml_stays_toml() -> None:
    text = "+++\ntitle = 'Hola'\n+++\nTexto.\n"
    made = built(text, 'Don\'t say "hi" \\ no', "Text.")
    assert tomllib.loads(made.split("+++")[1])["title"] == 'Don\'t say "hi" \\ no'


def test_front_matter_that_does_not_close_is_text() -> None:
    assert doc("---\ntitle: Hola\n\nTexto.\n").meta == {}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_that_does_not_close_costs_no_time(end: str) -> None:
    def read_on(text: str) -> None:
        assert doc(text).meta == {}

    assert not grows_too_fast(read_on, lambda size: f"---{end}" + f"clave: valor{end}" * size, 500)


def test_names_line_by_line_in_one_paragraph_are_names() -> None:
    text = "Red Agua Viva  \nAsociación Semilla y Tierra – AST\n"
    assert [segment.kind for segment in doc(text).segments] == [Kind.NAME]
    assert [segment.kind for segment in doc("Red Agua Viva  \nnos escribe\n").segments] == [Kind.PARAGRAPH]


def test_soft_breaks_are_blanks_and_hard_breaks_newlines() -> None:
    (segment,) = doc("uno\ndos  \ntres\\\ncuatro\n").segments
    assert segment.text == "uno dos\ntres\ncuatro"


def test_a_word_parted_at_a_soft_break_is_whole() -> None:
    (segment,) = doc("El agua fue exami-\nnada y el acto cívico-\nmilitar\nvale.\n").segments
    assert segment.text == "El agua fue examinada y el acto cívico-militar vale."


@pytest.mark.parametrize(
    ("text", "newline", "rebuilt"),
    [
        ("a\\\nb\n", "\\\n", "x\\\ny\n"),
        ("a  \nb\n", "  \n", "x  \ny\n"),
        ("> a  \r\n> b\r\n", "  \r\n> ", "> x  \r\n> y\r\n"),
        ("- > a\n", "\\\n  > ", "- > x\\\n  > y\n"),
        ("10. a\n", "\\\n    ", "10. x\\\n    y\n"),
        ("[^n]: a\n", "\\\n      ", "[^n]: x\\\n      y\n"),
        ("## a\n", "<br>", "## x<br>y\n"),
        ("|a|\n|-|\n", "<br>", "|x<br>y|\n|-|\n"),
        ("|a<br/>b|\n|-|\n", "<br/>", "|x<br/>y|\n|-|\n"),
    ],
)
def test_a_line_break_is_written_as_its_place_asks(text: str, newline: str, rebuilt: str) -> None:
    """In the source's own manner, behind the block's quote marks and indent."""
    assert doc(text).segments[0].newline == newline
    assert built(text, "x\ny") == rebuilt
    assert doc(rebuilt).segments[0].text == "x\ny"


def test_a_paragraph_wrapped_in_the_source_is_wrapped_in_the_translation() -> None:
    text = "> una palabra tras otra palabra hasta el borde\n> y luego la siguiente línea del párrafo.\n"
    target = "one word after another word up to the margin and then - the next line of the paragraph 1. here."
    rebuilt = built(text, target)
    assert rebuilt.count("\n> ") == 2
    assert max(map(len, rebuilt.split("\n"))) <= 48
    assert doc(rebuilt).segments[0].text == target


@pytest.mark.parametrize(
    "target",
    [
        "1. uno",
        "2) dos",
        "- tres",
        "* cuatro",
        "+ cinco",
        "# seis",
        "> siete",
        "===",
        "--- ",
        "a\n---\nb",
        "a\n- b",
    ],
)
def test_text_that_looks_like_a_block_is_escaped_and_read_back_without_the_escape(target: str) -> None:
    rebuilt = built("Texto.\n\nOtro.\n", target, "x")
    assert "\\" in rebuilt
    assert [s.text for s in doc(f"Inicio\n\n{rebuilt}").segments if s.text not in ("Inicio", "x")] in (
        [target],
        [],
    )


def test_pipes_are_escaped_in_cells_only() -> None:
    assert built("| a |\n|---|\n\nb\n", "x | y", "p | q") == "| x \\| y |\n|---|\n\np | q\n"
    assert built("|a|b|\n|-|-|\n", "ends \\", "y") == "|ends \\ |y|\n|-|-|\n"


def test_a_pipe_in_an_underlined_heading_makes_no_table() -> None:
    rebuilt = built("Hola\n---\n", "Good | day")
    assert doc(rebuilt).segments[0].text == "Good | day"
    assert doc(rebuilt).segments[0].kind is Kind.TITLE


def test_closing_signs_of_a_heading_are_not_lost() -> None:
    assert doc(built("# Hola\n", "Number #")).segments[0].text == "Number #"


def test_a_blank_line_in_a_translation_does_not_split_the_paragraph() -> None:
    rebuilt = built("Uno\n\nDos\n", "a\n\nb", "c")
    assert [segment.text for segment in doc(rebuilt).segments] == ["a\n\nb", "c"]


def test_a_translation_that_is_missing_or_blank_leaves_the_source() -> None:
    text = "Uno\n\nDos\n"
    document = doc(text)
    assert rebuild(text.encode(), document, {document.segments[0].key: " "}) == text.encode()


def test_the_link_of_an_image_that_stands_alone_is_out_of_reach() -> None:
    assert built("![Una marcha](foto.png '1')\n", "A [big] march") == "![A \\[big\\] march](foto.png '1')\n"


def test_numbers_and_rules_are_no_segments() -> None:
    assert [s.text for s in doc("| 12 | a1 |\n|--|--|\n| 3,5 % | – |\n\n2023\n\n***\n").segments] == ["a1"]


def test_code_comments_and_definitions_are_left_alone() -> None:
    document = doc("```\nx\n```\n\n    y\n\n<p>Hola</p>\n\n<!-- z -->\n\n[a]: http://b.org\n")
    assert [segment.text for segment in document.segments] == ["Hola"]


def test_equal_paragraphs_have_keys_of_their_own() -> None:
    assert built("Hola\n\nHola\n", "One", "Two") == "One\n\nTwo\n"


def test_a_text_that_no_escape_can_keep_in_place_is_refused_with_its_key() -> None:
    document = doc("Texto con letra.\n")
    with pytest.raises(BuildError, match=f"acta: segment {document.segments[0].key}: .*Markdown"):
        rebuild(b"Texto con letra.\n", document, {document.segments[0].key: "![solo una imagen](foto.png)"})


def test_data_that_is_not_what_was_read_is_refused() -> None:
    document = doc("Uno\n\nDos\n")
    with pytest.raises(BuildError, match="changed since it was read"):
        rebuild(b"Otra cosa\n", document, {document.segments[1].key: "Two"})


def test_a_character_the_encoding_cannot_hold_is_refused_with_key_and_character() -> None:
    data = "Comisión\n".encode("cp1252")
    document = read(data, "acta")
    with pytest.raises(
        BuildError, match=rf"acta: segment {document.segments[0].key}: “→” \(U\+2192.*Windows-1252"
    ):
        rebuild(data, document, {document.segments[0].key: "Commission →"})
    assert rebuild(data, document, {document.segments[0].key: "“Así”"}) == "“Así”\n".encode("cp1252")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ReadError, match="acta: the file is empty"):
        read(b" \n", "acta")


@pytest.mark.parametrize(
    "unit", ["> ", "- ", "[", "![", "`", "*a ", "1. ", "<b>", "|", "\\", "[^1]: ", "# ", "_ "]
)
def test_reading_time_grows_with_the_text_not_with_its_square(unit: str) -> None:
    """Any one sign again and again, on one line and on many."""
    line = unit * 20 + "a\n"
    for piece in (unit, line):
        assert not grows_too_fast(
            doc, lambda size, piece=piece: f"{piece * (size // len(piece))} texto", 7_500
        )  # type: ignore[misc]
