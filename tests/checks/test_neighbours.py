"""What a paragraph's neighbours say of it: whose translation it has, where its quotation goes on."""

from __future__ import annotations

from translate_flow import checks

from .statement import edition, glossary

FIRST = (
    "El agua del río llega turbia a las chacras desde que abrieron el tajo.",
    "The river's water has reached the fields cloudy since they opened the pit.",
)
SECOND = (
    "La Defensoría visitó el hospital de Juliaca y presentó un informe sobre la situación de los pacientes.",
    "The Ombudsman visited the hospital in Juliaca and presented a report on the situation of the patients.",
)


def said(*pairs: tuple[str, str]) -> list[str]:
    return [
        f.key
        for f in checks.run(edition(*pairs), glossary(), ["sentence-lost"])
        if "next to it" in str(f.message)
    ]


def test_the_neighbours_translation_is_told() -> None:
    crossed = edition((FIRST[0], SECOND[1]), (SECOND[0], SECOND[1]))
    assert said((FIRST[0], SECOND[1]), SECOND) == [crossed.units[0].key]


def test_its_own_is_not() -> None:
    assert said(FIRST, SECOND) == []


def test_only_paragraphs_beside_it_are_asked() -> None:
    """The same words three paragraphs on are an accident."""
    others = [
        (f"Nadie {verb} nada.", f"Nobody {other} anything.")
        for verb, other in (("vio", "saw"), ("oyó", "heard"))
    ]
    assert said((FIRST[0], SECOND[1]), *others, SECOND) == []


QUOTED = (
    ("Dijo: «El río ya no es el mismo».", "She said: “The river is no longer the same."),
    ("«Nadie nos oye».", "“Nobody hears us."),
    ("«No nos iremos», agregó.", "We will not leave,” she added."),
)


def test_a_quotation_may_run_over_paragraphs() -> None:
    """English opens it again in each, and closes it in the last; one that nothing closes is reported."""
    assert checks.run(edition(*QUOTED), glossary(), ["unbalanced"]) == []
    found = checks.run(edition(*QUOTED[:2]), glossary(), ["unbalanced"])
    assert len(found) == 2
