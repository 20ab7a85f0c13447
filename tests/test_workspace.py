"""The workspace on disk: what counts as a statement, and where a name leads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translate_flow.errors import ReadError, UsageError, WorkspaceError
from translate_flow.flow.doctor import examine
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.intake.sources import gather
from translate_flow.workspace import Workspace

TEXT = "# Carta abierta\n\nPedimos justicia.\n"
PUT_ASIDE = (
    "carta.es.md~", "#carta.es.md#", "carta.es.md.bak", "carta.es.md.orig", ".carta.es.md.swp", "carta.es.md.part"
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace with one statement, not yet read."""
    init(tmp_path / "w", "es", ("en",))
    (tmp_path / "w/statements/carta.es.md").write_text(TEXT, "utf-8")
    return Workspace.find(tmp_path / "w")


def test_a_statement_whose_name_no_list_can_hold_is_passed_over_with_a_word(workspace: Workspace) -> None:
    odd = workspace.statements / "con\nsalto.es.md"
    odd.write_text(TEXT, "utf-8")
    for words in ([], [str(odd), str(workspace.statements / "carta.es.md")]):
        found = gather(workspace, words)
        assert [s.path.name for s in found.sources] == ["carta.es.md"]
        assert [notice.id for notice in found.notices] == ["flow.intake.name-with-control"]


@pytest.mark.parametrize("name", PUT_ASIDE)
def test_what_an_editor_or_git_put_aside_is_no_statement_and_stops_nothing(
    workspace: Workspace, name: str
) -> None:
    aside = workspace.statements / name
    aside.write_text(TEXT, "utf-8")
    every = [str(p) for p in workspace.statements.iterdir()]
    for words in ([], every):
        found = gather(workspace, words)
        assert [s.path.name for s in found.sources] == ["carta.es.md"]
    assert not words or any(name in str(notice) for notice in found.notices)
    add(workspace, found.sources, ["en"])
    assert Workspace.find(workspace.root).catalogued("en") == ["carta"]


def test_a_link_that_leads_outside_is_no_statement(workspace: Workspace, tmp_path: Path) -> None:
    """In a workspace that somebody sent, it would show any file of this machine."""
    (tmp_path / "elsewhere.md").write_text(TEXT, "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "tercera.es.md").write_text(TEXT, "utf-8")
    link = workspace.statements / "otra.es.md"
    link.symlink_to(tmp_path / "elsewhere.md")
    (workspace.statements / "sub").symlink_to(tmp_path / "folder")
    for path in (link, workspace.statements / "sub" / "tercera.es.md"):
        with pytest.raises(UsageError, match="is a link that leads outside the workspace"):
            add(workspace, gather(workspace, [str(path)]).sources, ["en"])
    found = gather(workspace, [])
    assert [s.path.name for s in found.sources] == ["carta.es.md"]
    assert any("otra.es.md: not read; it is a link" in str(notice) for notice in found.notices)
    assert replace(workspace).has_source("otra") is None


def test_a_link_within_the_workspace_is_followed(workspace: Workspace) -> None:
    link = workspace.statements / "otra.es.md"
    link.symlink_to("carta.es.md")
    assert workspace.statement_name(link) == "otra"
    add(workspace, [link], ["en"])
    assert replace(workspace).source_path("otra").read_text("utf-8") == TEXT


def test_all_statements_may_lie_behind_a_link(workspace: Workspace, tmp_path: Path) -> None:
    workspace.statements.rename(tmp_path / "shared")
    workspace.statements.symlink_to(tmp_path / "shared")
    assert workspace.source_path("carta").name == "carta.es.md"
    add(workspace, [workspace.statements / "carta.es.md"], ["en"])


def test_a_file_outside_is_refused_however_it_is_named(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "fuera.es.md").write_text(TEXT, "utf-8")
    (tmp_path / "fuera.md").write_text(TEXT, "utf-8")
    for path in (tmp_path / "fuera.es.md", tmp_path / "fuera.md", workspace.statements / "../../fuera.es.md"):
        with pytest.raises(UsageError, match=r"is outside .* as fuera\.es\.md"):
            add(workspace, [path], ["en"])


def test_a_line_break_in_a_name_is_refused(workspace: Workspace) -> None:
    path = workspace.statements / "dos\nlineas.es.md"
    path.write_text(TEXT, "utf-8")
    with pytest.raises(UsageError, match="line break or control character"):
        workspace.statement_name(path)
    assert workspace.has_source("carta")


def test_a_statement_that_is_gone_is_told_with_what_to_do(workspace: Workspace) -> None:
    with pytest.raises(ReadError, match=r"put it back, or, if .* locales/\*/nada.po"):
        workspace.source_path("nada")


def test_doctor_tells_an_engine_that_does_not_exist(workspace: Workspace) -> None:
    file = workspace.root / "translate-flow.toml"
    file.write_text('[drafting]\nengines = ["aperitum"]\n', "utf-8")
    signs = {str(s.what): s for s in examine(Workspace.find(workspace.root))}
    assert not signs["engine aperitum"].good
    file.write_text("[languages]\ntargets = []\n", "utf-8")
    with pytest.raises(WorkspaceError, match="at least one"):
        Workspace.find(workspace.root)
