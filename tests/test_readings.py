"""A long statement's reading is kept for its next opening: it is the same as one made anew, and no longer kept than it holds."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from translate_flow.flow.check import check
from translate_flow.flow.forget import traces
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement import readings, source
from translate_flow.flow.statement.work import Work
from translate_flow.formats import EXTENSIONS, format_for
from translate_flow.workspace import Workspace

FIXTURES = sorted(
    p for p in (Path(__file__).parent / "fixtures" / "formats").rglob("*") if p.suffix in EXTENSIONS
)
TEXT = "# Comunicado\n\n" + "\n\n".join(
    f"El agua de la comunidad {n} es de todos." for n in range(readings.LONG)
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path, "es", ("en",))
    return written(tmp_path, TEXT)


def written(root: Path, text: str) -> Workspace:
    """The workspace with this as its statement, added."""
    (root / "statements" / "aviso.es.md").write_text(text, "utf-8")
    found = Workspace.load(root)
    add(found, [root / "statements" / "aviso.es.md"], ["en"])
    return found


def kept(workspace: Workspace) -> Path:
    return workspace.cache / readings.FOLDER / "es" / "aviso.json"


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a source file from now on fails."""
    monkeypatch.delattr(source, "format_for")


def opened(workspace: Workspace) -> list[tuple[str, str]]:
    edition = Work.open(workspace, "aviso", "en").edition()
    return [(unit.key, unit.segment.text) for unit in edition.units]


def test_every_document_comes_back_as_it_was_read(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "LONG", 0)
    assert {p.suffix for p in FIXTURES} >= {".md", ".txt", ".html", ".docx", ".odt"}
    for path in FIXTURES:
        data = path.read_bytes()
        read = replace(format_for(path.name).document(data, path.name), name="aviso")
        readings.keep_reading(workspace, read, path.name, data)
        again = readings.kept_reading(workspace, "aviso", path.name, data, "")
        assert again == read, path
        assert readings.kept_reading(workspace, "aviso", path.name, data + b" ", "") is None
        assert readings.kept_reading(workspace, "aviso", f"other/{path.name}", data, "") is None


def test_a_statement_that_was_added_is_not_read_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stat.S_IMODE(kept(workspace).stat().st_mode) == 0o600
    before = opened(workspace)
    no_reading(monkeypatch)
    assert opened(workspace) == before


def test_another_text_is_read_again(workspace: Workspace) -> None:
    other = written(workspace.root, TEXT.replace("comunidad 7 ", "familia 7 "))
    assert "El agua de la familia 7 es de todos." in dict(opened(other)).values()


@pytest.mark.parametrize("spoilt", ["", "{}", "[1]", '{"format":"markdown","segments":[["a"]]}'])
def test_what_is_spoilt_is_made_anew(workspace: Workspace, spoilt: str) -> None:
    before, first = opened(workspace), kept(workspace).read_bytes()
    kept(workspace).write_bytes(first.split(b"\n", 1)[0] + b"\n" + spoilt.encode())
    assert opened(workspace) == before
    assert kept(workspace).read_bytes() == first


def test_another_program_reads_anew(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "reader", lambda: "another")
    data = (workspace.root / "statements" / "aviso.es.md").read_bytes()
    assert readings.kept_reading(workspace, "aviso", "statements/aviso.es.md", data, "") is None


def test_short_ones_are_not_kept(tmp_path: Path) -> None:
    init(tmp_path, "es", ("en",))
    assert not kept(written(tmp_path, "# Aviso\n\nHola a todas.\n")).exists()


def test_it_goes_with_its_statement(workspace: Workspace) -> None:
    assert kept(workspace) in traces(workspace, "aviso").copies
    kept(workspace).with_name("gone.json").write_text(json.dumps("x"), "utf-8")
    check(workspace, [], "en")
    assert [p.name for p in kept(workspace).parent.iterdir()] == ["aviso.json"]
