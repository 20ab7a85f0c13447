"""Findings are kept between runs of `check`, for their owner alone, and no longer than they hold."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from translate_flow.flow.check import check
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.findings import FOLDER
from translate_flow.workspace import Workspace

TEXT = "Hubo 17 muertos en Puno.\n\nVolvieron a Huancasancos.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path, "es", ("en",))
    (tmp_path / "statements" / "aviso.es.md").write_text(TEXT, "utf-8")
    found = Workspace.load(tmp_path)
    add(found, [tmp_path / "statements" / "aviso.es.md"], ["en"])
    translate(found, "There were 27 deaths in Puno.")
    return found


def translate(workspace: Workspace, text: str) -> None:
    """As a PO editor does it."""
    path = workspace.catalogue_path("aviso", "en")
    before = path.read_text("utf-8")
    start = before.index('msgid "Hubo 17')
    at = before.index('msgstr "', start) + len('msgstr "')
    path.write_text(before[:at] + text + before[before.index('"', at) :], "utf-8")


def rules(workspace: Workspace) -> list[str]:
    [checked] = check(workspace, ["aviso"], "en")
    return [finding.rule for finding in checked.findings]


def kept(workspace: Workspace) -> Path:
    return workspace.cache / FOLDER / "en" / "aviso.json"


def test_a_correction_is_seen_at_once(workspace: Workspace) -> None:
    assert "number-changed" in rules(workspace)
    assert kept(workspace).exists()
    translate(workspace, "There were 17 deaths in Puno.")
    assert "number-changed" not in rules(workspace)


def test_the_file_is_its_owners_alone(workspace: Workspace) -> None:
    """It quotes texts that are not published yet; so it is after it was written again."""
    rules(workspace)
    translate(workspace, "There were 37 deaths in Puno.")
    rules(workspace)
    assert stat.S_IMODE(kept(workspace).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"contexts": {}, "units": {"x": 1}}', b"\xff\xfe", b'{"contexts": 3, "units": {}}'],
)
def test_a_spoilt_file_is_made_anew(workspace: Workspace, data: bytes) -> None:
    found = rules(workspace)
    whole = kept(workspace).read_bytes()
    kept(workspace).write_bytes(data)
    assert rules(workspace) == found
    assert kept(workspace).read_bytes() == whole


def test_rows_of_a_wrong_form_are_made_anew(workspace: Workspace) -> None:
    found = rules(workspace)
    made = json.loads(kept(workspace).read_bytes())
    for _, said, _, _ in made["units"].values():
        for rows in said.values():
            rows[0][1] = "calamity"
    kept(workspace).write_text(json.dumps(made), "utf-8")
    assert rules(workspace) == found


def test_it_can_be_deleted_or_unwritable(workspace: Workspace) -> None:
    found = rules(workspace)
    kept(workspace).unlink()
    assert rules(workspace) == found
    kept(workspace).unlink()
    kept(workspace).mkdir()  # nothing can be written there
    assert rules(workspace) == found


def test_what_is_kept_of_a_statement_goes_with_it(workspace: Workspace) -> None:
    """The folder does not grow by statements that are gone."""
    rules(workspace)
    old = kept(workspace).with_name("gone.json")
    old.write_bytes(kept(workspace).read_bytes())
    rules(workspace)
    assert not old.exists() and kept(workspace).exists()
