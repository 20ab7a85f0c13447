"""The word diff: exact, whole words, readable, the same every time, bounded."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.review import diff
from translate_flow.review.alphabet import Alphabet
from translate_flow.review.tracked import DiffRun
from translate_flow.review.words import cut

SIGNS = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def shown(pieces: tuple[DiffRun, ...]) -> str:
    return "".join(SIGNS[p.op].format(p.text) for p in pieces)


def triples() -> list[tuple[str, str, str]]:
    text = Path(__file__).with_name("pairs.txt").read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("#")]
    blocks = "\n".join(lines).strip("\n").split("\n\n")
    found = []
    for block in blocks:
        left, right, expected = (line.replace("\\n", "\n") for line in block.strip("\n").split("\n"))
        found.append((left, right, expected))
    return found


@pytest.mark.parametrize(("left", "right", "expected"), triples())
def test_reads_as_a_person_would_mark_it(left: str, right: str, expected: str) -> None:
    assert shown(diff(left, right)) == expected


def test_the_table_is_large_enough() -> None:
    assert len(triples()) >= 60


def side(pieces: tuple[DiffRun, ...], *ops: str) -> str:
    return "".join(p.text for p in pieces if p.op in ops)


WORDS = st.sampled_from(
    (
        "the",
        "The",
        "river",
        "valley",
        "muqui",
        "Muqui",
        "Otárola",
        "Ota\u0301rola",
        "not",
        "1.234,56",
        "17",
        "D.S.",
    )
) | st.sampled_from(
    ("state's", "“water”", "—", ",", ".", "«a»", "✊", "👉🏽", " ", "  ", "\n", "\u00a0", "-", "**")
)
SENTENCES = st.lists(WORDS, max_size=40).map(lambda parts: " ".join(parts)) | st.lists(
    WORDS, max_size=30
).map(lambda parts: "".join(parts))


@given(SENTENCES | st.text(max_size=60), SENTENCES | st.text(max_size=60))
def test_pieces_join_to_both_texts(left: str, right: str) -> None:
    """Equal and delete pieces are the draft, equal and insert pieces the edit, to the last blank."""
    pieces = diff(left, right)
    assert side(pieces, "equal", "delete") == left
    assert side(pieces, "equal", "insert") == right


@given(SENTENCES, SENTENCES)
def test_no_word_is_ever_split(left: str, right: str) -> None:
    """Each piece is made of whole words, numbers and signs of its text."""
    pieces = diff(left, right)
    for text, ops in ((left, ("equal", "delete")), (right, ("equal", "insert"))):
        borders, place = {0}, 0
        for token in cut(text):
            place += len(token)
            borders.add(place)
        place = 0
        for piece in pieces:
            if piece.op in ops:
                place += len(piece.text)
                assert place in borders


@given(SENTENCES, SENTENCES)
def test_pieces_are_never_empty_and_neighbours_differ(left: str, right: str) -> None:
    pieces = diff(left, right)
    assert all(p.text for p in pieces)
    assert all(a.op != b.op for a, b in pairwise(pieces))


@given(SENTENCES)
def test_equal_texts_have_no_changes(text: str) -> None:
    assert diff(text, text) == ((DiffRun("equal", text),) if text else ())


@given(st.text(max_size=200))
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(cut(text)) == text


@pytest.mark.parametrize(
    "word",
    [
        "1.234,56",
        "12/01/2023",
        "10:30",
        "31638-MTC",
        "Ota\u0301rola",
        "state’s",
        "vice-minister",
        "sur@muqui.example",
        "https://muqui.example/a?b=c",
        "D.S.",
        "👉🏽",
        "👩🏽\u200d🌾",
        "🇵🇪",
    ],
)
def test_numbers_addresses_and_composed_letters_are_one_word(word: str) -> None:
    assert cut(f"x {word} y") == ["x", " ", word, " ", "y"]


@given(st.text(st.sampled_from("ab1é'’.-,@</>  \n\u00a0\u0301\u200d👩🌾🇵🇪"), max_size=60))
def test_a_text_in_codes_has_the_tokens_it_is_cut_into(text: str) -> None:
    letters = Alphabet()
    coded = letters.encode(text)
    assert list(map(letters.decode, coded.whole)) == cut(text)
    assert list(map(letters.decode, coded.solid)) == [t for t in cut(text) if not t.isspace()]
    words = [coded.stretch(n, 1) for n in range(len(coded.solid))]
    assert "".join(words) + coded.gap(len(coded.solid)) == coded.whole
    assert [word[:-1] for word in words] == [coded.gap(n) for n in range(len(coded.solid))]


@pytest.mark.parametrize("words", [6_600, 20_500])
def test_what_was_compared_before_makes_no_difference(words: int) -> None:
    left, right = "It is losing sovereignty now.", "It is losing its sovereignty now."
    expected = diff(left, right)

    def after_others() -> tuple[DiffRun, ...]:
        others = " ".join(f"w{n}" for n in range(words))
        diff(others, f"{others} more")
        return diff(left, right)

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(after_others).result() == expected


def test_more_distinct_words_than_one_plane_of_characters() -> None:
    """More than 65,536 distinct tokens are told apart."""
    left = [f"w{n}" for n in range(70_000)]
    right = left.copy()
    right[35_000] = "changed"
    pieces = diff(" ".join(left), " ".join(right))
    assert [(p.op, p.text) for p in pieces if p.op != "equal"] == [
        ("delete", "w35000"),
        ("insert", "changed"),
    ]


@pytest.mark.parametrize("vocabulary", [2, 40, 3000, 10**6])
def test_a_paragraph_of_20000_words_is_bounded_and_exact(vocabulary: int) -> None:
    """Unrelated long texts, the worst case of the search, still come out, and whole."""
    chance = random.Random(vocabulary)
    left = " ".join(str(chance.randrange(vocabulary)) for _ in range(20_000))
    right = " ".join(str(chance.randrange(vocabulary)) for _ in range(20_000))
    pieces = diff(left, right)
    assert side(pieces, "equal", "delete") == left
    assert side(pieces, "equal", "insert") == right


def test_a_long_paragraph_with_small_changes_shows_only_these() -> None:
    chance = random.Random(7)
    words = [f"word{chance.randrange(2000)}" for _ in range(20_000)]
    right = words.copy()
    for place in range(100, 20_000, 500):
        right[place] = "NEW"
    pieces = diff(" ".join(words), " ".join(right))
    assert [p.text for p in pieces if p.op == "insert"] == ["NEW"] * 40


def test_the_clock_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, the pieces are the same."""
    left, right = "a b c d e f g h", "b a d c f e h g"
    expected = diff(left, right)
    monkeypatch.setattr("time.time", lambda: 1e18)
    assert diff(left, right) == expected
