"""Classes of edits: a table of pairs read by a person, and laws that hold for any pair."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.review.statement import GLOSSARY, unit
from translate_flow.model import Kind
from translate_flow.review import CLASSES, classify, diff, edit, moved
from translate_flow.review.tracked import Change

TABLE = Path(__file__).with_name("classes.txt")


@dataclass(frozen=True)
class Case:
    """A pair of the table."""

    source: str
    draft: str
    target: str
    expected: tuple[str, ...]


def cases() -> list[Case]:
    found = []
    for block in TABLE.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith("#")]
        if lines:
            given = {
                sign: [x[len(sign) :] for x in lines if x.startswith(sign)]
                for sign in ("es: ", "- ", "+ ", "= ")
            }
            source = given["es: "][0] if given["es: "] else "x"
            found.append(Case(source, given["- "][0], given["+ "][0], tuple(given["= "])))
    return found


def shown(change: Change, draft: str, target: str) -> str:
    term = f" [{change.term.es}]" if change.term else ""
    return (
        f"{change.kind}{term}: {draft[slice(*change.draft)] or '∅'} → {target[slice(*change.target)] or '∅'}"
    )


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.target[:40])
def test_an_edit_is_of_the_classes_a_person_would_give_it(case: Case) -> None:
    made = edit(unit(case.source, ("draft", "m", case.draft), ("edit", "t", case.target)), GLOSSARY)
    assert tuple(shown(c, case.draft, case.target) for c in made.changes) == case.expected


def test_the_table_has_120_pairs_and_each_class_several_times() -> None:
    assert len(cases()) >= 120
    named = [line.split(" ")[0].rstrip(":") for case in cases() for line in case.expected]
    assert all(named.count(kind) >= 7 for kind in CLASSES)


WORDS = st.sampled_from(
    [
        *"the The river Otárola Otalora not 41 14 March **no** _huayno_ plain-clothes state's , . « » — organise organize".split(),
        "\n",
        "  ",
        "[a](https://b.example)",
        "<b>",
        "Red Muqui",
        "ternas",
    ]
)
TEXTS = st.lists(WORDS, max_size=16).map(" ".join)


@given(TEXTS, TEXTS)
def test_every_changed_word_is_in_a_change_and_no_unchanged_text_has_one(draft: str, target: str) -> None:
    pieces = moved(diff(draft, target))
    changes = classify("", draft, target, pieces)
    assert bool(changes) == (draft != target)
    at = [0, 0]
    for piece in pieces:
        side = 1 if piece.op == "insert" else 0
        if piece.op != "equal":
            spans = [c.target if side else c.draft for c in changes]
            for n, char in enumerate(piece.text):
                if not char.isspace():
                    assert any(a <= at[side] + n < b for a, b in spans), (piece, changes)
        at[0] += len(piece.text) if piece.op != "insert" else 0
        at[1] += len(piece.text) if piece.op != "delete" else 0


@given(TEXTS, TEXTS)
def test_spans_lie_within_their_texts_and_classes_are_known(draft: str, target: str) -> None:
    for change in classify("", draft, target, moved(diff(draft, target))):
        assert 0 <= change.draft[0] <= change.draft[1] <= len(draft)
        assert 0 <= change.target[0] <= change.target[1] <= len(target)
        assert change.kind in CLASSES


def test_a_title_in_capitals_is_no_list_of_names() -> None:
    draft, target = "The Valley Does Not Sell", "The Valley Is Not for Sale"
    kinds = {c.kind for c in classify("", draft, target, moved(diff(draft, target)), kind=Kind.TITLE)}
    assert "name" not in kinds


def test_another_language_has_classes_too() -> None:
    draft, target = "Le village n'a pas d'eau.", "Le village de Ayaviri n'a pas 41 litres d'eau."
    kinds = {
        c.kind
        for c in classify("El pueblo de Ayaviri", draft, target, moved(diff(draft, target)), language="fr")
    }
    assert kinds >= {"name", "number"}
