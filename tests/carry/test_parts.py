"""Translations are cut and joined between sentences, and only where that is certain."""

from __future__ import annotations

from translate_flow.carry.parts import cut, join

BOTH = ("es", "en")
WHOLE = "Murieron 17 personas en Juliaca. Nadie fue acusado. Exigimos una investigación independiente."
PARTS = ["Murieron 17 personas en Juliaca. Nadie fue acusado.", "Exigimos una investigación independiente."]
TARGET = "Seventeen people died in Juliaca. Nobody was charged. We demand an independent investigation."


def test_equally_many_sentences_are_shared_out() -> None:
    assert cut(WHOLE, PARTS, TARGET, BOTH) == (
        "Seventeen people died in Juliaca. Nobody was charged.",
        "We demand an independent investigation.",
    )


def test_another_number_of_sentences_is_not_certain() -> None:
    assert cut(WHOLE, PARTS, TARGET.replace(". Nobody", ", and nobody"), BOTH) is None


def test_sentences_in_another_order_are_told_by_their_figures() -> None:
    turned = "Nobody was charged. Seventeen people died in Juliaca. We demand an independent investigation."
    assert cut(WHOLE, PARTS, turned, BOTH) is None


def test_a_cut_inside_a_sentence_is_not_certain() -> None:
    assert cut(WHOLE, [WHOLE[:20], WHOLE[20:]], TARGET, BOTH) is None


def test_words_that_changed_beside_the_cut_are_not_certain() -> None:
    assert cut(WHOLE, [PARTS[0], "Pedimos una investigación independiente."], TARGET, BOTH) is None


def test_join_wants_the_same_words_in_the_same_order() -> None:
    assert join(PARTS, WHOLE)
    assert not join(PARTS[::-1], WHOLE)
