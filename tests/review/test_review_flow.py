"""Review on a real workspace: versions, git, spread, replace and undo, comments, approval of many, effort kept."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from dataclasses import replace as changed
from pathlib import Path

import pytest

from translate_flow.errors import UsageError
from translate_flow.flow import comments, history, remarks
from translate_flow.flow.add import add
from translate_flow.flow.approve import approve_many
from translate_flow.flow.diff import diff
from translate_flow.flow.edit import approve, confirm, edit, send_back
from translate_flow.flow.effort import measuring
from translate_flow.flow.init import init
from translate_flow.flow.replace import preview, replace, search, undo
from translate_flow.flow.spread import (
    chosen_by_a_person,
    corrected,
    corrections,
    last_correction,
    proposals,
    take,
)
from translate_flow.flow.versions import restore, sides
from translate_flow.flow.work import Work, event
from translate_flow.model import Event, State
from translate_flow.review import blame
from translate_flow.review.groups import BY, rows, to_csv, to_json
from translate_flow.workspace import Workspace

STATEMENT = """# La laguna

Vimos ternas en la laguna.

Las ternas volvieron en mayo.

Exigimos agua limpia.

Exigimos agua limpia.
"""
DRAFTS = {
    "La laguna": "The lagoon",
    "Vimos ternas en la laguna.": "We saw triples in the lagoon.",
    "Las ternas volvieron en mayo.": "The triples returned in May.",
    "Exigimos agua limpia.": "We demand clean water.",
}


def draft(work: Work) -> None:
    """Machine texts for all segments."""

    def make(now: Work) -> list[Event]:
        return [
            changed(event("draft", u, "machine", DRAFTS[u.segment.text]), engine="machine 1.0")
            for u in now.units
        ]

    work.change(make)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two statements of the same text, drafted."""
    init(tmp_path, "es", ("en",))
    made = Workspace.find(tmp_path)
    for name in ("laguna", "otra"):
        source = tmp_path / "statements" / f"{name}.es.md"
        source.write_text(STATEMENT, "utf-8")
        add(made, [source], ["en"])
        made = Workspace.find(tmp_path)
        draft(opened(made, name))
    return made


def opened(workspace: Workspace, name: str = "laguna") -> Work:
    return Work.open(workspace, name, "en")


def key(work: Work, start: str) -> str:
    return next(u.key for u in work.units if u.segment.text.startswith(start))


