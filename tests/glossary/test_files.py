"""Glossary files: what is read, what an error says, and that a change leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow.errors import GlossaryError
from translate_flow.glossary import Glossary
from translate_flow.glossary.table import COLUMNS, new_table, parse
from translate_flow.model import Policy, Term

HEADER = ",".join(COLUMNS) + "\n"


def message(text: str | bytes) -> str:
    """What the file's error says."""
    with pytest.raises(GlossaryError) as caught:
        parse(text.encode() if isinstance(text, str) else text, "terms.csv").terms()
    assert "\n" not in str(caught.value)
    return str(caught.value)


ERRORS = [
    ("", "terms.csv: the file is empty; it needs a header line: es,en,"),
    ("# only a comment\n", "terms.csv: the file is empty"),
    ("en,kind\nx,y\n", "terms.csv, row 1: the column es is missing; the header is es,en,"),
    ("es,gendre\n", "terms.csv, row 1, column 2: unknown column 'gendre'; did you mean gender?"),
    ("es,variants\n", "column 2: unknown column 'variants'; did you mean variants_es?"),
    ("es,en,es\n", "terms.csv, row 1, column 3: 'es' appears twice in the header"),
    ("es,variant-es\n", "unknown column 'variant-es'; did you mean variants_es?"),
    ("es,Something else\n", "unknown column 'Something else'; known columns: es, en,"),
    (HEADER + ",Puno,,,,,,,,,\n", "terms.csv, row 2, column es: empty; every row needs a term here"),
    (HEADER + "# note\nde,of,,,,,,,,,\n", "terms.csv, row 3, column es: 'de' is a function word"),
    (HEADER + "terna,t,,,,,,,terna|la,,\n", "terms.csv, row 2, column variants_es: 'la' is a function word"),
    (HEADER + "...,x,,,,,,,,,\n", "row 2, column es: '...' has no letter"),
    (
        HEADER + "Puno,,,kepp,,,,,,,\n",
        "terms.csv, row 2, column policy: unknown policy 'kepp'; did you mean keep?",
    ),
    (HEADER + "Puno,,,xyz,,,,,,,\n", "unknown policy 'xyz'; known policies: keep, translate, gloss"),
    (
        HEADER + "Puno,,,,x,,,,,,\n",
        "terms.csv, row 2, column gender: 'x' is unknown; write m or f, or leave it empty",
    ),
    (HEADER + "Puno,,,,,many,,,,,\n", "column number: 'many' is unknown; write sg or pl, or leave it empty"),
    (HEADER + "Puno,,,,,,perhaps,,,,\n", "column article_en: 'perhaps' is unknown; write yes or no"),
    (
        HEADER + "paro,,,translate,,,,,,,\n",
        "terms.csv, row 2, column en: 'paro' has policy translate but no translation",
    ),
    (
        HEADER + "ternas,,,gloss,,,,,,,\n",
        "column gloss_en: 'ternas' has policy gloss but no gloss_en",
    ),
    (
        HEADER + "Puno,,,,,,,,,,\nIca,,,,,,,,,,\nPuno,,,,,,,,,,\n",
        "row 4, column es: 'Puno' is already in row 2",
    ),
    (HEADER + "Apurímac,,,,,,,,,,\nApurimac,,,,,,,,,,\n", "row 3, column es: 'Apurimac' is already in row 2"),
    (
        HEADER + "paro,strike,,,,,,,,,\nparo,stop,,,,,,,,,\n",
        "row 3, column es: 'paro' contradicts row 2 (translate 'strike' there, translate 'stop' here)",
    ),
    (
        HEADER + "Ana Uno,,,,,,,,Uno,,\nBea Uno,,,,,,,,Uno,,\n",
        "row 3, column variants_es: 'Uno' already is a variant of 'Ana Uno' in row 2",
    ),
    (HEADER + "a b,c,,,,,,,,,n,extra\n", "terms.csv, row 2: 12 values for 11 columns"),
    (HEADER + 'Puno,"open\n', 'terms.csv, row 2: a value begins with " and never ends'),
    (
        HEADER.encode() + b"Ica,,,,,,,,,,\nJun\xedn,,,,,,,,,,\n",
        "row 3: byte 99 is not UTF-8; save the file as UTF-8",
    ),
    (HEADER.encode() + b"Ica\0,,,\n", "row 2: a null byte; not a text file"),
]


@pytest.mark.parametrize(("text", "expected"), ERRORS, ids=[expected[:60] for _, expected in ERRORS])
def test_an_error_names_file_row_and_column(text: str | bytes, expected: str) -> None:
    assert expected in message(text)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"nothing\.csv: cannot be read: no such file"):
        Glossary.load([tmp_path / "nothing.csv"])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_usual_delimiter_is_read(delimiter: str) -> None:
    text = (
        delimiter.join(("es", "en", "note")) + "\n" + delimiter.join(("paro", "strike|stoppage", "x")) + "\n"
    )
    (term,) = parse(text.encode(), "t.csv").terms()
    assert (term.es, term.en, term.accepted, term.note, term.row) == ("paro", "strike", ("stoppage",), "x", 2)


@pytest.mark.parametrize("row", ["paro,strike,x", "paro,strike,x,,", "paro,strike,x, ,"])
def test_empty_cells_behind_the_last_column_are_nothing(row: str) -> None:
    """As spreadsheets leave them."""
    table = parse(f"es,en,note\n{row}\nvoto,vote,\n".encode(), "t.csv")
    assert [(t.es, t.en, t.note) for t in table.terms()] == [("paro", "strike", "x"), ("voto", "vote", "")]


