"""Inclusive forms of Spanish, read as the word they stand for."""

from __future__ import annotations

import pytest

from translate_flow.language.inclusive import inclusive, plainly


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Los(as) dirigentes(as) y el(la) vocero(a)", "Los dirigentes y el vocero"),
        ("l@s comuner@s, tod@s", "los comuneros, todos"),
        ("lxs detenidxs, TODXS", "los detenidos, TODOS"),
        ("los/as heridos/as; las/os maestras/os; un/a profesor/a", "los heridos; las maestras; un profesor"),
        ("tod*s", "todos"),
        ("Les compañeres y les dirigentes; Todes juntes", "Los compañeros y les dirigentes; Todos juntes"),
        ("que se les respete", "que se les respete"),
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
        "ex ministro, Félix, tórax, el clímax, Marx",
        "el agua *limpia*, 5 * 3",
        "@comuneros y #agua",
    ],
)
def test_other_signs_are_left_alone(text: str) -> None:
    assert plainly(text) == text


def test_names_in_x_are_left_to_the_engine_and_read_only_where_terms_are_looked_for() -> None:
    assert plainly("Karl Marx en el Bronx con lxs comunerxs") == "Karl Marx en el Bronx con los comuneros"
    assert [letter for _, _, letter in inclusive("une compañerx")] == ["o"]
