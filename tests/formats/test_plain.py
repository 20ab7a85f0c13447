"""Plain text: which lines belong together, what they are, and how a translation is laid out."""

from __future__ import annotations

import pytest

from translate_flow.errors import BuildError
from translate_flow.formats.plain import read, rebuild
from translate_flow.model import Document, Kind


def doc(text: str) -> Document:
    """The document in a text."""
    return read(text.encode(), "acta")


def seen(text: str) -> list[tuple[str, str]]:
    """Kinds and texts."""
    return [(segment.kind.value, segment.text) for segment in doc(text).segments]


def built(text: str, *targets: str) -> str:
    """The text with its segments, in order, replaced by targets."""
    document = doc(text)
    keys = [segment.key for segment in document.segments]
    return rebuild(text.encode(), document, dict(zip(keys, targets, strict=True))).decode()


@pytest.mark.parametrize("marker", ["•", "-", "*", "–", "1:", "1.", "1)", "a)", "(2)", "IV.", "2.1."])
def test_markers_stand_outside_the_segment(marker: str) -> None:
    text = f"Pedimos:\n{marker} que vuelva el agua\n"
    assert seen(text)[1] == ("item", "que vuelva el agua")
    assert built(text, "We ask:", "that water return") == f"We ask:\n{marker} that water return\n"


@pytest.mark.parametrize(
    "text", ["12:30 reunión general", "3.000 personas", "-5 grados bajo cero", "–dijo ella–"]
)
def test_numbers_and_signs_that_are_no_markers_stay_in_the_text(text: str) -> None:
    assert [s.text for s in doc(f"Hoy.\n\n{text}\n").segments][1] == text


def test_a_dash_or_number_in_mid_sentence_begins_no_item() -> None:
    text = (
        "La asamblea de todas las comunidades de la cuenca resolvió por fin\n"
        "– tras dos días de debate – que el agua es de todos y que el artículo\n"
        "12. no se toca mientras vivan quienes lo escribieron con su trabajo.\n"
    )
    assert [kind for kind, _ in seen(text)] == ["paragraph"]


def test_a_wrapped_paragraph_is_one_segment_and_wrapped_again_at_its_width() -> None:
    text = "    1) Desde hace tres años el río baja turbio y nadie\n       responde por los peces muertos.\n"
    assert len(seen(text)) == 1
    assert built(text, "For three years the river has run muddy, and nobody answers for the dead fish.") == (
        "    1) For three years the river has run muddy, and\n       nobody answers for the dead fish.\n"
    )


def test_a_line_never_ends_with_a_hyphen_of_the_text() -> None:
    data = "Una línea de unos cincuenta caracteres que sigue en\nla de abajo hasta que por fin termina el párrafo.\n".encode()
    document = read(data, "x")
    words = "A line that is some forty characters pre- and post-war wide, and goes on below until it ends at last."
    again = read(rebuild(data, document, {document.segments[0].key: words}), "x")
    assert again.segments[0].text == words


def test_a_wrapped_line_never_begins_like_an_item() -> None:
    text = "Desde hace tres años el río baja turbio y no hay quien\nresponda por los peces muertos.\n"
    target = "For three years now the river has run so very muddy - 1. nobody answers for it."
    assert [segment.text for segment in doc(built(text, target)).segments] == [target]


def test_consecutive_short_lines_are_segments_of_their_own() -> None:
    assert seen("Firman:\nRed Agua Viva\nAsociación Tierra Nueva – ATN\nLas vecinas\n") == [
        ("heading", "Firman:"),
        ("name", "Red Agua Viva"),
        ("name", "Asociación Tierra Nueva – ATN"),
        ("line", "Las vecinas"),
    ]


def test_names_one_a_line_are_not_joined_even_if_they_fill_the_line() -> None:
    text = "Federación de Mujeres del Valle Sagrado y la Cuenca Alta – FEMUVAC\nRed Agua Viva\n"
    assert [kind for kind, _ in seen(f"Firman estas organizaciones:\n{text}")] == ["heading", "name", "name"]


