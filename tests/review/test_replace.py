"""Search and replace over translations: looked at first, made, and taken back as a whole."""

from __future__ import annotations

import pytest

from tests.review.laguna import key, opened
from translate_flow.errors import UsageError
from translate_flow.flow.editing.edit import confirm, edit
from translate_flow.flow.editing.replace import preview, replace, search, undo
from translate_flow.model import State
from translate_flow.workspace import Workspace


def test_a_replacement_is_looked_at_first_and_taken_back_as_a_whole(workspace: Workspace) -> None:
    work = opened(workspace)
    confirm(work, key(work, "Vimos"), "ana")
    before = {n: [u.target for u in opened(workspace, n).units] for n in ("laguna", "otra")}
    found = preview(workspace, ["laguna", "otra"], "en", search("triples", "ternas"))
    assert len(found) == 4
    assert {n: [u.target for u in opened(workspace, n).units] for n in before} == before
    batch, count = replace(workspace, "en", found, "ana", "triples → ternas")
    assert count == 4
    assert opened(workspace).unit(key(work, "Vimos")).state is State.TRANSLATED
    assert opened(workspace).unit(key(work, "Las ternas")).state is State.DRAFT
    done = undo(workspace, ["laguna", "otra"], "en", "ana")
    assert (done.batch, done.count, done.changed) == (batch, 4, ())
    assert {n: [u.target for u in opened(workspace, n).units] for n in before} == before
    assert undo(workspace, ["laguna", "otra"], "en", "ana").batch == ""


def test_undo_leaves_alone_what_somebody_changed_since(workspace: Workspace) -> None:
    found = preview(workspace, ["laguna"], "en", search("triples", "ternas"))
    replace(workspace, "en", found, "ana", "x")
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw several ternas.", "berta")
    done = undo(workspace, ["laguna"], "en", "ana")
    assert (done.count, done.changed) == (1, (k,))
    assert opened(workspace).unit(k).target == "We saw several ternas."


def test_searches_know_words_case_groups_and_states(workspace: Workspace) -> None:
    def texts(*words: str, states: tuple[str, ...] = (), **options: bool) -> list[str]:
        return [p.text for p in preview(workspace, ["laguna"], "en", search(*words, **options), states)]

    assert texts("the", "a") == ["We saw triples in a lagoon."]
    assert len(texts("the", "a", ignore_case=True)) == 3
    assert texts("lag", "x", whole=True) == []
    assert texts(r"(\w+)s in", r"\1 in", regex=True) == ["We saw triple in the lagoon."]
    assert texts(".", "!", states=("translated",)) == []
    assert texts("a.c", "x") == []


@pytest.mark.parametrize(("wanted", "put"), [("(", "x"), ("", "x"), ("x", "\x07")])
def test_a_broken_search_is_refused(wanted: str, put: str) -> None:
    with pytest.raises(UsageError):
        search(wanted, put, regex=True)


def test_a_replacement_that_would_empty_a_text_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="would leave no text"):
        preview(workspace, ["laguna"], "en", search(".*", "", regex=True))
    with pytest.raises(UsageError, match="group"):
        preview(workspace, ["laguna"], "en", search("triples", r"\7", regex=True))


def test_a_pattern_that_runs_away_is_ended_and_said(workspace: Workspace) -> None:
    work = opened(workspace)
    edit(work, key(work, "Vimos"), "a" * 60 + "!", "ana")
    with pytest.raises(UsageError, match="takes too long"):
        preview(workspace, ["laguna"], "en", search(r"(a|aa)+[xy]", "x", regex=True))
    for huge in ("(a{9999}){9999}", "(?:a?){50000}", "a" * 2000):
        with pytest.raises(UsageError, match="takes too long"):
            search(huge, "x", regex=True)


def test_words_are_found_in_all_their_forms(workspace: Workspace) -> None:
    found = search("demand justice", "claim justice", forms="en")
    text = "They demanded justice; Demanding justice, we demand; justice."
    assert found.on(text) == "They claim justice; Claim justice, we demand; justice."
    assert search("exigir", "pedir", forms="es-PE").on("Exigimos, exigir") == "Pedir, pedir"
    with pytest.raises(UsageError, match="forms"):
        search("x", "y", forms="qu")
    with pytest.raises(UsageError):
        search("...", "y", forms="en")


def test_at_a_terminal_each_change_is_asked_for(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """y takes one, n leaves one, all takes the rest, quit takes no more."""
    from translate_flow.cli import proposals as screen

    found = preview(workspace, ["laguna", "otra"], "en", search("triples", "ternas"))

    def answering(*answers: str) -> list[int]:
        given = iter(answers)
        monkeypatch.setattr("click.prompt", lambda *_, **__: next(given))
        return [found.index(p) + 1 for p in screen._asked(found, "inline")]

    assert answering("y", "n", "y", "quit") == [1, 3]
    assert answering("n", "all") == [2, 3, 4]
    assert answering("quit") == []
    assert [p.unit.key for p in screen.choose(found, "inline", ["2", found[0].unit.key], False)][:1] == [
        found[1].unit.key
    ]
    with pytest.raises(UsageError, match="not in the list"):
        screen.choose(found, "inline", ["9"], False)


def test_a_query_narrows_the_search_down(workspace: Workspace) -> None:
    confirm((work := opened(workspace)), key(work, "Vimos"), "ana")
    asked = search("triples", "ternas")
    found = preview(workspace, ["laguna"], "en", asked, query="state:draft")
    assert [p.unit.segment.text for p in found] == ["Las ternas volvieron en mayo."]
    assert preview(workspace, ["laguna"], "en", asked, query="by:nobody") == []
