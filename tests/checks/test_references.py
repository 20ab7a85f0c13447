"""Texts with character references are checked as their readers see them."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.checks import kept
from translate_flow.facts.scene import Scene

from .statement import edition, glossary

RIGHT = (
    "La se&ntilde;ora Rosa R&iacute;os Huam&#225;n denunci&oacute; la muerte de 41&nbsp;personas.",
    "Ms. Rosa Ríos Huamán reported the death of 41 people.",
)


@pytest.mark.parametrize(
    "pair", [RIGHT, (RIGHT[0], "Ms. Rosa R&iacute;os Huam&aacute;n reported the death of 41&nbsp;people.")]
)
def test_the_right_ones_are_left_alone(pair: tuple[str, str]) -> None:
    assert checks.run(edition(pair), glossary()) == []


def test_places_are_those_of_the_text_as_written() -> None:
    """In all ways to ask: a statement, one paragraph, and what is kept."""
    target = "Ms. Rosa R&iacute;os Huam&aacute;n reported the death of 14&nbsp;people."
    made = edition((RIGHT[0], target))
    (found,) = checks.run(made, glossary())
    assert found.span is not None
    assert target[slice(*found.span)] == "14"
    assert checks.check_unit(made.units[0], Scene(made, glossary())) == [found]
    again = kept.check_again(made, glossary(), checks.load(), kept.KeptFindings(), "1")
    assert again.findings == [found]