def test_byte_order_mark_and_quoted_line_breaks_are_read() -> None:
    """A row's number is the line it begins on; a # inside a quoted value is no comment."""
    data = b'\xef\xbb\xbfes,note\r\nPuno,"two\r\n# lines"\r\n# comment\r\nIca,\r\n'
    table = parse(data, "t.csv")
    assert [(t.es, t.row) for t in table.terms()] == [("Puno", 2), ("Ica", 5)]
    assert table.data() == data


def test_several_values_in_a_cell() -> None:
    (term,) = parse(
        (HEADER + "ternas,,,keep,f,pl,,,terna | ternas de la policía,triples|trios,\n").encode(), "t"
    ).terms()
    assert term.variants == ("terna", "ternas de la policía")
    assert term.forbidden == ("triples", "trios")


def test_policy_follows_from_the_translation_when_empty() -> None:
    kept, same, translated = parse(b"es,en\nPuno,\nIca,Ica\nparo,strike\n", "t").terms()
    assert [t.policy for t in (kept, same, translated)] == [Policy.KEEP, Policy.KEEP, Policy.TRANSLATE]


def test_an_empty_article_is_guessed_for_what_is_translated_and_a_kept_name_has_none() -> None:
    terms = parse(
        b"es,en,kind,policy\nConsejo de Ministros,Council of Ministers,organization,\n"
        b"Council of Elders,Council of Elders,organization,keep\n",
        "t",
    ).terms()
    assert [(t.target, t.article) for t in terms] == [
        ("Council of Ministers", True),
        ("Council of Elders", False),
    ]


def test_other_languages_have_columns_of_their_own() -> None:
    """A term that has no French yet is left out for French, a kept name is not."""
    text = (
        "es,en,fr,gloss_fr,forbidden_fr,article_fr\nparo,strike,grève,,halte,yes\nvoto,vote,,,,\nPuno,,,,,\n"
    )
    terms = parse(text.encode(), "t").terms("fr")
    assert [(t.es, t.target, t.forbidden, t.article) for t in terms] == [
        ("paro", "grève", ("halte",), True),
        ("Puno", "Puno", (), False),
    ]


def test_a_later_file_wins(tmp_path: Path) -> None:
    """The glossary beside a statement overrides the shared one."""
    shared, own = tmp_path / "shared.csv", tmp_path / "own.csv"
    shared.write_text("es,en\nparo,strike\nvoto,vote\n", encoding="utf-8")
    own.write_text("es,en\nparo,stoppage\n", encoding="utf-8")
    assert {t.es: t.en for t in Glossary.load([shared, own]).terms} == {"paro": "stoppage", "voto": "vote"}
    assert Glossary.load([shared, own]).hash != Glossary.load([shared]).hash


def test_the_hash_names_the_rows_not_the_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("es,en\nparo,strike\n", encoding="utf-8")
    two.write_text("# comment\nen;es\nstrike;paro\n", encoding="utf-8")
    assert Glossary.load([one]).hash == Glossary.load([two]).hash
    assert len(Glossary.load([one]).hash) == 16


ODD = b'# head\nnote;es;en;fr\n"a ""b"" ";Puno;;  \n\n# middle\n;"paro";strike;gr\xc3\xa8ve\n# end'


def test_adding_keeps_every_other_byte() -> None:
    """Comments, quoting, order and a missing last newline stay."""
    table = parse(ODD, "t.csv").adding(
        Term("voto de confianza", "vote; of confidence", policy=Policy.TRANSLATE)
    )
    assert table.data() == ODD + b'\n;voto de confianza;"vote; of confidence";\n'
    assert table.terms()[-1].en == "vote; of confidence"


def test_replacing_and_removing_touch_one_row() -> None:
    """Columns of other languages keep their values."""
    table = parse(ODD, "t.csv")
    changed = table.replacing(Term("paro", "stoppage", policy=Policy.TRANSLATE, note="new"))
    assert changed.data() == ODD.replace(';"paro";strike;grève'.encode(), "new;paro;stoppage;grève".encode())
    assert table.without("Puno").data() == ODD.replace(b'"a ""b"" ";Puno;;  \n', b"")
    with pytest.raises(GlossaryError, match="no row has 'Ica'"):
        table.without("Ica")


def test_a_duplicate_cannot_be_added() -> None:
    with pytest.raises(GlossaryError, match="already in row 2"):
        new_table("t.csv").adding(Term("Puno", "")).adding(Term("Puno", ""))


def test_a_term_that_looks_like_a_comment_survives() -> None:
    table = new_table("t.csv").adding(Term("#ParoNacional", ""))
    assert [t.es for t in parse(table.data(), "t.csv").terms()] == ["#ParoNacional"]


PLAIN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12)
VALUE = PLAIN.map(lambda s: " ".join(s.replace("|", "").split()))


@settings(max_examples=150, deadline=None)
@given(VALUE, VALUE, st.lists(VALUE.filter(bool), max_size=3), VALUE)
def test_what_is_written_is_read_again(en: str, gloss: str, forbidden: list[str], note: str) -> None:
    """Any values come back from the file as they went in."""
    term = Term(
        "término", en or "term", "k", Policy.TRANSLATE, "f", "pl", True, gloss, (), (), tuple(forbidden), note
    )
    (back,) = parse(new_table("t.csv").adding(term).data(), "t.csv").terms()
    assert (back.en, back.gloss, back.forbidden, back.note) == (term.en, gloss, tuple(forbidden), note)
    assert (back.gender, back.number, back.article, back.policy) == ("f", "pl", True, Policy.TRANSLATE)
