"""No cell of a table that a spreadsheet may open is computed there, and each is read back as it was."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate_flow.errors import GlossaryError
from translate_flow.files.cells import as_csv, guarded, unguarded
from translate_flow.glossary.exchange import read, write
from translate_flow.glossary.table import new_table, parse
from translate_flow.model import Policy, Term
from translate_flow.review.effort import summary
from translate_flow.review.groups import GroupFigures, to_csv

from ..warm import program

COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
RISKY = st.builds("".join, st.lists(st.sampled_from([*COMPUTED, "'", " ", '"', ",", "a"]), max_size=6))


@given(CELLS | RISKY)
@example("'=1+1")
@settings(max_examples=500, deadline=None)
def test_a_guarded_value_is_no_formula_and_comes_back(value: str) -> None:
    shown = guarded(value)
    assert not shown.startswith(COMPUTED) and not shown.lstrip().startswith(COMPUTED)
    assert unguarded(shown) == value


@pytest.mark.parametrize("value", ["", "Hola", "'90s", "\u2014 dijo", "a=b", "3 - 2", "' cita '"])
def test_plain_values_stay_as_they_are(value: str) -> None:
    assert guarded(value) == value and unguarded(value) == value


@given(st.lists(st.lists(CELLS | RISKY, min_size=2, max_size=4), max_size=4), st.sampled_from(",;\t"))
@settings(max_examples=300, deadline=None)
def test_a_table_is_read_back_by_pythons_csv(rows: list[list[str]], delimiter: str) -> None:
    text = as_csv(rows, delimiter)
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert [[unguarded(cell) for cell in row] for row in found] == rows


def test_figures_stay_figures() -> None:
    assert as_csv([["-5", -5, -0.5, True, None]]) == "'-5,-5,-0.5,True,\n"


WORDS = st.sampled_from(["=cmd", "+Derechos", "-azo", "@red", "'=doble", '"Red"', "a,b", "a;b", "#voz"])
TERMS = st.builds(
    Term, WORDS, WORDS, policy=st.just(Policy.TRANSLATE), gloss=st.just(""), note=WORDS, forbidden=st.tuples(WORDS)
)  # fmt: skip


@given(TERMS)
@settings(max_examples=200, deadline=None)
def test_glossary_rows_are_harmless_and_read_back(term: Term) -> None:
    table = new_table("t.csv")
    try:
        made = table.adding(term)
    except GlossaryError:  # such as a translation that is forbidden too
        return
    (found,) = parse(made.data(), "t.csv").terms()
    assert (found.es, found.en, found.note, found.forbidden) == (term.es, term.en, term.note, term.forbidden)
    last = list(csv.reader(io.StringIO(made.text)))[-1]
    assert not any(cell.startswith(COMPUTED) for cell in last)


@given(TERMS)
@settings(max_examples=200, deadline=None)
def test_a_glossary_for_omegat_is_harmless_and_read_back(term: Term) -> None:
    if term.es.startswith("#"):
        return  # a comment there
    data = write([term], ".tsv")
    assert not any(cell.startswith(COMPUTED) for cell in data.decode().rstrip("\n").split("\t"))
    (found,) = read(data, "t.tsv")
    assert found.es == term.es and found.target == (term.en or term.es)


def test_effort_figures_and_status_name_statements_harmlessly(tmp_path: Path) -> None:
    assert (
        to_csv([GroupFigures("=uno", "en", summary([]), {})], "statement")
        .splitlines()[1]
        .startswith("'=uno,en,")
    )
    call = [program()]
    subprocess.run([*call, "init", str(tmp_path)], check=True, capture_output=True)
    (tmp_path / "statements" / "=uno.es.md").write_text("Hola.\n", "utf-8")
    subprocess.run([*call, "add"], cwd=tmp_path, check=True, capture_output=True)
    for args in (("status", "--format", "csv"), ("draft", "--analyse", "--format", "csv")):
        done = subprocess.run([*call, *args], cwd=tmp_path, capture_output=True, check=False)
        first = next(csv.reader(done.stdout.decode().splitlines()[1:]))[0]
        assert first == "'=uno", (args, done.stdout, done.stderr)
