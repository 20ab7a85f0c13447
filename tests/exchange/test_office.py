"""There and back through the real LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.flow.exchange import bring_in, export
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event
from translate_flow.workspace import Workspace

from .office import office
from .statement import DRAFTS, EDITED, made, opened, unit_of


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with LibreOffice's profile, shared because its first start takes long."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


def exported(workspace: Workspace) -> Path:
    """The statement's review table."""
    return export(workspace, ["carta"], "en", "docx")[0].path


def last(work: Work, start: str) -> Event:
    """The newest event of a segment."""
    return unit_of(work, start).events[-1]


@pytest.mark.parametrize("by_way_of", [".docx", ".odt"])
def test_saved_by_libreoffice_nothing_is_lost(workspace: Workspace, desk: Path, by_way_of: str) -> None:
    """Neither texts nor changes, authors, times, keys and bases; not even by way of OpenDocument."""
    from translate_flow.exchange.docx_read import read

    path = exported(workspace)
    middle = office(path, desk / f"middle{by_way_of}")
    back = office(middle, desk / "back.docx")
    before, after = read(path.read_bytes(), "before"), read(back.read_bytes(), "after")
    assert [(r.key, r.base, r.text, r.hands) for r in after.rows] == [
        (r.key, r.base, r.text, r.hands) for r in before.rows
    ]
    assert [r.without(r.hands) for r in after.rows] == [r.without(r.hands) for r in before.rows]
    assert {v.outcome for v in bring_in(workspace, back).verdicts} == {"unchanged"}


def test_libreoffices_accept_all_gives_the_edit(workspace: Workspace, desk: Path) -> None:
    back = office(exported(workspace), desk / "accepted.docx", "AcceptAllTrackedChanges")
    assert {v.outcome for v in bring_in(workspace, back).verdicts} == {"unchanged"}
    assert unit_of(opened(workspace), "La Red").target == EDITED


def test_libreoffices_reject_all_is_asked_about(workspace: Workspace, desk: Path) -> None:
    back = office(
        exported(workspace), desk / "rejected.docx", "RejectAllTrackedChanges", person=("Rosa", "Quispe")
    )
    done = bring_in(workspace, back)
    asked = [v for v in done.verdicts if v.outcome == "asked"]
    assert [v.text for v in asked] == [DRAFTS["La Red"]] and unit_of(
        opened(workspace), "La Red"
    ).target == EDITED
    bring_in(workspace, back, theirs=[asked[0].key])
    assert last(opened(workspace), "La Red").by == "Rosa Quispe", "the file tells who saved it"


def test_an_opendocument_table_comes_back_as_it_is(workspace: Workspace, desk: Path) -> None:
    """What LibreOffice tracks and comments in its own format: the same as in Word's."""
    from translate_flow.exchange.docx_read import read as of_word
    from translate_flow.exchange.odt_read import read

    path = exported(workspace)
    plain = read(office(path, desk / "plain.odt").read_bytes(), "plain.odt")
    before = of_word(path.read_bytes(), "before")
    assert [(r.key, r.base, r.text, r.source, r.without(r.hands)) for r in plain.rows] == [
        (r.key, r.base, r.text, r.source, r.without(r.hands)) for r in before.rows
    ]
    assert (plain.statement, plain.language, plain.journal) == (
        before.statement,
        before.language,
        before.journal,
    )
    commands = ("replace a table of dialogue=a round table", "comment murky=Rosa Quispe=Which river?")
    back = office(path, desk / "back.odt", *commands, person=("Rosa", "Quispe"))
    done = bring_in(workspace, back, by="desk")
    assert sorted({v.outcome for v in done.verdicts}) == ["taken", "unchanged"]
    work = opened(workspace)
    assert unit_of(work, "Exigimos").target == "We demand a round table with clear terms."
    assert last(work, "Exigimos").by == "Rosa Quispe"
    assert (last(work, "El río").by, last(work, "El río").note) == ("Rosa Quispe", "Which river?")


@pytest.mark.parametrize("tracking", [(), ("untracked",)])
def test_typed_in_libreoffice_is_taken_in_its_persons_name(
    workspace: Workspace, desk: Path, tracking: tuple[str, ...]
) -> None:
    commands = (
        *tracking,
        "replace a table of dialogue=a round table",
        "comment murky=Rosa Quispe=Which river?",
    )
    back = office(exported(workspace), desk / "typed.docx", *commands, "delete 1", person=("Rosa", "Quispe"))
    done = bring_in(workspace, back)
    work = opened(workspace)
    assert unit_of(work, "Exigimos").target == "We demand a round table with clear terms."
    assert last(work, "Exigimos").by == "Rosa Quispe"
    said = last(work, "El río")
    assert (said.do, said.by, said.note) == ("comment", "Rosa Quispe", "Which river?")
    outcomes = sorted(v.outcome for v in done.verdicts)
    assert outcomes.count("taken") == 1 and len(done.verdicts) + len(done.absent) == 6


def test_libreoffice_lays_the_table_out(workspace: Workspace, desk: Path) -> None:
    pdf = office(exported(workspace), desk / "page.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
