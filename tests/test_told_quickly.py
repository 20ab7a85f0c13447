"""What is told quickly is what the longer way says: readings pass over most of a text, and may miss nothing of it."""

from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from translate_flow.facts.beads import cheapest_beads
from translate_flow.glossary.forms import Forms, _expression, spans
from translate_flow.language.cognates import beginnings
from translate_flow.language.text import fold
from translate_flow.language.words import TextWords, folded
from translate_flow.names.near import NearNames, distance, near_limit

_LETTERS = re.compile(r"([^\W\d_]+)")
_ODD = st.characters(min_codepoint=0xA0, max_codepoint=0x2100)
_TEXTS = st.text(st.one_of(st.sampled_from("aZñÉ1²_ '’-.,ƀɐ\u0301“–¹º"), _ODD, st.characters()))


@given(_TEXTS)
def test_words_are_runs_of_letters_of_any_alphabet(text: str) -> None:
    assert TextWords(text).pieces == _LETTERS.split(text)


@given(_TEXTS)
def test_a_remembered_word_is_folded_as_any(text: str) -> None:
    assert folded(text) == folded(text) == fold(text)


@given(
    st.lists(st.sampled_from(("Red Muqui", "mining company", "labour", "Ángel Río", "IACHR", "İstanbul")), min_size=1),
    st.booleans(),
    st.booleans(),
    st.lists(
        st.sampled_from(
            ("Red", "Muqui", "RED", "labor", "Labour", "mining-company", "ángel", "Ángel Río", "x", "İ", "ſ", "IACHR’s", "-")
        )
    ),
)  # fmt: skip
def test_a_form_is_found_as_if_looked_for_everywhere(
    names: list[str], any_case: bool, spelling: bool, words: list[str]
) -> None:
    """The search begins where a form can begin: that is before the first of them."""
    forms, text = Forms(tuple(names), any_case, False, spelling), " ".join(words)
    whole = [
        found.span()
        for found in _expression(forms).finditer(text)
        if not (found.start() and re.match(r"\w", text[found.start() - 1]))
    ]
    assert spans(forms, text) == whole


def _spoilt(word: str, chance: random.Random) -> str:
    letters = list(word)
    for _ in range(chance.randint(0, 2)):
        at = chance.randrange(len(letters))
        letters[at : at + 1] = chance.choice(("", letters[at] * 2, "x"))
    return "".join(letters)


def test_no_near_name_is_passed_over() -> None:
    """Only names that share a piece are compared: all that are near do."""
    chance = random.Random(12)
    names = ["".join(chance.choices("aeioulmnrst", k=chance.randint(5, 12))) for _ in range(300)]
    index = NearNames(names)
    for _ in range(300):
        word = _spoilt(chance.choice(names), chance)
        near = {
            name
            for name in names
            if name == word or distance(word, name, 2) <= near_limit(min(len(word), len(name)))
        }
        assert near <= {name for name, _ in index._candidates(word)}


def test_sentences_share_what_their_words_share() -> None:
    """The figures and learned words of two sentences are those of both."""
    texts = ("Hubo 17 muertos en Puno.", "La represión fue brutal.", "", "Ñusta, Ángel y 3.")
    for one in texts:
        for two in texts:
            assert beginnings(f"{one} {two}") == beginnings(one) | beginnings(two)
    assert cheapest_beads(
        texts[:2], ("There were 17 deaths in Puno.", "The repression was brutal."), 1.0
    ) == (
        (0, 1, 0, 1),
        (1, 2, 1, 2),
    )
