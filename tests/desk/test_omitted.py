"""What a Word file holds that is not offered is said when it is added, by doctor, and on its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translate_flow.cli import run
from translate_flow.flow.doctor import examine
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.workspace import Workspace

from ..formats.test_docx_places import related
from ..formats.wordfiles import docx, field, paragraph
from ..formats.wordfiles import run as words
from .conftest import Desk

TOLD = (
    "not offered for translation: 1 embedded file (not read), 1 date field (filled in by the word processor)"
)


def letter() -> bytes:
    """A letter with a date that Word fills in, and an embedded sheet."""
    return related(
        docx(paragraph("Lima, ", field("DATE", words("9 de marzo")))), "package", "embeddings/hoja.xlsx"
    )


def test_add_says_what_it_does_not_offer_and_lists_it_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    init(tmp_path, "es", ("en", "fr"))
    (tmp_path / "statements" / "acta.es.docx").write_bytes(letter())
    monkeypatch.chdir(tmp_path)
    assert run(["add"]) == 0
    said = capsys.readouterr()
    assert said.err.count(f"acta: {TOLD}") == 1
    assert "hoja.xlsx" not in said.out
    assert run(["add", "--explain"]) == 0
    shown = capsys.readouterr().out
    assert "word/embeddings/hoja.xlsx" in shown
    assert "DATE “9 de marzo”" in shown
    signs = [sign for sign in examine(Workspace.find(tmp_path)) if str(sign.what) == "acta → en"]
    assert [(sign.good, str(sign.remedy)) for sign in signs] == [(True, TOLD)]


def test_the_page_of_a_statement_says_what_it_does_not_offer(open_desk: Callable[..., Desk]) -> None:
    def prepare(workspace: Workspace) -> None:
        source = workspace.root / "statements" / "acta.es.docx"
        source.write_bytes(letter())
        add(Workspace.find(workspace.root), [source], ["en"])

    desk = open_desk(prepare)
    status, _, body = desk.request(
        "GET", desk.editor("acta").removeprefix(desk.url), {"Cookie": desk.cookie()}
    )
    assert status == 200
    page = body.decode()
    assert TOLD in page
    assert "DATE “9 de marzo”" in page
