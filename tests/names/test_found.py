"""Names that no glossary lists are found in running text by what shows them, and ordinary words are not taken for them."""

from __future__ import annotations

import pytest

from translate_flow.drafting import draft
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.glossary import Glossary
from translate_flow.model import Kind, Segment
from translate_flow.names.found import finder, found, known

PEOPLE = (
    ("La dirigente Rosa Guerra Paredes fue detenida.", ["Rosa Guerra Paredes"]),
    ("Rosa Guerra fue detenida.", ["Rosa Guerra"]),
    ("Según Blanca Torres y Luz Campos, hubo calma.", ["Blanca Torres", "Luz Campos"]),
    ("Habló María de los Ángeles Ramos.", ["María de los Ángeles Ramos"]),
    ("El fiscal Calle y la señora Cruz declararon.", ["Calle", "Cruz"]),
    ("El congresista Guerra García votó en contra.", ["Guerra García"]),
    ("Murió Ghiovanny Illanes Ramos, de 18 años.", ["Ghiovanny Illanes Ramos"]),
    ("Saludó Julio Prado Luna desde la plaza.", ["Julio Prado Luna"]),
    ("La señora Marta Torres Blanco no declaró.", ["Marta Torres Blanco"]),
    ("R. Guerra Paredes y J. Campos firman.", ["R. Guerra Paredes", "J. Campos"]),
    ("Rosa Guerra P. y Juan Campos R.", ["Rosa Guerra P.", "Juan Campos R."]),
    ("GUERRA PAREDES, Rosa", ["GUERRA PAREDES, Rosa"]),
    ("Guerra Paredes, Rosa", ["Guerra Paredes, Rosa"]),
    ("El Comité escuchó a Rosa GUERRA PAREDES.", ["Rosa GUERRA PAREDES"]),
    ("JUSTICIA PARA ROSA GUERRA PAREDES", ["ROSA GUERRA PAREDES"]),
    ("ROSA GUERRA PAREDES PRESENTE", ["ROSA GUERRA PAREDES"]),
    ("Murió JUAN CRUZ FLORES el lunes.", ["JUAN CRUZ FLORES"]),
    ("Sra. ROSA GUERRA", ["ROSA GUERRA"]),
    ("La abogada Luz Marina Campos del Valle habló.", ["Luz Marina Campos del Valle"]),
    ("La jueza Elena Montes de Oca los absolvió.", ["Elena Montes de Oca"]),
    ("La lideresa Flor de María Paraná viajó.", ["Flor de María Paraná"]),
    ("Rosa Quispe de Puno habló con Ana Ruiz de Acción Popular.", ["Rosa Quispe", "Ana Ruiz"]),
    ("Rosa Guerra-Paredes llegó.", ["Rosa Guerra-Paredes"]),
    ("Doña Luz Rosales Guerra de Paz falleció.", ["Luz Rosales Guerra de Paz"]),
    ("Habló Juan de Dios Guerra.", ["Juan de Dios Guerra"]),
    ("El niño Ángel de Dios Ramos tenía 8 años.", ["Ángel de Dios Ramos"]),
    ("Firman Rosa Guerra Vda. de Campos y otros.", ["Rosa Guerra Vda. de Campos"]),
)
PLACES = (
    (
        "Hubo marchas en San Juan de Lurigancho y Villa El Salvador.",
        ["San Juan de Lurigancho", "Villa El Salvador"],
    ),
    ("Vive en Tinta, provincia de Canchis.", ["Tinta"]),
    ("La comunidad de Puerto Ocopa.", ["Puerto Ocopa"]),
    ("La comunidad Nuevo Amanecer queda lejos.", ["Nuevo Amanecer"]),
    ("Pasó en el distrito de Río Tambo.", ["Río Tambo"]),
    ("Viven en Quebrada Honda.", ["Quebrada Honda"]),
    ("El centro poblado Buena Vista y el anexo Tres Cruces.", ["Buena Vista", "Tres Cruces"]),
    ("Cerraron la avenida 28 de Julio.", ["28 de Julio"]),
    ("Llegó a la comunidad campesina Agua Dulce.", ["Agua Dulce"]),
    ("La comunidad limita con Nuevo Mundo.", ["Nuevo Mundo"]),
    ("Limpiaron la playa Agua Dulce.", ["Agua Dulce"]),
    ("Marcharon en Los Olivos.", ["Los Olivos"]),
    ("Fue detenido en Puerto Nuevo.", ["Puerto Nuevo"]),
    ("Los vecinos de Comas marcharon.", ["Comas"]),
    ("La refinería de Ventanilla contamina.", ["Ventanilla"]),
    ("Las mujeres de Manta esperaron.", ["Manta"]),
    ("Hubo heridos en Mala y Barranca.", ["Mala", "Barranca"]),
    ("El bus salió desde Prado hacia Surco.", ["Prado", "Surco"]),
)
BODIES = (
    ("La empresa Palmas del Ucayali S.A. negó los hechos.", ["Palmas del Ucayali S.A."]),
    ("La minera Cerro Claro S.A.C. también.", ["Cerro Claro S.A.C."]),
    ("Firmó Agua Rica E.I.R.L. y nadie más.", ["Agua Rica E.I.R.L."]),
    ("El Frente de Defensa de Espinar no acepta el acuerdo.", ["Frente de Defensa de Espinar"]),
    ("La Red Muqui no firmará el acta.", ["Red Muqui"]),
    ("Escribió la Asociación de Familias Unidas (AFU).", ["Asociación de Familias Unidas", "AFU"]),
    ("La Asociación de Mujeres y Jóvenes del Sur saluda.", ["Asociación de Mujeres y Jóvenes del Sur"]),
    (
        "La Coordinadora por la Vida y el Comité de Lucha marchan.",
        ["Coordinadora por la Vida", "Comité de Lucha"],
    ),
    ("El Movimiento 9 de Enero firma.", ["Movimiento 9 de Enero"]),
    (
        "La Asociación de Víctimas del 15 de Diciembre pide justicia.",
        ["Asociación de Víctimas del 15 de Diciembre"],
    ),
    ("La Asociación Paz y Esperanza apeló.", ["Asociación Paz y Esperanza"]),
    ("La cooperativa Sol y Café vendió todo.", ["Sol y Café"]),
    ("Llegó la organización «Sinchi Warmi» con pancartas.", ["Sinchi Warmi"]),
    ("El colectivo “Tierra y Libertad” saluda.", ["Tierra y Libertad"]),
    ("Archivaron el caso Los Pinos.", ["Los Pinos"]),
    ("Fue la operación Cielo Azul.", ["Cielo Azul"]),
    ("Lo dijo la A.D.E.P.A. ayer.", ["A.D.E.P.A."]),
    ("La sede de la Universidad César Vallejo.", ["César Vallejo"]),
)
NONE = (
    "El Estado Peruano y la Corte Suprema de Justicia.",
    "La Paz y la Justicia Social.",
    "Exigimos Justicia Y Paz Para Nuestros Muertos.",
    "Emigró a Nueva Jersey con una Nueva Constitución.",
    "Viajó a Nueva York, a la Santa Sede y a San Petersburgo.",
    "El Nasdaq cayó. La Frauda también.",
    "Las Fuerzas Armadas y la Policía Nacional del Perú.",
    "El Congreso de la República y el Consejo de Ministros.",
    "Las mujeres y los jóvenes marcharon.",
    "La Federación Nacional de Trabajadores Mineros convoca.",
    "El Valle Sagrado no se vende.",
    "Señor Fiscal: no hubo respuesta.",
    "El señor Presidente y la señora Ministra callan.",
    "Teme por su vida. Tengo miedo.",
    "En los siglos XII y XIII hubo otras guerras.",
    "Habló el papa Juan Pablo II.",
    "La Comisión de Justicia del Congreso archivó el caso.",
    "La Federación Internacional respondió (Perú).",
    "Pasó por la ciudad de Nueva York y por la ciudad de Londres.",
    "CARTA ABIERTA AL CONGRESO DE LA REPÚBLICA",
    "Justicia Para Las Víctimas Del Sur",
    "Rige en Constitución y Derecho. Murieron en Navidad. El Día de Reyes hubo paro.",
    "La Independencia y la Concordia. Creen en Dios y en la Patria.",
    "Huyó de la ciudad. Los vecinos la vieron con su hermano. La Ley calla.",
)


