"""What a translation makes of a term: the one judgement, and what it leaves alone."""

from __future__ import annotations

import pytest

from translate_flow.glossary import Glossary
from translate_flow.glossary.agreement import english_acronym
from translate_flow.glossary.presence import Presence, judge
from translate_flow.model import Kind, Policy, Segment, State, Term, Unit

T = Policy.TRANSLATE
GLOSSARY = Glossary(
    [
        Term("Red Kawsay", "", "organisation", forbidden=("Life Network",)),
        Term("Federación Kawsay del Valle", "", "organisation"),
        Term("Colectivo Sol y Agua – CSA", "", "organisation"),
        Term("Valle", "", "district"),
        Term("Rioja", "", "province"),
        Term("Bolivia", "Bolivia", "country", T),
        Term("Perú", "Peru", "country", T),
        Term("empresa minera", "mining company", "body", T),
        Term("premier", "prime minister", "role", T),
        Term("Autoridad del Agua", "Water Authority", "body", T, accepted=("WA",), variants=("ADA",)),
        Term("Oficina de Riego", "Irrigation Office", "body", T, variants=("OR",)),
    ]
)


def presences(source: str, target: str, state: State = State.TRANSLATED) -> dict[str, Presence]:
    found = judge(Unit(Segment("k", Kind.PARAGRAPH, source), target, state), GLOSSARY)
    return {use.term.es: use for use in found}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("La Red Kawsay firma.", "Red **Kawsay** signs."),
        ("La Red **Kawsay** firma.", "<b>Red</b> Kaw\u00adsay signs."),
        ("La Red Kawsay firma.", "[Red](https://ejemplo.org)\u00a0Kawsay signs."),
        ("Las empresas mineras y petroleras callan.", "The mining and oil companies are silent."),
        ("El presidente de Bolivia viajó.", "The Bolivian president travelled."),
        ("La Autoridad del Agua (ADA) calla.", "The Water Authority (WA) is silent."),
        ("La Autoridad del Agua (ADA) calla.", "The Water Authority (ADA) is silent."),
        ("La Autoridad del Agua (ADA) calla.", "The Water Authority is silent."),
        ("La ADA calla.", "The Water Authority is silent."),
        ("La empresa Southern Perú calla.", "The company Southern Perú is silent."),
        ("Postula con Perú Libre.", "She is standing for Perú Libre."),
        ("Firma la Federación Kawsay del Valle.", "Federación Kawsay del Valle signs."),
    ],
)
def test_a_term_is_there(source: str, target: str) -> None:
    found = presences(source, target)
    assert found
    assert all(use.right for use in found.values()), found


@pytest.mark.parametrize(
    ("source", "target", "fault", "words"),
    [
        ("La Red Kawsay firma.", "The red Kawsay signs.", "other_case", "red Kawsay"),
        ("La Red **Kawsay** firma.", "The Life **Network** signs.", "forbidden", "Life **Network**"),
        ("Firma la Federación Kawsay del Valle.", "The Kawsay *Federation* signs.", "translated", "Kawsay *Federation"),
        ("La ADA (Autoridad del Agua) calla.", "The WA (WA) Water Authority (Water Authority).", "written_out", "Water Authority"),
        ("La ADA calla.", "The WATER AUTHORITY is silent.", "written_out", "WATER AUTHORITY"),
    ],
)  # fmt: skip
def test_what_stands_in_its_place_is_told(source: str, target: str, fault: str, words: str) -> None:
    (use,) = presences(source, target).values()
    spans = getattr(use, fault)
    span = spans if fault == "translated" else spans[-1]
    assert target[slice(*span)] == words
    assert not use.right


def test_a_place_inside_an_organisations_name_does_not_count_for_the_place() -> None:
    found = presences("Firma en Valle la Federación Kawsay del Valle.", "Federación Kawsay del Valle signs.")
    assert [es for es, use in found.items() if not use.right] == ["Valle"]
    assert found["Valle"].lacking == 1


def test_a_shout_is_right_where_all_is_in_capitals() -> None:
    assert presences("LA ADA CALLA", "THE WATER AUTHORITY IS SILENT")["Autoridad del Agua"].right


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Juega en la Premier League.", "He plays in England."),
        ("Lo publicó CSA News.", "It was in the papers."),
        ("Rioja Etxeberri habló.", "Etxeberri spoke."),
        ("Viven en La Rioja.", "They live in Spain."),
    ],
)
def test_part_of_a_longer_name_is_not_wanted(source: str, target: str) -> None:
    (use,) = presences(source, target).values()
    assert (use.wanted, use.right) == (0, True)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("El premier Quispe calla.", "Mr Quispe is silent."),
        ("Habló la CSA ayer.", "They spoke yesterday."),
        ("Murió en Rioja Juan Quispe.", "Juan Quispe died."),
        ("Rioja espera.", "They wait."),
    ],
)
def test_beside_another_capital_a_term_is_still_wanted(source: str, target: str) -> None:
    (use,) = presences(source, target).values()
    assert use.lacking == 1


def test_a_kept_segment_wants_nothing() -> None:
    (use,) = presences("Red Kawsay", "Red Kawsay", State.KEPT).values()
    assert (use.wanted, use.right) == (0, True)


def test_the_acronym_of_a_term() -> None:
    acronyms = {term.es: english_acronym(term) for term in GLOSSARY.terms}
    assert acronyms["Autoridad del Agua"] == "WA"
    assert acronyms["Oficina de Riego"] == "OR"
    assert acronyms["Colectivo Sol y Agua – CSA"] == "CSA"
    assert acronyms["Red Kawsay"] == ""


def test_a_country_is_kept_within_a_name_alone() -> None:
    assert not presences("El Perú calla.", "Perú is silent.")["Perú"].right
