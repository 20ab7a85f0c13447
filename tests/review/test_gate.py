"""What is found, acts: it is shown when somebody answers for a text, and stops a build."""

from __future__ import annotations

import json
from dataclasses import replace as changed

import pytest

from tests.review.laguna import key, opened
from translate_flow.errors import UsageError
from translate_flow.flow.build import build
from translate_flow.flow.editing.edit import approve, confirm, edit
from translate_flow.flow.editing.many import approve_many
from translate_flow.flow.reviewing.remarks import dismiss
from translate_flow.flow.statement.gate import StoppedByFindings, findings_of, kept_back
from translate_flow.model import State
from translate_flow.workspace import Workspace

WRONG = "We saw triples in the lagoon."
"""A rendering the glossary forbids: an error."""


def stops_at(workspace: Workspace, stop: str) -> Workspace:
    rules = changed(workspace.settings.review, stop=stop)
    return changed(workspace, settings=changed(workspace.settings, review=rules))


def finished(workspace: Workspace) -> str:
    """Everything confirmed, one text of it wrong; the key of that one."""
    work = opened(workspace)
    for unit in work.units:
        if unit.state not in (State.KEPT,):
            confirm(work, unit.key, "ana")
    wrong = key(work, "Vimos")
    edit(work, wrong, WRONG, "ana")
    return wrong


def test_build_stops_at_an_error_and_writes_nothing(workspace: Workspace) -> None:
    wrong = finished(workspace)
    with pytest.raises(StoppedByFindings, match=wrong):
        build(workspace, ["laguna"], "en", ["txt"])
    assert not (workspace.root / "build").exists()


def test_build_with_errors_says_so_in_the_manifest(workspace: Workspace) -> None:
    wrong = finished(workspace)
    (built,) = build(workspace, ["laguna"], "en", ["txt"], with_errors=True)
    manifest = json.loads((built.folder / "manifest.json").read_text("utf-8"))
    assert wrong in manifest["errors"]
    assert manifest["findings"]["error"] == built.errors >= 1


def test_a_dismissed_finding_stops_nothing(workspace: Workspace) -> None:
    finished(workspace)
    work = opened(workspace)
    for k, found in findings_of(work).items():
        for finding in found:
            dismiss(work, k, "ana", finding.rule, "the authors want it so")
    (built,) = build(workspace, ["laguna"], "en", ["txt"])
    assert built.errors == 0


@pytest.mark.parametrize(("stop", "stopped"), [("error", True), ("warning", True), ("never", False)])
def test_the_workspace_says_what_stops(workspace: Workspace, stop: str, stopped: bool) -> None:
    wrong = finished(workspace)
    work = opened(stops_at(workspace, stop))
    assert (wrong in kept_back(work, [work.unit(wrong)])) is stopped


def test_an_error_in_a_draft_does_not_stop_a_build_of_drafts(workspace: Workspace) -> None:
    (built,) = build(workspace, ["laguna"], "en", ["txt"], drafts=True)
    assert built.unconfirmed > 0


def test_approving_many_leaves_out_what_has_errors(workspace: Workspace) -> None:
    wrong = finished(workspace)
    work = opened(workspace)
    done = approve_many(work, "rita")
    assert wrong in dict(done.faulty)
    assert wrong not in {u.key for u in done.approved}
    assert wrong in {u.key for u in approve_many(work, "rita", with_errors=True).approved}


def test_a_draft_nobody_confirmed_is_not_approved(workspace: Workspace) -> None:
    work = opened(workspace)
    k = key(work, "Vimos")
    with pytest.raises(UsageError, match="nobody has confirmed"):
        approve(work, k, "rita")
    confirm(work, k, "ana")
    assert approve(work, k, "rita").state is State.APPROVED