@pytest.mark.parametrize(("text", "names"), PEOPLE + PLACES + BODIES + tuple((text, []) for text in NONE))
def test_names_are_found_and_nothing_else(text: str, names: list[str]) -> None:
    assert [name.text for name in found(text)] == names
    assert all(text[name.start : name.end] == name.text for name in found(text))


STATEMENT = (
    "Rosa Guerra Paredes fue detenida por agentes de Piedra Rica S.A.",
    "El Frente de Defensa de los Pueblos de Espinar pide su libertad.",
    "Escribió la Asociación de Familias Unidas (AFU).",
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Según testigos, golpearon a Guerra dos veces.", ["Guerra"]),
        ("Guerra Paredes tiene 20 años.", ["Guerra Paredes"]),
        ("LIBERTAD PARA ROSA GUERRA", ["ROSA GUERRA"]),
        ("Culpan a Piedra Rica de los hechos.", ["Piedra Rica"]),
        ("Para el Frente de Defensa no hay duda.", ["Frente de Defensa"]),
        ("La AFU insiste.", ["AFU"]),
        ("Guerra y muerte: eso trajeron.", []),
        ("La Guerra del Pacífico y la Guerra Fría.", []),
        ("Hay paredes y piedra.", []),
        ("Esa afu no es la Afu.", []),
    ],
)
def test_a_name_shown_once_holds_throughout_its_statement(text: str, names: list[str]) -> None:
    assert [name.text for name in found(text, known(STATEMENT))] == names


