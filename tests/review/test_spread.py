"""A correction offered wherever the same wording stands, and never over another person's choice."""

from __future__ import annotations

import pytest

from tests.review.laguna import key, opened
from translate_flow.errors import UsageError
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.editing.spread import (
    chosen_by_a_person,
    corrected,
    corrections,
    last_correction,
    proposals,
    take,
)
from translate_flow.model import State
from translate_flow.workspace import Workspace


def test_a_correction_is_offered_where_the_same_wording_stands(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    found = proposals(workspace, ["laguna", "otra"], work, k)
    assert [(p.statement, p.text, p.reason) for p in found] == [
        ("laguna", "The ternas returned in May.", "wording"),
        ("otra", "We saw ternas in the lagoon.", "source"),
        ("otra", "The ternas returned in May.", "wording"),
    ]
    assert [p.statement for p in proposals(workspace, ["laguna"], work, k)] == ["laguna"]
    assert [p.reason for p in proposals(workspace, ["otra"], work, k, equal=False)] == ["wording"]


def test_a_draft_that_takes_a_correction_stays_unconfirmed_and_keeps_its_machine_draft(
    workspace: Workspace,
) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    found = proposals(workspace, ["laguna"], work, k)
    assert take(workspace, "en", found, "ana", f"laguna {k}") == 1
    unit = opened(workspace).unit(key(work, "Las ternas"))
    assert (unit.target, unit.state) == ("The ternas returned in May.", State.DRAFT)
    assert unit.draft is not None
    assert unit.draft.text == "The triples returned in May."
    assert proposals(workspace, ["laguna"], opened(workspace), k) == []


def test_a_persons_other_choice_for_the_same_source_is_never_gone_over(workspace: Workspace) -> None:
    work = opened(workspace)
    first, second = (u.key for u in work.units if u.segment.text == "Exigimos agua limpia.")
    edit(work, second, "We want clean water.", "berta")
    edit(work, first, "We call for clean water.", "ana")
    found = proposals(workspace, ["laguna", "otra"], work, first)
    assert [(p.statement, p.reason) for p in found] == [("otra", "source"), ("otra", "source")]
    assert chosen_by_a_person(work.unit(second))


def test_a_text_changed_since_the_offer_is_left_alone(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    found = proposals(workspace, ["laguna"], work, k)
    other = opened(workspace)
    edit(other, key(other, "Las ternas"), "They came back in May.", "berta")
    assert take(workspace, "en", found, "ana", "laguna") == 0
    assert opened(workspace).unit(key(work, "Las ternas")).target == "They came back in May."


@pytest.mark.parametrize(
    ("text", "pairs", "expected"),
    [
        ("The triples and triplets.", [("triples", "ternas")], "The ternas and triplets."),
        ("the Net Muqui", [("Net", "Red")], "the Red Muqui"),
        ("the Red Muqui network", [("Muqui", "Red Muqui")], "the Red Muqui network"),
        ("in the place", [("in the", "in")], "in place"),
        ("a great big lie", [("great", "")], "a big lie"),
    ],
)
def test_a_wording_is_put_right_in_whole_words_and_once(
    text: str, pairs: list[tuple[str, str]], expected: str
) -> None:
    assert corrected(text, pairs) == expected
    assert corrected(expected, pairs) == expected


def test_a_change_of_small_words_takes_its_neighbour_along(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw triples at the lagoon.", "ana")
    _, made = last_correction(work, k)
    assert corrections(made) == [("triples in", "triples at")]
    with pytest.raises(UsageError, match="nothing to spread"):
        last_correction(work, key(work, "La laguna"))


def test_a_query_narrows_the_offer_down(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    found = proposals(workspace, ["laguna", "otra"], work, k, query="text:mayo")
    assert [(p.statement, p.reason) for p in found] == [("laguna", "wording"), ("otra", "wording")]
