"""The operations the desk brought to `flow`: statements held in memory, private drafts, queries, uploads."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.desk.desk import Desk as Served
from translate_flow.desk.gate import Secret
from translate_flow.errors import ConflictError, ReadError, UsageError
from translate_flow.flow.editing import edit as verbs
from translate_flow.flow.intake.upload import accept, statement_file
from translate_flow.flow.look import look, text_of
from translate_flow.flow.queries.concordance import concordance
from translate_flow.flow.queries.find import FEW, find, find_known, make_ready
from translate_flow.flow.queries.query import QueriedUnit, matches, parse
from translate_flow.flow.reviewing.looked import last_look, looked
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.flow.statement.unsaved import drop, keep, unsaved
from translate_flow.flow.statement.work import Work
from translate_flow.flow.summaries import Summaries
from translate_flow.language.text import digest
from translate_flow.model import Kind, Segment, State, Unit
from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, make_workspace, write


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, nothing translated."""
    return make_workspace(tmp_path / "w")


def typed(work: Work, *words: str, base: str | None = None) -> Unit:
    """As at the desk: the PO file follows later."""
    with work.journal_only():
        return verbs.edit(work, *words, base=base)


def test_a_change_is_in_memory_and_journal_at_once_and_in_the_po_file_after_flush(
    workspace: Workspace,
) -> None:
    shelf = Shelf(workspace)
    sheet = shelf.sheet(NAME, "en")
    key = next(iter(sheet.units))
    before, state = sheet.work.catalogue.path.read_bytes(), sheet.state_id
    _, keys = shelf.change(sheet, lambda w: typed(w, key, "A title", "Ana"))
    assert keys == {key} and sheet.units[key].target == "A title" and sheet.state_id != state
    assert sheet.work.catalogue.path.read_bytes() == before
    assert "A title" in workspace.journal_path(NAME, "en").read_text("utf-8")
    shelf.flush()
    assert b"A title" in sheet.work.catalogue.path.read_bytes()
    assert shelf.reread() == {}


def test_at_the_desk_the_po_file_waits_for_a_quiet_moment(workspace: Workspace) -> None:
    served = Served(Shelf(workspace), Secret("0" * 64), 1)
    sheet = served.shelf.sheet(NAME, "en")
    key, path = next(iter(sheet.units)), sheet.work.catalogue.path
    before = path.read_bytes()

    def act(work: Work) -> bytes:
        verbs.edit(work, key, "A title", "Ana")
        return path.read_bytes()  # before the memory's thread may read it, and write it for that

    with ThreadPoolExecutor() as aside:  # this thread's loop may be Playwright's
        assert aside.submit(asyncio.run, served.change(sheet, act)).result(90) == before
    assert sheet.units[key].target == "A title"
    served.shelf.flush()
    assert b"A title" in path.read_bytes()


def test_what_another_process_writes_is_taken_in_and_told(workspace: Workspace) -> None:
    shelf = Shelf(workspace)
    sheet = shelf.sheet(NAME, "en")
    key = list(sheet.units)[1]
    write(workspace, {1: "12 families."}, "Berta")
    assert shelf.reread() == {("en", NAME): {key}}
    assert sheet.units[key].target == "12 families."


def test_what_was_taken_in_on_the_way_is_told_too(workspace: Workspace) -> None:
    shelf = Shelf(workspace)
    sheet = shelf.sheet(NAME, "en")
    key = list(sheet.units)[1]
    write(workspace, {1: "12 families.", 2: "The rondas."}, "Berta")
    with pytest.raises(ConflictError):
        shelf.change(sheet, lambda w: typed(w, key, "Mine", "Ana", base=digest("")))
    assert shelf.reread() == {("en", NAME): set(list(sheet.units)[1:3])}


@pytest.mark.parametrize("ways", ["journal", "catalogue"])
def test_what_was_taken_in_when_the_po_file_followed_is_told_too(workspace: Workspace, ways: str) -> None:
    """Somebody at another desk, or in an editor, saved between a save here and its PO file."""
    shelf = Shelf(workspace)
    sheet = shelf.sheet(NAME, "en")
    first, second, *_ = sheet.units
    shelf.change(sheet, lambda w: typed(w, first, "A title", "Ana"))
    if ways == "journal":
        there = Shelf(workspace)
        there.change(there.sheet(NAME, "en"), lambda w: typed(w, second, "12 families.", "Berta"))
    else:
        path = workspace.catalogue_path(NAME, "en")
        text = path.read_text("utf-8")
        at = text.index('msgstr ""', text.index(sheet.units[second].segment.text[:20]))
        path.write_text(text[:at] + 'msgstr "12 families."' + text[at + len('msgstr ""') :], "utf-8")
    assert shelf.flush()
    assert sheet.units[second].target == "12 families."
    assert second in shelf.reread()["en", NAME]
    assert sheet.units[first].target == "A title"