def test_of_another_language_nothing_is_said() -> None:
    segments = [Segment("00000000", Kind.PARAGRAPH, text) for text in STATEMENT]
    assert finder(segments, "pt-BR")(STATEMENT[0]) == ()
    assert finder(segments, "es-PE")("La AFU insiste.")[0].text == "AFU"


@pytest.mark.apertium
def test_no_name_is_translated(apertium: ApertiumFactory) -> None:
    """*Rosa Guerra Paredes* is no *Pink War Walls*, though Apertium knows each word."""
    cases = PEOPLE + PLACES + BODIES
    segments = [Segment(f"{n:08x}", Kind.PARAGRAPH, text) for n, (text, _) in enumerate(cases)]
    with apertium.start("es", "en") as engine:
        drafts = list(draft(segments, Glossary([]), engine, mentions={}))
    for (text, names), one in zip(cases, drafts, strict=True):
        assert one.problems == (), text
        for name in names:
            assert name in one.text, (text, one.text)


def test_a_body_with_an_english_acronym_has_an_english_name() -> None:
    """Nothing of it is held; one whose acronym stays is."""
    assert found("Lo pide la Organización para la Cooperación Andina Unida (OCDE) hoy.") == ()
    held = [name.text for name in found("Lo pide la Asociación de Mujeres Unidas de Lampa (AMUL) hoy.")]
    assert held == ["Asociación de Mujeres Unidas de Lampa", "AMUL"]


@pytest.mark.parametrize("era", ["a. C.", "d. C.", "a.C."])
def test_an_era_is_no_initial(era: str) -> None:
    """A sentence that ends with *a. C.* gives the next one's first word no initial."""
    assert not finder([], "es")(f"El templo ardió en 323 {era} Asegúrese de leer el cartel.")


def test_an_initial_is() -> None:
    assert [name.text for name in finder([], "es")("La queja de C. Huamán sigue abierta.")] == ["C. Huamán"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Lo condenó en el caso *Barrios Altos*.", "Barrios Altos"),
        ("Lo condenó en el caso <i>Barrios Altos</i>.", "Barrios Altos"),
        ("Lo condenó en el <b>caso</b> Barrios Altos.", "Barrios Altos"),
        ("Según el diario **Sol Nuevo**, hubo calma.", "Sol Nuevo"),
        ('Según la red <a href="https://ejemplo.pe/">Agua Clara</a>, hubo calma.', "Agua Clara"),
        ("Según la red [Agua Clara](https://ejemplo.pe/), hubo calma.", "Agua Clara"),
        ("Pasó en el distrito de [Pueblo Libre](https://ejemplo.pe/).", "Pueblo Libre"),
        ("La señora *Cruz* no declaró.", "Cruz"),
        ("La señora <b>Cruz</b> no declaró.", "Cruz"),
        ("Lo dijo _Rosa Guerra Paredes_ ayer.", "Rosa Guerra Paredes"),
        ("__Rosa Guerra Paredes__ lo dijo ayer.", "Rosa Guerra Paredes"),
    ],
)
def test_bold_italics_and_links_hide_no_name(marked: str, name: str) -> None:
    assert [each.text for each in found(marked)] == [name]


def test_an_underscore_inside_a_word_begins_no_name() -> None:
    assert found("Véase el archivo acta_Rosa_Guerra del lunes.") == ()
