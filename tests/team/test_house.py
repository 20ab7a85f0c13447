"""Git and digests by mail as jobs: ordered by the clock, done once, taken over from a worker that is killed."""

from __future__ import annotations

import contextlib
import os
import socketserver
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from translate_flow.desk.desk import Desk
from translate_flow.desk.gate import Secret
from translate_flow.errors import UsageError
from translate_flow.flow.planning.plans import set_plan
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.flow.statement.work import Work
from translate_flow.messages import Message
from translate_flow.team.accounts import Account, Accounts
from translate_flow.team.base import SqliteBase
from translate_flow.team.house import House, troubles
from translate_flow.team.mail import MailBook, MailOrder, checked_address, checked_order, send_digests
from translate_flow.team.rights import Book, Locks
from translate_flow.team.roles import Grant
from translate_flow.workspace import Workspace

from ..desk.conftest import _starter_ends as _starter_ends
from ..desk.conftest import make_workspace, until, write
from .conftest import OPEN, SECRET, TEXTS
from .test_git import git
from .test_worker import Shop
from .test_worker import server as server
from .test_worker import shop as shop

DAY = "2026-11-30"
FROM = "desk@example.org"


class Post(socketserver.ThreadingTCPServer):
    """An SMTP server (RFC 5321) that keeps what comes; `stuck`: it takes a mail and does not say so."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.came: list[bytes] = []
        self.stuck, self.full = False, False
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def where(self) -> str:
        """How it is reached."""
        return f"smtp://localhost:{self.server_address[1]}"


class _Talk(socketserver.StreamRequestHandler):
    server: Post

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                data = b""
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    data += line
                if self.server.full:
                    self.wfile.write(b"452 no room\r\n")
                    continue
                self.server.came.append(data)
                if self.server.stuck:
                    self.rfile.read()  # until the other side is gone
                    return
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 well\r\n")
            if word == b"QUIT":
                return


@pytest.fixture
def post() -> Iterator[Post]:
    """A mail server of this machine."""
    made = Post()
    yield made
    made.shutdown()
    made.server_close()


def recipients(post: Post) -> list[str]:
    """To whom the mails are that came."""
    return [message_from_bytes(data, policy=policy.default)["To"] for data in post.came]


def person(
    accounts: Accounts, workspace: Workspace, name: str, statement: str, role: str = "translator"
) -> Account:
    """Somebody planned for a statement, who wants digests."""
    account = accounts.create(name, [Grant.of(role)])
    MailBook(accounts).keep(account, f"{name.lower()}@example.org", "es")
    set_plan(workspace, statement, "en", {"translator": name})
    return account


def test_git_is_a_job_that_another_worker_finishes(shop: Shop, tmp_path: Path) -> None:
    """Killed while it pushes to a slow remote: what was committed is not committed twice, and goes out."""
    root, remote = shop.workspace.root, tmp_path / "remote.git"
    (root / ".gitignore").write_text(".translate-flow/\n.translate-flow-team/\n")
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "The beginning")):
        git(root, *words)
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(remote))
    git(root, "remote", "add", "origin", str(remote))
    git(root, "push", "-q", "origin", "main")
    hook, slow = remote / "hooks" / "pre-receive", tmp_path / "slow"
    hook.write_text(f"#!/bin/sh\nwhile [ -e {slow} ]; do sleep 0.1; done\n")
    hook.chmod(0o755)
    slow.touch()
    write(shop.workspace, {1: "First."}, name="largo")

    Work.open(shop.workspace, "largo", "en").flush()
    old = time.time() - 3600

    for path in (root / "locales").rglob("*"):
        os.utime(path, (old, old))
    first = shop.hire("--git", "--remote", "origin")
    until(lambda: git(root, "log", "--format=%s").startswith("largo"))
    doing = "SELECT attempts FROM procrastinate_jobs WHERE queue_name = 'keep' AND status = 'doing'"
    until(lambda: shop.base.rows(doing) == [(0,)])
    until(lambda: subprocess_of(first.pid, "push"))
    shop.exchange(first, "--git", "--remote", "origin")
    until(lambda: shop.base.rows(doing) == [(1,)])
    slow.unlink()
    until(lambda: git(remote, "log", "--format=%s").splitlines() == ["largo: Ana", "The beginning"])
    until(lambda: shop.base.rows("SELECT 1 FROM job WHERE id = 'git'"))


def subprocess_of(pid: int, word: str) -> bool:
    """Whether the process has a child whose command has that word; threads and children come and go meanwhile."""
    children = [child for task in _entries(f"/proc/{pid}/task") for child in _read(task / "children").split()]
    return any(word.encode() in _read(Path(f"/proc/{child.decode()}/cmdline")) for child in children)


def _entries(folder: str) -> list[Path]:
    with contextlib.suppress(OSError):
        return [*Path(folder).iterdir()]
    return []


def _read(file: Path) -> bytes:
    with contextlib.suppress(OSError):
        return file.read_bytes()
    return b""


def test_digests_of_a_dead_worker_are_sent_by_another_and_none_twice(shop: Shop, post: Post) -> None:
    accounts = Accounts(shop.base)
    person(accounts, shop.workspace, "Ana", "largo")

    how = ("--mail", post.where, "--mail-from", FROM, "--mail-at", "00:00")
    post.stuck = True
    first = shop.hire(*how)
    until(lambda: post.came)
    post.stuck = False
    shop.exchange(first, *how)
    until(lambda: troubles(shop.base, "mail"))
    assert recipients(post) == ["ana@example.org"]
    assert "not sent twice" in str(troubles(shop.base, "mail")[0])
    assert MailBook(accounts).at() == "00:00"


@pytest.fixture
def team(tmp_path: Path) -> tuple[Workspace, Accounts, Desk]:
    """A workspace with an open and a confidential statement."""

    workspace = make_workspace(tmp_path / "w", statements=TEXTS)
    return workspace, Accounts(SqliteBase(None)), Desk(Shelf(workspace), Secret("0" * 64), 0)


def send(team: tuple[Workspace, Accounts, Desk], where: str, day: str = DAY) -> list[Message]:
    """Digests of a day; what could not be sent."""
    _, accounts, desk = team
    return send_digests(desk, Book(accounts), Locks(), day, MailOrder(where, FROM), lambda message: None)


def test_a_digest_says_what_waits_and_nothing_of_confidential_statements(
    team: tuple[Workspace, Accounts, Desk], tmp_path: Path
) -> None:
    """Not even to somebody named for it, for mail is read on the way."""
    workspace, accounts, _ = team
    out = tmp_path / "out"
    out.mkdir()
    luz = person(accounts, workspace, "Luz", OPEN)
    set_plan(workspace, SECRET, "en", {"translator": "Luz", "note": "Testigo: Eulalia"})
    accounts.let_see(SECRET, luz)
    eva = accounts.create("Eva", [Grant.of("translator")])  # has nothing to do
    MailBook(accounts).keep(eva, "eva@example.org", "en")
    assert send(team, str(out)) == []
    [file] = out.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (mail["To"], mail["From"]) == ("luz@example.org", FROM) and "X-Unsent" not in mail
    text = mail.get_content()
    assert "Para Luz" in text and "Abierto" in text
    assert not any(word in file.read_text() + text for word in ("Secreto", "secreto", "Eulalia"))


def test_each_digest_is_sent_once_a_day_and_a_refused_one_again(
    team: tuple[Workspace, Accounts, Desk], post: Post
) -> None:
    workspace, accounts, _ = team
    luz = person(accounts, workspace, "Luz", OPEN)
    post.full = True
    assert "could not be sent" in str(*send(team, post.where))
    post.full = False
    for _ in range(2):
        assert send(team, post.where) == []
    assert recipients(post) == ["luz@example.org"]
    assert send(team, post.where, "2026-12-01") == [] and len(post.came) == 2
    MailBook(accounts).keep(luz, "", "en")  # wants none any more
    assert send(team, post.where, "2026-12-02") == [] and len(post.came) == 2


def test_a_sendmail_gets_it(team: tuple[Workspace, Accounts, Desk], tmp_path: Path) -> None:
    workspace, accounts, _ = team
    person(accounts, workspace, "Luz", OPEN)
    program = tmp_path / "sendmail"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/said\ncat > {tmp_path}/got\n')
    program.chmod(0o755)
    assert send(team, str(program)) == []
    assert (tmp_path / "said").read_text() == "-i -t\n" and "To: luz@example.org" in (
        tmp_path / "got"
    ).read_text()


@pytest.mark.parametrize(
    "where",
    ["smtp://mail.example.org", "smtp://user@elsewhere:25", "smtps://localhost", "out", "/no/such", "smtp:"],
)
def test_mail_leaves_this_machine_by_its_own_server_alone(where: str) -> None:
    with pytest.raises(UsageError, match="--mail"):
        checked_order(where, FROM, "07:00")


@pytest.mark.parametrize(
    "bad", ["", "ana", "ana@", "a b@example.org", "ana@example.org\nBcc: x@y.z", "Ana <a@b.c>", "ñ@b.c"]
)
def test_an_address_is_one(bad: str) -> None:
    with pytest.raises(UsageError):
        checked_address(bad)


def test_the_hour_of_the_digests_is_that_of_the_machine() -> None:
    now = datetime(2026, 11, 30, 6, 59, tzinfo=UTC)
    house = House(mail=MailOrder("/tmp", FROM, "07:00"), clock=lambda: now)
    assert [*house._due()] == []
    now += timedelta(minutes=1)
    assert [(what, how["day"]) for what, how in house._due()] == [("mail", DAY)]
    assert [*house._due()] == []  # only after a while
