"""One search over all statements and languages; what cannot be read is passed over and told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk.conftest import make_workspace, write
from translate_flow.cli import run as command
from translate_flow.errors import UsageError
from translate_flow.flow.queries.everywhere import everywhere
from translate_flow.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = make_workspace(
        tmp_path / "w",
        statements={f"s{n}": f"# Comunicado {n}\n\nPedimos agüita número {n}.\n" for n in range(4)},
        settings=[('targets = ["en"]', 'targets = ["en", "pt"]')],
    )
    write(made, {1: 'We ask for "water".'}, "Ana", "s1")
    return made


def found(workspace: Workspace, query: str, most: int = 100) -> list[tuple[str, str, int]]:
    places = [(tag, name) for tag in ("en", "pt") for name in workspace.catalogued(tag)]
    return [(h.language, h.name, h.number) for h in everywhere(workspace, query, places, most).hits]


def test_words_states_and_people_in_all_languages(workspace: Workspace) -> None:
    assert found(workspace, "aguita") == [(tag, f"s{n}", 2) for tag in ("en", "pt") for n in range(4)]
    assert found(workspace, "aguita state:translated by:ana") == [("en", "s1", 2)]
    assert found(workspace, 'text:"for \\"water"') == [] and found(workspace, "WATER") == [("en", "s1", 2)]
    assert len(found(workspace, "-aguita")) == 8
    with pytest.raises(UsageError):
        found(workspace, "colour:red")


def test_a_limit_shortens_the_list_and_not_the_count(workspace: Workspace) -> None:
    places = [("en", name) for name in workspace.catalogued("en")]
    some = everywhere(workspace, "aguita", places, 3)
    assert (len(some.hits), some.total) == (3, 4)


def test_a_broken_catalogue_does_not_stop_the_others(workspace: Workspace) -> None:
    workspace.catalogue_path("s0", "en").write_text("msgid nonsense aguita\n", "utf-8")
    places = [("en", name) for name in workspace.catalogued("en")]
    some = everywhere(workspace, "aguita", places, 100)
    assert len(some.hits) == 3 and len(some.errors) == 1


def test_the_command(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace.root)
    assert command(["find", "water", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["total"] == 1 and data["segments"][0]["statement"] == "s1"
    assert command(["find", "aguita", "--limit", "2"]) == 0
    assert "6 more" in capsys.readouterr().err
