"""A stranger's file is taken in by a process of its own, which ends when it takes too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import ConflictError, ReadError
from translate_flow.flow.intake.apart import apart
from translate_flow.flow.intake.init import init
from translate_flow.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path, "es", ("en",))
    return Workspace.load(tmp_path)


def test_a_file_is_taken_in_as_by_a_command(workspace: Workspace) -> None:
    (added,) = apart(workspace, "Carta.md", b"# Carta\n\nHola a todas.\n")
    assert (added.name, added.first, sum(added.counts.values())) == ("Carta", True, 2)
    assert (workspace.statements / "Carta.es.md").exists() and added.path.exists()
    with pytest.raises(ConflictError, match="other text"):
        apart(workspace, "Carta.md", b"# Otra\n")
    (again,) = apart(workspace, "Carta.md", b"# Otra\n", replacing=True)
    assert not again.first and again.counts["new"] == 1
    (workspace.statements / "Carta.es.md").write_text("# Otra\n\nUna más.\n")
    (reread,) = apart(workspace, str(workspace.statements / "Carta.es.md"), None)
    assert reread.counts["same"] == 1 and reread.counts["new"] == 1


def test_a_file_that_is_no_statement_is_refused_in_its_own_words(workspace: Workspace) -> None:
    with pytest.raises(ReadError, match=r"carta\.es\.docx"):
        apart(workspace, "carta.docx", b"PK\x03\x04 broken")
    assert not list(workspace.statements.iterdir())


def test_what_takes_too_long_is_refused_and_leaves_no_trace(workspace: Workspace) -> None:
    with pytest.raises(ReadError, match=r"carta\.md: takes too"):
        apart(workspace, "carta.md", b"Hola a todas.\n\n" * 1000, seconds=0.01)
    assert not list(workspace.statements.iterdir())
