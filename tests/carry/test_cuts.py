"""Segments that a translator splits and joins: kept when the source changes, built as one paragraph."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from translate_flow.carry.cuts import Cut, cut_at, divided, read, together, written
from translate_flow.errors import CatalogueError, UsageError
from translate_flow.flow.build import finished
from translate_flow.flow.editing import cut
from translate_flow.flow.editing.cut import join, split
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.editing.kind import set_kind
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.formats.markdown.statement import read as read_markdown
from translate_flow.messages import verbatim
from translate_flow.model import State
from translate_flow.workspace import Workspace

from ..formats.test_odt import odt
from ..formats.wordfiles import docx

SOURCE = "# Carta\n\nExigimos:\\\nAgua para todas.\\\nJusticia ya.\n\nFin de la carta.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path / "w", "es", ["en"])
    made = Workspace.load(tmp_path / "w")
    (made.statements / "carta.es.md").write_text(SOURCE, "utf-8")
    add(made, [made.statements / "carta.es.md"], ["en"])
    return made


def work(workspace: Workspace) -> Work:
    return Work.open(workspace, "carta", "en")


def texts(workspace: Workspace) -> list[str]:
    return [entry.source for entry in work(workspace).catalogue.entries]


def split_demands(workspace: Workspace) -> list[str]:
    now = work(workspace)
    key = now.document.segments[1].key
    edit(now, key, "We demand:\nWater for all.\nJustice now.", "ana")
    return split(work(workspace), key, "ana")


def test_a_segment_is_split_at_its_line_breaks_and_its_translation_with_it(workspace: Workspace) -> None:
    parts = split_demands(workspace)
    assert texts(workspace) == ["Carta", "Exigimos:", "Agua para todas.", "Justicia ya.", "Fin de la carta."]
    units = [work(workspace).unit(part) for part in parts]
    assert [unit.target for unit in units] == ["We demand:", "Water for all.", "Justice now."]
    assert {unit.state for unit in units} == {State.TRANSLATED}
    assert any(event.do == "split" and event.by == "ana" for event in work(workspace).journal.events)


def test_the_parts_are_built_as_the_paragraph_they_were(workspace: Workspace) -> None:
    parts = split_demands(workspace)
    now = work(workspace)
    edit(now, parts[1], "Clean water for all.", "ana")
    for segment, target in zip(
        (now.document.segments[0], now.document.segments[-1]), ("Letter", "End."), strict=True
    ):
        edit(work(workspace), segment.key, target, "ana")
    now = work(workspace)
    edition = now.edition()
    made = finished(now, edition).decode()
    assert made == "# Letter\n\nWe demand:\\\nClean water for all.\\\nJustice now.\n\nEnd.\n"


def test_the_division_is_kept_when_the_source_changes(workspace: Workspace) -> None:
    split_demands(workspace)
    source = workspace.statements / "carta.es.md"
    source.write_text(
        SOURCE.replace("Justicia ya.", "Justicia ya, señores.").replace("Fin", "Hasta aquí"), "utf-8"
    )
    add(Workspace.load(workspace.root), [source], ["en"])
    assert texts(workspace)[1:4] == ["Exigimos:", "Agua para todas.", "Justicia ya, señores."]


def test_parts_are_joined_again_with_their_translations(workspace: Workspace) -> None:
    parts = split_demands(workspace)
    whole = join(work(workspace), parts[0], "ana")
    assert texts(workspace)[1:3] == ["Exigimos:\nAgua para todas.", "Justicia ya."]
    assert work(workspace).unit(whole).target == "We demand:\nWater for all."
    with pytest.raises(UsageError, match="was not split from the segment after it"):
        join(work(workspace), work(workspace).document.segments[0].key, "ana")


def test_words_say_where_and_a_mark_is_not_cut_through(workspace: Workspace) -> None:
    now = work(workspace)
    key = now.document.segments[2].key
    with pytest.raises(UsageError, match="no line break to split it at"):
        split(now, key, "ana")
    with pytest.raises(UsageError, match="cannot be split before “nada”"):
        split(now, key, "ana", before="nada")
    split(now, key, "ana", before="de la")
    assert texts(workspace)[-2:] == ["Fin", "de la carta."]
    bold = read_markdown(b"Uno **dos tres** cuatro.\n", "x")
    assert divided(bold, [cut_at(bold.segments[0].text, 10)], "es") == bold


def test_a_cut_goes_into_a_header_and_back() -> None:
    cuts = (Cut('dice "sí"', "¿no?"), Cut("a", "b"))
    assert read(written([*cuts, cuts[0]])) == cuts
    assert read("no es JSON") == () and written(()) == ""


def test_a_paragraph_without_any_text_stays_as_it_is() -> None:
    document = read_markdown(b"Uno. Dos.\n\nTres.\n", "x")
    parted = divided(document, [cut_at("Uno. Dos.", 5)], "es")
    assert [segment.text for segment in parted.segments] == ["Uno.", "Dos.", "Tres."]
    assert together(document, parted.segments, {parted.segments[2].key: "Three."}) == {
        document.segments[1].key: "Three."
    }
    assert together(document, parted.segments, {parted.segments[0].key: "One."}) == {
        document.segments[0].key: "One. Dos."
    }


def test_a_paragraph_that_shares_a_sentence_stays_whole(workspace: Workspace) -> None:
    text = "El paro sigue en Puno. Nadie responde.\n\nEl paro sigue en Cusco. Nadie responde.\n"
    path = workspace.statements / "otra.es.md"
    path.write_text(text, "utf-8")
    add(Workspace.load(workspace.root), [path], ["en"])
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    first, *_ = split(now, now.document.segments[1].key, "ana", by_sentence=True)
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    assert [s.text for s in now.document.segments] == [
        "El paro sigue en Puno. Nadie responde.", "El paro sigue en Cusco.", "Nadie responde.",
    ]  # fmt: skip
    join(now, first, "ana")
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    assert [s.text for s in now.document.segments] == text.strip().split("\n\n")


def test_a_translation_is_divided_at_the_sentences_of_its_own_language(workspace: Workspace) -> None:
    path = workspace.statements / "otra.es.md"
    path.write_text("Lo dijo el general Ruiz. Nadie responde.\n", "utf-8")
    add(Workspace.load(workspace.root), [path], ["en"])
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    edit(now, now.document.segments[0].key, "So said Gen. Ruiz. Nobody answers.", "ana")
    parts = split(now, now.document.segments[0].key, "ana", by_sentence=True)
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    assert [now.unit(key).target for key in parts] == ["So said Gen. Ruiz.", "Nobody answers."]


def test_a_repeated_paragraph_is_divided_and_joined_wherever_it_stands(workspace: Workspace) -> None:
    text = "Exigimos justicia. Nadie responde.\n\nFin.\n\nExigimos justicia. Nadie responde.\n"
    path = workspace.statements / "otra.es.md"
    path.write_text(text, "utf-8")
    add(Workspace.load(workspace.root), [path], ["en"])
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    split(now, now.document.segments[2].key, "ana", by_sentence=True)
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    assert len(now.document.segments) == 5
    join(now, now.document.segments[3].key, "ana")
    now = Work.open(Workspace.load(workspace.root), "otra", "en")
    assert [s.text for s in now.document.segments] == text.strip().split("\n\n")


ACTS = {
    "split": lambda work, key: split(work, key, "ana"),
    "kind": lambda work, key: set_kind(work, key, "keep", "ana"),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_cannot_be_journalled_whole_is_not_begun(
    act: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An act and what it makes of the catalogue go into the journal together, or neither does."""
    key = work(workspace).document.segments[1].key
    journal = workspace.journal_path("carta", "en")
    before = journal.read_bytes() if journal.exists() else b""
    through, written_through, full = os.fsync, [], True

    def fsync(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").resolve() == journal:
            written_through.append(handle)
            if full:
                raise OSError(28, "No space left on device")
        through(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CatalogueError, match="nothing was changed"):
        ACTS[act](work(workspace), key)
    assert (journal.read_bytes() if journal.exists() else b"") == before
    written_through.clear()
    full = False
    ACTS[act](work(workspace), key)
    assert len(written_through) == 1, "in two steps, of which the second can fail"


def test_parts_that_get_no_text_are_told(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    now = work(workspace)
    key = now.document.segments[1].key
    edit(now, key, "We demand:\nWater for all.\nJustice now.", "ana")
    monkeypatch.setattr(cut, "edit", lambda *_: _refuse())
    with pytest.raises(CatalogueError, match=f"full; what was done before the error is kept: {key} → "):
        split(work(workspace), key, "ana")
    assert texts(workspace)[1:4] == ["Exigimos:", "Agua para todas.", "Justicia ya."]


def _refuse() -> None:
    raise CatalogueError(verbatim("full"))


def test_a_source_that_changed_is_added_first(workspace: Workspace) -> None:
    parts = split_demands(workspace)
    (workspace.statements / "carta.es.md").write_text(SOURCE.replace("Exigimos", "Pedimos"), "utf-8")
    for act in (join, split):
        with pytest.raises(CatalogueError, match="translate-flow add"):
            act(work(workspace), parts[0], "ana")


BREAKS = "<w:p><w:r><w:t>Uno.</w:t><w:br/><w:br/><w:t>Dos,</w:t><w:br/><w:t>sigue.</w:t></w:r></w:p>"


def test_line_breaks_in_a_row_part_paragraphs_until_somebody_joins_them(workspace: Workspace) -> None:
    """Word and LibreOffice: people who press Shift and Enter twice mean a new paragraph."""
    path = workspace.statements / "acta.es.docx"
    path.write_bytes(docx(BREAKS))
    workspace = Workspace.load(workspace.root)
    add(workspace, [path], ["en"])
    now = Work.open(workspace, "acta", "en")
    assert [entry.source for entry in now.catalogue.entries][:2] == ["Uno.", "Dos,\nsigue."]
    first, second = now.document.segments[:2]
    edit(now, first.key, "One.", "ana")
    edit(Work.open(workspace, "acta", "en"), second.key, "Two,\ngoes on.", "ana")
    now = Work.open(workspace, "acta", "en")
    edit(now, now.document.segments[2].key, "Record", "ana")
    now = Work.open(workspace, "acta", "en")
    made = finished(now, now.edition())
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        body = parts.read("word/document.xml").decode()
    assert "<w:t>One.</w:t><w:br/><w:br/><w:t>Two,</w:t><w:br/><w:t>goes on.</w:t>" in body
    join(Work.open(workspace, "acta", "en"), first.key, "ana")
    add(workspace, [path], ["en"])
    assert Work.open(workspace, "acta", "en").catalogue.entries[0].source == "Uno.\n\nDos,\nsigue."


def test_line_breaks_in_a_row_part_paragraphs_of_libreoffice(workspace: Workspace) -> None:
    path = workspace.statements / "acta.es.odt"
    path.write_bytes(odt("<text:p>Uno.<text:line-break/><text:line-break/>Dos.</text:p>"))
    workspace = Workspace.load(workspace.root)
    add(workspace, [path], ["en"])
    now = Work.open(workspace, "acta", "en")
    assert [entry.source for entry in now.catalogue.entries][:2] == ["Uno.", "Dos."]
