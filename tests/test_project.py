"""The project's own workspace is real: its catalogues are valid, its reviewed statement can be published."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from translate_flow.errors import UsageError
from translate_flow.flow.build import build
from translate_flow.flow.check import check
from translate_flow.flow.statement.work import Work
from translate_flow.model import State
from translate_flow.workspace import Workspace, file_hash

from .needs import need

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted((ROOT / "locales").rglob("*.po"))
REVIEWED = "2023-01-12-derechos-humanos-peru"
DRAFTED = "2023-02-09-recordatorio-juliaca"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A copy of the project's workspace."""
    copy = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "translate-flow.toml", copy)
    for folder in ("statements", "locales", "glossary"):
        shutil.copytree(ROOT / folder, copy / folder)
    return Workspace.find(copy)


def test_there_are_catalogues() -> None:
    assert {p.stem for p in CATALOGUES} == {REVIEWED, DRAFTED}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda p: p.stem)
def test_gettext_accepts_each_catalogue_without_a_word(path: Path) -> None:
    done = subprocess.run(
        [need("msgfmt"), "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    same = subprocess.run([need("msgcat"), "--no-wrap", str(path)], capture_output=True, check=True).stdout
    assert same == path.read_bytes()


@pytest.mark.parametrize("name", [REVIEWED, DRAFTED])
def test_catalogue_journal_and_source_are_in_step(workspace: Workspace, name: str) -> None:
    before = (
        workspace.catalogue_path(name, "en").read_bytes(),
        workspace.journal_path(name, "en").read_bytes(),
    )
    work = Work.open(workspace, name, "en")
    assert not work.source_changed and not work.journal.damaged
    after = workspace.catalogue_path(name, "en").read_bytes(), workspace.journal_path(name, "en").read_bytes()
    assert before == after


def test_the_reviewed_statement_is_approved_and_has_no_errors(workspace: Workspace) -> None:
    work = Work.open(workspace, REVIEWED, "en")
    assert {u.state for u in work.units} == {State.APPROVED, State.KEPT}
    assert [f for c in check(workspace, [REVIEWED], "en") for f in c.findings if f.severity == "error"] == []


def test_the_second_statement_is_only_drafted(workspace: Workspace) -> None:
    assert {u.state for u in Work.open(workspace, DRAFTED, "en").units} == {State.DRAFT, State.KEPT}


def test_every_date_place_number_and_name_of_the_statement_stands_in_both_languages(
    workspace: Workspace,
) -> None:
    units = Work.open(workspace, REVIEWED, "en").units
    spanish = "\n".join(u.segment.text for u in units)
    english = "\n".join(u.target for u in units)
    for word in (
        "Juliaca", "Puno", "Apurímac", "Ayacucho", "Arequipa", "Junín", "La Libertad", "Dina Boluarte",
        "Alberto Otárola", "Red Muqui", "ternas", "2023", "41", "17", "10",
    ):  # fmt: skip
        assert word in spanish and word in english, word
    assert "Otalora" not in spanish + english
    assert "ternas (plain-clothes police intelligence groups)" in english


def test_equal_input_makes_equal_bytes_and_the_manifest_names_them(
    workspace: Workspace, tmp_path: Path
) -> None:
    from hashlib import blake2b

    one = build(workspace, [REVIEWED], "en", out=tmp_path / "one")[0]
    two = build(workspace, [REVIEWED], "en", out=tmp_path / "two")[0]
    for left, right in zip(one.files, two.files, strict=True):
        assert left.read_bytes() == right.read_bytes(), left.name
    listed = json.loads((one.folder / "manifest.json").read_text("utf-8"))["files"]
    assert {f["file"] for f in listed} == {p.name for p in one.files} - {"manifest.json"}
    for row in listed:
        data = (one.folder / row["file"]).read_bytes()
        assert (len(data), blake2b(data, digest_size=16).hexdigest()) == (row["bytes"], row["blake2b"])


def test_the_manifest_names_all_that_was_built_from(workspace: Workspace, tmp_path: Path) -> None:
    """An approval changes a page and nothing but the journal, so the journal is named too."""
    made = build(workspace, [REVIEWED], "en", ["jsonl"], out=tmp_path)[0]
    told = json.loads((made.folder / "manifest.json").read_text("utf-8"))
    for part in ("source", "catalogue", "journal"):
        file = workspace.root / told[part]["path"]
        assert file_hash(file.read_bytes()) == told[part]["blake2b"]


def test_an_unknown_output_is_told_with_all_there_are(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"no such output; did you mean statement\?; use one of statement, md"
    ):
        build(workspace, [REVIEWED], "en", ["statment"], out=tmp_path)
    assert not list(tmp_path.iterdir())


def test_machine_text_is_marked_in_every_file_of_a_build_with_drafts(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = build(workspace, [DRAFTED], "en", out=tmp_path, drafts=True)[0]
    for path in made.files:
        text = path.read_text("utf-8")
        marks = ("machine translation, not reviewed", "machine draft", "draft")
        assert any(mark in text for mark in marks), path.name


def test_no_package_or_archive_is_kept_in_the_repository() -> None:
    listed = subprocess.run(
        [need("git"), "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=True
    ).stdout.split("\n")
    assert [name for name in listed if name.endswith((".whl", ".egg", ".tar.gz", ".so"))] == []
