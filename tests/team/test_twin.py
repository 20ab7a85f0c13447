"""PO files that follow by themselves, beside those who save: whoever happens to be there, and whatever happens meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate_flow.catalogue.journal import Journal
from translate_flow.desk.desk import Desk
from translate_flow.desk.gate import Secret
from translate_flow.errors import ConflictError, TranslateFlowError
from translate_flow.files.lock import locked
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.statement import shelf as shelves
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.flow.statement.twin import Twin
from translate_flow.flow.statement.work import Work
from translate_flow.language.text import digest
from translate_flow.model import Event
from translate_flow.team.accounts import Account, Accounts
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.team.forgetting import forget
from translate_flow.team.rights import Book, Locks, PersonsAccess
from translate_flow.team.roles import Grant, Role
from translate_flow.workspace import Workspace
from translate_flow.workspace.access import acting

from ..desk.conftest import make_workspace
from ..postgres import Cluster, cluster
from .conftest import OPEN, SECRET, TEXTS


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster() as running:
        yield running


@dataclass
class Ground:
    """A workspace over a database, and its people."""

    workspace: Workspace
    base: PostgresBase

    def desk(self) -> Shelf:
        """A desk's open statements: each desk has its own, and hears of the others by the database alone."""
        return Shelf(self.workspace)

    def person(self, name: str) -> PersonsAccess:
        """In whose name somebody's desk asks, who is named for nothing."""
        accounts = Accounts(self.base)
        account: Account = accounts.create(name, [Grant.of("translator")])
        return PersonsAccess(account, Book(accounts), Locks(), self, Role.TRANSLATOR)  # type: ignore[arg-type]

    def events(self, name: str) -> list[str]:
        """Ids of all events, in the table's order."""
        with self.base.transaction():
            self.base.rows("SELECT set_config('desk.account', '*', true)")
            sql = "SELECT e.id FROM event e JOIN statement s ON s.id = e.statement WHERE s.name = ? ORDER BY e.seq"
            return [identifier for (identifier,) in self.base.rows(sql, name)]

    def texts(self, name: str) -> list[str]:
        """The texts in the PO file, as it is there."""
        return [e.target for e in Work.read(self.workspace, name, "en").catalogue.entries]


@pytest.fixture
def ground(server: Cluster, tmp_path: Path) -> Iterator[Ground]:
    """A workspace whose events are acknowledged in a database of its owner's, who may do nothing else."""
    base = PostgresBase(server.owned())
    workspace = make_workspace(tmp_path / "w", statements=TEXTS)
    keep_elsewhere(workspace.root, EventTable(base, workspace, lambda name: name == SECRET))
    yield Ground(workspace, base)
    keep_elsewhere(workspace.root, None)
    base.close()


def save(desk: Shelf, name: str, place: int, text: str, base: str | None = None) -> None:
    """As a page does it: the PO file follows."""
    sheet = desk.sheet(name, "en")

    def act(work: Work) -> None:
        with work.journal_only():
            edit(work, work.catalogue.entries[place].key, text, "Ana", base=base)

    desk.change(sheet, act)