def git(workspace: Workspace, *words: str, at: str = "2023-01-05T12:00:00") -> None:
    environment = os.environ | {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    names = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(
        ["git", "-C", str(workspace.root), *names, *words], check=True, capture_output=True, env=environment
    )


# Versions ------------------------------------------------------------------------


def test_an_old_version_comes_back_as_a_new_event_and_nothing_is_lost(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    edit(work, k, "We saw them.", "berta")
    unit = restore(work, k, "2", "carla")
    assert (unit.target, unit.state) == ("We saw ternas in the lagoon.", State.TRANSLATED)
    assert [e.text for e in unit.events] == [
        "We saw triples in the lagoon.",
        "We saw ternas in the lagoon.",
        "We saw them.",
        "We saw ternas in the lagoon.",
    ]
    assert unit.events[-1].origin == unit.events[1].id
    assert {p.event.by for p in blame(unit) if p.event} == {"machine", "ana"}


def test_a_machine_draft_brought_back_is_machine_text_again(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    unit = restore(work, k, "draft", "ana")
    assert (unit.target, unit.state) == ("We saw triples in the lagoon.", State.DRAFT)
    assert unit.draft is not None
    assert unit.draft.engine == "machine 1.0"
    with pytest.raises(UsageError, match="no version 9"):
        restore(work, k, "9", "ana")


def test_history_compares_any_two_versions(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    edit(work, k, "We saw ternas at the lagoon.", "berta")
    made = history.between_json(work, history.between(work, k, "2", "present"))
    assert [p["text"] for p in made["pieces"] if p["op"] != "equal"] == ["in", "at"]
    assert (made["from"]["number"], made["to"]["number"]) == (2, 3)
    assert made["changes"][0]["by"] == "berta"
    parts = history.blame_json(work, k)["parts"]
    assert "".join(p["text"] for p in parts) == "We saw ternas at the lagoon."


def test_diff_compares_the_translators_text_with_the_second_readers(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    send_back(work, k, "berta", "see the preposition")
    edit(work, k, "We saw ternas at the lagoon.", "berta")
    ((report, _),) = diff(workspace, ["laguna"], "en", asked=sides("translator"))
    (found,) = report.edits
    assert (found.draft, found.unit.target) == (
        "We saw ternas in the lagoon.",
        "We saw ternas at the lagoon.",
    )
    assert [c.by for c in found.changes] == ["berta"]


@pytest.mark.parametrize("since", ["v1", "2023-01-10"])
def test_diff_since_a_git_revision_or_date(workspace: Workspace, since: str) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    edit(work, k, "We saw ternas in the lagoon.", "ana")
    git(workspace, "init", "-q")
    git(workspace, "add", ".")
    git(workspace, "commit", "-qm", "first")
    git(workspace, "tag", "v1")
    edit(work, k, "We saw ternas at the lagoon.", "berta")
    git(workspace, "commit", "-qam", "second", at="2023-02-01T12:00:00")
    ((report, _),) = diff(workspace, ["laguna"], "en", asked=sides(since=since))
    (found,) = report.edits
    assert (found.draft, found.unit.target) == (
        "We saw ternas in the lagoon.",
        "We saw ternas at the lagoon.",
    )
    assert [c.by for c in found.changes] == ["berta"]


def test_since_needs_a_repository_and_a_revision_it_knows(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="no git repository"):
        diff(workspace, ["laguna"], "en", asked=sides(since="v1"))
    git(workspace, "init", "-q")
    with pytest.raises(UsageError, match="knows no such revision"):
        diff(workspace, ["laguna"], "en", asked=sides(since="--all"))


def test_a_source_is_compared_with_the_one_before_it(workspace: Workspace) -> None:
    work = opened(workspace)
    edit(work, key(work, "Vimos"), "We saw ternas in the lagoon.", "ana")
    source = workspace.source_path("laguna")
    source.write_text(STATEMENT.replace("ternas en la laguna", "ternas armadas en la laguna"), "utf-8")
    add(workspace, [source], ["en"])
    ((report, _),) = diff(workspace, ["laguna"], "en", asked=sides("previous-source"))
    (found,) = report.edits
    assert [p.text.strip() for p in found.pieces if p.op == "insert"] == ["armadas"]
    assert report.edition.target_language == "es"


def test_only_shows_segments_with_that_class_and_counts_all(workspace: Workspace) -> None:
    work = opened(workspace)
    edit(work, key(work, "Vimos"), "We saw ternas in the lagoon.", "ana")
    edit(work, key(work, "Las ternas"), "The triples returned in June.", "ana")
    ((report, _),) = diff(workspace, ["laguna"], "en", scores=False, only=("number",))
    assert [e.unit.segment.text for e in report.shown] == ["Las ternas volvieron en mayo."]
    assert report.effort.segments == 2
    with pytest.raises(UsageError, match="did you mean number"):
        diff(workspace, ["laguna"], "en", only=("nummer",))


# Spread ----------------------------------------------------------------------------


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


# Search and replace ------------------------------------------------------------------


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


# Comments and approval -----------------------------------------------------------------


def test_comments_are_threads_that_can_be_settled_and_opened_again(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    remarks.comment(work, k, "berta", "Is it the lagoon?")
    remarks.comment(work, k, "berta", "And who saw them?")
    comments.reply(work, k, "ana", "Yes.", 1)
    comments.resolve(work, k, "berta", 1)
    first, second = comments.threads(opened(workspace).unit(k))
    assert [e.note for e in first.replies] == ["Yes."]
    assert first.resolved is not None
    assert second.resolved is None
    comments.reply(work, k, "ana", "Or the lake?", 1)
    assert comments.threads(work.unit(k))[0].resolved is None
    with pytest.raises(UsageError, match="no comment 3"):
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
    with pytest.raises(UsageError, match="four eyes"):
        approve(work, k, "berta quispe")
    assert approve(work, k, "ana").state is State.APPROVED


# Effort ---------------------------------------------------------------------------------


@pytest.fixture
def measured(workspace: Workspace) -> Workspace:
    work = opened(workspace)
    edit(work, key(work, "Vimos"), "We saw ternas in the lagoon.", "ana")
    edit(work, key(work, "Las ternas"), "In May the ternas returned.", "berta")
    confirm(work, key(work, "Exigimos"), "berta")
    return workspace


@pytest.mark.parametrize("by", BY)
def test_effort_by_any_group_adds_up_and_equals_sacrebleu(measured: Workspace, by: str) -> None:
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    with measuring(measured) as scoring:
        reports = [r for r, _ in diff(measured, ["laguna", "otra"], "en", scoring=scoring)]
        found = rows(reports, by, scoring=scoring)
    assert sum(r.effort.segments for r in found) == 3
    assert {"segment": 3, "statement": 1, "engine": 1, "person": 2, "week": 1}[by] == len(found)
    if by == "statement":
        pairs = [(e.draft, e.unit.target) for e in reports[0].edits if str(e.unit.state) == "translated"]
        drafts, targets = [a for a, _ in pairs], [[b for _, b in pairs]]
        scores = found[0].effort.scores
        assert scores is not None
        assert scores.hter.value == TER().corpus_score(drafts, targets).score
        assert scores.hter_cased.value == TER(case_sensitive=True).corpus_score(drafts, targets).score
        assert scores.chrf.value == CHRF().corpus_score(drafts, targets).score
    table = list(csv.DictReader(io.StringIO(to_csv(found, by))))
    assert [row[by] for row in table] == [row.name for row in found]
    shape = json.loads(json.dumps(to_json(found, by)))
    assert shape["rows"][0]["effort"]["segments"] == found[0].effort.segments
    assert float(table[0]["hter"]) == shape["rows"][0]["effort"]["scores"]["hter"]["value"]


def test_what_was_measured_is_not_measured_again(
    measured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with measuring(measured) as scoring:
        first = diff(measured, ["laguna"], "en", scoring=scoring)[0][0].effort

    def fail(*_: object) -> None:
        raise AssertionError("measured again")

    monkeypatch.setattr("translate_flow.review.scores._measured", fail)
    with measuring(measured) as scoring:
        again = diff(measured, ["laguna"], "en", scoring=scoring)[0][0].effort
    assert first == again
    (measured.cache / "effort.json").write_text("{broken", "utf-8")
    with measuring(measured) as scoring:
        assert scoring.known == {}


def test_the_summary_tells_what_became_of_each_term(measured: Workspace) -> None:
    from translate_flow.review import by_person, term_lines

    (measured.root / "glossary" / "own.csv").write_text(
        "es,en,policy,forbidden_en\nternas,,keep,triples\n", "utf-8"
    )
    reports = [r for r, _ in diff(measured, ["laguna", "otra"], "en", scores=False)]
    lines = {line.term.es: line.sentence for line in term_lines(reports)}
    assert (
        lines["ternas"] == "ternas: right in 0 of 2 drafts, corrected 2 times to ternas (from “triples” 2×)"
    )
    assert {t.name: t.segments for t in by_person(reports)} == {"ana": 1, "berta": 1}


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
    with pytest.raises(UsageError, match="not offered"):
        screen.choose(found, "inline", ["9"], False)
