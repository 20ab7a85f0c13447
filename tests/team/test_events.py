"""The events in PostgreSQL beyond what holds for files too: nobody changes them, who sees them, and what dies meanwhile."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from playwright.sync_api import expect

from translate_flow import team
from translate_flow.catalogue.journal import Journal
from translate_flow.desk.desk import Desk
from translate_flow.desk.gate import Secret
from translate_flow.errors import Away, UsageError, WorkspaceError
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.flow.statement.work import Work
from translate_flow.team import base as bases
from translate_flow.team import wire
from translate_flow.team.accounts import Accounts
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.team.granting import grant
from translate_flow.team.roles import Grant
from translate_flow.team.sessions import Sessions
from translate_flow.workspace import Workspace
from translate_flow.workspace.access import acting

from ..desk.conftest import PATIENCE, make_workspace, until
from ..desk.conftest import _starter_ends as _starter_ends
from ..postgres import Cluster, cluster
from .conftest import OPEN, SECRET, TEXTS
from .desks import Desks

SCHEMA = Path(team.__file__).parent / "schema"


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster() as running:
        yield running


@pytest.fixture
def base(server: Cluster) -> Iterator[PostgresBase]:
    """A database of its owner's, who may do nothing else."""
    made = PostgresBase(server.owned())
    yield made
    made.close()


@pytest.fixture
def workspace(tmp_path: Path, base: PostgresBase) -> Iterator[Workspace]:
    """A workspace whose events are acknowledged in that database."""
    made = make_workspace(tmp_path / "w", statements=TEXTS)
    keep_elsewhere(made.root, EventTable(base, made, lambda name: name == SECRET))
    yield made
    keep_elsewhere(made.root, None)


def write(workspace: Workspace, name: str, text: str, by: str = "Ana") -> Work:
    work = Work.open(workspace, name, "en")
    with work.journal_only():
        edit(work, work.catalogue.entries[1].key, text, by)
    return work


# Nobody changes them ------------------------------------------------------------------


@pytest.mark.parametrize("deed", ["UPDATE event SET line = ''", "DELETE FROM event", "TRUNCATE event"])
def test_events_are_only_ever_added(base: PostgresBase, workspace: Workspace, deed: str) -> None:
    """Not even by the tables' owner, should a program of theirs go wrong."""
    write(workspace, OPEN, "It stays.")
    with contextlib.suppress(psycopg.errors.InsufficientPrivilege), base.transaction():
        base.rows("SELECT set_config('desk.account', '*', true)")
        base.rows(deed)
    assert "It stays." in [e.text for e in Work.open(workspace, OPEN, "en").journal.events]


def test_an_id_that_is_there_is_not_added_again(base: PostgresBase, workspace: Workspace) -> None:
    work = write(workspace, OPEN, "Once.")
    with base.transaction():
        base.rows("SELECT set_config('desk.account', '*', true)")
        [[which, seq]] = base.rows("SELECT id, seq FROM statement WHERE name = ?", OPEN)
        known = work.journal.last_id
        again = base.rows("SELECT add_events(?, ?, ?)", which, [known, known], ["{}", "{}"])[0][0]
    assert again == seq
    assert not work.outdated


