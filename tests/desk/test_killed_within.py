"""Killed *while* it does something, at any of the changes that the act makes on the disk: what was acknowledged is there,
and what was not is there whole or not at all, in every statement and every file of the workspace.

Each act is done once in peace, which also counts its changes, up to the PO files that follow it; then again and again on
a copy, the process ended as by SIGKILL before the first of them, in the middle, and before the last.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from translate_flow.flow.exchange.packages import export_package
from translate_flow.flow.planning.plans import read_plans
from translate_flow.flow.statement.work import Work
from translate_flow.glossary import Glossary
from translate_flow.language.text import digest
from translate_flow.workspace import Workspace

from .conftest import NAME, STATEMENT, make_workspace, starter, write
from .test_killed import TEXTS

OTHER = "segundo"
READ_ANEW = {"split", "carry"}
"""Events of a new reading. They are journalled before the PO file that makes it so: killed between the two, a division is
in the history and can be made again, while all texts and states are as before."""
DESK = '''
import asyncio, json, os, signal, sys
from pathlib import Path

from tests.trust.server import CHANGES
from translate_flow.desk.app import pages
from translate_flow.desk.desk import Desk
from translate_flow.desk.gate import Secret
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.workspace import Workspace

root, path, query, kind, body, at = *sys.argv[1:6], int(sys.argv[6])
changes = None


def counted(event, args):
    """A change of the disk is about to be made."""
    global changes
    if changes is None or not (event in CHANGES or event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR)):
        return
    changes += 1
    if changes == at:
        os.kill(os.getpid(), signal.SIGKILL)


async def main():
    global changes
    desk = Desk(Shelf(Workspace.load(Path(root))), Secret("0" * 64), 1)
    app = pages(desk)
    data, sent = Path(body).read_bytes(), []

    async def receive():
        if sent:
            await asyncio.sleep(3600)
        sent.append(True)
        return {"type": "http.request", "body": data, "more_body": False}

    async def send(message):
        if message["type"] == "http.response.start":
            print(message["status"], flush=True)
        elif message["body"]:
            print(message["body"].decode(), flush=True)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": path, "root_path": "",
        "raw_path": path.encode(), "query_string": query.encode(), "headers": [(b"content-type", kind.encode())],
        "client": None, "server": None, "scheme": "http", "session": "s",
    }
    async with app.router.lifespan_context(app):
        changes = 0
        await app(scope, receive, send)
    print("changes", changes, flush=True)


sys.addaudithook(counted)
asyncio.run(main())
'''
"""A desk that is asked for one thing, ends, and says how many changes of the disk it took; killed before one of them."""


@dataclass
class Act:
    """A request that changes something."""

    path: str
    data: dict[str, Any] | bytes
    query: str = ""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two statements in which the same words stand."""
    root = tmp_path_factory.mktemp("within") / "w"
    made = make_workspace(root, statements={NAME: STATEMENT, OTHER: STATEMENT.replace("12", "14")})
    for name in (NAME, OTHER):
        write(made, {**TEXTS, 1: TEXTS[1].replace("12", "12" if name == NAME else "14")}, "Berta", name)
    return made


def acts(workspace: Workspace, folder: Path) -> Iterator[tuple[str, Act]]:
    """One of each kind: of one paragraph, of many, of several statements, of the files beside them."""
    unit = {name: Work.open(workspace, name, "en").units for name in (NAME, OTHER)}
    first = unit[NAME][1]
    here = {"language": "en", "name": NAME, "tab": "t"}
    on = {**here, "key": first.key, "base": digest(first.target)}
    yield "save", Act("/api/save", {**on, "text": "They lost it.", "do": "save"})
    items = [["en", name, u.key, digest(u.target)] for name in unit for u in unit[name][:4]]
    yield "approve many", Act("/api/batch", {**here, "do": "approve", "items": items})
    yield "split", Act("/api/part", {**here, "do": "split", "how": "sentences", "key": unit[NAME][2].key})
    yield "term", Act("/api/term/write", {**here, "es": "mesa", "en": "table", "policy": "translate"})
    places = [["en", NAME], ["en", OTHER]]
    yield "plan", Act("/api/plan", {**here, "places": places, "changes": {"translator": "Ana"}})
    export_package(workspace, [NAME], "en", "xliff", out=folder, by="Ana")
    file = next(p for p in folder.iterdir() if p.suffix in (".xlf", ".xliff"))
    sent = file.read_bytes().replace(b"We ask:", b"We demand:").replace(b"12 families", b"12 homes")
    yield "review file", Act("/api/upload/review", sent, f"file={file.name}")
    yield "new statement", Act("/api/upload", b"# Otra\n\nHola.\n", "file=otra.md")


def done(root: Path, act: Act, at: int, body: Path) -> list[str]:
    """What the desk said, line by line, until it ended or was killed before that change."""
    asked, kind = act.data, "application/octet-stream"
    if isinstance(asked, dict):
        asked, kind = json.dumps(asked).encode(), "application/json"
    body.write_bytes(asked)
    desk = starter().start(["-c", DESK, str(root), act.path, act.query, kind, str(body), str(at)])
    said, errors = desk.communicate(timeout=120)
    assert "Traceback" not in errors, errors
    return said.splitlines()


def rooms(root: Path) -> dict[str, object]:
    """What there is, room by room; opening it is what the next start of the program does."""
    workspace = Workspace.load(root)
    found: dict[str, object] = {}
    for name in (NAME, OTHER, "otra"):
        if name in workspace.catalogued("en"):
            units = Work.open(workspace, name, "en").units
            found[name] = [
                (u.key, u.target, str(u.state), [e.do for e in u.events if e.do not in READ_ANEW])
                for u in units
            ]
        found[f"plan of {name}"] = read_plans(workspace).of("en", name)
    terms = Glossary.load(workspace.glossary_paths(None)).terms
    found["glossary"] = [(t.es, t.en, t.policy) for t in terms]
    return found


KINDS = ("save", "approve many", "split", "term", "plan", "review file", "new statement")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_half_done(kind: str, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    act = dict(acts(workspace, tmp_path / "out" / "p"))[kind]

    def copy(name: str) -> Path:
        return Path(shutil.copytree(workspace.root, tmp_path / name))

    def killed(at: int) -> tuple[list[str], dict[str, object]]:
        root = copy(f"at-{at}")
        said = done(root, act, at, tmp_path / "body")
        return said, rooms(root)

    before = rooms(copy("before"))
    said, after = killed(0)
    assert said[0] == "200", said
    assert after != before
    count = int(said[-1].removeprefix("changes "))
    for at in sorted({1, (count + 1) // 2, count - 1}):
        said, found = killed(at)
        for room in before.keys() | after.keys() | found.keys():
            assert found.get(room) in (before.get(room), after.get(room)), (
                f"{room} is half done at {at} of {count}"
            )
        if said[:1] == ["200"]:
            assert found == after, f"acknowledged, and lost at {at} of {count}"


def test_every_kind_is_tried(workspace: Workspace, tmp_path: Path) -> None:
    assert [name for name, _ in acts(workspace, tmp_path / "p")] == list(KINDS)
