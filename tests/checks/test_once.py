"""One slip, one finding: checks that look at the same words from different sides do not each report them."""

from __future__ import annotations

import pytest

from translate_flow import checks

from .statement import edition, glossary

SLIPS = (
    ("Habló Alberto Otárola.", "Alberto Otarola spoke.", "near-miss"),
    ("Habló Dina Boluarte.", "Dina Boluarde spoke.", "near-miss"),
    ("Murieron en Apurímac.", "They died in Apurimac.", "near-miss"),
    ("De Apurímac volvieron a Apurímac.", "From Apurimac they went back to Apurímac.", "near-miss"),
    ("Habló Elsa Otárola Chávez.", "Elsa Otarola Chávez spoke.", "near-miss"),
    ("Habló Elsa Huamán Chávez.", "Elsa Huaman Chávez spoke.", "name-accents"),
    ("Lo dijo la Red Muqui.", "Net Muqui said so.", "term-forbidden"),
    ("Lo dijo la Red Muqui.", "The network said so.", "term-missing"),
    ("Lo dijo el Movimiento Manuela Ramos.", "The Manuela Ramos Movement said so.", "name-translated"),
    ("Hubo 17 muertos.", "There were 71 dead.", "number-changed"),
    ("Hubo 17 muertos y 8 heridos.", "There were 8 dead and 17 wounded.", "figures-exchanged"),
    ("Caminaron 15 kilómetros.", "They walked 15 miles.", "unit-changed"),
    ("No vino el juez.", "The judge came.", "negation-lost"),
)


@pytest.mark.parametrize(("source", "target", "rule"), SLIPS)
def test_a_slip_is_reported_once(source: str, target: str, rule: str) -> None:
    found = checks.run(edition((source, target)), glossary())
    assert [f.rule for f in found] == [rule]


def test_a_misspelt_name_that_is_nowhere_else_stops() -> None:
    """It is an error as a missing name is; beside its right form it is a warning."""
    alone, beside = (
        [f.severity.value for f in checks.run(edition(pair), glossary())]
        for pair in (
            ("Murieron en Apurímac.", "They died in Apurimac."),
            ("De Apurímac volvieron a Apurímac.", "From Apurimac they went back to Apurímac."),
        )
    )
    assert (alone, beside) == (["error"], ["warning"])
