"""A review table comes back, whatever its reviewer did to it, and nothing anyone wrote is lost."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from translate_flow.catalogue.messages import FROM_FILE
from translate_flow.exchange.docx_names import W, run, w
from translate_flow.exchange.docx_read import read
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.exchange import ImportedReview, bring_in, export
from translate_flow.flow.intake.add import add
from translate_flow.messages import speaking
from translate_flow.model import State
from translate_flow.workspace import Workspace

from . import word
from .statement import DRAFTS, EDITED, made, opened, unit_of

Change = Callable[[etree._Element], None]
DIALOGUE = "We demand a round table with clear deadlines."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


def exported(workspace: Workspace) -> Path:
    """The statement's review table."""
    return export(workspace, ["carta"], "en", "docx")[0].path


def returned(workspace: Workspace, path: Path, change: Change, **options: object) -> ImportedReview:
    """Import the table after a change to it, under another file name."""
    back = path.with_name("from Rosa (2).docx")
    back.write_bytes(word.changed(path.read_bytes(), change))
    return bring_in(workspace, back, by="desk", **options)  # type: ignore[arg-type]


def counts(done: ImportedReview) -> dict[str, int]:
    """Rows by outcome."""
    return {
        o: sum(v.outcome == o for v in done.verdicts) for o in dict.fromkeys(v.outcome for v in done.verdicts)
    }


def test_an_untouched_table_changes_nothing(workspace: Workspace) -> None:
    before = opened(workspace).journal.path.read_bytes()
    done = returned(workspace, exported(workspace), lambda root: None)
    assert counts(done) == {"unchanged": 6} and not done.absent
    assert opened(workspace).journal.path.read_bytes() == before


def test_the_table_shows_whose_every_change_is(workspace: Workspace) -> None:
    """Two people's edits of one draft stand under their own names and times."""
    work = opened(workspace)
    edit(work, unit_of(work, "La Red").key, EDITED.replace("asks", "demands"), "Luis Vega")
    row = next(r for r in read(exported(workspace).read_bytes(), "t").rows if "demands" in r.text)
    put = {a.text.strip(): who for a in row.atoms for who, _ in a.put}
    assert put["demands"] == "Luis Vega"
    assert {"Ana Condori", "Luis Vega"} == {who for who, _ in row.hands}
    assert row.without(row.hands) == DRAFTS["La Red"]


def test_an_untouched_draft_is_plain_text_with_its_state_in_the_notes(workspace: Workspace) -> None:
    root = etree.fromstring(_document(exported(workspace)))
    row = word.row_of(root, DRAFTS["Exigimos"])
    assert not list(row.iter(f"{W}ins")) and not list(row.iter(f"{W}del"))
    assert "Machine draft by fake, " in "".join(map(str, row.itertext()))


def test_accepting_all_changes_gives_the_edit(workspace: Workspace) -> None:
    assert counts(returned(workspace, exported(workspace), word.accept_all)) == {"unchanged": 6}


def test_rejecting_all_changes_asks_before_a_draft_replaces_an_approved_text(workspace: Workspace) -> None:
    done = returned(workspace, exported(workspace), word.reject_all)
    assert counts(done) == {"unchanged": 5, "asked": 1}
    unit = unit_of(opened(workspace), "La Red")
    assert unit.target == EDITED and unit.state is State.APPROVED
    returned(workspace, exported(workspace), word.reject_all, theirs=[unit.key])
    unit = unit_of(opened(workspace), "La Red")
    assert unit.target == DRAFTS["La Red"] and unit.events[-1].by == "desk"
    assert unit.state is State.TRANSLATED, "an approval holds for its text only"


def test_typed_without_tracking_is_taken_in_the_name_of_who_brings_it(workspace: Workspace) -> None:
    done = returned(
        workspace, exported(workspace), lambda r: word.retype(word.row_of(r, "table of"), DIALOGUE)
    )
    unit = unit_of(opened(workspace), "Exigimos")
    assert counts(done)["taken"] == 1 and unit.target == DIALOGUE
    assert (unit.events[-1].by, unit.events[-1].reason) == ("desk", FROM_FILE(file="from Rosa (2).docx"))


