"""Review files of several statements go out together with a covering note, and come back in one command."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from translate_flow import cli
from translate_flow.errors import BuildError
from translate_flow.flow.exchange.packages import NOTE, export_package, unpacked
from translate_flow.flow.intake.add import add
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from . import word
from .statement import DRAFTS, made, opened, unit_of

DIALOGUE = "We demand a round table with clear deadlines."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with two statements, one in a folder."""
    found = made(tmp_path / "w")
    source = found.root / "statements" / "2023" / "aviso.es.md"
    source.parent.mkdir()
    source.write_text("# Aviso\n\nNadie responde.\n", "utf-8")
    found = Workspace.find(found.root)
    add(found, [source], ["en"])
    work = Work.open(found, "2023/aviso", "en")
    work.change(lambda now: [event("draft", now.units[1], "fake", "Nobody answers.")])
    return found


def corrected(data: bytes) -> bytes:
    """The table of `carta` with a paragraph corrected."""
    return word.changed(data, lambda root: word.retype(word.row_of(root, "table of"), DIALOGUE))


def test_a_zip_holds_every_statement_and_a_covering_note(workspace: Workspace) -> None:
    done = export_package(
        workspace, ["carta", "2023/aviso"], "en", "docx", note="By Friday, please.", by="Ana"
    )
    with zipfile.ZipFile(done.path) as archive:
        assert archive.namelist() == [NOTE, "carta.review.docx", "2023/aviso.review.docx"]
        text = archive.read(NOTE).decode()
    assert "2 statements" in text and "By Friday, please." in text and "From Ana, 20" in text
    assert "6 passages, 2 of them not yet read" in text and "Carta de las comunidades" in text
    first = done.path.read_bytes()
    export_package(workspace, ["carta", "2023/aviso"], "en", "docx", note="By Friday, please.", by="Ana")
    assert done.path.read_bytes() == first


@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_it_comes_back_in_one_command(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    target = tmp_path / ("out.zip" if kind == "zip" else "out")
    export_package(workspace, ["carta", "2023/aviso"], "en", "docx", out=target)
    parts = dict(unpacked(target))
    parts["from Luz/carta (2).docx"] = corrected(parts.pop("carta.review.docx"))
    back = tmp_path / ("back.zip" if kind == "zip" else "back")
    junk = {
        "__MACOSX/._carta.docx": b"junk",
        "~$carta.docx": b"lock",
        NOTE: b"PO: msgid",
        "photo.jpg": b"\xff\xd8",
    }
    if kind == "zip":
        with zipfile.ZipFile(back, "w") as archive:
            for name, data in {**parts, **junk}.items():
                archive.writestr(name, data)
    else:
        for name, data in {**parts, **junk}.items():
            (back / name).parent.mkdir(parents=True, exist_ok=True)
            (back / name).write_bytes(data)
    assert cli.run(["-C", str(workspace.root), "import", str(back), "--as", "Luz"]) == 0
    unit = unit_of(opened(workspace), "Exigimos")
    assert (unit.target, unit.events[-1].by) == (DIALOGUE, "Luz")


def test_a_file_that_cannot_be_read_keeps_no_other_back(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export_package(workspace, ["carta", "2023/aviso"], "en", "docx", out=tmp_path / "p")
    path = tmp_path / "p" / "carta.review.docx"
    path.write_bytes(corrected(path.read_bytes()))
    (tmp_path / "p" / "2023" / "aviso.review.docx").write_bytes(b"PK\3\4cut")
    assert cli.run(["-C", str(workspace.root), "import", str(tmp_path / "p")]) == 3
    assert "aviso.review.docx" in capsys.readouterr().err
    assert unit_of(opened(workspace), "Exigimos").target == DIALOGUE


def test_a_package_somebody_worked_in_is_not_overwritten(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "p"
    export_package(workspace, ["carta"], "en", "docx", out=target)
    path = target / "carta.review.docx"
    path.write_bytes(corrected(path.read_bytes()))
    with pytest.raises(BuildError, match=r"carta\.review\.docx"):
        export_package(workspace, ["carta"], "en", "docx", out=target)
    export_package(workspace, ["carta"], "en", "docx", out=target, force=True)


def test_a_key_to_take_may_be_of_any_of_the_statements(workspace: Workspace, tmp_path: Path) -> None:
    export_package(workspace, ["carta", "2023/aviso"], "en", "docx", out=tmp_path / "p.zip")
    key = unit_of(opened(workspace), "Exigimos").key
    root = str(workspace.root)
    assert cli.run(["-C", root, "import", str(tmp_path / "p.zip"), "--take", key]) == 0
    assert cli.run(["-C", root, "import", str(tmp_path / "p.zip"), "--take", "00000000"]) == 2
    assert DRAFTS["Exigimos"] == unit_of(opened(workspace), "Exigimos").target


def test_an_empty_folder_says_so(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none").mkdir()
    assert cli.run(["-C", str(workspace.root), "import", str(tmp_path / "none")]) == 3
    assert "has no review files in it" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_of_an_omegat_project_only_what_it_translated_is_taken(tmp_path: Path, kind: str) -> None:
    files = {
        "omegat.project": b"",
        "source/carta.xlf": b"old",
        "target/2023/carta.xlf": b"new",
        "tm/a.tmx": b"",
    }
    place = tmp_path / ("back.zip" if kind == "zip" else "back")
    if kind == "zip":
        with zipfile.ZipFile(place, "w") as archive:
            for name, data in files.items():
                archive.writestr(f"project/{name}", data)
    for name, data in files.items() if kind == "folder" else ():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    assert [data for _, data in unpacked(place)] == [b"new"]


def test_files_of_every_program_are_found_in_a_folder(tmp_path: Path) -> None:
    """memoQ, Trados and Phrase name their XLIFF each in its way; other XML is passed over."""
    names = ("a.mqxliff", "b.sdlxliff", "c.mxliff", "d.txlf", "e.xml", "F.XLIFF")
    for name in names:
        (tmp_path / name).write_bytes(b'<xliff version="1.2"/>')
    (tmp_path / "skeleton.xml").write_bytes(b"<skeleton/>")
    assert sorted(name for name, _ in unpacked(tmp_path)) == sorted(names)


@pytest.mark.parametrize("kind", ["photos.zip", "thesis.zip", "home"])
def test_what_is_no_package_is_not_written_into(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    target = tmp_path / kind
    if kind == "home":
        target.mkdir()
        (target / NOTE).write_text("mine", "utf-8")
    elif kind == "thesis.zip":
        target.write_bytes(b"no archive at all")
    else:
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("photo.jpg", b"\xff\xd8")
    before = (target / NOTE if kind == "home" else target).read_bytes()
    with pytest.raises(BuildError, match=r"name a new or an empty folder|move it away"):
        export_package(workspace, ["carta"], "en", "docx", out=target)
    assert (target / NOTE if kind == "home" else target).read_bytes() == before
