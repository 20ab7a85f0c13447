"""Findings of a long statement are worked out in a process beside the desk's own, and are the same as its own would be."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.checks import load
from translate_flow.checks.kept import KeptFindings, holding
from translate_flow.flow.check import check
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement import beside
from translate_flow.flow.statement.sheet import Sheet
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

TEXT = "Hubo 17 muertos en Puno.\n\nVolvieron a Huancasancos.\n\nNo firmaron el acta.\n"
WRITTEN = ("There were 27 deaths in Puno.", "They returned to Huancasanco.", "They signed the act.")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path, "es", ("en",))
    (tmp_path / "statements" / "aviso.es.md").write_text(TEXT, "utf-8")
    found = Workspace.load(tmp_path)
    add(found, [tmp_path / "statements" / "aviso.es.md"], ["en"])
    work = Work.open(found, "aviso", "en")
    for unit, text in zip(work.units, WRITTEN, strict=True):
        edit(work, unit.key, text, "ana")
    return found


def opened(workspace: Workspace) -> Sheet:
    return Sheet.of(Work.open(workspace, "aviso", "en"))


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three paragraphs are a long statement."""
    monkeypatch.setattr(beside, "LEAST", 2)


@pytest.mark.usefixtures("long")
def test_another_process_finds_what_this_one_does(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, sheet = opened(workspace), opened(workspace)
    alone.examine()
    assert {f.rule for found in alone.findings.values() for f in found} >= {"number-changed", "negation-lost"}
    looked: list[str] = []
    monkeypatch.setattr(Sheet, "finding", lambda _sheet, key: looked.append(key))
    beside.examine(sheet)
    assert sheet.findings == alone.findings
    assert not looked
    assert sheet.examined == sheet.revision


def test_what_an_earlier_run_found_is_taken_over_where_it_holds(workspace: Workspace) -> None:
    check(workspace, ["aviso"], "en")
    sheet = opened(workspace)
    changed, *others = sheet.units
    edit(sheet.work, changed, "There were 17 deaths in Puno.", "ana")
    sheet.renew()
    sheet.recall()
    assert sorted(sheet.findings) == sorted(others)
    sheet.examine()
    alone = opened(workspace)
    alone.examine()
    assert sheet.findings == alone.findings


def test_nothing_holds_under_another_glossary(workspace: Workspace) -> None:
    check(workspace, ["aviso"], "en")
    (workspace.root / "glossary" / "zz.csv").write_text("es,en\nacta,record\n", "utf-8")
    sheet = opened(Workspace.load(workspace.root))
    sheet.recall()
    assert sheet.findings == {}


def test_nothing_holds_of_what_another_version_of_the_program_found(workspace: Workspace) -> None:
    sheet = opened(workspace)
    sheet.examine()
    assert holding(sheet.scene(), load(), KeptFindings({"unit": "other"}), "this version") == {}


@pytest.mark.usefixtures("long")
def test_a_desk_that_ends_waits_for_no_process(workspace: Workspace) -> None:
    sheet = opened(workspace)
    asked = iter([False])  # the process is started, and then the desk ends
    beside.examine(sheet, stop=lambda: next(asked, True))
    assert sheet.findings == {}


@pytest.mark.usefixtures("long")
def test_where_no_process_can_be_started_it_is_done_here(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside.sys, "executable", str(workspace.root / "nothing-here"))
    sheet = opened(workspace)
    beside.examine(sheet)
    assert set(sheet.findings) == set(sheet.units)