def test_typed_with_tracking_is_taken_in_its_authors_name(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        row = word.row_of(root, "table of")
        word.strike(row, "Rosa Quispe")
        word.insert(row, DIALOGUE, "Rosa Quispe")

    returned(workspace, exported(workspace), change)
    unit = unit_of(opened(workspace), "Exigimos")
    assert (unit.target, unit.events[-1].by) == (DIALOGUE, "Rosa Quispe")


def test_two_authors_of_a_row_get_an_edit_each(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        row = word.row_of(root, "murky")
        word.insert(row, " We will not wait.", "Rosa Quispe", "2023-02-01T10:00:00Z")
        word.insert(row, " No more.", "Luis Vega", "2023-02-02T10:00:00Z")

    returned(workspace, exported(workspace), change)
    last = unit_of(opened(workspace), "El río").events[-2:]
    assert [(e.by, e.text) for e in last] == [
        ("Rosa Quispe", f"{DRAFTS['El río']} We will not wait."),
        ("Luis Vega", f"{DRAFTS['El río']} We will not wait. No more."),
    ]


def test_a_deletion_inside_anothers_insertion_belongs_to_who_deleted(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        place = word.cell(word.row_of(root, "murky"), 2)
        gone = w("del", run(" soon", deleted=True), id=1, author="Luis Vega", date="2023-02-02T10:00:00Z")
        put = w(
            "ins", run(" Answer"), gone, run("."), id=2, author="Rosa Quispe", date="2023-02-01T10:00:00Z"
        )
        place.append(put)

    returned(workspace, exported(workspace), change)
    last = unit_of(opened(workspace), "El río").events[-2:]
    assert [e.text for e in last if e.text] == [
        f"{DRAFTS['El río']} Answer soon.",
        f"{DRAFTS['El río']} Answer.",
    ]


def test_reordered_and_deleted_rows_are_taken_by_their_keys(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        found = word.rows(root)
        table = found[0].getparent()
        assert table is not None
        table.remove(found[0])
        for row in reversed(found[1:]):
            table.append(row)
        word.retype(word.row_of(root, "table of"), DIALOGUE)

    done = returned(workspace, exported(workspace), change)
    assert counts(done) == {"unchanged": 4, "taken": 1} and len(done.absent) == 1
    assert unit_of(opened(workspace), "Exigimos").target == DIALOGUE


def test_a_stale_row_keeps_both_texts_and_overwrites_nothing(workspace: Workspace) -> None:
    path = exported(workspace)
    work = opened(workspace)
    edit(work, unit_of(work, "Exigimos").key, "We demand talks.", "Ana Condori")

    def change(root: etree._Element) -> None:
        word.retype(word.row_of(root, "table of"), DIALOGUE)

    done = returned(workspace, path, change)
    unit = unit_of(opened(workspace), "Exigimos")
    assert counts(done) == {"unchanged": 5, "stale": 1}
    assert unit.target == "We demand talks." and unit.state is State.DRAFT
    assert DIALOGUE in str(unit.events[-1].reason) and unit.events[-1].do == "return"
    returned(workspace, path, change)
    assert len(unit_of(opened(workspace), "Exigimos").events) == len(unit.events), "told once, not twice"
    returned(workspace, path, change, theirs=[unit.key])
    assert unit_of(opened(workspace), "Exigimos").target == DIALOGUE


def test_a_new_machine_draft_gives_way_to_a_persons_text(workspace: Workspace) -> None:
    from translate_flow.flow.statement.events import event

    path = exported(workspace)
    work = opened(workspace)
    work.change(lambda now: [event("draft", unit_of(now, "Exigimos"), "fake", "We demand a desk.")])
    done = returned(workspace, path, lambda r: word.retype(word.row_of(r, "table of"), DIALOGUE))
    assert counts(done)["taken"] == 1 and unit_of(opened(workspace), "Exigimos").target == DIALOGUE


def test_a_row_whose_source_changed_meanwhile_becomes_a_conflict_of_the_new_segment(
    workspace: Workspace,
) -> None:
    work = opened(workspace)
    edit(work, unit_of(work, "Exigimos").key, "We demand talks.", "Ana Condori")
    path = exported(workspace)
    source = workspace.source_path("carta")
    source.write_text(source.read_text("utf-8").replace("plazos claros", "plazos muy claros"), "utf-8")
    add(workspace, [source], ["en"])
    done = returned(workspace, path, lambda r: word.retype(word.row_of(r, "plazos"), DIALOGUE))
    assert counts(done)["stale"] == 1
    assert DIALOGUE in str(unit_of(opened(workspace), "Exigimos").events[-1].reason)


def test_comments_and_written_notes_become_comments_once(workspace: Workspace) -> None:
    """A comment keeps its author; a line typed among the notes is a remark too."""

    def change(root: etree._Element) -> None:
        row = word.row_of(root, "murky")
        row.findall(f"{W}tc")[3].append(w("p", w("ins", run("Which river?"), id=5, author="Rosa Quispe")))
        row.findall(f"{W}tc")[3].append(w("p", run("Ask the valley office.")))

    path = exported(workspace)
    done = returned(workspace, path, change)
    said = [(e.by, e.note) for e in unit_of(opened(workspace), "El río").events if e.do == "comment"]
    assert (
        said == [("Rosa Quispe", "Which river?"), ("desk", "Ask the valley office.")] and done.comments == 2
    )
    assert returned(workspace, path, change).comments == 0
    again = read(exported(workspace).read_bytes(), "t") if path.unlink() is None else None
    assert again is not None
    assert [(r.by, r.text) for row in again.rows for r in row.remarks] == said, (
        "comments go out as Word comments"
    )


def test_doubled_rows_with_different_texts_are_refused(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        row = word.row_of(root, "table of")
        copy = etree.fromstring(etree.tostring(row))
        row.addnext(copy)
        word.retype(row, DIALOGUE)
        word.retype(copy, "We want talks.")

    done = returned(workspace, exported(workspace), change)
    assert counts(done)["refused"] == 2
    assert unit_of(opened(workspace), "Exigimos").target == DRAFTS["Exigimos"]


def test_a_copied_row_counts_where_somebody_worked(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        row = word.row_of(root, "table of")
        row.addnext(etree.fromstring(etree.tostring(row)))
        word.retype(row, DIALOGUE)

    assert counts(returned(workspace, exported(workspace), change))["taken"] == 1
    assert unit_of(opened(workspace), "Exigimos").target == DIALOGUE


def test_an_emptied_cell_takes_nothing_away(workspace: Workspace) -> None:
    done = returned(workspace, exported(workspace), lambda r: word.retype(word.row_of(r, "table of"), ""))
    assert counts(done)["refused"] == 1
    assert unit_of(opened(workspace), "Exigimos").target == DRAFTS["Exigimos"]


def test_a_row_of_no_segment_is_unknown(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        row = word.row_of(root, "table of")
        for place in (row.iter(f"{W}tag"), row.iter(f"{W}bookmarkStart")):
            for node in list(place):
                parent = node.getparent()
                assert parent is not None
                parent.remove(node)
        text = next(t for t in row.iter(f"{W}t") if len(t.text or "") == 8)
        text.text = "deadbeef"
        next(t for t in row.iter(f"{W}t") if "mesa" in (t.text or "")).text = "Otra cosa."

    done = returned(workspace, exported(workspace), change)
    assert counts(done) == {"unchanged": 5, "unknown": 1}
    assert [v.key for v in done.verdicts if v.outcome == "unknown"] == ["deadbeef"]


@pytest.mark.parametrize("gone", ["tag", "bookmarkStart", "text", "all"])
def test_a_row_is_known_by_key_control_bookmark_or_source(workspace: Workspace, gone: str) -> None:
    """Each of the ways is enough by itself; with none, the Spanish finds the segment."""

    def change(root: etree._Element) -> None:
        row = word.row_of(root, "table of")
        for name in ("tag", "bookmarkStart"):
            for node in list(row.iter(f"{W}{name}")):
                parent = node.getparent()
                assert parent is not None
                if gone in (name, "all"):
                    parent.remove(node)
        for text in row.iter(f"{W}t"):
            if gone in ("text", "all") and len(text.text or "") == 8:
                text.text = ""
        word.retype(row, DIALOGUE)

    assert counts(returned(workspace, exported(workspace), change))["taken"] == 1


def test_without_its_own_parts_the_file_is_known_by_its_keys(workspace: Workspace) -> None:
    """Copied into a new document, tags and properties are gone; keys and journal are enough."""
    path = exported(workspace)
    work = opened(workspace)
    edit(work, unit_of(work, "Exigimos").key, "We demand talks.", "Ana Condori")

    def change(root: etree._Element) -> None:
        for name in ("tag", "bookmarkStart"):
            for node in list(root.iter(f"{W}{name}")):
                parent = node.getparent()
                assert parent is not None
                parent.remove(node)
        word.retype(word.row_of(root, "table of"), DIALOGUE)
        word.retype(word.row_of(root, "murky"), "The river runs murky.")

    bare = path.with_name("copy.docx")
    bare.write_bytes(word.changed(path.read_bytes(), change, drop=("customXml/", "docProps/")))
    done = bring_in(workspace, bare, by="desk")
    assert counts(done) == {"unchanged": 4, "taken": 1, "stale": 1}


def test_paragraphs_and_breaks_in_a_cell_are_line_breaks(workspace: Workspace) -> None:
    def change(root: etree._Element) -> None:
        row = word.row_of(root, "table of")
        word.retype(row, "First line,\nsecond\u2011line.")
        row.findall(f"{W}tc")[2].append(w("p", run("Third.")))
        row.findall(f"{W}tc")[2].append(w("p"))

    returned(workspace, exported(workspace), change)
    assert unit_of(opened(workspace), "Exigimos").target == "First line,\nsecond\u2011line.\nThird."


def test_confirm_counts_drafts_that_came_back_unchanged_as_read(workspace: Workspace) -> None:
    done = returned(workspace, exported(workspace), lambda root: None, confirm=True)
    assert counts(done) == {"unchanged": 4, "confirmed": 2}
    assert all(u.state is not State.DRAFT for u in opened(workspace).units)


def test_a_dry_run_tells_and_writes_nothing(workspace: Workspace) -> None:
    before = opened(workspace).journal.path.read_bytes()
    done = returned(
        workspace, exported(workspace), lambda r: word.retype(word.row_of(r, "table of"), DIALOGUE), dry=True
    )
    assert counts(done)["taken"] == 1 and opened(workspace).journal.path.read_bytes() == before


def _document(path: Path) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read(word.DOCUMENT)


def test_the_table_is_written_in_the_language_that_is_spoken_and_read_in_any(workspace: Workspace) -> None:
    """Heads, instruction, notes and findings; the notes of one language are no remarks in another."""
    before = opened(workspace).journal.path.read_bytes()
    with speaking("es"):
        path = exported(workspace)
    with zipfile.ZipFile(path) as archive:
        said = " ".join(map(str, etree.fromstring(archive.read("word/document.xml")).itertext()))
    assert all(words in said for words in ("Clave", "Notas", "Inglés", "Corrija la columna", "sin leer"))
    assert not any(words in said for words in ("Notes", "Correct the", "not yet read", "English"))
    done = returned(workspace, path, lambda root: None)
    assert counts(done) == {"unchanged": 6} and not done.absent
    assert opened(workspace).journal.path.read_bytes() == before
