"""Effort figures: over what people judged, equal to sacrebleu's, and honest without it."""

from __future__ import annotations

import builtins
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.statement import EDITION, GLOSSARY, unit
from translate_flow.model import State
from translate_flow.review import edit, edits, similarity, summary
from translate_flow.review.effort import HINT
from translate_flow.review.words import distance

TOKENS = st.lists(st.sampled_from("abcde"), max_size=25)


def plain_distance(left: list[str], right: list[str]) -> int:
    """The textbook matrix."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@given(TOKENS, TOKENS)
def test_word_distance_is_levenshteins(left: list[str], right: list[str]) -> None:
    assert distance(left, right) == plain_distance(left, right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("one two three four", "one two three four", 100),
        ("one two three four", "one two three five", 75),
        ("one two", "one  two", 99),
        ("", "", 100),
        ("", "new", 0),
        (" ", "\n", 99),
        ("The march ended", "The march ended.", 75),
        (
            " ".join("abcdefghijklmnopqrstuvwxyz" * 8),
            " ".join("abcdefghijklmnopqrstuvwxyz" * 7 + "zbcdefghijklmnopqrstuvwxyz"),
            99,
        ),
    ],
)
def test_only_equal_texts_are_wholly_alike(left: str, right: str, expected: int) -> None:
    assert similarity(left, right) == expected


def test_only_judged_drafts_count() -> None:
    """Untouched machine text, stale text, text without a draft and kept names tell nothing of effort."""
    effort = summary(edits(EDITION, GLOSSARY), scores=False)
    assert (effort.segments, effort.unread, effort.undrafted, effort.unchanged) == (5, 2, 1, 1)
    assert effort.unchanged_share == 0.2


def test_words_add_up() -> None:
    effort = summary(edits(EDITION, GLOSSARY), scores=False)
    assert effort.draft_words == effort.kept_words + effort.deleted_words
    assert effort.target_words == effort.kept_words + effort.inserted_words
    assert sum(b.segments for b in effort.bands) == effort.segments
    assert sum(b.words for b in effort.bands) == effort.words
    assert sum(effort.terms.values()) == 5


def test_counts_of_one_edit() -> None:
    made = edit(
        unit(
            "Aguas limpias ya, en todo el valle.",
            ("draft", "apertium", "Clean waters already, in all the valley."),
            ("edit", "translator", "Clean water now, throughout the valley."),
        ),
        GLOSSARY,
    )
    effort = summary([made], scores=False)
    assert (effort.words, effort.draft_words, effort.target_words) == (7, 7, 6)
    assert (effort.kept_words, effort.deleted_words, effort.inserted_words) == (3, 4, 3)
    assert effort.distance == 4


def test_no_segments_make_no_figures() -> None:
    effort = summary([])
    assert effort.segments == 0
    assert effort.unchanged_share is None
    assert effort.scores is None
    assert effort.hint is None


def test_scores_equal_sacrebleus_to_the_last_digit() -> None:
    """HTER with and without case and chrF2 are sacrebleu's own, with its signatures and counts."""
    from sacrebleu import metrics

    chance = random.Random(3)
    words = ["the", "The", "river", "Muqui", "muqui", "ternas,", "law.", "17", "of", "and", "in", "1.234,56"]
    made = []
    for number in range(60):
        draft = " ".join(chance.choices(words, k=chance.randint(1, 30)))
        target = " ".join(w for w in draft.split() if chance.random() > 0.2) + " end."
        target = target.replace("muqui", "Muqui")
        made.append(
            edit(
                unit(
                    "Fuente.", ("draft", "apertium", draft), ("edit", "translator", target), key=str(number)
                ),
                GLOSSARY,
            )
        )
    drafts, targets = [e.draft for e in made], [[e.unit.target for e in made]]
    scores = summary(made).scores
    assert scores is not None
    assert scores.hter.value < scores.hter_cased.value, "only the second sees muqui made Muqui"
    ter, cased, chrf = metrics.TER(), metrics.TER(case_sensitive=True), metrics.CHRF()
    whole = ter.corpus_score(drafts, targets)
    assert scores.hter.value == whole.score
    assert scores.edits == whole.num_edits
    assert scores.reference_words == whole.ref_length
    assert scores.hter.signature == str(ter.get_signature())
    assert scores.hter_cased.value == cased.corpus_score(drafts, targets).score
    assert scores.hter_cased.signature == str(cased.get_signature())
    assert scores.chrf.value == chrf.corpus_score(drafts, targets).score
    assert scores.chrf.signature == str(chrf.get_signature())


def test_without_sacrebleu_its_figures_are_absent_and_a_word_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("sacrebleu"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    effort = summary(edits(EDITION, GLOSSARY))
    assert effort.scores is None
    assert effort.hint == HINT
    assert effort.distance > 0


def test_approved_text_counts_like_translated_text() -> None:
    steps = (("draft", "apertium", "Hello."), ("confirm", "translator", None))
    for state in (State.TRANSLATED, State.APPROVED):
        assert summary([edit(unit("Hola.", *steps, state=state), GLOSSARY)], scores=False).unchanged == 1
