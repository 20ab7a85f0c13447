"""The memory in PostgreSQL: it keeps the contract of all storages, is one for all desks, and each circle is by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import psycopg
import pytest

from translate_flow.errors import ConflictError, WorkspaceError
from translate_flow.flow.memory import Memory, opened
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.memory import Query, StoredPair
from translate_flow.memory.words import ASKED, features, normal
from translate_flow.team.accounts import Account, Accounts
from translate_flow.team.base import PostgresBase, SqliteBase, migrations
from translate_flow.team.events import EventTable
from translate_flow.team.forgetting import forget
from translate_flow.team.granting import grant
from translate_flow.team.memory import PostgresMemory, remember_in
from translate_flow.team.memory.filling import TABLES
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


@contextmanager
def least(server: Cluster) -> Iterator[PostgresBase]:
    """A new database as a desk has it that may do no more than desks do: below row security."""
    owner = PostgresBase(server.owned())
    server.run("DO $$ BEGIN CREATE ROLE scribe LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    grant(owner, "scribe")
    desk = PostgresBase(owner.dsn.replace("user=desk", "user=scribe"))
    try:
        yield desk
    finally:
        desk.close()
        owner.close()


@pytest.fixture(scope="module")
def base(server: Cluster) -> Iterator[PostgresBase]:
    """A database for all of them."""
    with least(server) as desk:
        yield desk


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
    with least(server) as desk:
        PostgresMemory(desk, "es", ["en"]).take_in("a.tmx", "1", [StoredPair("Uno.", "One.", "en")])
        memory = PostgresMemory(desk, "es", ["en", "fr"])
        assert memory.files() == {} and memory.counts() == []
        memory.take_in("a.tmx", "1", [StoredPair("Uno.", "One.", "en")])
        memory.take_in("a.tmx", "2", [])
        memory.forget("a.tmx")


def test_the_database_shows_no_row_of_a_circle_whatever_is_asked(server: Cluster) -> None:
    """A question that forgets to say for whom it is gets what its account may see, from every table; no account changes one."""
    with least(server) as desk:
        accounts = Accounts(desk)
        ana, luz = (accounts.create(name, [Grant.of("translator")]) for name in ("Ana", "Luz"))
        accounts.let_see(SECRET, ana)
        memory = PostgresMemory(desk, "es", ["en"])
        memory.take_in("open.po", "1", [StoredPair(PHRASE, "Open.", "en", document=OPEN)])
        memory.take_in("secret.po", "1", [StoredPair(PHRASE, "Secret.", "en", document=SECRET)], SECRET)

        def rows(who: str) -> set[int]:
            with desk.transaction():
                desk.rows("SELECT set_config('desk.account', ?, true)", who)
                counted = [desk.rows(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES]
                # sixteen postings at most of each text, one row in the others
                return {count if table != "memory_posting" else len({c for [c] in desk.rows("SELECT circle FROM memory_posting")}) for table, count in zip(TABLES, counted, strict=True)}  # fmt: skip

        assert rows("*") == rows(ana.id) == {2}
        assert rows(luz.id) == {1}
        assert rows("") == rows("somebody else") == {0}

        def found(person: Account) -> list[set[str]]:
            access = PersonsAccess(person, Book(accounts), Locks(), None, Role.TRANSLATOR)  # type: ignore[arg-type]
            with acting(access):
                alike = memory.alike(features(normal(PHRASE), "en", ASKED), 9)
                return [
                    {unit.document for unit in memory.same(normal(PHRASE), "en", 9)},
                    {unit.document for unit in memory.units([number for number, _ in alike])},
                    {hit.unit.document for hit in memory.containing([PHRASE], "en", "both", 9)},
                    {pair.document for pair in memory.pairs("en")},
                    set(memory.circles()) | {OPEN},
                ]

        assert found(ana) == [{OPEN, SECRET}] * 5
        assert found(luz) == [{OPEN}] * 5
        with pytest.raises(psycopg.errors.InsufficientPrivilege), desk.transaction():
            desk.rows("SELECT set_config('desk.account', ?, true)", ana.id)
            desk.rows("INSERT INTO memory_posting VALUES (1, 1, 1)")
        with desk.transaction():
            desk.rows("SELECT set_config('desk.account', ?, true)", ana.id)
            assert desk.rows("UPDATE memory_unit SET target = '' RETURNING 1") == []
        accounts.hide(SECRET, ana)
        assert found(ana) == [{OPEN}] * 5
        accounts.disable(luz)
        assert rows(luz.id) == {0}


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
    with pytest.raises(ConflictError, match="is running"):
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


def test_a_database_of_an_older_program_keeps_its_rows(server: Cluster) -> None:
    """One from before row security of the memory: `team migrate` leaves history and units as they are."""
    dsn = server.owned()
    with psycopg.connect(dsn, autocommit=True) as old:
        old.execute("CREATE TABLE schema_version (version BIGINT PRIMARY KEY)")
        for number, text in migrations(("", "postgresql")):
            if number <= 6:
                old.execute(text)
                old.execute("INSERT INTO schema_version VALUES (%s)", (number,))
        old.execute(files("procrastinate.sql").joinpath("schema.sql").read_text("utf-8"))
        old.execute("SELECT set_config('desk.account', '*', false)")
        old.execute(
            "INSERT INTO statement (name, language, confidential, seq) VALUES ('carta', 'en', false, 1)"
        )
        old.execute("INSERT INTO event (statement, seq, id, line) VALUES (1, 1, 'a', '{}')")
        old.execute("INSERT INTO memory_circle (name) VALUES (''), ('secreto')")
        old.execute(
            "INSERT INTO memory_unit (id, file, circle, place, language, hash, rank, source, target)"
            " VALUES (7, 1, 2, 0, 'en', 1, 1, 'agua', 'water')"
        )
        old.execute("INSERT INTO memory_code VALUES (7, 'x'), (8, 'of no unit')")
    with pytest.raises(WorkspaceError, match="team migrate"):
        PostgresBase(dsn)
    base = PostgresBase(dsn, migrating=True)
    try:
        assert base.rows("SELECT unit, circle FROM memory_code") == [(7, 2)]
        with base.transaction():
            base.rows("SELECT set_config('desk.account', '*', true)")
            assert base.rows("SELECT seq, line FROM event") == [(1, "{}")]
            found = base.rows("SELECT seq, lines FROM events_since('*', 'carta', 'en', false, 0)")
        assert found == [(1, ["{}"])]
    finally:
        base.close()