def test_many_writers_in_one_process_lose_nothing(workspace: Workspace) -> None:
    shelf = Shelf(workspace)
    sheet = shelf.sheet(NAME, "en")
    keys = list(sheet.units)

    def run(who: int) -> None:
        for n in range(10):
            text = f"{who} {n}"
            shelf.change(sheet, lambda w, t=text: typed(w, keys[who % 7], t, f"P{who}"))

    threads = [threading.Thread(target=run, args=(who,)) for who in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shelf.flush()
    assert {e.text for e in sheet.work.journal.events} == {f"{w} {n}" for w in range(8) for n in range(10)}
    assert [u.target for u in sheet.units.values()] == [e.target for e in sheet.work.catalogue.entries]


def test_the_shelf_lets_go_of_what_is_not_used(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "w", statements={f"s{n}": f"# Carta {n}\n" for n in range(6)})
    shelf = Shelf(workspace, limit=3, idle=0)
    for n in range(6):
        sheet = shelf.sheet(f"s{n}", "en")
        shelf.change(
            sheet,
            lambda w: typed(w, w.catalogue.entries[0].key, f"Letter {w.name}", "Ana"),
        )
    assert len(shelf.sheets) == 3
    shelf.flush()
    for n in range(6):
        assert f"Letter s{n}".encode() in workspace.catalogue_path(f"s{n}", "en").read_bytes()


def test_a_statement_is_asked_for_by_its_very_name(workspace: Workspace) -> None:
    for name in ("", ".", "../w", "comunicad*", "Comunicado", "comunicado.po"):
        with pytest.raises(UsageError):
            Shelf(workspace).sheet(name, "en")


def test_a_glossary_changed_on_disk_changes_what_is_found(workspace: Workspace) -> None:
    shelf = Shelf(workspace)
    sheet = shelf.sheet(NAME, "en")
    key = list(sheet.units)[1]
    assert "familia" not in {t.match.term.es for t in look(sheet, key).terms}
    glossary = workspace.root / "glossary" / "names.csv"
    glossary.write_text(glossary.read_text("utf-8") + "familia,family,term,translate,f,sg,no,,,,\n", "utf-8")
    assert shelf.reread()
    assert "familia" in {t.match.term.es for t in look(sheet, key).terms}


def test_private_drafts_are_per_person_and_segment(workspace: Workspace) -> None:
    keep(workspace, NAME, "en", "Ana", "k1", "Half", "base")
    keep(workspace, NAME, "en", "Berta", "k1", "Other", "")
    keep(workspace, NAME, "en", "Ana", "k1", "Half a", "base")
    assert {k: u.text for k, u in unsaved(workspace, NAME, "en", "Ana").items()} == {"k1": "Half a"}
    drop(workspace, NAME, "en", "Ana", "k1")
    drop(workspace, NAME, "en", "Ana", "k1")
    assert unsaved(workspace, NAME, "en", "Ana") == {} and unsaved(workspace, NAME, "en", "Berta")
    with pytest.raises(UsageError):
        keep(workspace, NAME, "en", "Ana", "k1", "x" * 300_000, "")


def test_a_look_is_remembered_per_person(workspace: Workspace) -> None:
    assert last_look(workspace, NAME, "en", "Ana") == ""
    looked(workspace, NAME, "en", "Ana", "5-0-a")
    assert last_look(workspace, NAME, "en", "Ana") == "5-0-a" and last_look(workspace, NAME, "en", "B") == ""


def test_any_past_text_is_found_by_its_digest(workspace: Workspace) -> None:
    for text in ("First", "Second"):
        write(workspace, {0: text})
    unit = next(iter(Shelf(workspace).sheet(NAME, "en").units.values()))
    assert (text_of(unit, digest("First")), text_of(unit, digest("Second"))) == ("First", "Second")
    assert text_of(unit, digest("Never")) is None


QUERIES = {
    "state:missing": 5, "state:translated": 2, "state:open": 5, "-state:missing": 2, "by:ana": 2, "by:berta": 0,
    "kind:title": 1, "kind:title,item": 3, "liga": 2, "LIGA riberena": 2, '"liga riberena denuncia"': 1,
    "text:patrols": 0, "term:statement": 1, "term:liga -kind:title": 1, "check:any": 2, "check:missing": 5, "": 7,
    "has:edit": 2, "has:comment": 0,
}  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_queries(workspace: Workspace, query: str) -> None:
    write(workspace, {0: "Statement of the Shore League", 1: "The League: 13 families."})
    assert len(find(Shelf(workspace).sheet(NAME, "en"), query)) == QUERIES[query]


@pytest.mark.parametrize("query", ["colour:red", "state:done", "risk:none", "statte:draft"])
def test_a_wrong_query_says_what_is_known(query: str) -> None:
    with pytest.raises(UsageError, match="use one of"):
        parse(query)


@given(st.text(max_size=80))
def test_any_words_are_a_query_or_told_to_be_none(query: str) -> None:
    unit = Unit(Segment("k", Kind.PARAGRAPH, "Hola"), "Hello", State.TRANSLATED)
    try:
        conditions = parse(query)
    except UsageError:
        return
    assert matches(conditions, QueriedUnit(unit)) in (True, False)


FILES = {
    "Carta (1).md": "Carta-1.es.md",
    "carta.es.MD": "carta.es.md",
    "C:\\Users\\Ana\\carta.docx": "carta.es.docx",
    "../../etc/passwd.txt": "passwd.es.txt",
    ".oculto.md": "oculto.es.md",
    "señal-añil.txt": "señal-añil.es.txt",
    "a" * 300 + ".md": "a" * 100 + ".es.md",
}


@pytest.mark.parametrize("file", FILES)
def test_a_file_gets_a_safe_name_that_says_its_language(file: str) -> None:
    assert statement_file(file, "es") == FILES[file]


@given(st.text(max_size=60))
def test_no_name_leads_out_of_the_folder(file: str) -> None:
    try:
        name = statement_file(file, "es")
    except UsageError:
        return
    assert "/" not in name and "\\" not in name and not name.startswith(".") and "\0" not in name


def test_an_upload_of_another_text_needs_a_yes_and_keeps_translations(workspace: Workspace) -> None:
    write(workspace, {0: "Statement of the Liga Ribereña"})
    new = STATEMENT.replace("12 familias", "13 familias").encode()
    with pytest.raises(ConflictError):
        accept(workspace, "comunicado.md", new)
    assert (workspace.root / "statements" / "comunicado.es.md").read_text("utf-8") == STATEMENT
    accept(workspace, "comunicado.md", new, replacing=True)
    sheet = Shelf(Workspace.load(workspace.root)).sheet(NAME, "en")
    assert next(iter(sheet.units.values())).target == "Statement of the Liga Ribereña"
    with pytest.raises(ReadError):
        accept(workspace, "leer.exe", b"MZ")


def test_how_it_was_said_before_is_found_without_accents(workspace: Workspace) -> None:
    write(workspace, {2: "The rondas stood by them."})
    assert [h.target for h in concordance(workspace, "ACOMPANARON familias", "en")] == [
        "The rondas stood by them."
    ]
    assert concordance(workspace, "  ", "en") == [] == concordance(workspace, "inexistente", "en")


def test_summaries_say_who_has_to_do_what_and_are_kept(workspace: Workspace) -> None:
    write(workspace, {0: "One", 1: "Two"}, "Ana")
    sheet = Shelf(workspace).sheet(NAME, "en")
    verbs.send_back(sheet.work, list(sheet.units)[1], "Berta", "Twelve.")
    (row,) = Summaries(workspace).all(workspace)
    assert row.returned_to == {"Ana": 1} and row.for_review("Berta") == 1 and row.for_review("Ana") == 0
    assert row.states["missing"] == 5 and row.to_go == row.total - 5 and row.last["by"] == "Berta"
    again = Summaries(workspace)
    assert again.all(workspace) == [row]


def test_findings_may_be_worked_out_while_a_statement_is_taken_in_anew(workspace: Workspace) -> None:
    """Another desk saves, and ours reads its units again, while another thread finds something: just then."""
    sheet = Shelf(workspace).sheet(NAME, "en")

    class Asked(str):
        """A key in whose looking-up another thread comes first."""

        def __hash__(self) -> int:
            sheet.findings[f"found meanwhile {len(sheet.findings)}"] = ()
            return str.__hash__(self)

    keys = list(sheet.units)
    sheet.findings = {Asked(key): () for key in keys}
    sheet.renew()
    assert set(keys) <= set(sheet.findings)


def test_what_is_read_beforehand_is_not_read_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    summaries = Summaries(workspace)
    assert len(list(summaries.beforehand(workspace))) == 1
    read: list[str] = []
    monkeypatch.setattr("translate_flow.flow.summaries.summarise", lambda work: read.append(work.name))
    assert [row.name for row in summaries.all(workspace)] == [NAME] and not read


def test_a_filter_that_asks_for_findings_does_not_wait_for_the_checks(tmp_path: Path) -> None:
    """What is known is answered with that it is not all; few that changed are checked while one waits."""
    body = "\n\n".join(f"Murieron {n} personas en la plaza." for n in range(2, FEW + 10))
    sheet = Shelf(make_workspace(tmp_path / "w", statements={"cifras": body})).sheet("cifras", "en")
    assert find_known(sheet, "check:missing") == ([], False)
    assert find_known(sheet, "state:missing") == (list(sheet.units), True)
    make_ready(sheet)
    sheet.examine()
    assert find_known(sheet, "check:missing") == (list(sheet.units), True)
    for key in list(sheet.units)[:FEW]:
        del sheet.findings[key]
    assert (
        find_known(sheet, "check:missing")
        == (list(sheet.units), True)
        == (find(sheet, "check:missing"), True)
    )
