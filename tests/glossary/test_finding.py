"""Finding terms in Spanish: sentences with their terms marked, and laws for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow.glossary import Glossary
from translate_flow.glossary.matching import seen
from translate_flow.model import Policy, Term

CASES = Path(__file__).parent / "cases"
MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def read_cases() -> list[tuple[str, str]]:
    """(file and line, marked sentence) of every case; ⏎ is a line break and ␣ a non-breaking space."""
    found = []
    for file in sorted(CASES.glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                found.append((f"{file.stem}:{number}", line.replace("⏎", "\n").replace("␣", "\u00a0")))
    return found


def plain(marked: str) -> str:
    """The sentence without its marks."""
    return MARKED.sub(r"\1", marked)


def mark(text: str, glossary: Glossary) -> str:
    """The sentence with what was found marked."""
    for match in reversed(glossary.find(text)):
        text = f"{text[: match.start]}[[{text[match.start : match.end]}]]{text[match.end :]}"
    return text


@pytest.fixture(scope="module")
def glossary(shipped_files: list[Path]) -> Glossary:
    """The shipped terms and those made for the cases."""
    return Glossary.load([*shipped_files, CASES / "extra.csv"])


def test_there_are_enough_cases() -> None:
    """At least 150 different sentences, traps without any term among them."""
    sentences = {plain(marked) for _, marked in read_cases()}
    assert len(sentences) >= 150
    assert sum("[[" not in marked for _, marked in read_cases()) >= 25


@pytest.mark.parametrize(("place", "marked"), read_cases(), ids=[place for place, _ in read_cases()])
def test_exactly_the_marked_terms_are_found(place: str, marked: str, glossary: Glossary) -> None:
    assert mark(plain(marked), glossary) == marked, place


def test_inner_terms_stay_reachable(glossary: Glossary) -> None:
    """`find` gives the longest, `find_all` what lies inside it too."""
    text = "La Federación de Mujeres Wiñay Warmi de la Región Puno firma por los derechos humanos."
    assert [m.form for m in glossary.find(text)] == [
        "Federación de Mujeres Wiñay Warmi de la Región Puno",
        "derechos humanos",
    ]
    assert "Puno" in [m.form for m in glossary.find_all(text)]


def test_a_match_remembers_how_the_text_writes_it(glossary: Glossary) -> None:
    """Accents are forgiven in the search but stay visible in the match."""
    (match,) = glossary.find("Hubo seis muertos en Apurimac.")
    assert (match.form, match.term.es) == ("Apurimac", "Apurímac")


def test_a_term_beats_a_variant_of_another_at_the_same_place() -> None:
    """When two rows claim one span, the row whose own name it is wins."""
    terms = [Term("Centro Uno", "", variants=("CU",)), Term("CU", "")]
    assert [m.term.es for m in Glossary(terms).find("Habló CU ayer.")] == ["CU"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vive en el distrito de Paro.", []),
        ("Vive en el caserío Paro.", []),
        ("Llamaron a un Paro regional.", ["Paro"]),
        ("El paro del distrito siguió.", ["paro"]),
        ("DISTRITO DE PARO", ["PARO"]),
    ],
)
def test_a_place_called_by_an_ordinary_word_is_none_of_it(text: str, found: list[str]) -> None:
    strike = Glossary([Term("paro", "strike", "term", Policy.TRANSLATE)])
    assert [match.form for match in strike.find(text)] == found


def test_an_empty_glossary_finds_nothing() -> None:
    assert not Glossary([]).find("Puno y Lima")


def test_listed_forms_win_over_guessed_ones() -> None:
    """With `variants_es` no plural is guessed."""
    listed = Glossary(
        [Term("olla común", "soup kitchen", policy=Policy.TRANSLATE, variants=("olla popular",))]
    )
    assert [m.form for m in listed.find("olla común, olla popular, ollas comunes")] == [
        "olla común",
        "olla popular",
    ]


SNIPPETS = (
    *(
        "Red",
        "Muqui",
        "del",
        "de",
        "el",
        "El",
        "Collao",
        "La",
        "Libertad",
        "ternas",
        "D.S.",
        "D. S.",
        "RR. HH.",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\u00a0",
        "–",
        "“",
        "”",
        '"',
        "(",
        ")",
        "-",
        "’",
        ".",
        ",",
        "í",
        "\u0301",
        "\u00ad",
        "ÑAN",
    ),
)
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join)
NAMES = st.lists(st.text(min_size=1, max_size=20), max_size=5)


@settings(max_examples=300, deadline=None)
@given(TEXTS, NAMES)
def test_any_text_can_be_searched(text: str, names: list[str]) -> None:
    """Spans are right, in order and apart; `find` chooses among what `find_all` gives."""
    fixed = ("Red Muqui", "El Collao", "ternas", "D.S.", "Grupo “Red” (Muqui)")
    glossary = Glossary(
        [Term("La Libertad", "", kind="region"), *(Term(name, "") for name in (*fixed, *names))]
    )
    every = glossary.find_all(text)
    chosen = glossary.find(text)
    end = 0
    for match in chosen:
        assert match.start >= end
        end = match.end
    for match in every:
        assert match.start < match.end
        assert match.form in seen(text).text
    assert set(chosen) <= set(every)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("abcdeñáéí ", min_size=3, max_size=12), min_size=1, max_size=6))
def test_a_common_noun_finds_itself(names: list[str]) -> None:
    """Any term of ordinary letters is found where it stands alone as written."""
    glossary = Glossary([Term(" ".join(name.split()) or "eso", "x") for name in names])
    for term in glossary.terms:
        assert glossary.find(f"({term.es})"), term.es
