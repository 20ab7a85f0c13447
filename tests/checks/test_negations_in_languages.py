"""What Spanish says with *no … más que*, other languages say with *only*."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.glossary import Glossary

from .statement import edition

SOURCE = "Los deudos no piden más que justicia."
ONLY = {
    "pt": "Os familiares só pedem justiça.",
    "fr": "Les proches ne demandent que justice.",
    "it": "I familiari chiedono soltanto giustizia.",
    "ca": "Els familiars només demanen justícia.",
    "en": "All the families ask for is justice.",
}
DENIED = {
    "pt": "Os familiares pedem mais do que justiça.",
    "fr": "Les proches demandent plus de justice.",
    "it": "I familiari chiedono più giustizia.",
    "ca": "Els familiars demanen més justícia.",
    "en": "The families ask for more than justice.",
}


def told(tag: str, target: str) -> bool:
    return bool(checks.run(edition((SOURCE, target), target_language=tag), Glossary([]), ["negation-lost"]))


@pytest.mark.parametrize("tag", ONLY)
def test_only_is_no_denial_lost(tag: str) -> None:
    assert not told(tag, ONLY[tag])
    assert told(tag, DENIED[tag])
