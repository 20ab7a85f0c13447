"""What language a text is in, how long its translation is, what two texts have in common."""

from __future__ import annotations

import pytest

from translate_flow import language
from translate_flow.language.cognates import beginnings
from translate_flow.language.detect import function_words, language_of, own_words
from translate_flow.language.lengths import deviation, ratio


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("La comunidad exige que se respeten los acuerdos que firmó el Gobierno.", "es"),
        ("The community demands that the agreements be respected by the Government.", "en"),
        ("A comunidade exige que os acordos assinados pelo Governo sejam cumpridos.", "pt"),
        ("La communauté exige que les accords signés par le gouvernement soient respectés.", "fr"),
        ("La comunità chiede che gli accordi firmati dal governo siano rispettati.", "it"),
        ("La comunitat exigeix que es compleixin els acords que ha signat el Govern amb les famílies.", "ca"),
        ("Die Gemeinde fordert, dass die Abkommen mit der Regierung eingehalten werden.", "de"),
        ("Puno, Cusco, Juliaca", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, tag: str) -> None:
    assert language_of(text) == tag


def test_only_those_asked_for_are_weighed() -> None:
    assert language_of("La casa de la ronda está en la plaza de Puno.", ("es", "en")) == "es"
    assert language_of("They met at the house of the patrol.", ("es",)) == ""


def test_words_of_one_language_alone() -> None:
    own = own_words("es", "en")
    assert {"los", "que", "del"} <= own
    assert own.isdisjoint(function_words("en") | {"no"})


@pytest.mark.parametrize("tag", [tag for tag in language.known() if tag != "qu"])
def test_lengths_are_known_both_ways(tag: str) -> None:
    there, back = ratio("en", tag), ratio(tag, "en")
    assert there is not None and back is not None
    assert 0.9 < there < 1.2 and there * back == pytest.approx(1)


def test_lengths_not_known_are_not_guessed() -> None:
    assert ratio("es", "tlh") is None


def test_a_deviation_is_by_chance_and_by_style() -> None:
    assert abs(deviation(100, 93, 0.93)) < 0.1
    assert deviation(100, 60, 0.93) < -2
    assert deviation(40, 30, 1.0) > deviation(400, 300, 1.0)  # a quarter less tells more in a long text


def test_what_looks_alike() -> None:
    assert beginnings("Las comunidades de Puno, 41") & beginnings("41 in the comunas of Puno") == {
        "41",
        "comu…",
        "puno",
    }
    assert not beginnings("para el paro") & beginnings("paragraph parole")
