"""`translate-flow engines`: what there is, here and in other packages, readable in any terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_flow import engines
from translate_flow.catalogue.journal import Journal
from translate_flow.cli.group import group
from translate_flow.errors import Unavailable, UsageError
from translate_flow.flow.intake.init import init
from translate_flow.workspace import Workspace

THEIRS = """
class Engine:
    name, version, private, style, fingerprint = "ours", "7", {private}, "word", ""
    def translate(self, passages):
        for passage in passages:
            yield passage.text.upper()
    def close(self): pass

class Factory:
    name, private, description = "ours", {private}, "another package's"
    def missing(self, source, target): return ""
    def start(self, source, target): return Engine()

FACTORY = Factory()
"""


def package(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str, name: str = "ours") -> None:
    """Install a package with an engine: what pip would put there, and nothing else."""
    (folder / f"{name}-1.0.dist-info").mkdir(parents=True)
    (folder / f"{name}-1.0.dist-info" / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    )
    (folder / f"{name}-1.0.dist-info" / "entry_points.txt").write_text(
        f"[translate_flow.engines]\n{name} = {name}_engine:FACTORY\n"
    )
    (folder / f"{name}_engine.py").write_text(code)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, f"{name}_engine", raising=False)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A fresh workspace, no keys or models of this machine's user."""
    for variable in ("DEEPL_KEY", "MICROSOFT_KEY", "LIBRETRANSLATE_URL"):
        monkeypatch.delenv(f"TRANSLATE_FLOW_{variable}", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    init(tmp_path / "demo", "es", ["en"])
    return Workspace.load(tmp_path / "demo")


def run(workspace: Workspace, *words: str, width: int = 80) -> str:
    """The output of a command in that workspace; it must succeed."""
    done = CliRunner().invoke(
        group, [*words, "-C", str(workspace.root)], env={"COLUMNS": str(width)}, catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_list_is_readable_in_any_terminal(workspace: Workspace, width: int) -> None:
    """No line is longer than the terminal or cut within a word, and each engine has its line."""
    shown = run(workspace, "engines", width=width)
    words = {name for line in shown.splitlines() for name in line.split()}
    assert all(len(line) <= width for line in shown.splitlines())
    for name in engines.names():
        assert any(line.startswith(f"{name} ") for line in shown.splitlines())
    assert {"TRANSLATE_FLOW_DEEPL_KEY", "TRANSLATE_FLOW_MICROSOFT_REGION", "characters"} <= words


def test_each_engine_tells_where_text_goes_and_what_it_lacks(workspace: Workspace) -> None:
    rows = {row["name"]: row for row in json.loads(run(workspace, "engines", "--format", "json"))["engines"]}
    assert set(rows) == set(engines.names())
    assert [name for name, row in rows.items() if row["private"]] == ["apertium", "firefox"]
    assert any(what in str(rows["firefox"]["why"]) for what in ("pip install", "engines get firefox es en"))
    for name in ("google", "mymemory", "deepl", "microsoft"):
        assert not rows[name]["ready"] and not rows[name]["allowed"]
        assert "online_engines = true" in str(rows[name]["why"]) and rows[name]["limits"]
    assert "TRANSLATE_FLOW_DEEPL_KEY" in str(rows["deepl"]["missing"]) and rows["google"]["missing"] == ""
    assert rows["deepl"]["price"]["currency"] == "EUR"


def test_where_online_engines_are_allowed_only_what_is_missing_is_told(workspace: Workspace) -> None:
    settings = workspace.root / "translate-flow.toml"
    text = settings.read_text(encoding="utf-8").replace("online_engines = false", "online_engines = true")
    settings.write_text(text, encoding="utf-8")
    shown = run(workspace, "engines")
    assert "off here" not in shown
    assert next(line for line in shown.splitlines() if line.startswith("google ")).split()[-1] == "ready"


def test_another_packages_engine_is_listed_and_drafts(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path / "site", monkeypatch, THEIRS.format(private=True))
    assert engines.names()[-1] == "ours"
    assert "ours           private  ready" in run(workspace, "engines")
    (workspace.root / "statements" / "nota.es.md").write_text("El paro sigue.\n", encoding="utf-8")
    run(workspace, "add")
    assert "1 segment drafted by ours" in run(workspace, "draft", "--engine", "ours")
    events = Journal.load(workspace.journal_path("nota", "en")).events
    assert [event.engine for event in events if event.do == "draft"] == ["ours 7"]


def test_another_packages_online_engine_needs_the_same_permission(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path / "site", monkeypatch, THEIRS.format(private=False))
    assert "ours           online   off here" in run(workspace, "engines")
    (workspace.root / "statements" / "nota.es.md").write_text("El paro sigue.\n", encoding="utf-8")
    run(workspace, "add")
    for words in (["draft", "--engine", "ours"], ["engines", "test", "ours"]):
        refused = CliRunner().invoke(group, [*words, "-C", str(workspace.root)])
        assert isinstance(refused.exception, UsageError) and "does not allow" in str(refused.exception)


def test_a_broken_package_is_told_and_keeps_nothing_else_from_working(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path / "site", monkeypatch, "raise ImportError('no such library')")
    shown = run(workspace, "engines", width=200)
    assert "ours           online   off here" in shown and "no such library" in shown
    with pytest.raises(Unavailable, match="install it again"):
        engines.load("ours")
