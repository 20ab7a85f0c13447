"""Terms are found through markup and in inclusive forms, and held with what stands inside them."""

from __future__ import annotations

import pytest

from translate_flow.glossary import Glossary
from translate_flow.model import Policy, Term

GLOSSARY = Glossary(
    [
        Term("Red Kawsay", "", "organisation"),
        Term("comunero", "comunero", "people", Policy.TRANSLATE),
        Term("defensor de derechos humanos", "human rights defender", "people", Policy.TRANSLATE),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "La «Red **Kawsay**» firma.",
        "La «<b>Red</b> <i>Kawsay</i>» firma.",
        "La «[Red](https://ejemplo.org) Kawsay» firma.",
        "La «Red <f1>Kawsay</f1>» firma.",
        "La «Red<x1/> Kawsay» firma.",
        "La «Red\u00a0Kaw\u00adsay» firma.",
        "La «Red\\\nKawsay» firma.",
        "La «Red&nbsp;Kawsay» firma.",
    ],
)
def test_a_name_is_found_through_markup(text: str) -> None:
    (match,) = GLOSSARY.find(text)
    assert match.term.es == "Red Kawsay"
    assert f"«{text[match.start : match.end]}»" in text
    assert GLOSSARY.found(text).held == (match,)


def test_a_name_that_markup_cuts_through_is_found_but_not_held() -> None:
    found = GLOSSARY.found("**La Red** Kawsay firma.")
    assert [m.term.es for m in found.matches] == ["Red Kawsay"]
    assert (found.held, found.missed) == ((), ("Red Kawsay",))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Los(as) defensores(as) de derechos humanos", "defensores(as) de derechos humanos"),
        ("Murieron l@s comuner@s.", "comuner@s"),
        ("Murieron lxs comunerxs.", "comunerxs"),
        ("Murieron les comuneres.", "comuneres"),
        ("Murió un/a comunero/a.", "comunero/a"),
        ("Murió un(a) comunero(a).", "comunero(a)"),
        ("Una defensora de derechos humanos", "defensora de derechos humanos"),
        ("les defensores de derechos humanos", "defensores de derechos humanos"),
    ],
)
def test_a_term_is_found_in_inclusive_forms(text: str, there: str) -> None:
    """What makes the word inclusive belongs to the match, so that a draft does not leave it behind."""
    (match,) = GLOSSARY.found(text).held
    assert text[match.start : match.end] == there
