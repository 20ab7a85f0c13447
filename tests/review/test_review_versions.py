"""Versions, blame, letters inside words, moves and sentences: what the clear account of an edit is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.statement import GLOSSARY, unit
from translate_flow.model import Unit
from translate_flow.review import blame, diff, edit, moved, version, versions
from translate_flow.review.alignment import aligned, sentences
from translate_flow.review.characters import inside, sharpened
from translate_flow.review.marking import Stretch, mark, rows

LIFE = unit(
    "Fuente.",
    ("draft", "apertium", "The net speaks of the water"),
    ("edit", "ana", "The network speaks of the water."),
    ("confirm", "ana", None),
    ("edit", "berta", "The network talks of clean water."),
    ("approve", "berta", None),
    ("edit", "carla", "The network talks about clean water."),
)


def names(of: Unit) -> dict[str, str | None]:
    found = {n: version(of, n) for n in ("draft", "translator", "previous", "approved", "present", "2", "9")}
    return {n: v.text if v else None for n, v in found.items()}


def test_versions_have_numbers_and_names() -> None:
    assert [v.number for v in versions(LIFE)] == [1, 2, 3, 4]
    assert names(LIFE) == {
        "draft": "The net speaks of the water",
        "translator": "The network talks about clean water.",
        "previous": "The network talks of clean water.",
        "approved": "The network talks of clean water.",
        "present": "The network talks about clean water.",
        "2": "The network speaks of the water.",
        "9": None,
    }


def test_the_translators_version_is_the_one_before_another_person_looked() -> None:
    looked = unit(
        "Fuente.",
        ("draft", "m", "A"),
        ("edit", "ana", "B"),
        ("return", "berta", None),
        ("edit", "berta", "C"),
        ("approve", "berta", None),
    )
    assert names(looked)["translator"] == "B"


def test_blame_tells_for_each_word_who_put_it_there() -> None:
    parts = [(p.text, p.event.by if p.event else None) for p in blame(LIFE)]
    assert "".join(text for text, _ in parts) == LIFE.target
    words = {word: by for text, by in parts for word in text.split()}
    assert words["The"] == "apertium"
    assert words["network"] == "ana"
    assert words["talks"] == "berta"
    assert words["clean"] == "berta"
    assert words["about"] == "carla"
    assert words["water"] == "apertium"


def test_a_version_brought_back_is_still_its_writers() -> None:
    back = unit(
        "Fuente.",
        ("draft", "m", "one two"),
        ("edit", "ana", "one three"),
        ("edit", "berta", "four"),
        ("edit", "berta", "one three"),
    )
    assert [(p.text.strip(), p.event.by) for p in blame(back) if p.event] == [("one", "m"), ("three", "ana")]
    assert [c.by for c in edit(back, GLOSSARY).changes] == ["ana"]


def test_changes_are_credited_to_who_made_each() -> None:
    shared = unit(
        "Fuente.",
        ("draft", "m", "The net speaks to the people of the valley tonight."),
        ("edit", "ana", "The network speaks to the people of the valley tonight."),
        ("edit", "berta", "The network speaks to the people of the hills tonight."),
    )
    made = {shared.target[slice(*c.target)]: c.by for c in edit(shared, GLOSSARY).changes}
    assert made == {"network": "ana", "hills": "berta"}


def test_an_omission_is_credited_to_who_took_the_words_away() -> None:
    cut = unit(
        "Fuente.",
        ("draft", "m", "a big red house"),
        ("edit", "ana", "a big house"),
        ("edit", "berta", "a big house!"),
    )
    assert [(c.kind, c.by) for c in edit(cut, GLOSSARY).changes] == [
        ("omission", "ana"),
        ("punctuation", "berta"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Otalora", "Otárola", (["al", "r"], ["ár", "l"])),
        ("organisation", "organization", (["s"], ["z"])),
        ("Ota\u0301rola", "Otarola", (["a\u0301"], ["a"])),
        ("struck", "beaten", ([], [])),
        ("Muqui", "muqui", (["M"], ["m"])),
        ("on", "in", ([], [])),
        ("families", "families", ([], [])),
    ],
)
def test_letters_are_marked_where_that_reads_better(
    old: str, new: str, expected: tuple[list[str], list[str]]
) -> None:
    ours, theirs = inside(old, new)
    assert ([old[a:b] for a, b in ours], [new[a:b] for a, b in theirs]) == expected


TEXT = st.lists(
    st.sampled_from(
        "The the siege began Otalora Otárola in Lima on Monday . ! No. 14 \n « » water".split(" ")
    ),
    max_size=60,
).map(" ".join)


@given(TEXT, TEXT)
def test_letters_marked_lie_in_changed_words(left: str, right: str) -> None:
    pieces = moved(diff(left, right))
    ours, theirs = sharpened(pieces)
    for spans, text in ((ours, left), (theirs, right)):
        assert all(0 <= a < b <= len(text) for a, b in spans)


@given(TEXT, TEXT)
def test_moves_lose_nothing_and_come_in_pairs(left: str, right: str) -> None:
    pieces = moved(diff(left, right))
    assert "".join(p.text for p in pieces if p.op != "insert") == left
    assert "".join(p.text for p in pieces if p.op != "delete") == right
    numbers = [(p.move, p.op) for p in pieces if p.move]
    assert len(set(numbers)) == len(numbers)
    assert {n for n, op in numbers if op == "delete"} == {n for n, op in numbers if op == "insert"}


@pytest.mark.parametrize(
    ("left", "right", "phrases"),
    [
        ("In Lima the siege began at dawn.", "The siege began at dawn in Lima.", ["in lima"]),
        ("Yesterday the bridge was closed.", "The bridge was closed yesterday.", ["yesterday"]),
        (
            "As they say in the valley, water is not for sale.",
            "Water is not for sale, as they say in the valley.",
            ["water is not for sale"],
        ),
        ("He asks to the delegates an answer.", "He asks the delegates for an answer to it.", []),
    ],
)
def test_a_phrase_that_moved_is_shown_as_moved(left: str, right: str, phrases: list[str]) -> None:
    assert [
        p.text.strip().lower() for p in moved(diff(left, right)) if p.move and p.op == "insert"
    ] == phrases


@given(TEXT, TEXT)
def test_aligned_sentences_join_to_their_texts(left: str, right: str) -> None:
    pairs = aligned(left, right)
    assert "".join(a for a, _ in pairs) == left
    assert "".join(b for _, b in pairs) == right
    assert "".join(sentences(left)) == left


LONG = (
    "The river was closed to the farmers in May. The company put up a fence along the whole of the bank. Nobody asked "
    "the assembly. The police came at night with dogs and took away the pump and the hoses that the school had bought."
)


def test_a_sentence_put_in_or_taken_out_leaves_the_others_alone() -> None:
    added = LONG.replace("Nobody asked", "The mayor signed on a Sunday without reading it out. Nobody asked")
    pieces = diff(LONG, added)
    assert [(p.op, p.text.strip()) for p in pieces if p.op != "equal"] == [
        ("insert", "The mayor signed on a Sunday without reading it out.")
    ]
    assert [(p.op, p.text.strip()) for p in diff(added, LONG) if p.op != "equal"] == [
        ("delete", "The mayor signed on a Sunday without reading it out.")
    ]


def test_words_of_one_sentence_are_not_joined_with_those_of_another() -> None:
    rewritten = LONG.replace(
        "Nobody asked the assembly.", "No one consulted the people who live there in assembly."
    )
    changed = [p.text for p in diff(LONG, rewritten) if p.op != "equal"]
    assert all("river" not in text and "police" not in text for text in changed)


def test_a_sentence_split_in_two_is_compared_with_both_halves() -> None:
    split = LONG.replace("with dogs and took away", "with dogs. They took away")
    assert [(p.op, p.text.strip()) for p in diff(LONG, split) if p.op != "equal"] == [
        ("delete", "and"),
        ("insert", ". They"),
    ]


# Views: applying what is shown to the left gives the right -----------------------


def joined(stretches: tuple[Stretch, ...], *ops: str) -> str:
    return "".join(run.text for s in stretches for run in s.runs if not ops or s.op in ops)


@given(TEXT, TEXT)
def test_in_every_view_what_is_shown_leads_from_left_to_right(left: str, right: str) -> None:
    """Inline: take out what is deleted, put in what is inserted. Side by side and plain: row for row."""
    made = edit(unit("x", ("draft", "m", left), ("edit", "t", right)), GLOSSARY)
    marked = mark(made, GLOSSARY)
    assert joined(marked.changes, "equal", "delete") == left
    assert joined(marked.changes, "equal", "insert") == right
    shown = rows(marked)
    assert "".join(joined(r.left) for r in shown) == left
    assert "".join(joined(r.right) for r in shown) == right
    # Side by side: the unmarked words of both sides are the same text.
    assert "".join(joined(r.left, "equal") for r in shown) == "".join(joined(r.right, "equal") for r in shown)
    # Plain: unchanged rows stand for both, the others are taken out and put in.
    assert "".join(joined(r.left) for r in shown if not r.changed) == "".join(
        joined(r.right) for r in shown if not r.changed
    )
