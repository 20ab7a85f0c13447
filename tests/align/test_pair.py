"""Paragraphs beside each other: one for one, joined, split, left out, added, and what is doubted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.align import AlignedPair, FixedPairs, pair
from translate_flow.align.messages import MOVED, NEXT_TOO

ES = [
    "Carta abierta",
    "Las comunidades de Espinar denunciamos que el río Salado lleva plomo desde el 3 de mayo de 2019.",
    "La empresa respondió con una nota de prensa. La Fiscalía de Cusco no ha visitado el lugar.",
    "Exigimos una mesa de diálogo con la presencia de la Defensoría del Pueblo.",
    "Pedimos agua potable para 312 familias.",
    "Espinar, 14 de junio de 2019",
]
EN = [
    "Open letter",
    "We, the communities of Espinar, denounce that the Salado River has carried lead since 3 May 2019.",
    "The company answered with a press release. The Cusco Public Prosecutor’s Office has not visited the place.",
    "We demand a dialogue table with the Ombudsman’s Office present.",
    "We ask for drinking water for 312 families.",
    "Espinar, 14 June 2019",
]
TAGS = ("es", "en")


def texts(pairs: list[AlignedPair]) -> list[str]:
    return [p.text for p in pairs]


def test_one_for_one_is_certain_headings_included() -> None:
    pairs, left = pair(ES, EN, TAGS)
    assert texts(pairs) == EN
    assert not left
    assert [p.doubts for p in pairs] == [()] * len(ES)


def test_a_paragraph_that_was_split_is_joined() -> None:
    first, second = EN[2].split(". ", 1)
    pairs, left = pair(ES, [*EN[:2], first + ".", second, *EN[3:]], TAGS)
    assert texts(pairs) == EN
    assert not left


def test_paragraphs_that_were_joined_are_cut_between_sentences_and_doubted() -> None:
    pairs, left = pair(ES, [*EN[:3], f"{EN[3]} {EN[4]}", EN[5]], TAGS)
    assert texts(pairs) == EN
    assert not left
    assert [p.ours for p in pairs if p.doubts] == [3, 4]
    assert "cut" in str(pairs[3].doubts[0])


def test_one_sentence_for_two_paragraphs_stays_whole() -> None:
    whole = "We demand a dialogue table with the Ombudsman’s Office and drinking water for 312 families."
    pairs, _ = pair(ES, [*EN[:3], whole, EN[5]], TAGS)
    assert texts(pairs)[3:5] == [whole, ""]
    assert NEXT_TOO() in pairs[3].doubts


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_what_was_not_translated_stays_empty(place: int) -> None:
    pairs, left = pair(ES, EN[:place] + EN[place + 1 :], TAGS)
    assert texts(pairs) == [*EN[:place], "", *EN[place + 1 :]]
    assert not left


@pytest.mark.parametrize("place", range(len(EN) + 1))
def test_what_the_translation_has_of_its_own_is_left_over(place: int) -> None:
    own = "Translated by volunteers; the original is at the organisation’s website."
    pairs, left = pair(ES, [*EN[:place], own, *EN[place:]], TAGS)
    assert texts(pairs) == EN
    assert left == [place]


def test_another_number_is_doubted() -> None:
    pairs, _ = pair(ES, [e.replace("312", "321") for e in EN], TAGS)
    assert [str(doubt) for doubt in pairs[4].doubts] == ["numbers differ: 312, 321"]
    assert not any(p.doubts for p in pairs if p.ours != 4)


def test_half_a_paragraph_is_doubted() -> None:
    long = " ".join(ES[1:4]), " ".join(EN[1:4])
    pairs, _ = pair([ES[0], long[0], ES[5]], [EN[0], EN[1], EN[5]], TAGS)
    assert any("part may be missing" in str(doubt) for doubt in pairs[1].doubts)


def test_a_draft_helps_where_nothing_else_does() -> None:
    ours = ["Nunca callaremos.", "Queremos justicia.", "Basta ya."]
    theirs = ["We shall never be silent.", "We want justice.", "Enough."]
    drafts = ["We will never be silent.", "We want justice.", "Enough already."]
    pairs, _ = pair(ours, theirs, TAGS, drafts)
    assert texts(pairs) == theirs
    shuffled, _ = pair(ours, theirs[1:], TAGS, drafts)
    assert texts(shuffled) == ["", *theirs[1:]]


def test_a_moved_paragraph_is_offered_and_never_certain() -> None:
    moved = [EN[0], EN[4], EN[1], EN[2], EN[3], EN[5]]
    pairs, left = pair(ES, moved, TAGS)
    assert texts(pairs) == EN
    assert not left
    doubted = [p.ours for p in pairs if MOVED() in p.doubts]
    assert doubted and all(p.doubts for p in pairs if p.ours in doubted)


DEMANDS = [
    "Las movilizaciones coinciden en cinco puntos:",
    "el adelanto de las elecciones generales al año 2023;",
    "el cierre del Congreso;",
    "una asamblea constituyente;",
    "una comisión de investigación sobre las 41 muertes;",
    "y la renuncia de la presidenta Boluarte.",
]
TOGETHER = (
    "The mobilisations coincide on five points: general elections to be brought forward to 2023; the closure of "
    "Congress; a constituent assembly; an investigation commission on the 41 deaths; and the resignation of President "
    "Boluarte."
)


def test_one_paragraph_of_demands_is_cut_into_the_items_of_the_list() -> None:
    pairs, left = pair([*ES[:4], *DEMANDS, *ES[4:]], [*EN[:4], TOGETHER, *EN[4:]], TAGS)
    assert not left
    assert " ".join(texts(pairs)[4:10]) == TOGETHER
    assert texts(pairs)[9] == "and the resignation of President Boluarte."
    assert all(p.doubts for p in pairs[4:10])


def test_six_paragraphs_of_theirs_say_one_of_ours() -> None:
    parts = [part.strip() for part in re.split(r"(?<=[;:])", TOGETHER)]
    assert len(parts) == 6
    pairs, left = pair([*ES[:4], " ".join(DEMANDS), *ES[4:]], [*EN[:4], *parts, *EN[4:]], TAGS)
    assert not left
    assert texts(pairs)[4] == TOGETHER


def test_nothing_beside_something() -> None:
    assert pair([], EN, TAGS) == ([], list(range(len(EN))))
    pairs, left = pair(ES, [], TAGS)
    assert texts(pairs) == [""] * len(ES)
    assert left == []


@given(
    st.lists(st.sampled_from([*ES, "", "—", "1."]), max_size=12),
    st.lists(st.sampled_from([*EN, "", "*", "…"]), max_size=12),
)
def test_every_paragraph_is_accounted_for_in_order(ours: list[str], theirs: list[str]) -> None:
    pairs, left = pair(ours, theirs, TAGS)
    assert [p.ours for p in pairs] == list(range(len(ours)))
    used = [j for p in pairs for j in p.theirs]
    in_order = [p.theirs for p in pairs if p.theirs and MOVED() not in p.doubts]
    assert [(r[0], r[-1]) for r in in_order] == sorted((r[0], r[-1]) for r in in_order)
    # Of two paragraphs joined into one whole, only the first is said to have it.
    assert sorted({*used, *left}) == list(range(len(theirs)))
    assert not {*used} & {*left}


@given(st.integers(0, len(ES) - 1), st.integers(0, len(EN) - 1), st.integers(0, len(EN) - 1))
def test_what_a_person_has_fixed_is_so_and_nothing_is_used_twice(
    ours: int, theirs: int, skipped: int
) -> None:
    """Wherever the two stand: also across the order of all others."""
    fixed = [FixedPairs((ours,), (theirs,)), *([FixedPairs((), (skipped,))] if skipped != theirs else [])]
    pairs, left = pair(ES, EN, TAGS, fixed=fixed)
    assert [p.ours for p in pairs] == list(range(len(ES)))
    assert (tuple(pairs[ours].theirs), pairs[ours].text, pairs[ours].doubts) == ((theirs,), EN[theirs], ())
    others = {j for p in pairs if p.ours != ours for j in p.theirs} | set(left)
    assert theirs not in others
    assert skipped == theirs or skipped not in others
