"""Each paragraph goes on from the right one: in order, moved, edited, split, merged, repeated."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from translate_flow.carry import ParagraphMatch, match

from .readings import entries, segments

JUSTICE = "Pedimos justicia y reparación para las familias de quienes murieron durante las protestas."
TRUTH = "Queremos saber qué ocurrió aquella tarde en el aeropuerto, y quién dio la orden de disparar."
PRESS = "Saludamos a los periodistas locales que documentaron los hechos a pesar de las amenazas."
WATER = "Las comunidades de la cuenca llevan once años esperando los resultados del análisis de agua."
CALL = "Llamamos a la comunidad internacional a enviar una misión de observación independiente."


def told(old: list[str], new: list[str], gone: list[str] | None = None) -> list[str]:
    """How each new paragraph came about and whose translation it has, then what is gone."""
    obsolete = [replace(e, obsolete=True) for e in entries(gone or [], "O")]
    found = match(entries(old), obsolete, segments(new))
    said = [" ".join([m.how, *(e.target for e in m.olds)]) for m in found.matches]
    return [*said, *(f"gone {e.target}" for e in found.gone)]


def test_nothing_changed() -> None:
    assert told([JUSTICE, TRUTH], [JUSTICE, TRUTH]) == ["same T0", "same T1"]


def test_a_paragraph_put_in_front_moves_nothing() -> None:
    assert told([JUSTICE, TRUTH], [PRESS, JUSTICE, TRUTH]) == ["new", "same T0", "same T1"]


def test_a_paragraph_that_moved_keeps_its_translation() -> None:
    assert told([JUSTICE, TRUTH, PRESS], [TRUTH, PRESS, JUSTICE]) == ["same T1", "same T2", "moved T0"]


def test_an_edited_paragraph_goes_on_from_the_one_in_its_place() -> None:
    edited = JUSTICE.replace("reparación", "verdad")
    assert told([TRUTH, JUSTICE, PRESS], [TRUTH, edited, PRESS]) == ["same T0", "edited T1", "same T2"]


def test_a_paragraph_that_moved_and_was_edited_is_found() -> None:
    edited = WATER.replace("once años", "doce años").replace("esperando", "a la espera de")
    old = [WATER, JUSTICE, TRUTH, PRESS, CALL]
    new = [JUSTICE, TRUTH, PRESS, edited, CALL]
    assert told(old, new) == ["same T1", "same T2", "same T3", "edited T0", "same T4"]


def test_two_edited_paragraphs_that_changed_places_are_not_mixed_up() -> None:
    old, new = [WATER, CALL], [CALL.replace("misión", "delegación"), WATER.replace("once", "doce")]
    assert told(old, new) == ["edited T1", "edited T0"]


def test_a_paragraph_split_in_two_is_recognised() -> None:
    old = [PRESS, f"{JUSTICE} {TRUTH}", CALL]
    assert told(old, [PRESS, JUSTICE, TRUTH, CALL]) == ["same T0", "split T1", "split T1", "same T2"]


def test_a_split_with_a_word_changed_is_still_a_split() -> None:
    new = [JUSTICE.replace("murieron", "perdieron la vida"), TRUTH]
    assert told([f"{JUSTICE} {TRUTH}"], new) == ["split T0", "split T0"]


def test_paragraphs_merged_into_one_are_recognised() -> None:
    new = [f"{JUSTICE} {TRUTH} {PRESS}", CALL]
    assert told([JUSTICE, TRUTH, PRESS, CALL], new) == ["merged T0 T1 T2", "same T3"]


def test_parts_are_recognised_around_what_was_put_between_or_taken_out() -> None:
    assert told([f"{JUSTICE} {TRUTH}", CALL], [JUSTICE, WATER, TRUTH, CALL]) == [
        "split T0",
        "new",
        "split T0",
        "same T1",
    ]
    assert told([JUSTICE, WATER, TRUTH, CALL], [f"{JUSTICE} {TRUTH}", CALL]) == [
        "merged T0 T2",
        "same T3",
        "gone T1",
    ]


def test_a_new_paragraph_beside_an_edited_one_is_no_split() -> None:
    assert told([JUSTICE], [JUSTICE.replace("Pedimos", "Exigimos"), TRUTH]) == ["edited T0", "new"]


def test_a_paragraph_that_returns_brings_its_translation() -> None:
    assert told([JUSTICE], [TRUTH, JUSTICE], gone=[TRUTH]) == ["back O0", "same T0"]


def test_equal_beats_alike() -> None:
    alike = JUSTICE.replace("familias", "hijas")
    assert told([JUSTICE, TRUTH], [alike, TRUTH, JUSTICE]) == ["new", "same T1", "moved T0"]


def test_equal_paragraphs_stay_apart_by_their_neighbours() -> None:
    old = ["Uno dos tres", "Sí", "Cuatro cinco seis", "Sí", "Siete ocho nueve", "Sí"]
    without_first = [old[0], *old[2:]]
    assert told(old, without_first) == ["same T0", "same T2", "same T3", "same T4", "same T5", "gone T1"]
    without_second = [*old[:3], *old[4:]]
    assert told(old, without_second) == ["same T0", "same T1", "same T2", "same T4", "same T5", "gone T3"]


def test_equal_paragraphs_keep_to_neighbours_that_were_edited() -> None:
    old = [JUSTICE, "Sí", TRUTH, "Sí", PRESS]
    new = [TRUTH.replace("tarde", "noche"), "Sí", PRESS.replace("locales", "de la región")]
    assert told(old, new) == ["edited T2", "same T3", "edited T4", "gone T0", "gone T1"]


def test_a_block_of_equal_cells_that_moved_keeps_its_order() -> None:
    old = [JUSTICE, TRUTH, PRESS, "Región", "Sí", "No", "Sí", "No"]
    new = ["Región", "Sí", "No", "Sí", "No", JUSTICE, TRUTH, PRESS]
    assert told(old, new) == [*(f"moved T{n}" for n in range(3, 8)), "same T0", "same T1", "same T2"]


def test_a_one_word_slip_in_a_short_line_is_an_edit_but_another_figure_is_not_the_same_line() -> None:
    assert told(["Cusco, Perú"], ["Cuzco, Perú"]) == ["edited T0"]
    assert told(["Punto 1"], ["Punto 2"]) == ["edited T0"]
    assert told(["Ica"], ["Ilo"]) == ["new", "gone T0"]


def test_hundreds_of_repeats_take_no_time_and_lose_nothing() -> None:
    found = match(entries(["Sí"] * 900), [], segments(["Sí"] * 901))
    assert sum(m.how == "same" for m in found.matches) == 900
    assert found.gone == ()


SENTENCES = [JUSTICE, TRUTH, PRESS, WATER, CALL, "Sí", "No", "Red Muqui", "Lima, 3 de marzo de 2023"]


@st.composite
def readings(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A statement and a later version: cut, moved, edited, split, merged, repeated."""
    old = draw(st.lists(st.sampled_from(SENTENCES) | st.text("ab c", max_size=9), max_size=9))
    chance = random.Random(draw(st.integers(0, 10**6)))
    new = list(old)
    for _ in range(draw(st.integers(0, 6))):
        deed, place = chance.randrange(6), chance.randrange(len(new) + 1)
        if deed == 0:
            new.insert(place, chance.choice(SENTENCES))
        elif place < len(new):
            words = new[place].split()
            if deed == 1:
                del new[place]
            elif deed == 2:
                new.insert(chance.randrange(len(new)), new.pop(place))
            elif deed == 3 and words:
                words[chance.randrange(len(words))] = "otra"
                new[place] = " ".join(words)
            elif deed == 4 and len(words) > 1:
                middle = chance.randrange(1, len(words))
                new[place : place + 1] = [" ".join(words[:middle]), " ".join(words[middle:])]
            elif deed == 5:
                new[place : place + 2] = [" ".join(new[place : place + 2])]
    return old, new