def _flushed(desk: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.flush()


def _let_go(desk: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """For another statement, where only so many are kept open."""
    monkeypatch.setattr(desk, "limit", 1)
    monkeypatch.setattr(desk, "idle", 0.0)
    desk.sheet(OPEN, "en")


@pytest.mark.parametrize("occasion", [_flushed, _let_go])
def test_whoever_gives_the_occasion_the_files_are_brought_up_to_date_by_the_program(
    ground: Ground, occasion: Callable[[Shelf, pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that needs the files has all of them written, also those of a statement that its reader may not know of."""
    here, there = ground.desk(), ground.desk()
    save(here, SECRET, 1, "Said here.")
    save(there, SECRET, 2, "Said there.")
    with acting(ground.person("Luz")):
        occasion(here, monkeypatch)
    assert ground.texts(SECRET)[1:3] == ["Said here.", "Said there."]


def test_what_is_thrown_away_while_its_file_is_written_stays_away(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin was made just before, and writes just after."""
    desk, workspace = ground.desk(), ground.workspace
    files = [workspace.catalogue_path(OPEN, "en"), workspace.journal_path(OPEN, "en")]
    save(desk, OPEN, 1, "Said here.")
    desk.flush()
    save(desk, OPEN, 1, "Said later.")
    made = Twin.made

    def thrown_away() -> None:
        for file in files:
            file.unlink()
        forget(ground.base, workspace, OPEN)

    # It waits for the twin; without that it would be through long before.
    dropping = threading.Thread(target=lambda: desk.drop(OPEN, thrown_away))

    def meanwhile(of: Work) -> Twin:
        twin = made(of)
        dropping.start()
        return twin

    def let_pass(work: Work) -> None:
        monkeypatch.undo()
        dropping.join(1)
        work.flush()

    monkeypatch.setattr(shelves.Twin, "made", meanwhile)
    monkeypatch.setattr(Work, "flush", let_pass)
    desk.flush()
    dropping.join()
    assert not any(file.exists() for file in files)
    assert ground.base.rows("SELECT name FROM statement WHERE name = ?", OPEN) == []
    save(desk, SECRET, 1, "Said elsewhere.")
    desk.flush()
    assert ground.texts(SECRET)[1] == "Said elsewhere."


def test_at_one_paragraph_at_one_instant_one_is_first_and_the_other_told(ground: Ground) -> None:
    """Two desks, two hundred times, while the files are written all along, and another program writes into them: each text
    that was acknowledged is an event, in one order, and the files say the same in the end."""
    desks, rounds, over = [ground.desk(), ground.desk()], 200, threading.Event()
    said: list[list[str]] = [[], []]
    refused, failed = [0, 0], []
    start = threading.Barrier(2)
    path = ground.workspace.catalogue_path(OPEN, "en")

    def person(who: int) -> None:
        try:
            for n in range(rounds):
                start.wait(60)
                desks[who].reread()
                sheet = desks[who].sheet(OPEN, "en")
                seen = digest(sheet.work.catalogue.entries[1].target)
                start.wait(60)
                try:
                    save(desks[who], OPEN, 1, f"Person {who}, text {n}.", base=seen)
                except ConflictError:
                    refused[who] += 1
                else:
                    said[who].append(f"Person {who}, text {n}.")
        except BaseException as error:
            failed.append(error)
            start.abort()

    def writing(who: int) -> None:
        try:
            while not over.wait(0.01 * (who + 1)):
                desks[who].flush()
        except BaseException as error:
            failed.append(error)

    writers = [threading.Thread(target=writing, args=(who,)) for who in range(2)]
    people = [threading.Thread(target=person, args=(who,)) for who in range(2)]
    for thread in (*writers, *people):
        thread.start()
    for thread in people:
        thread.join()
    over.set()
    for thread in writers:
        thread.join()
    assert failed == []
    for desk in desks:
        desk.reread()
        desk.flush()
    acknowledged = {*said[0], *said[1]}
    # Both at one state: never both, and never neither.
    assert len(said[0]) + len(said[1]) == rounds and sum(refused) == rounds
    journal = Journal.load(ground.workspace.journal_path(OPEN, "en"))
    assert {e.text for e in journal.events if e.by == "Ana"} == acknowledged
    assert [e.id for e in journal.events] == ground.events(OPEN) == sorted(set(ground.events(OPEN)))
    again = Work.open(ground.workspace, OPEN, "en")
    assert not again.settled().events and not again.settled().replayed
    assert path.read_bytes() == again.catalogue.to_bytes()
    assert ground.texts(OPEN) == [e.target for e in desks[0].sheet(OPEN, "en").work.catalogue.entries]


def test_the_overview_keeps_nobody_from_saving(ground: Ground) -> None:
    """Not even where another desk, which the system has stopped, say, has the lock of the files and keeps it."""
    desk = ground.desk()
    save(desk, OPEN, 1, "Said before.")
    view = Desk(desk, Secret("0" * 64), 0)
    troubles: list[BaseException] = []

    def look() -> None:
        try:
            view.rows()
        except TranslateFlowError as error:
            troubles.append(error)

    looking = threading.Thread(target=look)
    with locked(ground.workspace.cache):
        looking.start()
        looking.join(0.5)
        assert looking.is_alive()
        saving = threading.Thread(target=lambda: save(desk, OPEN, 2, "Said meanwhile."))
        saving.start()
        saving.join(10)
        assert not saving.is_alive()
    looking.join()
    assert troubles == []
    assert ground.texts(OPEN)[1] == "Said before."


def test_what_another_program_wrote_is_newer_than_all_that_was_acknowledged_before(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table has events in the order of their ids, also where somebody saves while a file is taken in."""
    here, there = ground.desk(), ground.desk()
    save(here, OPEN, 1, "Said here.")
    here.flush()
    there.sheet(OPEN, "en")
    save(here, OPEN, 1, "Said later.")
    path, keep = ground.workspace.catalogue_path(OPEN, "en"), EventTable._keep
    path.write_bytes(path.read_bytes().replace(b"Said here.", b"Said outside."))
    saving = threading.Thread(target=lambda: save(there, OPEN, 2, "Said meanwhile."))

    def meanwhile(table: EventTable, name: str, language: str, log: Journal, events: Sequence[Event]) -> None:
        monkeypatch.setattr(EventTable, "_keep", keep)
        saving.start()
        saving.join(1)
        keep(table, name, language, log, events)

    # The table is asked by the journal, which is read when the file is taken in.
    monkeypatch.setattr(EventTable, "_keep", meanwhile)
    here.flush()
    saving.join()
    assert ground.events(OPEN) == sorted(ground.events(OPEN))
    for desk in (here, there):
        desk.reread()
        desk.flush()
    assert ground.texts(OPEN)[2] == "Said meanwhile."
    texts = [event.text for event in Journal.load(ground.workspace.journal_path(OPEN, "en")).events]
    assert {"Said here.", "Said later.", "Said outside.", "Said meanwhile."} == {*texts}
