"""Ordinary words are known, names are not; slips find their names; translated names are recognised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.glossary.renderings import rendering
from translate_flow.language.dictionary import is_english, is_ordinary, is_spanish, is_verb_form
from translate_flow.language.words import TextWords
from translate_flow.model import Policy, Term
from translate_flow.names.near import NearNames, capitalised, distance

ORDINARY = "Congreso comisiones ministerios Derechos denunciamos Exigimos Fiscalía viceministro financiamiento Institute"


@pytest.mark.parametrize("word", ORDINARY.split())
def test_inflected_words_are_ordinary(word: str) -> None:
    """Plurals, verb forms and derived words are known by their dictionary form, whatever their case."""
    assert is_ordinary(word)


@pytest.mark.parametrize(
    "word", "Otárola Otalora Boluarte Boluarde Apurimac Muqui Institue Huancasancos".split()
)
def test_names_and_slips_are_not_ordinary(word: str) -> None:
    """Names of no dictionary and misspelt words are not taken for words."""
    assert not is_english(word) and not is_spanish(word)


NEAR = [("Otalora", "Otárola"), ("Boluarde", "Boluarte"), ("Apurimac", "Apurímac"), ("Institue", "Instituto")]


@pytest.mark.parametrize(("slip", "name"), NEAR)
def test_slips_find_their_name(slip: str, name: str) -> None:
    """One letter, two in a long word, or an accent away is near."""
    assert NearNames(["Otárola", "Boluarte", "Apurímac", "Instituto", "Ayacucho"]).nearest(slip) == name


@pytest.mark.parametrize("word", ["Otárola", "OTAROLA", "Otárolas", "Ocoruro", "Apure", "Bolívar"])
def test_right_and_distant_words_have_none(word: str) -> None:
    """The name itself, its plural, capitals without accents and distant words are no slips."""
    assert NearNames(["Otárola", "Boluarte", "Apurímac"]).nearest(word) is None


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_distance_is_symmetric_and_zero_for_equals(one: str, two: str) -> None:
    """A distance in the plain sense, up to its limit."""
    assert distance(one, two, 3) == distance(two, one, 3)
    assert (distance(one, two, 3) == 0) == (one == two)
    assert 0 <= distance(one, two, 3) <= 4


@given(st.text("abcdefgh", min_size=7, max_size=10), st.integers(0, 9), st.sampled_from("xyz"))
def test_index_finds_every_single_slip(name: str, at: int, letter: str) -> None:
    """The index misses no word with one letter replaced inside it, whatever the place."""
    place = 1 + at % (len(name) - 2)
    word = (name[:place] + letter + name[place + 1 :]).capitalize()
    assert NearNames([name.capitalize()]).nearest(word) == name.capitalize()


def test_capitalised_words_and_their_places() -> None:
    """Words of five letters with a capital, possessives cut off."""
    assert list(capitalised(TextWords("La Boluarte's x Ña Ñawinchik 7Sur9"))) == [
        ("Boluarte", (3, 11)),
        ("Ñawinchik", (19, 28)),
    ]


def test_translated_names() -> None:
    """A name translated in part is found; the name itself, a place or a mere mention is not."""
    term = Term("Red Muqui", "", "organisation", Policy.KEEP)
    text = "So said the Muqui Network."
    assert rendering(term, text) == (12, 25)
    assert rendering(term, "So said Red Muqui.") is None
    assert rendering(term, "So said Muqui.") is None
    assert rendering(Term("La Libertad", "", "region", Policy.KEEP), "In Liberty and The Liberty") is None


@pytest.mark.parametrize(
    "word", "Dígale Desactive Comience Distinga Reubicaron Presione Obtuvo Durmió".split()
)
def test_forms_of_verbs_are_told(word: str) -> None:
    """With a pronoun behind, a prefix before, or both their vowel and their consonant changed."""
    assert is_verb_form(word)


@pytest.mark.parametrize("word", "Elsa Quispe Ayacucho Recuay Huancané Otárola".split())
def test_names_are_no_forms_of_verbs(word: str) -> None:
    assert not is_verb_form(word)


@pytest.mark.parametrize("word", "cabina control detectar líder sincronización estrés planificar".split())
def test_words_of_today_are_ordinary(word: str) -> None:
    assert is_spanish(word)
