"""The memory in PostgreSQL: it keeps the contract of all storages, is one for all desks, and each circle is by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from translate_flow.errors import ConflictError
from translate_flow.flow.memory import Memory, opened
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.memory import Query, StoredPair
from translate_flow.team.accounts import Accounts
from translate_flow.team.base import PostgresBase, SqliteBase
from translate_flow.team.events import EventTable
from translate_flow.team.forgetting import forget
from translate_flow.team.granting import grant
from translate_flow.team.memory import PostgresMemory, remember_in
from translate_flow.team.rights import Book, Locks, PersonsAccess
from translate_flow.team.roles import Grant, Role
from translate_flow.workspace import Workspace
from translate_flow.workspace.access import acting

from ..desk.conftest import make_workspace, write
from ..memory.contract import PROMISES, Promise
from ..postgres import Cluster, cluster
from .conftest import OPEN, OTHER, PHRASE, SECRET, TEXTS, WHISPER


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster() as running:
        yield running


@pytest.fixture(scope="module")
def base(server: Cluster) -> Iterator[PostgresBase]:
    """A database of its owner's, who may do nothing else."""
    made = PostgresBase(server.owned())
    yield made
    made.close()


@pytest.fixture
def storage(base: PostgresBase) -> PostgresMemory:
    """An empty memory."""
    PostgresMemory(base, "es", ["qu"])  # other languages: what was there is gone
    return PostgresMemory(base, "es", ["en", "fr"])


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_the_database_keeps_the_promises_of_every_storage(promise: Promise, storage: PostgresMemory) -> None:
    promise(storage)


def test_what_postgresql_cannot_hold_does_not_keep_a_file_out(storage: PostgresMemory) -> None:
    pairs = [StoredPair("Uno\0 dos.", "One two.", "en"), StoredPair("Tres. " * 60_000, "Three.", "en")]
    assert storage.take_in("odd.po", "1", pairs) == 2
    assert next(pair.source for pair in storage.pairs("en")) == "Uno dos."
    assert len(storage.containing(["tres"], "en", "source", 5)) == 1


def test_a_desk_with_the_least_rights_keeps_the_memory(server: Cluster) -> None:
    """Also when it has to be emptied, because the languages are others."""
    owner = PostgresBase(server.owned())
    server.run("DROP ROLE IF EXISTS scribe", "CREATE ROLE scribe LOGIN")
    grant(owner, "scribe")
    desk = PostgresBase(owner.dsn.replace("user=desk", "user=scribe"))
    try:
        PostgresMemory(desk, "es", ["en"]).take_in("a.tmx", "1", [StoredPair("Uno.", "One.", "en")])
        memory = PostgresMemory(desk, "es", ["en", "fr"])
        assert memory.files() == {} and memory.counts() == []
        memory.take_in("a.tmx", "1", [StoredPair("Uno.", "One.", "en")])
        memory.take_in("a.tmx", "2", [])
        memory.forget("a.tmx")
    finally:
        desk.close()
        owner.close()


# Circles ------------------------------------------------------------------------------


class Ground:
    """A workspace whose events and memory are in the database, and people of it."""

    def __init__(self, root: Path, base: PostgresBase) -> None:
        self.base, self.accounts = base, Accounts(base)
        self.workspace = make_workspace(root, statements=TEXTS)
        self.locks = Locks()

    def person(self, name: str, role: str, *, named: bool = False) -> PersonsAccess:
        """Somebody's access."""
        account = self.accounts.create(name, [Grant.of(role)])
        if named:
            self.accounts.let_see(SECRET, account)
        return PersonsAccess(account, Book(self.accounts), self.locks, self, Role.TRANSLATOR)  # type: ignore[arg-type]

    @contextmanager
    def memory(self) -> Iterator[Memory]:
        """As a command, or a desk, opens it."""
        with opened(Workspace.load(self.workspace.root)) as memory:
            yield memory

    def found(self, memory: Memory, access: PersonsAccess, text: str) -> set[str]:
        """The statements in which somebody finds a text, or one like it."""
        with acting(access):
            return {h.document for h in memory.lookup(Query(text, "en", least=50), limit=50)}


@pytest.fixture
def ground(server: Cluster, tmp_path: Path) -> Iterator[Ground]:
    """Three statements with one phrase translated in each, of which one is confidential."""
    base = PostgresBase(server.owned())
    made = Ground(tmp_path / "w", base)
    keep_elsewhere(
        made.workspace.root,
        EventTable(base, made.workspace, lambda name: made.locks.confidential(made.workspace, name)),
    )
    remember_in(base, made.workspace.root)
    for name in TEXTS:
        write(made.workspace, {1: f"The assembly agreed on the hill path ({name})."}, name=name)
    write(made.workspace, {2: "Witness: Eulalia Mamani."}, name=SECRET)
    yield made
    keep_elsewhere(made.workspace.root, None)
    remember_in(None, made.workspace.root)
    base.close()


