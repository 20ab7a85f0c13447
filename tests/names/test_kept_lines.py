"""A sentence about an organisation is translated; the organisation's name alone is kept."""

from __future__ import annotations

import pytest

from translate_flow.names import names_only
from translate_flow.names.spelling import respelt, slip


@pytest.mark.parametrize(
    "text",
    [
        "La Red Kawsay no firmará el acta.",
        "El Comité de Lucha no acepta el acuerdo.",
        "El Comité de Lucha acepta el acuerdo.",
        "La Red Kawsay tampoco acudió a la Mesa de Diálogo.",
        "La Red Kawsay nunca firmó el Acta de Espinar.",
        "El Frente de Defensa también rechaza la Ley Mordaza",
        "La Red Kawsay camina en Puno",
        "La Central Única reclama la Libertad",
        "Señor Fiscal",
        "Señora Presidenta del Congreso",
        "Foro del 15 de diciembre",
        "Foro Social del 15 de diciembre de 2023",
    ],
)
def test_a_sentence_is_no_name(text: str) -> None:
    assert not names_only(text)


@pytest.mark.parametrize(
    "text",
    [
        "Red Kawsay",
        "Frente de Defensa de Espinar",
        "Comité de víctimas de Juliaca",
        "Rondas campesinas de Cajamarca",
        "Asociación 18 de Octubre",
        "Comité de Familiares del 15 de diciembre",
    ],
)
def test_a_name_is(text: str) -> None:
    assert names_only(text)


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("jartum", "khartoum"),
        ("gorbachov", "gorbachev"),
        ("encelado", "enceladus"),
        ("marsella", "marseille"),
        ("siria", "syria"),
        ("gadafi", "gaddafi"),
    ],
)
def test_what_english_writes_otherwise_is_no_slip(spanish: str, english: str) -> None:
    assert respelt(spanish, english)
    assert slip(spanish, [english]) is None


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("otarola", "otalora"),
        ("kowal", "kobal"),
        ("chatham", "chahtam"),
        ("quispe", "quipse"),
        ("huanta", "hanta"),
    ],
)
def test_a_letter_wrong_is_one(right: str, wrong: str) -> None:
    assert not respelt(right, wrong)
    assert slip(right, ["lima", wrong]) == wrong


def test_another_village_is_no_slip() -> None:
    """*Llacta* is another word than *Llata*, but English words are never slips: *hands* for *Hanta*."""
    assert slip("llata", ["hands", "lima"]) is None
