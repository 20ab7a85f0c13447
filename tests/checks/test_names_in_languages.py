"""Surnames and places of Spanish speakers are wanted in every language that writes them as they are."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.glossary import Glossary

from .statement import edition

SOURCE = "Según la Defensoría del Pueblo, Rosa Quispe Mamani murió en Juliaca el lunes."
RIGHT = {
    "pt": "Segundo a Defensoria do Povo, Rosa Quispe Mamani morreu em Juliaca na segunda-feira.",
    "fr": "Selon le Défenseur du peuple, Rosa Quispe Mamani est morte à Juliaca lundi.",
    "it": "Secondo la Difesa del popolo, Rosa Quispe Mamani è morta a Juliaca lunedì.",
    "ca": "Segons la Defensoria del Poble, Rosa Quispe Mamani va morir a Juliaca dilluns.",
    "de": "Laut der Ombudsstelle starb Rosa Quispe Mamani am Montag in Juliaca.",
}


def findings(tag: str, source: str, target: str) -> list[str]:
    found = checks.run(
        edition((source, target), target_language=tag), Glossary(()), ["name-missing", "names-exchanged"]
    )
    return [f"{f.rule}: {f.message}" for f in found]


@pytest.mark.parametrize("tag", RIGHT)
def test_a_name_kept_is_right_and_one_misspelt_left_out_or_turned_round_is_told(tag: str) -> None:
    right = RIGHT[tag]
    assert findings(tag, SOURCE, right) == []
    assert ["Mamami" in f for f in findings(tag, SOURCE, right.replace("Mamani", "Mamami"))] == [True]
    assert ["Juliaca" in f for f in findings(tag, SOURCE, right.replace("Juliaca", "Xyz"))] == [True]
    turned = findings(tag, SOURCE, right.replace("Quispe Mamani", "Mamani Quispe"))
    assert [f.startswith("names-exchanged") for f in turned] == [True]


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("it", "El papa Francisco visitó Trujillo.", "Papa Francesco ha visitato Trujillo."),
        ("fr", "Llegaron a la Plaza de Armas del Cuzco.", "Ils sont arrivés sur la place d'Armes de Cuzco."),
        ("pt", "Marcharon de Nueva York a Londres.", "Marcharam de Nova York a Londres."),
        ("de", "La Cruz Roja llegó a Ginebra.", "Das Rote Kreuz kam nach Genf."),
        ("qu", "Rosa Quispe murió en Puno.", "Rosa Quispeqa Punopi wañurqa."),
        ("sw", "Rosa Quispe murió en Puno.", "Alikufa."),
    ],
)
def test_what_a_language_writes_in_its_own_way_is_not_wanted(tag: str, source: str, target: str) -> None:
    assert findings(tag, source, target) == []
