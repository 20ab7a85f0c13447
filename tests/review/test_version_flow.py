"""Versions on a real workspace: restored, compared, blamed, and compared with what git has."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.review.laguna import STATEMENT, key, opened
from translate_flow.errors import UsageError
from translate_flow.flow.editing.edit import edit, send_back
from translate_flow.flow.intake.add import add
from translate_flow.flow.reviewing import history
from translate_flow.flow.reviewing.diff import diff_report
from translate_flow.flow.reviewing.versions import restore, sides
from translate_flow.model import State
from translate_flow.review import blame
from translate_flow.workspace import Workspace


def git(workspace: Workspace, *words: str, at: str = "2023-01-05T12:00:00") -> None:
    environment = os.environ | {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    names = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    subprocess.run(
        ["git", "-C", str(workspace.root), *names, *words], check=True, capture_output=True, env=environment
    )


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
    ((report, _),) = diff_report(workspace, ["laguna"], "en", asked=sides("translator"))
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
    ((report, _),) = diff_report(workspace, ["laguna"], "en", asked=sides(since=since))
    (found,) = report.edits
    assert (found.draft, found.unit.target) == (
        "We saw ternas in the lagoon.",
        "We saw ternas at the lagoon.",
    )
    assert [c.by for c in found.changes] == ["berta"]


def test_since_needs_a_repository_and_a_revision_it_knows(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="not a git repository"):
        diff_report(workspace, ["laguna"], "en", asked=sides(since="v1"))
    git(workspace, "init", "-q")
    with pytest.raises(UsageError, match="knows no such revision"):
        diff_report(workspace, ["laguna"], "en", asked=sides(since="--all"))


def test_a_source_is_compared_with_the_one_before_it(workspace: Workspace) -> None:
    work = opened(workspace)
    edit(work, key(work, "Vimos"), "We saw ternas in the lagoon.", "ana")
    source = workspace.source_path("laguna")
    source.write_text(STATEMENT.replace("ternas en la laguna", "ternas armadas en la laguna"), "utf-8")
    add(workspace, [source], ["en"])
    ((report, _),) = diff_report(workspace, ["laguna"], "en", asked=sides("previous-source"))
    (found,) = report.edits
    assert [p.text.strip() for p in found.pieces if p.op == "insert"] == ["armadas"]
    assert report.edition.target_language == "es"


def test_only_shows_segments_with_that_class_and_counts_all(workspace: Workspace) -> None:
    work = opened(workspace)
    edit(work, key(work, "Vimos"), "We saw ternas in the lagoon.", "ana")
    edit(work, key(work, "Las ternas"), "The triples returned in June.", "ana")
    ((report, _),) = diff_report(workspace, ["laguna"], "en", scores=False, only=("number",))
    assert [e.unit.segment.text for e in report.shown] == ["Las ternas volvieron en mayo."]
    assert report.effort.segments == 2
    with pytest.raises(UsageError, match="did you mean number"):
        diff_report(workspace, ["laguna"], "en", only=("nummer",))