def test_a_short_line_apart_without_final_stop_is_a_heading() -> None:
    assert seen("Hola a todas.\n\nLos hechos\n\nPasó ayer.\n")[1] == ("heading", "Los hechos")
    assert seen("Hola a todas.\n\nPuno, 3 de mayo de 2023\n\nPasó ayer.\n")[1][0] == "line"


def test_capitals_are_headings_and_the_first_heading_is_the_title() -> None:
    document = doc("COMUNICADO\nA LA OPINIÓN PÚBLICA\n\nTexto de la carta.\n\nLOS HECHOS\n\nPasó ayer.\n")
    assert [segment.kind for segment in document.segments] == [
        Kind.TITLE,
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.PARAGRAPH,
    ]
    assert document.title == "COMUNICADO A LA OPINIÓN PÚBLICA"


def test_drawn_lines_are_left_alone() -> None:
    text = "Los hechos\n==========\nPasó ayer. _________\n\n* * *\n\n_____\n"
    assert built(text, "The facts", "It was yesterday.") == (
        "The facts\n==========\nIt was yesterday. _________\n\n* * *\n\n_____\n"
    )


def test_line_ends_tabs_and_blanks_at_line_ends_are_kept() -> None:
    text = "\tUno\t \r\n\r\n \t \nDos\rTres tristes  "
    assert built(text, *(f"x{n}" for n in range(len(seen(text))))) == "\tx0\t \r\n\r\n \t \nx1\rx2  "


def test_a_line_break_in_a_translation_gets_the_indent_of_the_block() -> None:
    assert (
        built("Pedimos:\r\n  • agua\r\n", "We ask:", "water\n\nnow") == "We ask:\r\n  • water\r\n    now\r\n"
    )


def test_a_hyphen_at_a_line_end_keeps_its_word_whole() -> None:
    assert seen("El informe entregado ayer trata del daño socio-\nambiental en la cuenca.\n")[0][1] == (
        "El informe entregado ayer trata del daño socio-ambiental en la cuenca."
    )


HEAD = "De: Ana <ana@valle.example>\nAsunto: RE: Pronunciamiento sobre Juliaca\nFecha: 12 de enero de 2023 10:15\n"


def test_the_head_of_a_mail_is_told_and_not_published_and_its_subject_may_be_the_title() -> None:
    text = HEAD + "\nLa mesa dice que el agua viene turbia.\n"
    document = read(text.encode(), "a")
    assert [(s.kind, s.text) for s in document.segments] == [
        ("title", "Pronunciamiento sobre Juliaca"),
        ("paragraph", "La mesa dice que el agua viene turbia."),
    ]
    assert [one.count for one in document.omitted] == [3]
    made = rebuild(
        text.encode(),
        document,
        dict(zip([s.key for s in document.segments], ["About Juliaca", "The water is cloudy."], strict=True)),
    )
    assert made.decode() == "About Juliaca\n\nThe water is cloudy.\n"
    assert rebuild(text.encode(), document, {}) == text.encode()


def test_a_text_under_a_mail_s_head_keeps_its_own_title() -> None:
    text = HEAD + "\nEL AGUA ES DE TODAS\n\nLa mesa dice que el agua viene turbia.\n"
    document = read(text.encode(), "a")
    assert document.title == "EL AGUA ES DE TODAS" and len(document.segments) == 2
    made = rebuild(text.encode(), document, {document.segments[1].key: "The water is cloudy."})
    assert made.decode() == "EL AGUA ES DE TODAS\n\nThe water is cloudy.\n"


