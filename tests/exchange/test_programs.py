"""Translation programs: XLIFF edited by the Translate Toolkit, the catalogue rewritten by a PO editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.catalogue.messages import OUTSIDE
from translate_flow.errors import ReadError
from translate_flow.flow.editing.edit import edit, send_back
from translate_flow.flow.exchange import bring_in, export
from translate_flow.model import State
from translate_flow.workspace import Workspace

from .statement import DRAFTS, made, opened, unit_of

DIALOGUE = "We demand a round table with clear deadlines."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


def xliff(workspace: Workspace) -> Path:
    """The statement as XLIFF."""
    return export(workspace, ["carta"], "en", "xliff")[0].path


def outcomes(workspace: Workspace, path: Path) -> list[str]:
    """What became of the rows of a file that came back, the unchanged left out."""
    return [v.outcome for v in bring_in(workspace, path).verdicts if v.outcome != "unchanged"]


def test_the_toolkit_reads_and_edits_the_file(workspace: Workspace) -> None:
    """Another program's rewrite comes back: text, confirmation and notes."""
    from translate.storage import xliff as toolkit

    path = xliff(workspace)
    store = toolkit.xlifffile.parsefile(str(path))
    units = {u.source: u for u in store.units}
    assert len(units) == 6 and not units["Carta de las comunidades"].isapproved(), "confirmed, not approved"
    assert next(u for s, u in units.items() if s.startswith("La Red")).isapproved()
    river = next(u for s, u in units.items() if s.startswith("El río"))
    assert not river.isapproved()
    river.markapproved()
    river.addnote("Which river?", origin="Rosa Quispe")
    next(u for s, u in units.items() if s.startswith("Exigimos")).target = DIALOGUE
    store.savefile(str(path))
    assert sorted(outcomes(workspace, path)) == ["confirmed", "taken"]
    work = opened(workspace)
    assert unit_of(work, "Exigimos").target == DIALOGUE
    river_now = unit_of(work, "El río")
    assert river_now.state is State.TRANSLATED
    assert ("Rosa Quispe", "Which river?") in [(e.by, e.note) for e in river_now.events]


def test_an_untouched_xliff_changes_nothing(workspace: Workspace) -> None:
    path = xliff(workspace)
    before = opened(workspace).journal.path.read_bytes()
    assert outcomes(workspace, path) == [] and opened(workspace).journal.path.read_bytes() == before


def test_what_was_read_before_confirms_nothing_that_was_returned_since(workspace: Workspace) -> None:
    """The file says of old that a text is right; a reviewer has sent it back meanwhile."""
    path = xliff(workspace)
    mailed = workspace.root / "mailed.po"
    mailed.write_bytes(opened(workspace).catalogue.path.read_bytes())
    work = opened(workspace)
    send_back(work, unit_of(work, "La Red").key, "Luis Vega", "twelve?")
    assert outcomes(workspace, path) == [] and outcomes(workspace, mailed) == []
    assert unit_of(opened(workspace), "La Red").state is State.DRAFT


def test_a_stale_unit_of_xliff_is_a_conflict(workspace: Workspace) -> None:
    path = xliff(workspace)
    work = opened(workspace)
    edit(work, unit_of(work, "Exigimos").key, "We demand talks.", "Ana Condori")
    path.write_text(path.read_text("utf-8").replace(DRAFTS["Exigimos"], DIALOGUE), "utf-8")
    assert outcomes(workspace, path) == ["stale"]
    assert unit_of(opened(workspace), "Exigimos").target == "We demand talks."


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('version="1.2"', 'version="3.0"', "save it as XLIFF 1.2"),
        ('version="1.2"', 'version="2.0"', "lacks what the standard requires"),
        ("</body>", "", "not well-formed XML"),
    ],
)
def test_a_file_of_another_version_or_cut_off_is_refused(
    workspace: Workspace, old: str, new: str, says: str
) -> None:
    path = xliff(workspace)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ReadError, match=says):
        bring_in(workspace, path)


def test_xliff_with_an_entity_of_its_own_is_refused_and_not_expanded(workspace: Workspace) -> None:
    path = workspace.root / "bomb.xlf"
    path.write_text(
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><xliff version="1.2"><file original="carta">'
        '<body><trans-unit id="deadbeef"><source>&b;</source><target>&b;</target></trans-unit></body></file></xliff>',
        "utf-8",
    )
    with pytest.raises(
        ReadError, match=r"^bomb\.xlf:1: &b; is the name of a text that the file defines itself"
    ) as told:
        bring_in(workspace, path, to="en")
    assert "haha" not in str(told.value)


def poedit(text: str, **fields: str) -> str:
    """A catalogue as Poedit saves it: wrapped at 79 columns, header fields of its own, CRLF kept out."""
    import polib

    po = polib.pofile(text, wrapwidth=79)
    po.metadata |= {
        "X-Generator": "Poedit 3.4.2",
        "X-Poedit-Basepath": ".",
        "X-Poedit-SourceCharset": "UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        **fields,
    }
    return str(po)


def test_a_catalogue_saved_by_a_po_editor_is_taken_in_its_translators_name(workspace: Workspace) -> None:
    """Wrapped lines and new header fields are no edits; an edit and a cleared flag are."""
    import polib

    path = opened(workspace).catalogue.path
    po = polib.pofile(str(path), wrapwidth=79)
    for entry in po:
        if entry.msgid.startswith("Exigimos"):
            entry.msgstr = f"{DIALOGUE} {DIALOGUE}"
            entry.flags.remove("fuzzy")
        if entry.msgid.startswith("El río"):
            entry.flags.remove("fuzzy")
    path.write_text(poedit(str(po), **{"Last-Translator": "Rosa Quispe <rosa@example.org>"}), "utf-8")
    work = opened(workspace)
    new = [(e.by, e.do) for u in work.units for e in u.events if e.reason == OUTSIDE()]
    assert new == [("Rosa Quispe", "confirm"), ("Rosa Quispe", "edit")]
    assert unit_of(work, "Exigimos").target == f"{DIALOGUE} {DIALOGUE}"
    assert {k: v for k, v in work.catalogue.header.items() if k.startswith("X-Poedit")}


def test_a_catalogue_sent_by_mail_and_returned_is_taken_row_by_row(workspace: Workspace) -> None:
    """`import` of a PO file: a person's text replaces a draft, but never another person's text."""
    work = opened(workspace)
    mailed = work.catalogue.path.read_text("utf-8")
    edit(work, unit_of(work, "El río").key, "The river has run murky for three years.", "Ana Condori")
    back = workspace.root / "carta-rosa.po"
    text = mailed.replace(DRAFTS["Exigimos"], DIALOGUE).replace("and nobody answers.", "and no one replies.")
    back.write_text(poedit(text, **{"Last-Translator": "Rosa Quispe <rosa@example.org>"}), "utf-8")
    assert sorted(outcomes(workspace, back)) == ["stale", "taken"]
    work = opened(workspace)
    assert unit_of(work, "El río").target == "The river has run murky for three years."
    assert unit_of(work, "Exigimos").events[-1].by == "Rosa Quispe"
