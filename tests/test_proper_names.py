"""People and places that no glossary lists are found in running text, and ordinary words are not taken for them."""

from __future__ import annotations

import pytest

from translate_flow.drafting import draft
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.glossary import Glossary
from translate_flow.model import Kind, Segment
from translate_flow.names.proper import proper_names

CASES = (
    ("La dirigente Rosa Guerra Paredes fue detenida.", ["Rosa Guerra Paredes"]),
    ("Rosa Guerra fue detenida.", ["Rosa Guerra"]),
    ("Según Blanca Torres y Luz Campos, hubo calma.", ["Blanca Torres", "Luz Campos"]),
    ("Habló María de los Ángeles Ramos.", ["María de los Ángeles Ramos"]),
    ("El fiscal Calle y la señora Cruz declararon.", ["Calle", "Cruz"]),
    ("El congresista Guerra García votó en contra.", ["Guerra García"]),
    ("Murió Ghiovanny Illanes Ramos, de 18 años.", ["Ghiovanny Illanes Ramos"]),
    (
        "Hubo marchas en San Juan de Lurigancho y Villa El Salvador.",
        ["San Juan de Lurigancho", "Villa El Salvador"],
    ),
    ("La comunidad de Puerto Ocopa.", ["Puerto Ocopa"]),
    ("La sede de la Universidad César Vallejo.", ["César Vallejo"]),
    ("El Estado Peruano y la Corte Suprema de Justicia.", []),
    ("La Paz y la Justicia Social.", []),
    ("Exigimos Justicia Y Paz Para Nuestros Muertos.", []),
    ("Viajó a Nueva York, a la Santa Sede y a San Petersburgo.", []),
    ("El Nasdaq cayó. La Frauda también.", []),
    ("Las Fuerzas Armadas y la Policía Nacional del Perú.", []),
    ("El Congreso de la República y el Consejo de Ministros.", []),
    ("Las mujeres y los jóvenes marcharon.", []),
)


@pytest.mark.parametrize(("text", "names"), CASES)
def test_names_are_found_and_nothing_else(text: str, names: list[str]) -> None:
    assert [text[name.start : name.end] for name in proper_names(text)] == names


@pytest.mark.apertium
def test_no_person_is_translated(apertium: ApertiumFactory) -> None:
    """*Rosa Guerra Paredes* is no *Pink War Walls*, though Apertium knows each word."""
    segments = [Segment(f"{n:08x}", Kind.PARAGRAPH, text) for n, (text, _) in enumerate(CASES)]
    with apertium.start("es", "en") as engine:
        drafts = list(draft(segments, Glossary([]), engine, mentions={}))
    for (text, names), one in zip(CASES, drafts, strict=True):
        assert one.problems == (), text
        for name in names:
            assert name in one.text, (text, one.text)
