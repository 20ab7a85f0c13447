"""What drafts keep without a row becomes rows in one step."""

from __future__ import annotations

from pathlib import Path

from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.terms.suggest import suggest, take_names
from translate_flow.workspace import Workspace

TEXT = "La señora Cruz Torres vive en Quebrada Clara.\n\nEl Comité de Riego no firmó. Lo sabe Cruz.\n"


def test_names_kept_are_taken(tmp_path: Path) -> None:
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "a.es.md"
    source.write_text(TEXT, encoding="utf-8")
    add(Workspace.find(tmp_path), [source], ["en"])
    workspace = Workspace.load(tmp_path)
    found = suggest(workspace, ["a"], "en")
    assert {s.es: (s.kind, s.count) for s in found if s.shown} == {
        "Cruz Torres": ("person", 2),
        "Quebrada Clara": ("place", 1),
        "Comité de Riego": ("organisation", 1),
    }
    assert len(take_names(workspace, found, "en", least=2)) == 1
    assert len(take_names(workspace, suggest(workspace, ["a"], "en"), "en")) == 2
    rows = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "glossary").glob("*.csv"))
    for row in (
        "Cruz Torres,,person,keep",
        "Quebrada Clara,,place,keep",
        "Comité de Riego,,organisation,keep",
    ):
        assert row in rows
    assert not [s for s in suggest(workspace, ["a"], "en") if s.shown]
