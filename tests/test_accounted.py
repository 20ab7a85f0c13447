"""A command over several statements that fails half way says which of them are done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translate_flow.errors import CatalogueError
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.editing.replace import preview, replace, search, undo
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.each import accounted
from translate_flow.flow.statement.work import Work
from translate_flow.messages import verbatim
from translate_flow.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two statements, each with a text that says *lake*."""
    init(tmp_path, "es", ("en",))
    for name in ("a", "b"):
        (tmp_path / "statements" / f"{name}.es.md").write_text("Defendemos la laguna.\n", "utf-8")
    found = Workspace.load(tmp_path)
    add(found, [found.root / "statements" / f"{n}.es.md" for n in ("a", "b")], ["en"])
    for name in ("a", "b"):
        work = Work.open(found, name, "en")
        edit(work, work.units[0].key, "We defend the lake.", "ana")
    return found


def test_nothing_is_said_of_what_was_not_done() -> None:
    with pytest.raises(CatalogueError, match=r"^gone$"), accounted([]):
        raise CatalogueError(verbatim("gone"))


def test_a_replacement_that_fails_at_the_second_statement_names_the_first(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = preview(workspace, ["a", "b"], "en", search("lake", "lagoon"))
    assert [p.statement for p in found] == ["a", "b"]
    journal = workspace.journal_path("b", "en")
    broken = os.fsync

    def fsync(number: int) -> None:
        if Path(f"/proc/self/fd/{number}").resolve() == journal:
            raise OSError(28, "No space left on device")
        broken(number)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CatalogueError, match=r"b\.history\.jsonl.*before the error.*: a$"):
        replace(workspace, "en", found, "ana", "lake → lagoon")
    monkeypatch.undo()
    texts = [Work.open(workspace, name, "en").units[0].target for name in ("a", "b")]
    assert texts == ["We defend the lagoon.", "We defend the lake."]
    assert undo(workspace, ["a", "b"], "en", "ana").count == 1
