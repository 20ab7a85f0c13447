"""What a repository's hooks and continuous integration run: the commands that we hand out do what the page on them says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from translate_flow.cli import run

ROOT = Path(__file__).resolve().parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A statement of two paragraphs, of which nothing is translated."""
    assert run(["init", str(tmp_path)]) == 0
    (tmp_path / "statements" / "aviso.es.md").write_text("# Aviso\n\nMurieron 41 personas.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["add"]) == 0
    return tmp_path


def outcome(hook: str) -> int:
    """The exit code of a hook's command; pre-commit stops the commit if it is not 0."""
    program, *words = shlex.split(HOOKS[hook]["entry"])
    assert program == "translate-flow"
    return run(words)


def keys(workspace: Path) -> list[str]:
    text = (workspace / "locales" / "en" / "aviso.po").read_text("utf-8")
    return re.findall(r'^msgctxt "([0-9a-f]+)"', text, re.MULTILINE)


def test_unfinished_work_can_be_committed(workspace: Path) -> None:
    assert outcome("translate-flow-check") == 0
    assert run(["edit", "aviso", keys(workspace)[0], "--text", "Notice", "--as", "Ana"]) == 0
    assert outcome("translate-flow-check") == outcome("translate-flow-doctor") == 0


def test_an_error_in_what_somebody_confirmed_stops_the_commit(workspace: Path) -> None:
    key = keys(workspace)[1]
    run(["edit", "aviso", key, "--text", "14 people died.", "--as", "Ana"])
    assert outcome("translate-flow-check") == 1
    run(["edit", "aviso", key, "--text", "41 people died.", "--as", "Ana"])
    assert outcome("translate-flow-check") == 0


def test_a_catalogue_that_cannot_be_read_stops_the_commit(workspace: Path) -> None:
    (workspace / "locales" / "en" / "aviso.po").write_text('msgid "unclosed\n', "utf-8")
    assert outcome("translate-flow-doctor") != 0
    assert outcome("translate-flow-check") != 0


def test_git_s_own_hook_and_the_recipe_run_the_same_command() -> None:
    page = (ROOT / "docs" / "automation.md").read_text("utf-8")
    assert page.count(HOOKS["translate-flow-check"]["entry"]) >= 2
