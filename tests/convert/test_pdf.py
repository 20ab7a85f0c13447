"""PDF files as Markdown: what is read, in what order, and what is refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from translate_flow.cli import run
from translate_flow.convert import convert
from translate_flow.convert.pdf import MOST_PAGES
from translate_flow.errors import ReadError
from translate_flow.flow.intake.init import init
from translate_flow.messages import say

from .pdfs import Words, lines, pdf

LONG = (
    "Las familias del valle piden que el agua sea exami-",
    "nada cada mes y que la asamblea lea los resultados en la",
    "plaza. La mesa se reúne el 9 de enero con las comunidades.",
)


def read(pages: list[list[Words]]) -> str:
    return convert(pdf(pages), "carta.es.pdf", "es").data.decode()


def test_headings_paragraphs_and_lists_are_told_by_their_looks() -> None:
    page = [
        *lines(60, 780, "Agua para todas", size=18),
        *lines(60, 750, "Lo que pedimos", font="B", size=13),
        *lines(60, 725, *LONG),
        *lines(60, 670, "• agua limpia en las escuelas", "• diálogo sin condiciones"),
        *lines(60, 630, "1. Archivar el proyecto.", "2. Convocar a una audiencia."),
    ]
    assert read([page]) == (
        "# Agua para todas\n\n## Lo que pedimos\n\n"
        "Las familias del valle piden que el agua sea examinada cada mes y que la asamblea lea los resultados en la "
        "plaza. La mesa se reúne el 9 de enero con las comunidades.\n\n"
        "- agua limpia en las escuelas\n- diálogo sin condiciones\n1. Archivar el proyecto.\n2. Convocar a una audiencia.\n"
    )


def test_two_columns_are_read_one_after_the_other_below_a_title_over_both() -> None:
    left = [f"izquierda {n} con palabras de la columna" for n in "abcdef"]
    right = [f"derecha {n} con palabras de la columna" for n in "abcdef"]
    rows = [
        word for pair in zip(lines(60, 740, *left), lines(320, 740, *right), strict=True) for word in pair
    ]
    made = read(
        [[*lines(60, 780, "Un título que va por encima de las dos columnas de la hoja", size=18), *rows]]
    )
    assert made.startswith("# Un título")
    assert made.index("izquierda f") < made.index("derecha a")


def test_running_heads_and_page_numbers_are_left_out_and_paragraphs_go_over_pages() -> None:
    pages = [
        [
            *lines(60, 815, "Coordinadora del valle", size=9),
            *lines(60, 700, *LONG[:2]),
            *lines(280, 30, f"Página {number} de 3", size=9),
        ]
        for number in (1, 2, 3)
    ]
    made = read(pages)
    assert "Coordinadora" not in made and "Página" not in made
    # The text of each page breaks off in mid-sentence and goes on with a capital: three paragraphs.
    assert made.count("Las familias") == 3
    going_on = read([[*lines(60, 100, *LONG[:2])], [*lines(60, 780, "plaza del pueblo, como cada año.")]])
    assert (
        going_on.endswith("los resultados en la plaza del pueblo, como cada año.\n")
        and "\n\n" not in going_on
    )


def test_notes_at_the_foot_are_footnotes() -> None:
    page = [
        *lines(60, 780, *LONG),
        (60, 700, 11, "F", "Así lo dijo el acta"),
        (157, 704, 6.5, "F", "1"),
        (161, 700, 11, "F", " de la mesa."),
        (60, 90, 6.5, "F", "1"),
        (64, 87, 9, "F", " Acta del 9 de enero."),
    ]
    made = read([page])
    assert "el acta[^1] de la mesa." in made
    assert made.endswith("\n[^1]: Acta del 9 de enero.\n")


def test_numbered_demands_and_numbers_at_a_line_s_beginning_are_no_footnotes() -> None:
    page = [
        *lines(60, 780, *LONG),
        (60, 700, 11, "F", "Así lo dijo el acta:"),
        (157, 704, 6.5, "F", "1"),
        *lines(60, 400, "1. La renuncia del ministro.", "2. Agua limpia para el valle.", step=20),
        (60, 340, 11, "F", "1.204 familias firman esta carta."),
        (60, 300, 11, "F", "No aceptaremos bonos a cambio de silencio."),
        (60, 90, 11, "F", "1. Acta del 9 de enero."),
    ]
    made = read([page])
    assert "\n1. La renuncia del ministro.\n2. Agua limpia para el valle.\n" in made
    assert "\n1.204 familias firman esta carta.\n" in made or "\n1\\.204 familias" in made
    assert made.endswith("\nNo aceptaremos bonos a cambio de silencio.\n\n[^1]: Acta del 9 de enero.\n")


def test_a_footnote_s_number_hides_no_end_of_a_paragraph() -> None:
    page = [
        *lines(60, 780, *LONG),
        (60, 741, 11, "F", "Así lo dijo el acta."),
        (160, 745, 6.5, "F", "1"),
        *lines(60, 728, *LONG),
        (60, 90, 6.5, "F", "1"),
        (64, 87, 9, "F", " Acta del 9 de enero."),
    ]
    assert "Así lo dijo el acta.[^1]\n\nLas familias" in read([page])


def test_addresses_keep_their_lines_and_bold_words_are_bold() -> None:
    page = [
        *lines(60, 780, "Señora", "Ana Rojas Vela", "Mesa del Agua"),
        *lines(60, 720, *LONG),
        (60, 660, 11, "F", "La mesa "),
        (104, 660, 11, "B", "exige"),
        (134, 660, 11, "F", " agua limpia para todas las familias del valle."),
    ]
    made = read([page])
    assert made.startswith("Señora\\\nAna Rojas Vela\\\nMesa del Agua\n\n")
    assert "La mesa **exige** agua limpia" in made


def test_signs_of_markdown_are_escaped() -> None:
    assert read([lines(60, 700, "El caso * y el nombre [sic] de 3 <b> van.")]) == (
        "El caso \\* y el nombre \\[sic\\] de 3 \\<b> van.\n"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4\n", "damaged, cut off or not a PDF"),
        (b"hola", "damaged, cut off or not a PDF"),
        (pdf([lines(60, 700, "Hola a todas.")])[:200], "damaged, cut off or not a PDF"),
        (pdf([[]]), "no text was recognized"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=f"^carta.es.pdf: .*{said}") as refused:
        convert(data, "carta.es.pdf", "es")
    assert "\n" not in str(refused.value)


def test_too_many_pages_are_refused_with_the_way() -> None:
    with pytest.raises(ReadError, match=f"has {MOST_PAGES + 1} pages; the limit is {MOST_PAGES}: split it"):
        convert(pdf([[]] * (MOST_PAGES + 1)), "libro.es.pdf", "es")


def test_a_locked_file_is_refused_with_the_way() -> None:
    data = pdf([lines(60, 700, "Hola")]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>] /Encrypt << /Filter"
        b" /Standard /V 1 /R 2 /P -4 /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >>",
    )
    with pytest.raises(ReadError, match="locked with a password; save it without one"):
        convert(data, "carta.es.pdf", "es")


def test_what_was_filled_into_a_form_or_typed_on_top_is_told() -> None:
    fields = (
        b"/Annots [<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 90] /Contents (Falta la firma) >>"
        b" << /Type /Annot /Subtype /Widget /FT /Tx /T (nombre) /V (Mesa del Agua) /Rect [50 100 300 120] >>"
        b" << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (nada) >>] /MediaBox"
    )
    data = pdf([lines(60, 700, "Hola a todas.")]).replace(b"/MediaBox", fields)
    (told,) = convert(data, "carta.es.pdf", "es").notices
    assert say(told).startswith(
        "2 texts in form fields or typed on top are not read (Falta la firma, Mesa del Agua);"
    )


def test_damaged_files_are_read_or_refused_never_more() -> None:
    chance = random.Random(7)
    whole = pdf([[*lines(60, 780, *LONG), *lines(60, 700, "• uno", "• dos", font="B")]] * 2)
    read_ones = 0
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(6)] = bytes(
                chance.randrange(256) for _ in range(chance.randrange(6))
            )
        try:
            convert(bytes(data), "f.es.pdf", "es").data.decode()
            read_ones += 1
        except ReadError as error:
            assert "\n" not in say(error.message)
    assert read_ones > 20


def test_reading_again_needs_no_full_path_and_a_file_that_fails_is_named_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    init(tmp_path, "es", ("en",))
    monkeypatch.chdir(tmp_path)
    statements = tmp_path / "statements"
    (statements / "carta.es.pdf").write_bytes(pdf([lines(60, 780, *LONG)]))
    (statements / "rota.es.docx").write_bytes(b"PK\3\4cut off")
    assert run(["add", "statements/carta.es.pdf", "statements/rota.es.docx"]) == 3
    told = capsys.readouterr().err
    assert "carta.es.pdf: read into carta.es.md" in told and "rota.es.docx: the file is cut off" in told
    for _ in range(2):
        assert run(["add", "--replace", "statements/carta.es.pdf"]) == 0
        assert "read into carta.es.md" in capsys.readouterr().err


def test_marks_of_spanish_lists_begin_items_in_the_print_too() -> None:
    page = [
        *lines(60, 780, *LONG),
        *lines(60, 700, "1.- Que se publique el acta.", "2.- Que vuelva el agua.", step=13),
        *lines(60, 640, "II.- Que se vaya la draga.", "B) Que se pague el jornal.", step=13),
    ]
    made = read([page])
    assert (
        "\n1. Que se publique el acta.\n2. Que vuelva el agua.\nII.- Que se vaya la draga.\nB) Que se pague el jornal.\n"
        in made
    )


def test_letters_set_closer_than_they_are_wide_are_read_once() -> None:
    # As TeX and browsers set *Y* and *a*: written each by itself, the second begins above the first.
    page = [
        (60, 700, 11, "F", "Y"),
        (65.5, 700, 11, "F", "a no hay agua. T"),
        (144, 700, 11, "F", "odos lo saben."),
    ]
    assert read([page]) == "Ya no hay agua. Todos lo saben.\n"
