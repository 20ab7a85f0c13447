"""Spanish plurals and singulars, as they are formed by the ending."""

from __future__ import annotations

import pytest

from translate_flow.language.inflection import plurals, singulars


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("canción", ["canciones"]),
        ("camión", ["camiones"]),
        ("autobús", ["autobuses"]),
        ("país", ["países"]),
        ("joven", ["jóvenes", "jovenes"]),
        ("orden", ["órdenes", "ordenes"]),
        ("luz", ["luces"]),
        ("lápiz", ["lápices"]),
        ("ciudad", ["ciudades"]),
        ("ley", ["leyes"]),
        ("mes", ["meses"]),
        ("crisis", ["crisis"]),
        ("café", ["cafés"]),
        ("taxi", ["taxis"]),
        ("tabú", ["tabúes", "tabús"]),
        ("club", ["clubs", "clubes"]),
    ],
)
def test_a_plural_is_formed_by_the_ending(word: str, forms: list[str]) -> None:
    assert plurals(word) == forms


@pytest.mark.parametrize(
    "word",
    [
        "canción",
        "país",
        "luz",
        "lápiz",
        "ciudad",
        "ley",
        "mes",
        "café",
        "taxi",
        "autobús",
        "interés",
        "alemán",
        "tabú",
    ],
)
def test_a_plural_leads_back_to_its_singular(word: str) -> None:
    assert word in singulars(plurals(word)[0])


def test_what_is_no_plural_stays_as_it_is() -> None:
    assert singulars("mes") == ["mes"] and singulars("dos") == ["dos"] and singulars("luz") == ["luz"]