@settings(max_examples=300, deadline=None)
@given(readings())
def test_law_each_old_paragraph_is_used_once_or_gone(versions: tuple[list[str], list[str]]) -> None:
    """A matching is a partial bijection, but for splits and merges, and leaves nothing out."""
    old, new = versions
    before = entries(old)
    found = match(before, [], segments(new))
    assert [m.segment for m in found.matches] == segments(new)
    users: dict[str, list[ParagraphMatch]] = {}
    for m in found.matches:
        assert len(m.olds) == 1 or (m.how == "new" and not m.olds) or (m.how == "merged" and len(m.olds) > 1)
        for entry in m.olds:
            users.setdefault(entry.key, []).append(m)
    for several in users.values():
        assert len(several) == 1 or (
            [m.part for m in several] == list(range(len(several)))
            and all(m.how == "split" and len(m.parts) == len(several) for m in several)
        )
    assert users.keys().isdisjoint(e.key for e in found.gone)
    assert users.keys() | {e.key for e in found.gone} == {e.key for e in before}


@settings(max_examples=100, deadline=None)
@given(readings())
def test_law_the_same_versions_give_the_same_matching(versions: tuple[list[str], list[str]]) -> None:
    old, new = versions
    assert match(entries(old), [], segments(new)) == match(entries(old), [], segments(new))


@settings(max_examples=100, deadline=None)
@given(readings())
def test_law_a_paragraph_with_an_equal_goes_on_from_an_equal(versions: tuple[list[str], list[str]]) -> None:
    """No paragraph that stands in both is called new, edited, split or merged while its like is gone."""
    old, new = versions
    found = match(entries(old), [], segments(new))
    left = {e.source.strip() for e in found.gone}
    for m in found.matches:
        if m.how not in ("same", "moved"):
            assert m.segment.text.strip() not in left
