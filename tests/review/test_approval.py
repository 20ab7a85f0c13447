"""Comments as threads, findings set aside, and approval by a second pair of eyes."""

from __future__ import annotations

from dataclasses import replace as changed

import pytest

from tests.review.laguna import key, opened
from translate_flow.catalogue.threads import threads
from translate_flow.checks import dismissed
from translate_flow.errors import UsageError
from translate_flow.flow.editing.edit import approve, confirm, edit
from translate_flow.flow.editing.many import approve_many, confirm_many, return_many
from translate_flow.flow.queries.find import matching
from translate_flow.flow.reviewing import comments, remarks
from translate_flow.model import State
from translate_flow.workspace import Workspace


def test_comments_are_threads_that_can_be_settled_and_opened_again(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    remarks.comment(work, k, "berta", "Is it the lagoon?")
    remarks.comment(work, k, "berta", "And who saw them?")
    comments.reply(work, k, "ana", "Yes.", 1)
    comments.resolve(work, k, "berta", 1)
    first, second = threads(opened(workspace).unit(k))
    assert [e.note for e in first.replies] == ["Yes."]
    assert first.resolved is not None
    assert second.resolved is None
    comments.reply(work, k, "ana", "Or the lake?", 1)
    assert threads(work.unit(k))[0].resolved is None
    with pytest.raises(UsageError, match="no such comment: 3"):
        comments.reply(work, k, "ana", "?", 3)
    assert work.unit(k).state is State.DRAFT


def four_eyes(workspace: Workspace) -> Workspace:
    rules = changed(workspace.settings.review, four_eyes=True)
    return changed(workspace, settings=changed(workspace.settings, review=rules))


def test_many_are_approved_at_once_by_writer_but_nobodys_own_under_four_eyes(workspace: Workspace) -> None:
    work = opened(four_eyes(workspace))
    edit(work, key(work, "Vimos"), "We saw ternas in the lagoon.", "ana")
    edit(work, key(work, "Las ternas"), "The ternas returned in May.", "berta")
    done = approve_many(work, "Berta ", writers=["ana"])
    assert [u.key for u in done.approved] == [key(work, "Vimos")]
    done = approve_many(work, "berta <b@example.org>")
    assert done.approved == ()
    assert [k for k, _ in done.refused] == [key(work, "Las ternas")]
    assert {str(u.state) for u in work.units} == {"approved", "translated", "draft"}


def test_the_rule_holds_for_text_edited_outside_in_that_persons_name(workspace: Workspace) -> None:
    strict = four_eyes(workspace)
    path = strict.catalogue_path("laguna", "en")
    text = path.read_text("utf-8").replace("We saw triples in the lagoon.", "We saw ternas in the lagoon.")
    text = text.replace("Last-Translator: nobody yet", "Last-Translator: Berta Quispe <b@example.org>")
    path.write_text(text, "utf-8")
    work = opened(strict)
    k = key(work, "Vimos")
    assert work.unit(k).events[-1].by == "Berta Quispe"
    confirm(work, k, "ana")
    with pytest.raises(UsageError, match="second person"):
        approve(work, k, "berta quispe")
    assert approve(work, k, "ana").state is State.APPROVED


@pytest.mark.parametrize(
    "name",
    ["Berta Quispe", "berta  quispe", "Quispe, Berta", "Bertá Quispe <other@example.org>", "b.q@example.org"],
)
def test_a_person_is_known_under_other_spellings_and_by_mail(workspace: Workspace, name: str) -> None:
    strict = four_eyes(workspace)
    work = opened(strict)
    k = key(work, "Vimos")
    (strict.root / ".mailmap").write_text("Berta Quispe <b.q@example.org> bq <bq@work.example>\n", "utf-8")
    edit(work, k, "We saw ternas in the lagoon.", "Berta Quispe")
    with pytest.raises(UsageError, match="second person"):
        approve(work, k, name)
    with pytest.raises(UsageError, match="second person"):
        approve(work, k, "bq")
    assert approve(work, k, "Rosa Quispe").state is State.APPROVED


def test_many_are_confirmed_and_returned_in_one_step(workspace: Workspace) -> None:
    work = opened(workspace)
    confirm(work, key(work, "La laguna"), "ana")
    done = confirm_many(work, "ana", matching(work, "text:laguna"))
    assert [u.segment.text for u in done] == ["Vimos ternas en la laguna."]
    assert work.journal.events[-1].do == "confirm"
    done = return_many(work, "berta", "Again.", matching(work, "state:translated"))
    assert {u.state for u in done} == {State.DRAFT}
    assert len(done) == 2
    with pytest.raises(UsageError, match="note"):
        return_many(work, "berta", " ", matching(work, ""))


def test_a_finding_set_aside_can_be_taken_back(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    remarks.dismiss(work, k, "ana", "term-missing", "as the author wants it")
    assert dismissed(work.unit(k)) == {"term-missing"}
    unit = remarks.undismiss(work, k, "berta", "term-missing")
    assert dismissed(unit) == frozenset()
    assert unit.state is State.DRAFT
    with pytest.raises(UsageError, match="is not dismissed"):
        remarks.undismiss(work, k, "berta", "term-missing")
    remarks.dismiss(work, k, "ana", "term-missing", "after all")
    assert dismissed(opened(workspace).unit(k)) == {"term-missing"}
