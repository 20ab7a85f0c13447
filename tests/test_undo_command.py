"""undo, redo and timeline on the command line: what they say, as text and JSON, and their exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desk.conftest import NAME, make_workspace
from translate_flow.cli import run as command
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

Said = Callable[..., Any]


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    monkeypatch.chdir(make_workspace(tmp_path / "w").root)

    def ask(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = command(list(words))
        return code, *capsys.readouterr()

    return ask


def key() -> str:
    return Work.open(Workspace.load(Path.cwd()), NAME, "en").catalogue.entries[1].key


def test_what_was_done_is_listed_undone_and_done_again(said: Said) -> None:
    assert said("edit", NAME, key(), "--text", "One.", "--as", "Ana")[0] == 0
    assert said("approve", NAME, key(), "--as", "Berta")[0] == 0
    code, _, err = said("undo", "--as", "Ana")
    assert code == 3 and "Berta has worked on it since" in err
    assert "1 segment would be as before" in said("undo", "--as", "Berta", "--dry-run")[1]
    assert "approvals by Berta" in said("undo", "--as", "Berta")[1]
    assert "edits by Ana" in said("undo", NAME, "--as", "Ana")[1]
    code, out, _ = said("redo", "--as", "Ana", "--format", "json")
    assert json.loads(out)["deeds"] == ["edit"] and json.loads(out)["done"][0]["key"] == key()
    acts = json.loads(said("timeline", NAME, "--format", "json")[1])["acts"]
    assert [list(a["deeds"]) for a in acts] == [["redo"], ["undo"], ["undo"], ["approve"], ["edit"]]
    assert [a["undone"] for a in acts] == [False, True, False, True, False]
    assert "(undone since)" in said("timeline", NAME)[1] and "done again 1" in said("timeline", NAME)[1]
    assert "as before" in said("undo", "--act", acts[-1]["act"], "--as", "Carla")[1]


def test_two_moments_are_compared(said: Said) -> None:
    said("edit", NAME, key(), "--text", "One water.", "--as", "Ana")
    said("edit", NAME, key(), "--text", "Two waters.", "--as", "Ana")
    names = [a["act"] for a in json.loads(said("timeline", NAME, "--format", "json")[1])["acts"]]
    data = json.loads(said("timeline", NAME, "--since", names[1], "--format", "json")[1])
    [one] = data["segments"]
    assert (one["from"]["text"], one["to"]["text"]) == ("One water.", "Two waters.")
    assert said("timeline", NAME, "--since", names[0])[2].count("no text or state changed") == 1
    [whole] = json.loads(said("timeline", NAME, "--until", names[1], "--format", "json")[1])["segments"]
    assert whole["from"] == {"text": "", "state": "missing"} and whole["to"]["state"] == "translated"
    assert said("timeline", NAME, "--since", "yesterday")[0] == 2
    assert said("undo", "--act", "zzzzzz")[0] == 2 and said("redo")[0] == 2
