"""Tables in PDF files: with rules and without, and what looks like one and is none."""

from __future__ import annotations

from translate_flow.convert import convert
from translate_flow.messages import say

from .pdfs import Words, lines, pdf
from .test_pdf import LONG

Cells = list[list[str]]
COLUMNS = (60, 200, 280)


def ruled(*heights: float, edges: tuple[float, ...] = (55, 195, 275, 540)) -> str:
    """Lines between all rows and columns, drawn one after the other."""
    across = [f"{edges[0]} {y} m {edges[-1]} {y} l S" for y in heights]
    down = [f"{x} {heights[0]} m {x} {heights[-1]} l S" for x in edges]
    return "\n".join([*across, *down, ""])


def typed(rows: Cells, top: float = 700, step: float = 20, columns: tuple[int, ...] = COLUMNS) -> list[Words]:
    """Cells below each other; a second line in a cell stands half a step below the first."""
    return [
        (left, top - step * at - 12 * line, 11, "F", words)
        for at, row in enumerate(rows)
        for left, cell in zip(columns, row, strict=False)
        for line, words in enumerate(cell.split("\n"))
        if words
    ]


def read(pages: list[list[Words]], extra: str = "") -> str:
    return convert(pdf(pages, extra=extra), "carta.es.pdf", "es").data.decode()


HEAD = ["Comunidad", "Familias", "Lo que pide"]
ROWS = [HEAD, ["Puerto Nuevo", "1.204", "agua limpia"], ["San Juan", "41", "la verdad"]]
WRITTEN = (
    "| Comunidad | Familias | Lo que pide |\n| --- | --- | --- |\n"
    "| Puerto Nuevo | 1.204 | agua limpia |\n| San Juan | 41 | la verdad |\n"
)


def test_a_table_with_rules_is_a_table_between_its_paragraphs() -> None:
    page = [*lines(60, 780, *LONG), *typed(ROWS), (60, 600, 11, "F", "Nadie ha respondido a las familias.")]
    made = read([page], ruled(715, 693, 673, 650))
    assert made.endswith(f"comunidades.\n\n{WRITTEN}\nNadie ha respondido a las familias.\n")


def test_the_lines_of_a_cell_are_one_and_bars_are_escaped() -> None:
    rows = [
        HEAD,
        ["San Juan de la\nRibera Alta", "41", "El agua viene tur-\nbia | y huele"],
        ["Sal", "3", "ya"],
    ]
    made = read([typed(rows, step=40)], ruled(715, 690, 640, 610))
    assert "| San Juan de la Ribera Alta | 41 | El agua viene turbia \\| y huele |" in made
    assert "\n| Sal | 3 | ya |\n" in made


def test_cells_without_a_line_between_are_one() -> None:
    rows = [HEAD, ["Puerto Nuevo", "1.204", "agua"], ["Las dos comunidades juntas", "", "verdad"]]
    across = "\n".join(f"55 {y} m 540 {y} l S" for y in (715, 693, 673, 650))
    down = "55 715 m 55 650 l S\n195 715 m 195 673 l S\n275 715 m 275 650 l S\n540 715 m 540 650 l S\n"
    made = read([typed(rows)], f"{across}\n{down}")
    assert "\n| Las dos comunidades juntas |  | verdad |\n" in made


def test_boxes_around_cells_and_one_drawing_of_all_lines_are_rules_too() -> None:
    boxes = "".join(
        f"{left} {low} {right - left} {high - low} re S\n"
        for high, low in ((715, 693), (693, 673), (673, 650))
        for left, right in ((55, 195), (195, 275), (275, 540))
    )
    assert WRITTEN in read([typed(ROWS)], boxes)
    assert WRITTEN in read([typed(ROWS)], ruled(715, 693, 673, 650).replace(" S\n", "\n") + " S\n")


def test_columns_without_rules_are_a_table() -> None:
    page = [*lines(60, 780, *LONG), *typed(ROWS), *lines(60, 600, *LONG)]
    made = read([page])
    assert f"\n\n{WRITTEN}\nLas familias" in made


def test_a_cell_goes_on_below_where_its_row_has_begun() -> None:
    rows = [HEAD, ["Puerto Nuevo", "1.204", "agua limpia para\ntoda la ribera"], ["San Juan", "41", "ya"]]
    made = read([typed(rows, step=30)])
    assert "| Puerto Nuevo | 1.204 | agua limpia para toda la ribera |\n| San Juan | 41 | ya |" in made


def test_a_table_goes_over_the_page_and_its_head_is_written_once() -> None:
    more = [HEAD, ["Pueblo Libre", "7", "paz"], ["La Banda", "12", "pan"]]
    one = [*lines(60, 780, *LONG), *typed(ROWS, top=100)]
    made = read([one, typed(more, top=780)])
    assert made.endswith(WRITTEN + "| Pueblo Libre | 7 | paz |\n| La Banda | 12 | pan |\n")


def test_a_person_is_told_to_look_at_tables() -> None:
    told = convert(pdf([typed(ROWS)]), "carta.es.pdf", "es").notices
    assert [say(one)[:30] for one in told] == ["1 table was pieced together fr"]


def test_labels_keep_their_lines_and_lists_columns_boxes_and_contents_are_no_tables() -> None:
    labels = typed(
        [["PARA", ": la mesa"], ["DE", ": la asamblea"], ["ASUNTO", ": el agua"]], columns=(60, 130)
    )
    made = read([[*labels, *lines(60, 600, *LONG)]])
    assert made.startswith("PARA : la mesa\\\nDE : la asamblea\\\nASUNTO : el agua\n")
    items = typed(
        [["1.", "Que vuelva el agua."], ["2.", "Que se vaya la draga."], ["3.", "Paz."]], columns=(60, 90)
    )
    assert "|" not in read([items])
    bullets = typed(
        [["•", "Que vuelva", "ya"], ["•", "el agua", "hoy"], ["•", "al valle", "sí"]], columns=(60, 90, 300)
    )
    assert "|" not in read([bullets])
    left = [f"izquierda {n} con palabras de la columna" for n in "abcdef"]
    assert "|" not in read([[*lines(60, 740, *left), *lines(320, 740, *left)]])
    box = lines(60, 700, "Aviso: la asamblea se reúne el sábado.", "Nadie paga entrada en la plaza.")
    assert "|" not in read([box], "50 680 300 40 re S\n")
    contents = lines(
        60, 700, "Los hechos .............. 5", "Lo que pedimos ......... 9", "Anexos ............. 12"
    )
    assert [line for line in read([contents]).split("\n") if line] == [words for *_, words in contents]


def test_three_columns_of_running_text_are_no_table() -> None:
    words = (
        "las familias del valle piden que",
        "el agua sea examinada cada mes y",
        "la asamblea lea los resultados en",
    )
    column = [words[n % 3] for n in range(15)]
    rows = [word for at, left in enumerate((50, 225, 400)) for word in lines(left, 740 - at, *column)]
    assert "|" not in read([rows])


def test_a_first_line_with_a_number_is_no_page_number_and_wide_leading_parts_no_sentence() -> None:
    page = [(60, 800, 11, "F", "Oficio 12-2024"), *lines(60, 760, *LONG, step=24)]
    made = read([page])
    assert made.startswith("Oficio 12-2024\n") and made.count("\n\n") == 1
