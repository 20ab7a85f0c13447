"""Files that go out and come back: never over somebody's work, never taken for what they are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from translate_flow import cli
from translate_flow.errors import BuildError, ReadError, UsageError
from translate_flow.exchange.docx_names import W, run, w
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.exchange import bring_in, export
from translate_flow.model import State
from translate_flow.workspace import Workspace

from . import word
from .statement import made, opened, unit_of

DIALOGUE = "We demand a round table with clear deadlines."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


def exported(workspace: Workspace) -> Path:
    """The statement's review table."""
    return export(workspace, ["carta"], "en", "docx")[0].path


def test_export_never_overwrites_a_file_somebody_worked_in(workspace: Workspace) -> None:
    path = exported(workspace)
    first = path.read_bytes()
    work = opened(workspace)
    edit(work, unit_of(work, "Exigimos").key, DIALOGUE, "Ana Condori")
    assert exported(workspace).read_bytes() != first, "a file nobody touched is simply made anew"
    path.write_bytes(word.changed(path.read_bytes(), lambda r: word.retype(word.row_of(r, "murky"), "Mud.")))
    with pytest.raises(BuildError, match="import it first"):
        exported(workspace)
    export(workspace, ["carta"], "en", "docx", force=True)


def test_equal_statements_make_equal_files(workspace: Workspace) -> None:
    path = exported(workspace)
    first = path.read_bytes()
    path.unlink()
    assert exported(workspace).read_bytes() == first


def test_only_the_states_asked_for_go_out(workspace: Workspace) -> None:
    done = export(workspace, ["carta"], "en", "docx", states=[State.DRAFT])
    assert done[0].rows == 2
    with pytest.raises(UsageError, match="no segment is stale"):
        export(workspace, ["carta"], "en", "docx", states=[State.STALE])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"PK\3\4nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0old", "old Word"),
        (b"plain words", "not a review file"),
        (b"<html/>", "not an XLIFF"),
    ],
)
def test_a_file_that_is_no_review_file_is_refused_in_a_line(
    workspace: Workspace, data: bytes, says: str
) -> None:
    path = workspace.root / "odd.docx"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=says) as told:
        bring_in(workspace, path)
    assert "odd.docx" in str(told.value) and "\n" not in str(told.value)


def test_a_word_document_without_the_table_is_refused(workspace: Workspace) -> None:
    path = exported(workspace)
    other = path.with_name("other.docx")

    def change(root: etree._Element) -> None:
        for row in word.rows(root):
            parent = row.getparent()
            assert parent is not None
            parent.remove(row)

    other.write_bytes(word.changed(path.read_bytes(), change))
    with pytest.raises(ReadError, match="has no review table"):
        bring_in(workspace, other)


def test_with_several_languages_the_file_tells_its_own(tmp_path: Path) -> None:
    workspace = made(tmp_path, ("en", "fr"))
    path = export(workspace, ["carta"], "fr", "docx")[0].path
    assert bring_in(workspace, path).language == "fr"


def test_the_answer_for_scripts_has_the_documented_shape(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(workspace)

    def change(root: etree._Element) -> None:
        row = word.row_of(root, "table of")
        word.retype(row, DIALOGUE)
        word.insert(row, " Soon.", "Rosa Quispe")
        row.findall(f"{W}tc")[3].append(w("p", w("ins", run("Which table?"), id=1, author="Rosa Quispe")))
        gone = word.row_of(root, "murky")
        table = gone.getparent()
        assert table is not None
        table.remove(gone)

    path.write_bytes(word.changed(path.read_bytes(), change))
    code = cli.run(["-C", str(workspace.root), "import", str(path), "--format", "json", "--dry-run"])
    told = json.loads(capsys.readouterr().out)
    work = opened(workspace)
    assert (code, told["version"]) == (0, 1)
    file = told["files"][0]
    assert (file["statement"], file["language"]) == ("carta", "en")
    assert [r for r in file["rows"] if r["outcome"] != "unchanged"] == [
        {
            "key": unit_of(work, "Exigimos").key,
            "outcome": "taken",
            "by": "Rosa Quispe",
            "text": f"{DIALOGUE} Soon.",
            "why": "",
            "id": "",
        }
    ]
    assert file["absent"] == [unit_of(work, "El río").key]
    assert [(c["by"], c["text"]) for c in file["comments"]] == [("Rosa Quispe", "Which table?")]
    assert file["loose_comments"] == []


def test_a_row_to_be_decided_sets_the_exit_code(workspace: Workspace) -> None:
    path = exported(workspace)
    path.write_bytes(word.changed(path.read_bytes(), lambda r: word.retype(word.row_of(r, "murky"), "")))
    assert cli.run(["-C", str(workspace.root), "import", str(path)]) == 1
