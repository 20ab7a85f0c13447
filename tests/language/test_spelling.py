"""American spelling of what the program itself writes in British."""

from __future__ import annotations

import pytest

from translate_flow.language.spelling import american, either_spelling


@pytest.mark.parametrize(
    ("british", "expected"),
    [
        ("criminalised organisations", "criminalized organizations"),
        ("They advised and exercised; a rising surprise.", "They advised and exercised; a rising surprise."),
        ("neighbours, labour, colourful, four hours", "neighbors, labor, colorful, four hours"),
        ("The centre’s defence; its offences", "The center’s defense; its offenses"),
        ("travelled, cancelling, dialogue, programmes", "traveled, canceling, dialog, programs"),
        ("LABOUR ORGANISATION", "LABOR ORGANIZATION"),
        ("Licence", "License"),
        ("Police raised the noise otherwise", "Police raised the noise otherwise"),
        ("fulfil the judgement in grey", "fulfill the judgment in gray"),
    ],
)
def test_american_spelling(british: str, expected: str) -> None:
    assert american(british) == expected
    assert american(expected) == expected


def test_what_it_writes_counts_as_the_same_word() -> None:
    import re

    for word in "criminalise neighbour centre defence travelled programme judgement grey fulfil".split():
        assert re.fullmatch(either_spelling(word), american(word)), word
