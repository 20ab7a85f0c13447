"""What holds wherever events are acknowledged: in the journals' files, and in PostgreSQL."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from translate_flow.catalogue import journal as journals
from translate_flow.catalogue.journal import Journal
from translate_flow.errors import ConflictError, UsageError
from translate_flow.flow.editing.edit import approve, edit
from translate_flow.flow.statement.pofile import PoFile
from translate_flow.flow.statement.storage import Files, Overtaken, Storage, keep_elsewhere, storage_of
from translate_flow.flow.statement.twin import Twin
from translate_flow.flow.statement.work import Work
from translate_flow.language.text import digest
from translate_flow.model import Event
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.workspace import Workspace

from .desk.conftest import NAME, make_workspace
from .postgres import Cluster, cluster


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster() as running:
        yield running


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "w")


@pytest.fixture(params=["files", "postgresql"])
def storage(request: pytest.FixtureRequest, workspace: Workspace) -> Iterator[Storage]:
    """Each of the places: all that is said here holds for both."""
    if request.param == "files":
        yield Files(workspace)
        return
    base = PostgresBase(request.getfixturevalue("server").owned())
    keep_elsewhere(workspace.root, EventTable(base, workspace, lambda name: False))
    yield storage_of(workspace)
    keep_elsewhere(workspace.root, None)
    base.close()


def opened(workspace: Workspace) -> Work:
    return Work.open(workspace, NAME, "en")


def texts(work: Work) -> list[str]:
    return [entry.target for entry in work.catalogue.entries]


def in_files(workspace: Workspace) -> tuple[bytes, bytes]:
    """Both files as they are."""
    paths = workspace.catalogue_path(NAME, "en"), workspace.journal_path(NAME, "en")
    one, other = (path.read_bytes() if path.exists() else b"" for path in paths)
    return one, other


def key(work: Work, place: int) -> str:
    return work.catalogue.entries[place].key


def test_what_is_acknowledged_is_there_for_all_at_once(workspace: Workspace, storage: Storage) -> None:
    one, other = opened(workspace), opened(workspace)
    assert not other.outdated
    with one.journal_only():
        edit(one, key(one, 1), "The water is ours.", "Ana")
    assert other.outdated
    other.refresh()
    assert texts(other)[1] == "The water is ours."
    assert not other.outdated and not one.outdated
    assert other.journal.events == one.journal.events == opened(workspace).journal.events


def test_the_files_follow_and_say_the_same(workspace: Workspace, storage: Storage) -> None:
    """However the work was shared out, the files are those of one who did it alone."""
    desks = [opened(workspace), opened(workspace)]
    for n in range(6):
        with desks[n % 2].journal_only():
            edit(desks[n % 2], key(desks[0], n % 4), f"Text number {n}.", "Ana")
        if n == 3:
            desks[0].flush()
    for desk in desks:
        desk.flush()
    catalogue, journal = in_files(workspace)
    assert Journal.read(journal, Path("x")).events == storage.load(NAME, "en")[0].events
    assert opened(workspace).catalogue.to_bytes() == catalogue
    assert not opened(workspace).settled().events


def test_others_events_cost_no_reading_of_the_files(
    workspace: Workspace, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two desks at one statement: each takes in what is new, also after the other has written the PO file."""
    one, other = opened(workspace), opened(workspace)
    edit(one, key(one, 0), "First.", "Ana")
    other.refresh()
    monkeypatch.setattr(Work, "read", lambda *_: pytest.fail("the files were read again"))
    for n in range(4):
        one, other = other, one
        with one.journal_only(n % 2 == 1):
            edit(one, key(one, n % 3), f"Text {n}.", "Luz")
        other.refresh()
        assert texts(one) == texts(other)
    one.flush()
    other.flush()


