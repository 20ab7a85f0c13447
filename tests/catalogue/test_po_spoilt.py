"""A PO file that another program saved with a wrong charset is refused, never taken for somebody's edit."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_flow.errors import CatalogueError
from translate_flow.flow.editing.edit import approve, edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.model import State
from translate_flow.workspace import Workspace

from ..needs import need


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """A statement with accents, translated."""
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "marcha.es.txt"
    source.write_text("La reunión en Ácora duró un día.\n\nNo hubo más que eso.\n", "utf-8")
    workspace = Workspace.find(tmp_path)
    add(workspace, [source], ["en"])
    work = Work.open(workspace, "marcha", "en")
    edit(work, work.units[0].key, "The meeting in Ácora lasted a day.", "Ana")
    edit(work, work.units[1].key, "There was no more than that – “all” of it.", "Ana")
    return Work.open(workspace, "marcha", "en")


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "the header declares Latin-1 over UTF-8": (
        lambda data: data.replace(b"charset=UTF-8", b"charset=ISO-8859-1"),
        "write charset=UTF-8",
    ),
    "UTF-8 read as Latin-1 and saved as UTF-8": (
        lambda data: data.decode("latin-1").encode(),
        "wrong charset",
    ),
    "UTF-8 read as Windows-1252 and saved as UTF-8": (
        lambda data: data.decode("cp1252", "replace").encode(),
        "wrong charset",
    ),
    "question marks for what ASCII cannot hold": (
        lambda data: data.decode().encode("ascii", "replace"),
        "wrong charset",
    ),
    "accents dropped": (
        lambda data: data.decode().replace("ó", "o").replace("Á", "A").replace("í", "i").encode(),
        "wrong charset",
    ),
}


@pytest.mark.parametrize("how", SPOILT)
def test_spoilt_text_is_refused_with_its_line_and_nothing_is_written(work: Work, how: str) -> None:
    change, says = SPOILT[how]
    path, journal = work.catalogue.path, work.journal.path
    path.write_bytes(change(path.read_bytes()))
    before = path.read_bytes(), journal.read_bytes()
    with pytest.raises(CatalogueError, match=says) as told:
        Work.open(work.workspace, "marcha", "en")
    assert f"{path}:" in str(told.value) and "\n" not in str(told.value)
    assert (path.read_bytes(), journal.read_bytes()) == before


@pytest.mark.parametrize("charset", ["ISO-8859-1", "ISO-8859-15", "CP1252", "CP850"])
def test_a_file_rightly_in_another_charset_is_read(work: Work, charset: str) -> None:
    path = work.catalogue.path
    text = path.read_text("utf-8").replace("“", '\\"').replace("”", '\\"').replace("–", "-")
    path.write_bytes(text.replace("charset=UTF-8", f"charset={charset}").encode(charset))
    again = Work.open(work.workspace, "marcha", "en")
    assert again.units[0].target == "The meeting in Ácora lasted a day."
    assert again.units[0].events == work.units[0].events, "no edit"


def test_what_msgcat_made_of_two_texts_is_refused_with_its_line(work: Work, tmp_path: Path) -> None:
    path = work.catalogue.path
    other = tmp_path / "other.po"
    other.write_text(path.read_text("utf-8").replace("lasted a day", "took a day"), "utf-8")
    made = subprocess.run([need("msgcat"), path, other], capture_output=True, check=True).stdout
    path.write_bytes(made)
    journal = work.journal.path.read_bytes()
    with pytest.raises(CatalogueError, match="msgcat has put two translations together") as told:
        Work.open(work.workspace, "marcha", "en")
    line = int(str(told.value).split(f"{path}:")[1].split(":")[0])
    assert "#-#-#-#-#" in made.decode().split("\n")[line - 1]
    assert path.read_bytes() == made and work.journal.path.read_bytes() == journal


def test_a_header_of_two_files_is_read_where_their_texts_agree(work: Work, tmp_path: Path) -> None:
    path = work.catalogue.path
    other = tmp_path / "other.po"
    other.write_text(
        path.read_text("utf-8").replace('"Last-Translator: Ana', '"Last-Translator: Luis'), "utf-8"
    )
    path.write_bytes(subprocess.run([need("msgcat"), path, other], capture_output=True, check=True).stdout)
    again = Work.open(work.workspace, "marcha", "en")
    assert [u.target for u in again.units] == [u.target for u in work.units]
    assert again.catalogue.header["Language"] == "en"


def test_letters_and_accents_as_two_signs_are_no_edit(work: Work) -> None:
    """As a Mac's programs write them: the text is the same, its approval stays."""
    unit = next(u for u in work.units if u.segment.text)
    edit(work, unit.key, "They march in Áncash.", "Ana")
    approve(work, unit.key, "Luis")
    path = work.workspace.catalogue_path(work.name, "en")
    path.write_text(unicodedata.normalize("NFD", path.read_text("utf-8")), "utf-8")
    again = Work.open(work.workspace, work.name, "en").unit(unit.key)
    assert (again.target, again.state) == ("They march in Áncash.", State.APPROVED)


def test_a_null_byte_is_refused_with_its_line(work: Work) -> None:
    path = work.workspace.catalogue_path(work.name, "en")
    data = path.read_bytes().replace(b"lasted", b"la\0sted")
    path.write_bytes(data)
    with pytest.raises(CatalogueError, match=r"en/\w+\.po:\d+: a null byte"):
        Work.open(work.workspace, work.name, "en")
    assert path.read_bytes() == data
