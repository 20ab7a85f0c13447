"""A statement held in memory is asked by several threads at once: none gets half of an answer."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from translate_flow import checks
from translate_flow.flow.statement.sheet import Sheet
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .conftest import NAME, make_workspace, write


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    make_workspace(tmp_path / "w")
    workspace = Workspace.find(tmp_path / "w")
    write(workspace, {1: "The Liga Ribereña reports that 21 families lost their homes on 3 May 2024."})
    return Sheet.of(Work.open(workspace, NAME, "en"))


def test_who_asks_while_the_checks_are_being_loaded_gets_all_findings(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading, go = threading.Event(), threading.Event()
    really = checks.load

    def slowly() -> list[checks.Check]:
        if not loading.is_set():
            loading.set()
            assert go.wait(60)
        return really()

    monkeypatch.setattr(checks, "load", slowly)
    key = list(sheet.units)[1]
    first = threading.Thread(target=sheet.scene)
    first.start()
    assert loading.wait(60)
    try:
        found = sheet.finding(key)
    finally:
        go.set()
        first.join()
    assert "number-changed" in {f.rule for f in found}
    assert sheet.finding(key) == found


def test_findings_by_a_glossary_that_was_forgotten_meanwhile_are_not_remembered(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = list(sheet.units)[1]
    really = checks.check_unit

    def meanwhile(*args: object) -> object:
        sheet.forget_glossary()
        return really(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(checks, "check_unit", meanwhile)
    assert sheet.finding(key)
    assert sheet.findings == {}
