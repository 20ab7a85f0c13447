"""Plans are files that git merges line by line; what is broken in them is said and stops nothing."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.desk.conftest import make_workspace
from translate_flow.errors import UsageError, WorkspaceError
from translate_flow.flow.planning.plans import Plan, parse_due, read_plans, set_plan
from translate_flow.workspace import Workspace

LIMA = timezone(timedelta(hours=-5))
DUE = datetime(2026, 3, 8, 18, 0, tzinfo=LIMA)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(
        tmp_path / "w",
        statements={"a": "# Uno\n\nDos.\n", "x/b": "# Tres\n"},
        settings=[('targets = ["en"]', 'targets = ["en", "pt"]')],
    )


def test_what_is_planned_is_read_back_and_the_rest_of_the_file_stays(workspace: Workspace) -> None:
    note = 'Say "no"\nto \\ them\t–'
    set_plan(workspace, "a", "en", {"translator": "Ana Ñ.", "due": DUE, "note": note})
    path = workspace.plan_path("a")
    path.write_text(path.read_text("utf-8") + "\n# A remark of mine.\n", "utf-8")
    set_plan(workspace, "a", "pt", {"reviewer": "Berta", "priority": "urgente"})
    set_plan(workspace, "a", "en", {"due": None, "archived": True})
    set_plan(workspace, "x/b", "en", {"translator": "Ana"})
    plans = read_plans(workspace)
    assert plans.problems == ()
    assert plans.of("en", "a") == Plan("Ana Ñ.", note=note, archived=True)
    assert plans.of("pt", "a") == Plan(reviewer="Berta", priority="urgent")
    assert plans.of("en", "x/b").translator == "Ana" and plans.of("pt", "x/b") == Plan()
    assert "# A remark of mine." in path.read_text("utf-8")


def test_a_value_of_several_lines_and_keys_that_are_missing(workspace: Workspace) -> None:
    path = workspace.plan_path("a")
    path.parent.mkdir()
    path.write_text('[en]\nnote = """one\ntwo"""\n\n[pt]\ntranslator = "X"\n', "utf-8")
    set_plan(workspace, "a", "en", {"note": "three", "translator": "Ana"})
    plans = read_plans(workspace)
    assert plans.of("en", "a") == Plan("Ana", note="three") and plans.of("pt", "a") == Plan("X")


BROKEN = {
    '[en]\ntranslator = "Ana\n': ("line 2", "fix the line"),
    '[en]\ntranslator = 3\nreviewer = "B"\n': ("a.toml:2", "quotation marks"),
    '[en]\nreviewer = "B"\n\ndue = "tomorrow"\n': ("a.toml:4", "2026-03-08T18:00"),
    '[en]\nreviewer = "B"\ndeu = 2026-01-01\n': ("a.toml:3", "did you mean due"),
    '[en]\nreviewer = "B"\npriority = "hihg"\n': ("a.toml:3", "urgent"),
    '[en]\nreviewer = "B"\narchived = "yes"\n': ("a.toml:3", "true or false"),
    '[en]\nreviewer = "B"\n\n[fr]\nreviewer = "C"\n': ("a.toml:4", "[fr]"),
    '[en]\n<<<<<<< ours\nreviewer = "B"\n=======\n>>>>>>> theirs\n': ("a.toml:2", "conflict marks"),
    '[en]\nreviewer = "\udce1"\n': ("a.toml", "UTF-8"),
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_plan_names_line_and_remedy_and_blocks_nothing(workspace: Workspace, text: str) -> None:
    set_plan(workspace, "x/b", "en", {"translator": "Ana"})
    path = workspace.plan_path("a")
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    plans = read_plans(workspace)
    assert len(plans.problems) == 1
    for words in BROKEN[text]:
        assert words in str(plans.problems[0])
    assert plans.of("en", "x/b").translator == "Ana"
    if "line 2" not in BROKEN[text] and "UTF-8" not in BROKEN[text] and "conflict marks" not in BROKEN[text]:
        assert plans.of("en", "a").reviewer == "B"
    else:
        with pytest.raises(WorkspaceError):
            set_plan(workspace, "a", "en", {"translator": "C"})
        assert path.read_bytes() == text.encode("utf-8", "surrogateescape"), "the file as it was"


def test_a_plan_of_no_statement_is_said(workspace: Workspace) -> None:
    set_plan(workspace, "a", "en", {"translator": "Ana"})
    workspace.plan_path("a").rename(workspace.plan_path("aa"))
    assert "aa.toml" in str(read_plans(workspace).problems[0])


NOW = datetime(2026, 3, 7, 12, 0, tzinfo=UTC)
TIMES = {
    "2026-03-08T18:00-05:00": DUE,
    "2026-03-08 18:00 America/Lima": DUE,
    "2026-03-08 23:00 UTC": DUE,
    "2026-03-08T23:00Z": DUE,
}


@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_understood_with_its_zone(text: str) -> None:
    assert parse_due(text, NOW) == TIMES[text]


def test_a_date_means_its_end_and_an_hour_today() -> None:
    assert parse_due("2026-03-08").strftime("%H:%M") == "23:59"
    assert parse_due("9:30 America/Lima", NOW) == datetime(2026, 3, 7, 9, 30, tzinfo=LIMA)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2026-02-30",
        "18:60",
        "2026-03-08 18:00 Lima/Peru",
        "../../etc UTC",
        "9999-12-31T23:59-23:59",
    ],
)
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="--due"):
        parse_due(text)


def test_git_puts_together_what_two_people_planned(workspace: Workspace) -> None:
    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@x", *words]
        return subprocess.run(command, cwd=workspace.root, capture_output=True, text=True, check=True).stdout

    set_plan(workspace, "a", "en", {"translator": "Ana"})
    git("init", "-q", "-b", "main")
    git("add", "plans")
    git("commit", "-qm", "plan")
    git("checkout", "-qb", "other")
    set_plan(workspace, "a", "en", {"due": DUE, "note": "theirs"})
    git("commit", "-qam", "other")
    git("checkout", "-q", "main")
    set_plan(workspace, "a", "en", {"reviewer": "Berta", "priority": "high", "archived": True})
    git("commit", "-qam", "ours")
    git("merge", "-q", "--no-edit", "other")
    assert read_plans(workspace).of("en", "a") == Plan("Ana", "Berta", DUE, "high", "theirs", True)