def test_of_many_at_once_none_is_lost_and_the_order_is_one(workspace: Workspace, storage: Storage) -> None:
    failed: list[BaseException] = []

    def person(who: int) -> None:
        try:
            work = opened(workspace)
            for n in range(12):
                with work.journal_only(n % 5 > 0):
                    edit(work, key(work, n % 4), f"Person {who}, text {n}.", f"Persona {who}")
        except BaseException as error:
            failed.append(error)

    people = [threading.Thread(target=person, args=(n,)) for n in range(4)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert failed == []
    work = opened(workspace)
    work.behind = True
    work.flush()
    events = work.journal.events
    assert len([e for e in events if e.do == "edit" and e.by.startswith("Persona")]) == 48
    assert [e.id for e in events] == sorted({e.id for e in events})
    lines = Journal.read(in_files(workspace)[1], Path("x"))
    assert lines.events == events and lines.damaged == ()


def test_a_text_changed_meanwhile_is_not_written_over(workspace: Workspace, storage: Storage) -> None:
    one, other = opened(workspace), opened(workspace)
    base = digest(one.catalogue.entries[0].target)
    with one.journal_only():
        edit(one, key(one, 0), "Ana's.", "Ana", base=base)
    before = [e.id for e in one.journal.events]
    with pytest.raises(ConflictError), other.journal_only():
        edit(other, key(other, 0), "Luz's.", "Luz", base=base)
    assert (
        [e.id for e in storage.load(NAME, "en")[0].events] == before == [e.id for e in other.journal.events]
    )


def test_half_a_character_is_refused_and_leaves_nothing(workspace: Workspace, storage: Storage) -> None:
    work = opened(workspace)
    with work.journal_only():
        edit(work, key(work, 0), "Whole.", "Ana")
    count = len(work.journal.events)
    with pytest.raises(UsageError, match="UTF-8"):
        approve(work, key(work, 0), "Luz", "half \ud83d")
    assert len(work.journal.events) == len(storage.load(NAME, "en")[0].events) == count


def test_the_order_is_right_on_a_machine_whose_clock_is_behind(
    workspace: Workspace, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = opened(workspace), opened(workspace)
    with one.journal_only():
        edit(one, key(one, 0), "First.", "Ana")
    now = journals.time.time_ns()
    monkeypatch.setattr(journals.time, "time_ns", lambda: now - 3_600_000_000_000)
    with other.journal_only():
        edit(other, key(other, 0), "Second.", "Luz")
    assert texts(opened(workspace))[0] == "Second."
    assert [e.by for e in opened(workspace).journal.events][-2:] == ["Ana", "Luz"]


def test_an_edit_in_another_program_is_taken_in(workspace: Workspace, storage: Storage) -> None:
    work = opened(workspace)
    edit(work, key(work, 0), "Here.", "Ana")
    path = workspace.catalogue_path(NAME, "en")
    path.write_bytes(path.read_bytes().replace(b"Here.", b"There."))
    assert work.outdated
    with work.journal_only():
        edit(work, key(work, 1), "Another.", "Ana")
    assert texts(work)[:2] == ["There.", "Another."]
    assert "There." in [e.text for e in storage.load(NAME, "en")[0].events]
    work.flush()
    assert b"There." in in_files(workspace)[0] and b"Another." in in_files(workspace)[0]


def test_lines_that_git_brings_are_taken_in_where_they_belong(
    workspace: Workspace, storage: Storage, tmp_path: Path
) -> None:
    """A clone's journal, merged: its events are older than some of ours, and each is there once."""
    work = opened(workspace)
    edit(work, key(work, 0), "First.", "Ana")
    shutil.copytree(workspace.root, tmp_path / "clone")
    clone = Workspace.load(tmp_path / "clone")
    edit(Work.open(clone, NAME, "en"), key(work, 1), "Of the clone.", "Luz")
    edit(work, key(work, 2), "Later.", "Ana")
    theirs = clone.journal_path(NAME, "en").read_text("utf-8").splitlines()
    path = workspace.journal_path(NAME, "en")
    ours = path.read_text("utf-8").splitlines()
    path.write_text("".join(f"{line}\n" for line in dict.fromkeys([*ours, *theirs])), "utf-8")
    assert work.outdated
    work.refresh()
    work.flush()
    events = storage.load(NAME, "en")[0].events
    assert [e.text for e in events][-3:] == ["First.", "Of the clone.", "Later."]
    assert texts(opened(workspace))[:3] == ["First.", "Of the clone.", "Later."]
    assert Journal.read(in_files(workspace)[1], path).events == events


def test_files_and_files_again_are_the_same_bytes(workspace: Workspace, storage: Storage) -> None:
    """Read, and written out again where the journal's file is gone: not a byte differs."""
    work = opened(workspace)
    for n in range(5):
        with work.journal_only(n % 2 == 1):
            edit(work, key(work, n % 4), f"“Ñandú” {n}\n\tand a tab", "José Ñ.")
    work.flush()
    before = in_files(workspace)
    if storage.apart:
        workspace.journal_path(NAME, "en").unlink()
    again = opened(workspace)
    again.behind = True
    again.flush()
    assert in_files(workspace) == before


def test_an_event_sent_twice_is_one(workspace: Workspace, storage: Storage) -> None:
    work = opened(workspace)
    with work.journal_only():
        made = edit(work, key(work, 0), "Once.", "Ana")
        again = edit(work, key(work, 0), "Once.", "Ana", base="of another text")
    assert made == again
    assert [e.text for e in storage.load(NAME, "en")[0].events].count("Once.") == 1


def test_what_fails_changes_nothing(workspace: Workspace, storage: Storage) -> None:
    work = opened(workspace)
    with work.journal_only():
        edit(work, key(work, 0), "Before.", "Ana")
    before = texts(work), list(work.journal.events)

    def make(now: Work) -> list[Event]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        work.change(make)
    assert (texts(work), work.journal.events) == before
    assert storage.load(NAME, "en")[0].events == before[1]


def test_what_is_offered_is_added_if_nobody_came_first(workspace: Workspace, storage: Storage) -> None:
    """Without a lock of its own; and of what somebody else was quicker than, nothing is there."""
    one, other = opened(workspace), opened(workspace)
    with one.journal_only():
        edit(one, key(one, 0), "The quicker one.", "Ana")
    event = one.journal.events[-1]
    late = replace(event, id="", text="The slower one.")
    with pytest.raises(Overtaken), storage.offering(other.logged, NAME, "en"):
        other.journal.append([late])
    assert [e.text for e in storage.load(NAME, "en")[0].events] == ["The quicker one."]
    assert not other.journal.events
    if storage.apart:  # the lock of files is nobody's twice
        with pytest.raises(Overtaken), storage.alone(NAME, "en"), storage.offering(other.logged, NAME, "en"):
            other.journal.append([late])
        assert not other.journal.events
    other.refresh()
    with storage.offering(other.logged, NAME, "en"):
        other.journal.append([late])
    assert [e.text for e in storage.load(NAME, "en")[0].events] == ["The quicker one.", "The slower one."]


def test_whoever_is_overtaken_looks_again(workspace: Workspace, storage: Storage) -> None:
    """A text that another desk changed a moment ago is not overwritten, nor approved as if it were the one seen, and what
    is refused because of an old state is not refused by the new one."""
    one, other = opened(workspace), opened(workspace)
    place = key(one, 0)
    edit(one, place, "First.", "Ana")
    other.refresh()
    seen = digest("First.")
    with one.journal_only():
        edit(one, place, "Second.", "Ana")
    with pytest.raises(ConflictError):
        edit(other, place, "Mine.", "Luz", base=seen)
    with one.journal_only():
        edit(one, place, "Third.", "Ana")
    with pytest.raises(ConflictError):
        approve(other, place, "Luz", base=digest("Second."))
    with one.journal_only():
        edit(one, place, "Fourth.", "Ana")
    with other.journal_only():
        assert edit(other, place, "Fifth.", "Luz", base=digest("Fourth.")).target == "Fifth."


def test_people_save_while_the_file_is_written(
    workspace: Workspace, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a twin: what was saved meanwhile is not taken for written, and comes into the file at the next writing."""
    if not storage.apart:
        pytest.skip("with files, an event is acknowledged by the lock that the writing holds")
    work = opened(workspace)
    with work.journal_only():
        edit(work, key(work, 0), "Before.", "Ana")
    twin, put = Twin.made(work), PoFile.put

    def meanwhile(file: PoFile, *what: Any) -> Any:
        monkeypatch.undo()
        with work.journal_only():
            edit(work, key(work, 1), "Meanwhile.", "Luz")
        return put(file, *what)

    monkeypatch.setattr(PoFile, "put", meanwhile)
    twin.work.flush()
    twin.joined()
    assert work.behind and texts(work)[:2] == ["Before.", "Meanwhile."]
    work.flush()
    assert not work.behind and not work.outdated
    assert texts(opened(workspace))[:2] == ["Before.", "Meanwhile."]
    assert not opened(workspace).settled().events
