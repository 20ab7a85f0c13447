"""The tables of a language's file: read as written, and a fault costs one table and no more."""

from __future__ import annotations

import pytest

from translate_flow import language
from translate_flow.language.knowledge import parse

WHOLE = """# A made-up language.
[months]
1 = "primo"
2 = "sekundo sek"

[negation]
negators = '''
ne nek
nen'''
excused = ["ne nur", "sen dubo"]

[numbers]
dek = 10
duono = 0.5
"""


def test_rows_are_words_phrases_and_numbers() -> None:
    made = parse(WHOLE, "xx", "xx.toml")
    assert not made.faults
    assert made.words("months") == {"primo", "sekundo", "sek"}
    assert made.words("negation", "negators") == {"ne", "nek", "nen"}
    assert made.phrases("negation", "excused") == ("ne nur", "sen dubo")
    assert made.table("numbers") == {"dek": 10, "duono": 0.5}


@pytest.mark.parametrize(
    ("right", "wrong", "shown"),
    [
        ('2 = "sekundo sek"', '2 = "sekundo sek', "xx.toml, line 4, column 17: Illegal character"),
        ("dek = 10", "dek = [1, 2]", "xx.toml, line 13, column 1: “dek” must be words, a list of phrases or a number"),
        ("dek = 10", "  dek = true", "xx.toml, line 13, column 3: “dek” must be words, a list of phrases or a number"),
        ("duono = 0.5", "duono = ", "xx.toml, line 14, column 9: Invalid value"),
    ],
)  # fmt: skip
def test_a_fault_names_file_row_and_column_and_costs_its_table_alone(
    right: str, wrong: str, shown: str
) -> None:
    made = parse(WHOLE.replace(right, wrong), "xx", "xx.toml")
    assert [str(fault)[: len(shown)] for fault in made.faults] == [shown]
    spoilt = "numbers" if right.startswith("d") else "months"
    assert set(made.tables) == {"months", "negation", "numbers"} - {spoilt}
    assert made.known


def test_of_a_row_that_appears_twice_the_second_alone_is_left_out() -> None:
    found = parse(
        '[a]\n1 = "one"\n"1" = """\nuno\n"""\n  2 = "two"\n1 = "un"\n[b]\n1 = "ein"\n', "xx", "xx.toml"
    )
    assert found.table("a") == {"1": "one", "2": "two"}
    assert found.table("b") == {"1": "ein"}
    said = "“1” appears twice; delete one of the two rows (the second is left out)"
    assert [str(fault) for fault in found.faults] == [
        f"xx.toml, line 3, column 1: {said}",
        f"xx.toml, line 7, column 1: {said}",
    ]


def test_a_table_that_appears_twice_is_a_fault() -> None:
    made = parse(WHOLE + "[months]\n3 = 'tria'\n", "xx", "xx.toml")
    assert made.words("months") == {"primo", "sekundo", "sek"}
    assert [str(f) for f in made.faults] == [
        "xx.toml, line 15, column 1: [months] appears twice; merge the two tables into one"
    ]


def test_the_files_have_no_faults() -> None:
    assert {tag: language.of(tag).faults for tag in language.known()} == dict.fromkeys(language.known(), ())
    assert {"es", "en"} <= set(language.known())


def test_a_region_is_read_as_its_language() -> None:
    assert language.of("es-PE") is language.of("ES") is language.of("es_419")


@pytest.mark.parametrize("tag", ["tlh", "", "../es", "data/es"])
def test_of_an_unknown_language_nothing_is_known(tag: str) -> None:
    unknown = language.of(tag)
    assert not unknown.known
    assert not unknown.words("negation", "negators")
    assert unknown.phrases("abbreviations") == ()
