"""A long statement's page begins before the statement is read, from what the overview knows of it already."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from translate_flow.desk.app import pages
from translate_flow.desk.desk import Desk as Served
from translate_flow.desk.gate import Secret
from translate_flow.flow.editing import edit as verbs
from translate_flow.flow.statement.readings import LONG
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .conftest import make_workspace
from .test_speed import long_statement

NAME = "largo"


@pytest.fixture
def served(tmp_path: Path) -> Served:
    """A desk over a long statement, that has read what its overview shows."""
    workspace = make_workspace(tmp_path / "w", statements={NAME: long_statement(LONG)})
    desk = Served(Shelf(workspace), Secret(""), 0)
    desk.warm()
    return desk


def sent(desk: Served, *, held: Callable[[], object], query: bytes = b"") -> tuple[int, str, str]:
    """Status of the statement's page, what of it is sent while `held` keeps the statement from being read, and the rest.

    `held` is called once the beginning is there; the statement is read after that. With a `query` nothing is held.
    """
    status: list[int] = []
    first: list[str] = []
    rest: list[str] = []
    taken, free = threading.Event(), threading.Event()

    def hold() -> None:
        with desk.shelf.lock:
            taken.set()
            free.wait()

    async def receive() -> dict[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            status.append(message["status"])
        elif free.is_set():
            rest.append(message["body"].decode())
        else:
            first.append(message["body"].decode())
            held()
            free.set()

    address = f"/s/en/{NAME}"
    scope = {
        "type": "http", "method": "GET", "path": address, "raw_path": address.encode(), "query_string": query,
        "headers": [], "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 1), "client": None,
    }  # fmt: skip

    async def ask() -> None:
        desk.hub.loop = asyncio.get_running_loop()
        app = pages(desk)
        holder = threading.Thread(target=hold)
        if query:
            free.set()
        holder.start()
        await asyncio.to_thread(taken.wait)
        try:
            await app(scope, receive, send)
        finally:
            free.set()
            holder.join()
            desk.hub.close()

    # In a thread of its own: the tests of pages leave a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, ask()).result()
    return status[0], "".join(first), "".join(rest)


def test_the_top_of_the_page_is_sent_while_the_statement_is_read(served: Served) -> None:
    status, first, rest = sent(served, held=lambda: None)
    assert status == 200
    assert "<h1>Largo</h1>" in first
    assert "words to go" in first
    assert 'rel="stylesheet"' in first
    assert "<section" not in first.replace('<section id="job"', "")
    assert rest.count('<section class="row"') == LONG + 1
    assert rest.rstrip().endswith("</html>")


def test_a_statement_spoilt_at_that_moment_is_said_in_its_page(served: Served) -> None:
    """The answer has begun, and can no longer be another."""
    file = served.workspace.catalogue_path(NAME, "en")
    before = file.read_bytes()
    status, first, rest = sent(served, held=lambda: file.write_bytes(b"msgid no quotes\n" + before))
    assert (status, "<h1>Largo</h1>" in first) == (200, True)
    assert 'role="alert">' in rest
    assert f"{NAME}.po" in rest
    assert "This statement has nothing" not in rest
    assert file.read_bytes().endswith(before)
    # The page asks for itself once more, and gets what any statement that cannot be read gets.
    assert 'http-equiv="refresh" content="0; url=?again=1' in rest
    status, first, rest = sent(served, held=lambda: None, query=b"again=1&q=")
    assert (status, first) == (422, "")
    assert "<h1>Not possible</h1>" in rest and f"{NAME}.po" in rest and "textarea" not in rest


def test_a_statement_that_changed_since_is_read_first(served: Served) -> None:
    """What the overview knew of it is no longer so."""
    work = Work.open(served.workspace, NAME, "en")
    verbs.edit(work, work.units[1].key, "1. Clean water.", "ana")
    assert served.before_reading(NAME, "en") is None


def test_what_is_looked_at_beside_is_not_read_twice(tmp_path: Path) -> None:
    """The overview's counting of findings holds it while somebody opens it; what came in between is there."""
    shelf = Shelf(make_workspace(tmp_path / "w"))
    name = next(iter(shelf.names("en")))
    seen = shelf.peek(name, "en")
    other = Work.open(Workspace.load(shelf.workspace.root), name, "en")
    key = other.units[0].key
    verbs.edit(other, key, "Written elsewhere.", "ana")
    opened = shelf.sheet(name, "en")
    assert opened is seen
    assert opened.units[key].target == "Written elsewhere."
    assert shelf.reread() == {("en", name): {key}}
