"""Free translations are left alone, and a fault in one is seen: sentences of statements in `free.tsv` and `fresh.tsv`."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.model import Finding, Severity

from .pairs import EVERY, FAULTS, Pair
from .statement import edition, glossary


def found(source: str, target: str) -> list[Finding]:
    """What the checks say of a pair, a glossary's explanations of words apart."""
    return [f for f in checks.run(edition((source, target)), glossary()) if f.rule != "gloss-missing"]


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: pair.target[:50])
def test_a_sentence(pair: Pair) -> None:
    said = found(pair.source, pair.target)
    if pair.rule == "-":
        assert [f for f in said if f.severity is not Severity.INFO] == []
    else:
        assert pair.rule in [f.rule for f in said]


@pytest.mark.parametrize("pair", FAULTS, ids=lambda pair: pair.target[:50])
def test_the_right_one_is_left_alone(pair: Pair) -> None:
    said = found(pair.source, pair.right)
    assert [f for f in said if f.severity is not Severity.INFO] == []
