"""Inclusive forms of Spanish, read as the word they stand for."""

from __future__ import annotations

import pytest

from translate_flow.language.inclusive import inclusive


def plainly(text: str) -> str:
    """The text with its inclusive forms replaced."""
    for start, end, letter in reversed(list(inclusive(text))):
        text = text[:start] + letter + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Los(as) dirigentes(as) y el(la) vocero(a)", "Los dirigentes y el vocero"),
        ("l@s comuner@s, tod@s", "los comuneros, todos"),
        ("lxs detenidxs, TODXS", "los detenidos, TODOS"),
        ("los/as heridos/as; las/os maestras/os; un/a profesor/a", "los heridos; las maestras; un profesor"),
        ("tod*s", "todos"),
        ("un(os) trabajador(es)", "un trabajador"),
    ],
)
def test_inclusive_forms_are_read(text: str, plain: str) -> None:
    assert plainly(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "escriba a ana@sierra.pe o rosa@s.pe",
        "80 km/h, y/o, c/u, 2(a), el artículo 5(a), a) agua",
        "ex ministro, Félix, tórax, el clímax",
        "el agua *limpia*, 5 * 3",
        "@comuneros y #agua",
    ],
)
def test_other_signs_are_left_alone(text: str) -> None:
    assert plainly(text) == text
