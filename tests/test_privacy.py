"""Which engine may see which statement, and what is told of it beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_flow import engines
from translate_flow.cli.group import group
from translate_flow.errors import UsageError, WorkspaceError
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .lines import Line


def made(folder: Path, text: str, settings: str = "") -> Workspace:
    """A workspace that allows online engines, with one statement."""
    init(folder, "es", ("en",))
    (folder / "translate-flow.toml").write_text(
        "[privacy]\nonline_engines = true\n[drafting]\nengines = ['far', 'near']\n" + settings, "utf-8"
    )
    source = folder / "statements" / "carta.es.md"
    source.write_text(text, "utf-8")
    workspace = Workspace.find(folder)
    add(workspace, [source], ["en"])
    return workspace


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    """Two engines: `far` on another machine, `near` on this one."""
    found = Line(far=False, near=True)
    monkeypatch.setattr(engines, "load", found.load)
    return found


PLAIN = "Uno va.\n\nDos van.\n"
MARKED = f"---\nconfidential: true\n---\n\n{PLAIN}"


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        (MARKED, ""),
        (MARKED.replace("true", "hasta el entierro"), ""),
        (PLAIN, "[statements.carta]\nconfidential = true\n"),
        (PLAIN, "[statements.'c*']\nconfidential = true\nengines = ['far', 'near']\n"),
    ],
)
def test_a_confidential_statement_uses_no_engine_elsewhere(
    tmp_path: Path, line: Line, text: str, settings: str
) -> None:
    workspace = made(tmp_path, text, settings)
    job = plan(workspace, ["carta"], "en")
    assert [factory.name for factory in job.chains["carta"]] == ["near"]
    assert "carta is confidential" in str(job.reasons[0])
    list(run(job))
    assert line.asked["far"] == [] and len(line.asked["near"]) == 2
    with pytest.raises(UsageError, match="carta is confidential"):
        plan(workspace, ["carta"], "en", engines=("far",), redo=True)


def test_when_the_near_engine_fails_a_confidential_statement_still_goes_nowhere(
    tmp_path: Path, line: Line
) -> None:
    workspace = made(tmp_path, MARKED)
    line.give_up["near"] = 1
    with pytest.raises(Exception, match="one segment is left"):
        list(run(plan(workspace, ["carta"], "en")))
    assert line.asked["far"] == []


def test_a_mark_made_between_the_plan_and_its_turn_holds(tmp_path: Path, line: Line) -> None:
    job = plan(made(tmp_path, PLAIN), ["carta"], "en")
    (tmp_path / "statements" / "carta.es.md").write_text(f"Confidential: yes\n\n{PLAIN}", "utf-8")
    with pytest.raises(UsageError, match="its first line"):
        list(run(job))
    assert line.asked == {"far": [], "near": []}


def test_a_mark_made_while_a_statement_is_on_its_way_stops_the_rest(
    tmp_path: Path, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate_flow.flow.drafts.draft.JOURNAL_SECONDS", 0.0)
    text = "\n\n".join(f"Van {n} personas." for n in range(200))
    job = plan(made(tmp_path, text), ["carta"], "en")

    def mark(_name: str, done: int, _whole: int) -> None:
        if done:
            (tmp_path / "statements" / "carta.es.md").write_text(MARKED, "utf-8")

    with pytest.raises(UsageError, match="its front matter"):
        list(run(job, mark))
    assert 0 < len(line.asked["far"]) < len(job.works[0][1])


@pytest.mark.parametrize(
    "settings", ["[privacy", "[privacy]\nonline_engines = 'no'", "[privacy]\nonline = true"]
)
def test_settings_that_cannot_be_read_any_more_allow_nothing(
    tmp_path: Path, line: Line, settings: str
) -> None:
    """A long-lived program has the old ones in its memory; they may be what was just forbidden."""
    workspace = made(tmp_path, PLAIN)
    job = plan(workspace, ["carta"], "en")
    (tmp_path / "translate-flow.toml").write_text(settings, "utf-8")
    for act in (lambda: plan(workspace, ["carta"], "en"), lambda: list(run(job))):
        with pytest.raises(WorkspaceError):
            act()
    assert line.asked == {"far": [], "near": []}


@pytest.mark.parametrize("private", ["no", "yes", 1, None])
def test_an_engine_that_does_not_plainly_say_that_it_runs_here_does_not(
    tmp_path: Path, line: Line, private: object
) -> None:
    line.makers["near"].private = private  # type: ignore[assignment]
    with pytest.raises(UsageError, match="carta is confidential"):
        plan(made(tmp_path, MARKED), ["carta"], "en", engines=("near",))


def test_unmarked_it_goes_where_the_workspace_allows(tmp_path: Path, line: Line) -> None:
    workspace = made(tmp_path, MARKED)
    source = tmp_path / "statements" / "carta.es.md"
    source.write_text(MARKED.replace("true", "false"), "utf-8")
    add(workspace, [source], ["en"])
    list(run(plan(Workspace.find(tmp_path), ["carta"], "en")))
    assert len(line.asked["far"]) == 2
    assert {u.draft.by for u in Work.open(workspace, "carta", "en").units if u.draft} == {"far"}


def test_a_dry_run_tells_what_would_go_where_and_for_how_much(tmp_path: Path, line: Line) -> None:
    made(tmp_path, PLAIN)
    told = CliRunner().invoke(group, ["draft", "-C", str(tmp_path), "--dry-run"]).output
    assert "carta → en: 2 segments, 15 characters; far, text is sent to another machine" in told
    assert "about 0.00 EUR (20 per million characters; a note); if that fails, near" in told
    source = tmp_path / "statements" / "carta.es.md"
    source.write_text(MARKED, "utf-8")
    add(Workspace.find(tmp_path), [source], ["en"])
    told = CliRunner().invoke(group, ["draft", "-C", str(tmp_path), "--dry-run"]).output
    assert "near, text stays on this machine; confidential (its front matter): nothing leaves" in told
    assert line.asked == {"far": [], "near": []}


def test_engines_test_refuses_to_send_even_a_harmless_sentence(tmp_path: Path, line: Line) -> None:
    made(tmp_path, PLAIN)
    settings = tmp_path / "translate-flow.toml"
    assert CliRunner().invoke(group, ["engines", "test", "far", "-C", str(tmp_path)]).exit_code == 0
    settings.write_text(settings.read_text("utf-8").replace("true", "false"), "utf-8")
    refused = CliRunner().invoke(group, ["engines", "test", "far", "-C", str(tmp_path)])
    assert isinstance(refused.exception, UsageError) and len(line.asked["far"]) == 1
    assert CliRunner().invoke(group, ["engines", "test", "near", "-C", str(tmp_path)]).exit_code == 0
