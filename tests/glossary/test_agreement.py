"""Gender and number of terms, and the form a translation should hold for a match."""

from __future__ import annotations

import pytest

from translate_flow.glossary import Glossary, fitted, guess
from translate_flow.language.inflection import plurals, singulars
from translate_flow.model import Policy, Term

GUESSES = [
    ("Red Muqui", "organisation", "f", "sg"),
    ("Consejo de Ministros", "body", "m", "sg"),
    ("Defensoría del Pueblo", "body", "f", "sg"),
    ("Fuerzas Armadas", "body", "f", "pl"),
    ("ternas", "", "f", "pl"),
    ("perdigones", "", "m", "pl"),
    ("ejecuciones extrajudiciales", "", "f", "pl"),
    ("libertades", "", "f", "pl"),
    ("programa", "", "m", "sg"),
    ("crisis", "", "f", "sg"),
    ("análisis de riesgo", "", "m", "sg"),
    ("La Libertad", "region", "f", "sg"),
    ("El Collao", "province", "m", "sg"),
    ("Lamas", "province", "f", "sg"),
    ("Dina Boluarte", "person", "f", "sg"),
    ("Alberto Otárola", "person", "m", "sg"),
    ("Comisión Episcopal de Acción Social – CEAS", "organisation", "f", "sg"),
    ("EE. UU.", "country", "m", "pl"),
    ("ONU", "body", "f", "sg"),
    ("mano dura", "", "f", "sg"),
    ("leyes de amnistía", "", "f", "pl"),
]


@pytest.mark.parametrize(("es", "kind", "gender", "number"), GUESSES)
def test_gender_and_number_come_from_the_head_noun(es: str, kind: str, gender: str, number: str) -> None:
    term = guess(Term(es, "", kind))
    assert (term.gender, term.number) == (gender, number)


def test_what_the_glossary_says_is_not_guessed() -> None:
    term = Term("ternas", "", gender="m", number="sg")
    assert guess(term) is term


def target(term: Term, text: str) -> str:
    """What should stand in a translation of the text's one match."""
    (match,) = Glossary([term]).find(text)
    return fitted(match).target


PATROL = Term("ronda campesina", "peasant patrol", policy=Policy.TRANSLATE)
RONDAS = Term("rondas campesinas", "", policy=Policy.GLOSS, gloss="patrols")
PEOPLES = Term("pueblos indígenas", "indigenous peoples", policy=Policy.TRANSLATE)
OTAROLA = Term("Alberto Otárola", "", "person", variants=("Otárola",))
CEAS = Term("Comisión Episcopal de Acción Social – CEAS", "")
FITTING = [
    (PATROL, "una ronda campesina", "peasant patrol"),
    (PATROL, "las rondas campesinas", "peasant patrols"),
    (PATROL, "LAS RONDAS CAMPESINAS", "PEASANT PATROLS"),
    (PATROL, "Ronda campesina en marcha", "peasant patrol"),
    (PATROL, "las Rondas Campesinas", "Peasant Patrols"),
    (RONDAS, "una ronda campesina", "ronda campesina"),
    (RONDAS, "las rondas  campesinas", "rondas campesinas"),
    (PEOPLES, "los pueblos indígenas", "indigenous peoples"),
    (OTAROLA, "dijo Otarola ayer", "Otárola"),
    (OTAROLA, "dijo ALBERTO OTAROLA ayer", "ALBERTO OTÁROLA"),
    (CEAS, "la CEAS dijo", "CEAS"),
    (
        CEAS,
        "la Comisión Episcopal de Acción Social (CEAS) dijo",
        "Comisión Episcopal de Acción Social (CEAS)",
    ),
    (CEAS, "la Comision Episcopal de Accion Social dijo", "Comisión Episcopal de Acción Social"),
    (Term("D.S.", ""), "el DS dijo", "D.S."),
    (Term("Perú", "Peru", policy=Policy.TRANSLATE), "el Perú", "Peru"),
    (Term("El Collao", "", "province"), "en El Collao", "El Collao"),
    (Term("Ministerio del Interior", ""), "el Ministerio de el Interior", "Ministerio del Interior"),
]


@pytest.mark.parametrize(("term", "text", "expected"), FITTING)
def test_the_target_fits_the_form_in_the_text(term: Term, text: str, expected: str) -> None:
    """Number and capitals of the text, spelling of the glossary."""
    assert target(term, text) == expected


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("terna", "ternas"),
        ("ejecución", "ejecuciones"),
        ("líder", "líderes"),
        ("joven", "jóvenes"),
        ("voz", "voces"),
        ("interés", "intereses"),
        ("país", "países"),
        ("ley", "leyes"),
        ("mes", "meses"),
        ("maní", "maníes"),
        ("régimen", "regímenes"),
        ("orden", "órdenes"),
        ("común", "comunes"),
        ("autobús", "autobuses"),
    ],
)
def test_spanish_number(one: str, many: str) -> None:
    """Accents move where Spanish moves them."""
    assert many in plurals(one)
    assert one in singulars(many)