def test_a_confidential_statement_is_a_circle_of_those_named_for_it(ground: Ground) -> None:
    """Nobody else finds a word of it, nor anything by which to guess one; a role for one statement shows that one."""
    ana = ground.person("Ana", "translator", named=True)
    luz = ground.person("Luz", "coordinator:en")
    uno = ground.person("Uno", f"translator:en:{OTHER}")
    with ground.memory() as memory:
        assert ground.found(memory, ana, PHRASE) == {OPEN, OTHER, SECRET}
        assert ground.found(memory, luz, PHRASE) == {OPEN, OTHER}
        assert ground.found(memory, uno, PHRASE) == {OTHER}
        assert ground.found(memory, ana, WHISPER) == {SECRET}
        assert ground.found(memory, luz, WHISPER) == set() == ground.found(memory, uno, WHISPER)
        with acting(luz):
            [one, other] = memory.lookup(Query(PHRASE, "en"))
            assert (one.others, other.others) == (1, 1)  # and not two, which would tell of a third


def test_what_is_marked_or_unmarked_later_moves(ground: Ground) -> None:
    luz = ground.person("Luz", "translator")
    with ground.memory() as memory:
        assert ground.found(memory, luz, PHRASE) == {OPEN, OTHER}
    source = ground.workspace.root / "statements" / f"{OTHER}.es.md"
    for text, seen in (
        (f"---\nconfidential: true\n---\n\n{TEXTS[OTHER]}", {OPEN}),
        (TEXTS[OTHER], {OPEN, OTHER}),
    ):
        source.write_text(text, "utf-8")
        with ground.memory() as memory:
            assert ground.found(memory, luz, PHRASE) == seen
            assert memory.store.circles() == [*sorted({OTHER} - seen), SECRET]


def test_it_is_one_memory_for_all_desks(ground: Ground) -> None:
    """And no file of the workspace's cache."""
    other = PostgresBase(ground.base.dsn)
    try:
        with ground.memory():
            asked = PostgresMemory(other, "es", ["en"]).same(PHRASE, "en", 9)
        assert {unit.document for unit in asked} == set(TEXTS)
        assert not list(ground.workspace.cache.glob("memory.sqlite*"))
    finally:
        other.close()


# Forgetting ---------------------------------------------------------------------------


def rows_with(base: PostgresBase, name: str) -> list[str]:
    """Every table with a row that has the name in it, whatever the column."""
    found = []
    with base.transaction():
        base.rows("SELECT set_config('desk.account', '*', true)")
        for [table] in base.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"):
            if base.rows(f"SELECT 1 FROM {table} t WHERE strpos(t::text, ?) > 0 LIMIT 1", name):
                found.append(str(table))
    return found


def test_no_row_has_the_name_of_a_statement_that_was_forgotten(ground: Ground) -> None:
    base, accounts = ground.base, ground.accounts
    ana = ground.person("Ana", f"translator:en:{SECRET}", named=True)
    accounts.grant(ana.account, [Grant.of(f"reviewer:en:{SECRET}"), Grant.of(f"translator:en:{OPEN}")])
    accounts.note_read(ana.account, SECRET)
    with ground.memory():
        pass
    place = f'{{"kind": "draft", "language": "en", "names": ["{SECRET}"]}}'
    base.rows("INSERT INTO presence VALUES ('t', 'd', 'en', ?, 'Ana', 'k', 1)", SECRET)
    base.rows(
        "INSERT INTO job (id, account, place, news, at, over) VALUES ('j', '', ?, '{}', 1, NULL)", place
    )
    base.rows(
        "INSERT INTO procrastinate_jobs (task_name, queue_name, args, status) VALUES ('draft', 'draft', ?::jsonb, 'succeeded')",
        f'{{"order": {{"statements": {{"{SECRET}": ["k"]}}}}}}',
    )
    before = rows_with(base, SECRET)
    assert {
        "statement",
        "event",
        "named",
        "granted",
        "audit",
        "presence",
        "job",
        "memory_unit",
        "memory_circle",
    } <= set(before)
    with pytest.raises(ConflictError, match="under way"):
        forget(base, ground.workspace, SECRET)
    assert rows_with(base, SECRET) == before
    base.rows("UPDATE job SET over = 2")
    gone = forget(base, ground.workspace, SECRET)
    assert gone.events > 0 and gone.rows >= 4 and gone.notes >= 3
    assert rows_with(base, SECRET) == []
    assert rows_with(base, OPEN) != [] and [str(g) for g in accounts.rights(ana.account.id).grants] == [
        f"translator:en:{OPEN}"
    ]


def test_a_team_over_files_forgets_the_name_too(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "w", statements=TEXTS)
    base = SqliteBase(None)
    accounts = Accounts(base)
    ana = accounts.create("Ana", [Grant.of(f"translator:en:{SECRET}")])
    accounts.let_see(SECRET, ana)
    forget(base, workspace, SECRET)
    for table in ("named", "granted", "audit"):
        assert all(SECRET not in str(row) for row in base.rows(f"SELECT * FROM {table}"))
    base.close()