def test_the_desks_role_may_add_and_change_nothing(server: Cluster, tmp_path: Path) -> None:
    """The tables are another's: `team migrate --role` says what a desk needs, and a desk works with that."""
    owner = PostgresBase(server.owned())
    server.run("DROP ROLE IF EXISTS clerk", "CREATE ROLE clerk LOGIN")
    grant(owner, "clerk")
    with pytest.raises(UsageError, match="nosuch"):
        grant(owner, "nosuch")
    clerk = PostgresBase(owner.dsn.replace("user=desk", "user=clerk"))
    made = make_workspace(tmp_path / "w", statements=TEXTS)
    Accounts(clerk).create("Luz", [Grant.of("translator")])
    keep_elsewhere(made.root, EventTable(clerk, made, lambda name: False))
    try:
        open_before = Work.open(made, OPEN, "en")
        write(made, OPEN, "Added.").flush()
        write(made, OPEN, "Once more.")
        open_before.refresh()
        assert open_before.catalogue.entries[1].target == "Once more."
        for deed in (
            "DELETE FROM event",
            "UPDATE audit SET what = ''",
            "DROP TABLE event",
            "DELETE FROM audit",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                clerk.rows(deed)
    finally:
        keep_elsewhere(made.root, None)
        clerk.close()
        owner.close()


# Who sees them ------------------------------------------------------------------------


def test_rows_of_confidential_statements_are_for_people_named(
    base: PostgresBase, workspace: Workspace
) -> None:
    """The database itself gives them to nobody else, whatever a page asks."""
    accounts = Accounts(base)
    named, other = (accounts.create(name, [Grant.of("translator")]) for name in ("Ana", "Luz"))
    accounts.let_see(SECRET, named)
    for name in (OPEN, SECRET):
        write(workspace, name, f"Of {name}.").flush()

    def seen(who: str) -> set[str]:
        with base.transaction():
            if who is not None:
                base.rows("SELECT set_config('desk.account', ?, true)", who)
            return {json.loads(line)["text"] for (line,) in base.rows("SELECT line FROM event")}

    everything = {f"Of {OPEN}.", f"Of {SECRET}."}
    assert seen("*") == seen(named.id) == everything
    assert seen(other.id) == {f"Of {OPEN}."}
    assert seen("") == seen("somebody else") == set()
    accounts.disable(named)
    assert seen(named.id) == set()
    with pytest.raises(psycopg.errors.InsufficientPrivilege), base.transaction():
        base.rows("SELECT set_config('desk.account', ?, true)", other.id)
        [[which]] = base.rows("SELECT id FROM statement WHERE name = ?", SECRET)
        base.rows("SELECT add_events(?, ?, ?)", which, ["x"], ["{}"])


def test_nobody_reads_past_the_program_either(base: PostgresBase, workspace: Workspace) -> None:
    from translate_flow.team.rights import Nobody

    write(workspace, OPEN, "Not for nobody.")
    table = EventTable(base, workspace, lambda name: False)
    with acting(Nobody()), pytest.raises(UsageError):
        table.load(OPEN, "en")


def test_who_is_stuck_in_the_middle_of_a_change_does_not_keep_others_from_saving(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others are told at once that they should try again, and soon can: the change is undone. (`test_stopped`: when.)"""
    monkeypatch.setattr(bases, "LOCK_SECONDS", 0.2)
    monkeypatch.setattr(bases, "IDLE_SECONDS", 77.0)
    base = PostgresBase(server.owned())
    made = make_workspace(tmp_path / "w", statements=TEXTS)
    keep_elsewhere(made.root, EventTable(base, made, lambda name: False))
    try:
        write(made, OPEN, "Before.")
        stuck = EventTable(PostgresBase(base.dsn), made, lambda name: False)
        with pytest.raises(Away), stuck.changing(OPEN, "en"):
            with pytest.raises(Away, match="somebody else's change"):
                write(made, OPEN, "Refused.")
            assert stuck._base.rows("SHOW idle_in_transaction_session_timeout") == [("77s",)]
            stuck._base.rows("SET LOCAL idle_in_transaction_session_timeout = '1ms'")  # they are over now
            until(lambda: not base.rows("SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction'"))
            write(made, OPEN, "Saved.")
            stuck._base.rows("SELECT 1")
        stuck._base.close()
        texts = [event.text for event in Work.open(made, OPEN, "en").journal.events]
        assert "Saved." in texts and "Refused." not in texts
    finally:
        keep_elsewhere(made.root, None)
        base.close()


# Schema -------------------------------------------------------------------------------


def test_an_older_schema_is_named_with_the_command_that_brings_it_up_to_date(server: Cluster) -> None:
    dsn = server.owned()
    made = PostgresBase(dsn)
    later = [file for file in SCHEMA.rglob("*.sql") if not file.name.startswith("001")]
    tables, functions = (
        [name for file in later for name in re.findall(rf"CREATE {kind} (\w+)", file.read_text("utf-8"))]
        for kind in ("TABLE", "FUNCTION")
    )
    made.script(f"DROP TABLE {', '.join(tables)} CASCADE; DELETE FROM schema_version WHERE version > 1")
    made.script(f"DROP FUNCTION IF EXISTS {', '.join(functions)}")
    made.close()
    with pytest.raises(WorkspaceError, match="team migrate"):
        PostgresBase(dsn)
    command = [sys.executable, "-m", "translate_flow", "team", "migrate", "--database", dsn]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    PostgresBase(dsn).close()


def test_a_database_that_is_not_ours_is_named(server: Cluster) -> None:
    server.run("DO $$ BEGIN CREATE ROLE stranger LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    dsn = server.owned().replace("user=desk", "user=stranger")
    with pytest.raises(WorkspaceError, match="permission denied"):
        PostgresBase(dsn)


# What dies meanwhile ------------------------------------------------------------------


def test_what_was_not_acknowledged_stays_nowhere(
    server: Cluster, base: PostgresBase, workspace: Workspace
) -> None:
    """The database dies in the middle of a save: it is said, and neither memory nor files have half of it."""
    work = write(workspace, OPEN, "Before.")
    texts, count = [e.target for e in work.catalogue.entries], len(work.journal.events)
    base.rows("CHECKPOINT") if False else server.run(
        "CHECKPOINT"
    )  # the tests' server does not wait for the disk

    def make(now: Work) -> list[Any]:
        server.stop()
        from translate_flow.model import Event

        return [Event(by="Ana", do="edit", key=now.catalogue.entries[1].key, text="Lost.")]

    with pytest.raises(Away), work.journal_only():
        work.change(make)
    assert [e.target for e in work.catalogue.entries] == texts and len(work.journal.events) == count
    server.start()
    until(lambda: _answers(base))
    assert [e.text for e in Work.open(workspace, OPEN, "en").journal.events][-1] == "Before."
    edit(work, work.catalogue.entries[1].key, "After.", "Ana")
    assert "After." in workspace.journal_path(OPEN, "en").read_text("utf-8")


def _answers(base: PostgresBase) -> bool:
    with contextlib.suppress(Away):
        base.rows("SELECT 1")
        return True
    return False


@pytest.fixture
def desks(tmp_path: Path, server: Cluster) -> Iterator[Desks]:
    made = Desks(tmp_path / "w", server.owned())
    yield made
    made.close()


def test_desks_tell_one_another_and_one_that_is_killed_leaves_nothing_behind(
    desks: Desks, server: Cluster
) -> None:
    """A page at one desk hears of what is saved at the other and who is there, also after its listener's connection
    was ended; a desk is killed, and the other brings the files up to date."""
    news = desks.ask(1, "GET", f"/events?language=en&name={OPEN}&tab=second")
    there = desks.ask(0, "GET", f"/events?language=en&name={OPEN}&tab=first")

    def hears(what: bytes, stream: http.client.HTTPResponse = news) -> None:
        heard = b""
        while what not in heard:  # the request's timeout ends a wait in vain
            heard += (part := stream.read1())
            assert part, "the desk has ended the stream"

    hears(b'"tab":"first"')
    hears(b'"tab":"second"', there)
    assert desks.save(0, 1, "Saved at the first.") == 200
    hears(b"Saved at the first.")
    name = desks.base.dsn.split("dbname=")[1]
    server.run(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND query LIKE 'LISTEN%'"
    )
    assert desks.save(0, 2, "While nobody listened.") == 200
    hears(b"While nobody listened.")
    assert desks.save(0, 1, "The last of the first desk.") == 200
    desks.processes[0].kill()
    until(lambda: "The last of the first desk." in [u["target"] for u in desks.units(1)])
    journal, catalogue = desks.workspace.journal_path(OPEN, "en"), desks.workspace.catalogue_path(OPEN, "en")
    until(lambda: b"The last of the first desk." in catalogue.read_bytes())
    assert [e.text for e in Journal.load(journal).events][-1] == "The last of the first desk."


def test_the_page_keeps_what_is_typed_while_the_database_is_away(
    desks: Desks, server: Cluster, chromium: Any
) -> None:
    """503 at once; the page says so, keeps the text, and sends it when the database is back."""
    context = chromium.new_context(locale="en")
    context.set_default_timeout(PATIENCE)
    context.add_cookies([{"name": "desk-session", "value": desks.cookie, "url": desks.origin}])
    page = context.new_page()
    try:
        page.goto(f"{desks.origin}/s/en/{OPEN}")
        page.wait_for_selector("html[data-ready]")
        server.run("CHECKPOINT")
        server.stop()
        page.fill("#text", "Typed while it was away.")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".alarm.offline")
        assert desks.ask(0, "POST", "/api/save", {}).status == 503
        server.start()
        until(lambda: _answers(desks.base))
        until(lambda: "Typed while it was away." in [u["target"] for u in desks.units(0)])
    finally:
        context.close()


def test_ten_browsers_in_one_statement_keep_and_show_what_each_has_typed(
    tmp_path: Path, server: Cluster, chromium: Any
) -> None:
    """Ten people, each in a paragraph, save at once; every page, and the other desk, has all ten."""
    ten = [f"Persona {n}" for n in range(10)]
    text = "# Abierto\n\n" + "".join(f"Habla la {name.lower()} del valle.\n\n" for name in ten)
    desks = Desks(tmp_path / "w", server.owned(), {OPEN: text})
    accounts, pages = Accounts(desks.base), []
    typed = [f"The person number {n} of the valley speaks." for n in range(10)]
    try:
        keys = [unit["key"] for unit in desks.units(0)][1:]
        for name, key in zip(ten, keys, strict=True):
            context = chromium.new_context(locale="en")
            context.set_default_timeout(PATIENCE)
            session = Sessions(accounts).begin(accounts.create(name, [Grant.of("translator")]))
            context.add_cookies([{"name": "desk-session", "value": session, "url": desks.origin}])
            pages.append(context.new_page())
            pages[-1].goto(f"{desks.origin}/s/en/{OPEN}#{key}")
            pages[-1].wait_for_selector("html[data-ready]")
        for page, words in zip(pages, typed, strict=True):
            page.fill("#text", words)
        for page in pages:
            page.keyboard.press("Control+Enter")
        until(lambda: [unit["target"] for unit in desks.units(1)][1:] == typed)
        assert [unit["state"] for unit in desks.units(1)][1:] == ["translated"] * 10
        for page in pages:
            for words in typed:
                expect(page.locator("#main")).to_contain_text(words)
    finally:
        for page in pages:
            page.context.close()
        desks.close()


def test_a_statement_that_people_save_in_is_not_taken_for_a_dead_desks(
    base: PostgresBase, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files lack something at every look, and get on: whoever is at it brings them up to date. Those of a desk that
    died get on no more, and any other does it."""
    monkeypatch.setattr(wire, "LEFT_SECONDS", 0.0)
    table = EventTable(base, workspace, lambda name: name == SECRET)
    news = wire.NewsWire(base, Desk(Shelf(workspace), Secret("x"), 1), table)
    opened: list[str] = []
    real = Work.open

    def looked() -> list[str]:
        with monkeypatch.context() as patch:
            patch.setattr(
                Work, "open", lambda w, name, language: opened.append(name) or real(w, name, language)
            )
            opened.clear()
            news._write_what_was_left()
        return [*opened]

    work = write(workspace, OPEN, "One.")
    assert looked() == []
    work.flush()
    for text, left in (("Two.", []), ("Three.", [OPEN])):
        with work.journal_only():
            edit(work, work.catalogue.entries[1].key, text, "Ana")
        assert looked() == left
    assert table.behind() == {}
