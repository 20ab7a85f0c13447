"""A draft is taken only if its facts hold: what the gate sees beside the checks."""

from __future__ import annotations

import pytest

from translate_flow.facts.scene import Scene
from translate_flow.flow.drafts.gate import judge
from translate_flow.flow.drafts.tally import rule_of
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit


def faults(source: str, draft: str) -> set[str]:
    segment = Segment("00000001", Kind.PARAGRAPH, source)
    edition = Edition(Document("one", "plain", (segment,)), "es", "en", (Unit(segment, "", State.MISSING),))
    return {rule_of(fault) for fault in judge(Scene(edition, Glossary([])))(segment, draft)}


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Nadie respondió a las cartas.", "**Nobody answered the letters.**"),
        ("Los presos piden agua.", "The prisoners ask for **water**."),
    ],
)
def test_bold_that_a_model_made_up_is_a_fault(source: str, draft: str) -> None:
    assert "markup-changed" in faults(source, draft)
    assert "markup-changed" not in faults(source, draft.replace("**", ""))


def test_bold_of_the_source_is_not_a_fault() -> None:
    assert "markup-changed" not in faults("Los presos piden **agua**.", "The prisoners ask for **water**.")
    assert "markup-changed" not in faults("El campo 3 ** 4 sigue vacío.", "Field 3 ** 4 is still empty.")


@pytest.mark.parametrize(
    ("rule", "source", "draft"),
    [
        ("number-changed", "Hubo 90 votos a favor, 7 en contra y 5 en blanco.", "There were 90 votes, 7 for, 5 against and 5 blank."),
        ("number-changed", "Murieron 3 obreros y 14 quedaron heridos.", "3 workers died, 14 were wounded and 14 are missing."),
        ("sentence-twice", "El pueblo habló antes de que llegara el ministro.",
         "Before the minister arrived, the people spoke before the minister arrived."),
    ],
)  # fmt: skip
def test_a_figure_or_words_that_a_model_says_once_more_are_a_fault(
    rule: str, source: str, draft: str
) -> None:
    assert rule in faults(source, draft)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Hubo 5 votos en contra y 5 en blanco.", "There were 5 votes against and 5 blank."),
        ("Costó 1 200 soles, no 1 500.", "It cost 1,200 soles, not 1,500."),
        ("La defensa del agua y la defensa del bosque van juntas.",
         "The defence of the water and the defence of the forest go together."),
    ],
)  # fmt: skip
def test_what_the_source_says_twice_may_be_said_twice(source: str, draft: str) -> None:
    assert not faults(source, draft) & {"number-changed", "sentence-twice"}


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("La sesión se celebró en Dawson, capital del territorio.", "The session was held in the capital of the territory."),
        ("Ayer Blinken calló ante la prensa.", "Yesterday he was silent before the press."),
    ],
)  # fmt: skip
def test_a_name_that_no_dictionary_has_may_not_get_lost(source: str, draft: str) -> None:
    assert "name-missing" in faults(source, draft)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Viajó a Jartum en mayo.", "He travelled to Khartoum in May."),
        ("Lo dijo Gorbachov en mayo.", "Gorbachev said it in May."),
        ("Vive en Pekín desde mayo.", "She has lived in Beijing since May."),
        ("El gobierno de Afganistán calló.", "The Afghan government was silent."),
    ],
)
def test_a_name_that_english_writes_otherwise_is_not_lost(source: str, draft: str) -> None:
    assert "name-missing" not in faults(source, draft)
