"""Accounts, invitations, sessions and passwords, as the database keeps them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translate_flow.errors import Away, UsageError, WorkspaceError
from translate_flow.team import passwords as pw
from translate_flow.team.accounts import INVITATION_HOURS, Accounts
from translate_flow.team.base import Base, PostgresBase, SqliteBase, migrate, migrations
from translate_flow.team.names import fit, likeness
from translate_flow.team.passwords import TRIES, TRIES_MINUTES, Passwords
from translate_flow.team.roles import Grant, Role, held, role_for
from translate_flow.team.sessions import IDLE_HOURS, LONGEST_DAYS, Sessions

from ..desk.conftest import until
from ..postgres import Cluster, cluster
from .conftest import PASSWORD, Clock


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Cluster, str]]:
    """A PostgreSQL server, and the name of a database with the schema, of which each test gets a copy."""
    with cluster() as running:
        dsn = running.database()
        PostgresBase(dsn).close()
        yield running, dsn.rsplit("=", 1)[1]


@pytest.fixture(params=["sqlite", "postgresql"])
def base(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Base]:
    """A database of accounts: all that is said here holds for both."""
    made: Base
    if request.param == "sqlite":
        made = SqliteBase(tmp_path / "team" / "accounts.sqlite")
    else:
        running, template = request.getfixturevalue("server")
        made = PostgresBase(running.database(template))
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(base: Base, clock: Clock) -> Accounts:
    return Accounts(base, clock)


# Names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    ["ana condori", "Condori, Ana", "ANA  CONDORÍ", "Ana C0ndori", "Аnа Condori", "Ana\u200b Condori"],
)
def test_no_two_accounts_can_be_taken_for_one_another(accounts: Accounts, other: str) -> None:
    accounts.create("Ana Condori")
    with pytest.raises(UsageError):
        accounts.create(other)
    assert len(accounts.people()) == 1


@pytest.mark.parametrize("bad", ["", "   ", "!?", "\x00", "Ana Кондори", "x" * 61])
def test_names_that_are_none_are_refused(bad: str) -> None:
    with pytest.raises(UsageError):
        fit(bad)


def test_names_of_other_scripts_are_names() -> None:
    for name in ("Оксана Петренко", "Ñusta Quispe", "李小龍", "Μαρία", "O'Higgins-Pérez"):
        assert fit(name) == name and likeness(name)


# Roles ---------------------------------------------------------------------------


def test_a_grant_holds_where_it_says() -> None:
    grants = (Grant.of("reviewer:en:norte/*"), Grant.of("translator:fr"))
    assert held(grants, Role.TRANSLATOR, "norte/acta", "en") and held(
        grants, Role.REVIEWER, "norte/acta", "en"
    )
    assert not held(grants, Role.REVIEWER, "sur/acta", "en") and not held(grants, Role.REVIEWER, "acta", "en")
    assert held(grants, Role.TRANSLATOR, "sur/acta", "fr") and not held(grants, Role.REVIEWER, "x", "fr")
    assert not held(grants, Role.COORDINATOR, "norte/acta", "en")
    assert not held((Grant.of("administrator"),), Role.TRANSLATOR, "acta", "en")
    assert not held((Grant.of("coordinator"),), Role.ADMINISTRATOR, "acta", "en")
    assert [str(Grant.of(text)) for text in ("reviewer", "reviewer:en", "reviewer::a*")] == [
        "reviewer",
        "reviewer:en",
        "reviewer::a*",
    ]


def test_a_kind_of_event_that_nobody_thought_of_is_the_coordinators() -> None:
    assert role_for("something-new") is Role.COORDINATOR


def test_somebody_always_administers(accounts: Accounts) -> None:
    ada = accounts.create("Ada", [Grant(Role.ADMINISTRATOR)])
    for act in (lambda: accounts.disable(ada), lambda: accounts.grant(ada, [])):
        with pytest.raises(UsageError, match="only administrator"):
            act()
    other = accounts.create("Eva", [Grant(Role.ADMINISTRATOR)])
    accounts.disable(ada, other)
    with pytest.raises(UsageError):
        accounts.disable(other)


# Invitations -----------------------------------------------------------------------


def test_an_invitation_lets_in_once(accounts: Accounts) -> None:
    luz = accounts.create("Luz")
    token = accounts.invite(luz)
    assert accounts.invited(token) == luz == accounts.invited(token)  # looking does not use it up
    assert accounts.accept(token) == luz
    for read in (accounts.invited, accounts.accept):
        with pytest.raises(UsageError, match="has been used"):
            read(token)


def test_of_many_who_use_an_invitation_at_once_one_comes_in(accounts: Accounts) -> None:
    token, came = accounts.invite(accounts.create("Luz")), []
    gate = threading.Barrier(8)

    def come() -> None:
        gate.wait()
        with contextlib.suppress(UsageError):
            came.append(accounts.accept(token))

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(came) == 1


def test_an_invitation_gets_too_old(accounts: Accounts, clock: Clock) -> None:
    token = accounts.invite(accounts.create("Luz"))
    clock.now += INVITATION_HOURS * 3600 - 1
    accounts.invited(token)
    clock.now += 2
    with pytest.raises(UsageError):
        accounts.accept(token)


def test_a_new_invitation_makes_the_old_one_void_and_ends_what_was(accounts: Accounts) -> None:
    """The way back after a lost phone: whoever has the phone is out as soon as the link is used."""
    luz = accounts.create("Luz")
    passwords, sessions = Passwords(accounts), Sessions(accounts)
    passwords.keep(luz, passwords.made(luz, PASSWORD))
    old, seat = accounts.invite(luz), sessions.begin(luz)
    new = accounts.invite(luz)
    with pytest.raises(UsageError):
        accounts.accept(old)
    accounts.accept(new)
    assert sessions.find(seat) is None and not passwords.has(luz)


def test_the_file_holds_nothing_that_lets_in(tmp_path: Path) -> None:
    accounts = Accounts(SqliteBase(tmp_path / "team" / "accounts.sqlite"))
    luz = accounts.create("Luz")
    passwords = Passwords(accounts)
    passwords.keep(luz, passwords.made(luz, PASSWORD))
    secrets = [accounts.invite(luz), Sessions(accounts).begin(luz), PASSWORD]
    folder = tmp_path / "team"
    data = b"".join(p.read_bytes() for p in folder.iterdir())
    assert not any(secret.encode() in data for secret in secrets)
    assert folder.stat().st_mode & 0o077 == 0 and (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "accounts.sqlite").stat().st_mode & 0o077 == 0


# Sessions ------------------------------------------------------------------------------


def test_a_session_ends_when_nothing_is_done_in_it(accounts: Accounts, clock: Clock) -> None:
    sessions, luz = Sessions(accounts), accounts.create("Luz")
    token = sessions.begin(luz)
    for _ in range(5):
        clock.now += IDLE_HOURS * 3600 - 60
        assert sessions.find(token) is not None
    clock.now += IDLE_HOURS * 3600
    assert sessions.find(token) is None
    assert sessions.begin(luz) != token and sessions.find(token) is None


def test_a_session_ends_in_any_case(accounts: Accounts, clock: Clock) -> None:
    sessions = Sessions(accounts)
    token = sessions.begin(accounts.create("Luz"))
    for _ in range(LONGEST_DAYS * 24 // 10):
        clock.now += 10 * 3600
        sessions.find(token)
    assert sessions.find(token) is None


def test_a_lost_device_ends_all_sessions(accounts: Accounts) -> None:
    sessions = Sessions(accounts)
    luz, eva = accounts.create("Luz"), accounts.create("Eva")
    phones, other = [sessions.begin(luz) for _ in range(3)], sessions.begin(eva)
    sessions.end_all(luz)
    assert [sessions.find(t) for t in phones] == [None] * 3
    found = sessions.find(other)
    assert found is not None and found.account == eva


def test_who_is_shut_out_is_out_at_once(accounts: Accounts) -> None:
    sessions, luz = Sessions(accounts), accounts.create("Luz", [Grant(Role.REVIEWER)])
    passwords = Passwords(accounts)
    passwords.keep(luz, passwords.made(luz, PASSWORD))
    token, link = sessions.begin(luz), accounts.invite(luz)
    accounts.disable(luz)
    assert sessions.find(token) is None and not accounts.rights(luz.id).open
    with pytest.raises(UsageError):
        passwords.check("Luz", PASSWORD)
    with pytest.raises(UsageError):
        accounts.accept(link)


# Passwords -----------------------------------------------------------------------------


def test_the_right_password_lets_in_however_the_name_is_written(accounts: Accounts) -> None:
    passwords, luz = Passwords(accounts), accounts.create("Luz Ñahui")
    passwords.keep(luz, passwords.made(luz, "contraseña de cuatro palabras"))
    assert passwords.check("ñahui  luz", "contrasen\u0303a de cuatro palabras") == luz
    for name, word in (("Luz Ñahui", "contrasena de cuatro palabras"), ("Eva", "x" * 12), ("Luz Ñahui", "")):
        with pytest.raises(UsageError, match="name or password is wrong"):
            passwords.check(name, word)


@pytest.mark.parametrize("easy", ["corta", "a" * 20, "Luz Luz Luz Luz", "x" * 501])
def test_easy_passwords_are_refused(accounts: Accounts, easy: str) -> None:
    with pytest.raises(UsageError):
        Passwords(accounts).made(accounts.create("Luz"), easy)


def test_guessing_ends_soon_and_for_that_name_alone(
    accounts: Accounts, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords, luz, eva = Passwords(accounts), accounts.create("Luz"), accounts.create("Eva")
    for account in (luz, eva):
        passwords.keep(account, passwords.made(account, PASSWORD))
    monkeypatch.setattr(pw, "_is", lambda known, password: password == PASSWORD)  # the counting, not Argon2
    for n in range(TRIES):
        with pytest.raises(UsageError, match="is wrong"):
            passwords.check("LUZ", f"guess number {n}")
    with pytest.raises(UsageError, match="too many tries"):
        passwords.check("Luz", PASSWORD)
    assert passwords.check("Eva", PASSWORD) == eva
    clock.now += TRIES_MINUTES * 60 + 1
    assert passwords.check("Luz", PASSWORD) == luz


def test_two_passwords_at_once_are_worked_out_and_the_rest_waits(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch, real_cost: None
) -> None:
    import argon2

    passwords, luz = Passwords(accounts), accounts.create("Luz")
    working, most, lock = 0, 0, threading.Lock()
    hash_it: Callable[..., str] = argon2.PasswordHasher.hash

    def counted(self: argon2.PasswordHasher, password: bytes) -> str:
        nonlocal working, most
        with lock:
            working += 1
            most = max(most, working)
        try:
            return hash_it(self, password)
        finally:
            with lock:
                working -= 1

    monkeypatch.setattr(argon2.PasswordHasher, "hash", counted)
    threads = [threading.Thread(target=passwords.made, args=(luz, PASSWORD)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= most <= pw.AT_ONCE
    made = passwords.made(luz, PASSWORD)
    assert made.startswith("$argon2id$") and "m=65536,t=3,p=4" in made  # RFC 9106, second choice


# The schema ----------------------------------------------------------------------------


def test_a_schema_of_a_newer_program_is_left_alone(base: Base) -> None:
    base.rows("INSERT INTO schema_version VALUES (?)", 999)
    with pytest.raises(WorkspaceError, match="999"):
        migrate(base)


def test_migrating_twice_is_migrating_once(base: Base, accounts: Accounts) -> None:
    accounts.create("Luz")
    migrate(base)
    assert len(accounts.people()) == 1
    numbers = [n for n, _ in migrations(("", "postgresql"))]
    assert numbers == list(range(1, len(numbers) + 1))  # one row of numbers for both kinds


def test_what_fails_in_the_middle_is_not_done_at_all(base: Base, accounts: Accounts) -> None:
    with pytest.raises(RuntimeError), base.together():
        accounts.create("Luz")
        raise RuntimeError
    assert accounts.people() == []


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "accounts.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(WorkspaceError, match=r"accounts\.sqlite"):
        SqliteBase(path)
    assert path.read_bytes() == b"no database at all" * 100


# PostgreSQL ------------------------------------------------------------------------------


def test_a_server_that_goes_away_and_comes_back(server: tuple[Cluster, str]) -> None:
    """Asked meanwhile, it says so within seconds; what was acknowledged is there afterwards."""
    running, template = server
    base = PostgresBase(running.database(template))
    accounts = Accounts(base)
    accounts.create("Luz")
    base.rows("CHECKPOINT")  # the tests' server does not wait for the disk
    running.stop()
    with pytest.raises(Away, match="does not answer"):
        accounts.people()
    running.start()
    until(lambda: _people(accounts) == ["Luz"])
    base.close()


def _people(accounts: Accounts) -> list[str]:
    with contextlib.suppress(Away):
        return [a.name for a in accounts.people()]
    return []


def test_two_desks_share_what_they_know(server: tuple[Cluster, str]) -> None:
    """Sessions, invitations, wrong tries and the key of the pages' tokens: nothing of it is one process's."""
    running, template = server
    dsn = running.database(template)
    first, second = (Accounts(PostgresBase(dsn)) for _ in range(2))
    luz = first.create("Luz", [Grant(Role.REVIEWER)])
    token = Sessions(first).begin(luz)
    seat = Sessions(second).find(token)
    assert seat is not None and seat.account == luz
    assert Sessions(first).token(luz) == Sessions(second).token(luz)
    assert second.rights(luz.id).grants == (Grant(Role.REVIEWER),)
    link = second.invite(luz)
    first.accept(link)
    assert Sessions(second).find(token) is None
    with pytest.raises(UsageError):
        second.accept(link)
    for desk in (first, second):
        desk.base.close()
