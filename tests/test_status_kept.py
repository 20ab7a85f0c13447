"""`status`: what was found is kept and is never old, and its table is rich's, in less time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_flow.cli import run
from translate_flow.flow.intake.add import add
from translate_flow.flow.status import FILE, Kept, status
from translate_flow.model.coverage import Coverage
from translate_flow.workspace import Workspace

SETTINGS = '[languages]\nsource = "es"\ntargets = ["en", "ca"]\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """One statement of three segments, in files that nobody has touched for a minute."""
    (tmp_path / "statements").mkdir()
    (tmp_path / "translate-flow.toml").write_text(SETTINGS, "utf-8")
    file = tmp_path / "statements" / "agua.es.md"
    file.write_text("# Agua\n\nSin agua no hay vida.\n\nDefendemos el río.\n", "utf-8")
    made = Workspace.load(tmp_path)
    add(made, [file], ["en", "ca"])
    return made


def rested(workspace: Workspace) -> Workspace:
    """The workspace as it is once the clock of its files has moved on."""
    newest = max(p.stat().st_ctime for p in workspace.root.rglob("*") if p.is_file())
    while time.time() < newest + 0.2:
        time.sleep(0.05)
    return Workspace.load(workspace.root)


def seen(workspace: Workspace) -> Coverage:
    """What `status` says of the statement."""
    return status(Workspace.load(workspace.root), ["agua"], "en")[0]


def kept(workspace: Workspace) -> dict[str, object]:
    """The rows in the cache."""
    data = json.loads((workspace.cache / FILE).read_text("utf-8"))
    return dict(data["rows"])


def test_an_untouched_statement_is_not_read_again(workspace: Workspace) -> None:
    found = seen(rested(workspace))
    assert seen(workspace) == found and list(kept(workspace)) == ["en/agua"]
    code = "import sys; from translate_flow.cli import run; run(['status']); sys.exit(bool({'rspolib', 'yaml', 'rich', 'translate_flow.flow.statement.work'} & set(sys.modules)))"
    run(["status", "-C", str(workspace.root)])
    done = subprocess.run([sys.executable, "-c", code], cwd=workspace.root, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def _edit(workspace: Workspace) -> None:
    po = workspace.catalogue_path("agua", "en")
    text = po.read_text("utf-8").replace('río."\nmsgstr ""', 'río."\nmsgstr "We defend the river."')
    po.write_text(text, "utf-8")


def _mark(workspace: Workspace) -> None:
    source = workspace.source_path("agua")
    source.write_text("---\nconfidential: true\n---\n" + source.read_text("utf-8"), "utf-8")


def _mark_in_settings(workspace: Workspace) -> None:
    (workspace.root / "translate-flow.toml").write_text(SETTINGS + '[privacy]\nconfidential = ["agua"]\n')


def _lose(workspace: Workspace) -> None:
    workspace.source_path("agua").unlink()


def _undo(workspace: Workspace) -> None:
    workspace.journal_path("agua", "en").write_text("not a journal\n", "utf-8")


@pytest.mark.parametrize("change", [_edit, _mark, _mark_in_settings, _lose, _undo])
def test_whatever_changes_is_seen_at_once(workspace: Workspace, change: Callable[[Workspace], None]) -> None:
    before = seen(rested(workspace))
    change(workspace)
    after = seen(workspace)
    (workspace.cache / FILE).unlink()
    assert after == seen(workspace)
    assert change is _undo or after != before


def test_what_is_being_written_is_not_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate_flow.flow.status.TICK", 1e6)
    seen(workspace)
    assert not (workspace.cache / FILE).exists()


@pytest.mark.parametrize(
    "damage", ["", "[]", "{", '{"version": "0.1.0/1", "rows": {"en/agua": [1]}}', '{"version": 1}']
)
def test_a_damaged_cache_is_no_harm(workspace: Workspace, damage: str) -> None:
    found = seen(rested(workspace))
    (workspace.cache / FILE).write_text(damage, "utf-8")
    assert seen(workspace) == found
    rows = json.loads((workspace.cache / FILE).read_text("utf-8"))
    for row in rows["rows"].values():
        row[1]["states"] = {"unheard-of": [1, 2]}
    (workspace.cache / FILE).write_text(json.dumps(rows), "utf-8")
    assert seen(workspace) == found


def test_every_value_of_a_row_is_kept(workspace: Workspace) -> None:
    _mark(workspace)
    found = seen(rested(workspace))
    assert found.notice and found.confidential
    _, row = Kept(workspace)._rows["en/agua"]
    assert set(row) == set(Coverage.__dataclass_fields__)
    assert seen(workspace) == found


@pytest.mark.parametrize("columns", ["", "60", "70", "79", "80", "200"])
@pytest.mark.parametrize("name", ["agua", "水のために", "Ñaña «río»"])
def test_the_table_is_the_one_that_rich_makes(
    workspace: Workspace,
    name: str,
    columns: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    more = workspace.statements / f"{name}.es.md"
    more.write_text("# Otro\n\nQue se sepa.\n", "utf-8")
    add(Workspace.load(workspace.root), [more], ["en", "ca"])
    _edit(workspace)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    else:
        monkeypatch.delenv("COLUMNS", raising=False)
    run(["status", "-C", str(workspace.root)])
    ours = capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    run(["status", "-C", str(workspace.root)])
    theirs = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)
    assert ours == theirs