def test_the_head_of_a_forwarded_mail_is_left_out_wherever_it_is_and_that_of_a_memorandum_stays() -> None:
    forwarded = "---------- Forwarded message ---------\nDe: Ana\nSubject: El agua\nTo: Luis\n\n"
    text = "Hola:\n\n" + forwarded + "La mesa dice que el agua viene turbia.\n"
    document = read(text.encode(), "a")
    assert [s.text for s in document.segments if s.kind != "title"] == [
        "Hola:",
        "La mesa dice que el agua viene turbia.",
    ]
    made = rebuild(text.encode(), document, {document.segments[-1].key: "The water is cloudy."}).decode()
    assert "Ana" not in made and made.endswith("The water is cloudy.\n") and "Hola:\n\n" in made
    memo = "De: La mesa\nPara: La asamblea\nAsunto: El agua\n\nLa mesa dice que el agua viene turbia.\n"
    assert len(read(memo.encode(), "a").segments) == 4


def test_quoted_mail_is_a_quote_with_its_marks_outside() -> None:
    text = "> Estimadas amigas, la reunión del jueves terminó\n> sin acuerdo alguno.\n"
    assert [kind for kind, _ in seen(text)] == ["quote"]
    assert built(text, "Dear friends, Thursday's meeting ended without any agreement.") == (
        "> Dear friends, Thursday's meeting ended without\n> any agreement.\n"
    )


def test_data_that_is_not_what_was_read_is_refused() -> None:
    document = doc("Uno dos.\n\nTres cuatro.\n")
    with pytest.raises(BuildError, match="changed since it was read"):
        rebuild(b"Otra cosa\n", document, {document.segments[1].key: "x"})


def test_a_character_the_encoding_cannot_hold_is_refused_with_key_and_character() -> None:
    data = "Comisión de riego\n".encode("cp1252")
    document = read(data, "acta")
    with pytest.raises(BuildError, match=rf"acta: segment {document.segments[0].key}: “ł”"):
        rebuild(data, document, {document.segments[0].key: "Komisja wodna ł"})


def read_texts(text: str) -> list[tuple[str, str]]:
    return [(segment.kind.value, segment.text) for segment in read(text.encode(), "carta").segments]


def test_words_parted_at_the_ends_of_lines_are_whole_where_they_are_words() -> None:
    text = (
        "Las familias del valle piden que el agua sea exami-\nnada cada mes y que la asamblea socio-\n"
        "económica lea los resulta-\ndos en la plaza de Otuz-\nco, como en Otuzco se hizo ayer con vein-\nte testigos.\n"
    )
    ((_, found),) = read_texts(text)
    assert "examinada cada" in found and "socio-económica" in found and "resultados" in found
    assert "de Otuzco," in found and "veinte testigos" in found


def test_a_compound_keeps_the_hyphen_it_has_elsewhere() -> None:
    text = "El acuerdo físico-químico vale; el informe físico-\nquímico se lee mañana en la asamblea del pueblo.\n"
    assert "informe físico-químico se" in read_texts(text)[0][1]


def test_letter_spaced_words_are_words() -> None:
    text = "C O M U N I C A D O   P Ú B L I C O\n\nLas familias piden agua limpia.\n\nA T E N T A M E N T E\n\nAnexos A B C D E\n"
    assert [found for _, found in read_texts(text)] == [
        "COMUNICADO PÚBLICO",
        "Las familias piden agua limpia.",
        "ATENTAMENTE",
        "Anexos A B C D E",
    ]
    assert built(text, "PUBLIC STATEMENT", "x", "y", "z").startswith("PUBLIC STATEMENT\n")


def test_the_head_and_the_foot_of_a_letter_keep_their_lines() -> None:
    text = (
        "Señora\nAna Rojas Vela, vocera de las comunidades\ndel valle alto del río Azul\nP r e s e n t e.-\n\n"
        "De nuestra consideración:\n\nLe pedimos audiencia.\n\nAtentamente,\n\n"
        "Luis Vela\nSecretario de actas\nJr. Unión 123\nPuno\n"
    )
    found = read_texts(text)
    assert [words for _, words in found] == [
        "Señora",
        "Ana Rojas Vela, vocera de las comunidades",
        "del valle alto del río Azul",
        "Presente.-",
        "De nuestra consideración:",
        "Le pedimos audiencia.",
        "Atentamente,",
        "Luis Vela",
        "Secretario de actas",
        "Jr. Unión 123",
        "Puno",
    ]
    assert not {"heading", "title"} & {kind for kind, _ in found}


@pytest.mark.parametrize("marker", ["1.-", "2-", "3º", "4.º)", "B)", "II.-", "c.", "1.2", "A.-"])
def test_spanish_markers_stand_outside_the_segment_also_between_full_lines(marker: str) -> None:
    text = (
        "1.- Que el municipio publique las actas de todas las obras del canal,\n"
        f"{marker} Que se devuelva el agua a las familias de la ribera norte del río.\n"
    )
    assert [s.text for s in doc(text).segments] == [
        "Que el municipio publique las actas de todas las obras del canal,",
        "Que se devuelva el agua a las familias de la ribera norte del río.",
    ]


def test_points_of_a_resolution_and_messages_of_a_chat_are_not_joined() -> None:
    lines = [
        "PRIMERO: Rechazar el decreto que entrega la laguna a la minera extranjera,",
        "Segundo.- Convocar a las bases a la asamblea general de este domingo,",
        "Artículo 3.- Queda prohibida toda obra sin consulta previa al pueblo,",
        "[3/5/23, 9:15] Rosa: Vecinas, la reunión pasa al local comunal de arriba,",
        "[3/5/23, 9:16] Luis: Llevo las sillas",
    ]
    assert [s.text for s in doc("\n".join(lines) + "\n").segments] == lines


def test_an_indent_begins_a_paragraph_where_no_line_is_blank() -> None:
    text = (
        "    La junta de regantes se reunió tres veces con el prefecto sin que\n"
        "nadie firmara nada de lo que se había conversado en la mesa de trabajo.\n"
        "    Tampoco hubo respuesta de la empresa, que cerró sus oficinas y\n"
        "dejó de contestar.\n"
    )
    assert [kind for kind, _ in seen(text)] == ["paragraph", "paragraph"]


def test_columns_of_blanks_or_tabs_are_cells_that_keep_their_place() -> None:
    text = (
        "Distrito     Pozos   Secos\n"
        "Alto           12       3\n"
        "La Ribera       8       5\n"
        "\n"
        "___________          ___________\n"
        "Rosa Ayala           Luis Poma\n"
        "Presidenta           Secretario\n"
        "\n"
        "Turno\tHora\n"
    )
    words = ["Distrito", "Pozos", "Secos", "Alto", "La Ribera", "Rosa Ayala", "Luis Poma", "Presidenta"]
    assert [s.text for s in doc(text).segments] == [*words, "Secretario", "Turno", "Hora"]
    made = built(
        text, "District", "Wells", "Dry", "High", "Riverside", *words[5:7], "Chair", "Clerk", "Shift", "Hour"
    )
    assert made == (
        "District     Wells   Dry\n"
        "High           12       3\n"
        "Riverside       8       5\n"
        "\n"
        "___________          ___________\n"
        "Rosa Ayala           Luis Poma\n"
        "Chair                Clerk\n"
        "\n"
        "Shift\tHour\n"
    )
    long = built("Distrito     Pozos\nAlto           12\n", "Administrative district", "Wells", "High")
    assert long == "Administrative district  Wells\nHigh           12\n"


def test_blanks_in_running_text_part_no_columns() -> None:
    text = (
        "El  canal  se  abrió  en  mayo.  Desde entonces nadie lo ha limpiado, y\n"
        "el agua llega turbia.  Los vecinos lo han dicho muchas veces.\n"
    )
    assert [kind for kind, _ in seen(text)] == ["paragraph"]


def test_a_word_in_capitals_is_whole_across_its_lines_and_a_coloured_sign_is_a_bullet() -> None:
    assert read_texts("COMUNI-\nCADO\n\nLa red no firma nada sin leerlo.\n")[0][1] == "COMUNICADO"
    text = "Pedimos:\n▶️ Agua limpia\n▶️ Diálogo en la plaza\n"
    assert [words for _, words in read_texts(text)] == ["Pedimos:", "Agua limpia", "Diálogo en la plaza"]
