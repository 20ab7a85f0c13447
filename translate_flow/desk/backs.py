"""What was done beside the journal of texts, taken back: rows of the glossary, plans, divided paragraphs, their kinds.

Texts and their states are undone from the journal, at any time (`timeline`). For the rest the desk remembers, as long as it
runs, how each act is taken back; only the session that did it can, and only while nobody has gone on from it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import ConflictError
from ..files.disk import write_atomically
from ..files.lock import locked
from ..workspace import Workspace
from .answers import Call
from .desk import run_in_thread
from .hub import OVERVIEW, Topic
from .messages import CHANGED_SINCE, NOT_REMEMBERED

MOST = 200
"""Acts that are remembered."""


def kept(
    call: Call, kind: str, way: Callable[[], object], about: Collection[Topic] | None = None
) -> dict[str, str]:
    """Remember how something just done is taken back; goes into the answer as `back`.

    `about`: the only statements that it touches, of which nobody else's page is told then.
    """
    token, ways = secrets.token_hex(8), call.desk.backs
    ways[token] = call.session.id, call.request.url.path, way, about
    while len(ways) > MOST:
        ways.popitem(last=False)
    return {"token": token, "kind": kind}


@contextmanager
def files_before(workspace: Workspace, files: Callable[[], Iterable[Path]]) -> Iterator[Callable[[], None]]:
    """Look at files before and after something that changes them; what is yielded puts those that changed back.

    That raises ConflictError if one of them was changed again since.
    """

    def read() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in files() if path.is_file()}

    before = read()
    after: dict[Path, bytes] = {}

    def put_back() -> None:
        with locked(workspace.cache):
            now = read()
            touched = [p for p in {**before, **after} if before.get(p) != after.get(p)]
            if any(now.get(path) != after.get(path) for path in touched):
                raise ConflictError(CHANGED_SINCE())
            for path in touched:
                if path in before:
                    write_atomically(path, before[path])
                else:
                    path.unlink(missing_ok=True)

    yield put_back
    after.update(read())


def in_glossary(
    call: Call, act: Callable[[], dict[str, Any]], about: Collection[Topic] | None = None
) -> dict[str, Any]:
    """What the act answers, with how it is taken back; `about` as of `kept`."""
    workspace = call.desk.workspace

    def files() -> list[Path]:
        own = workspace.statements.rglob("*.glossary.csv")
        return [*(workspace.root / "glossary").glob("*"), *own]

    with files_before(workspace, files) as put_back:
        answer = act()
    return answer | {"back": kept(call, "glossary", put_back, about)}


async def back(call: Call) -> Any:
    """POST: take the act back whose `token` the page got."""
    session, address, way, about = call.desk.backs.get(call.text("token"), ("", "", None, None))
    if way is None or session != call.session.id:
        raise ConflictError(NOT_REMEMBERED())
    may = call.request.scope.get("may")
    if may is not None and not may(f"POST {address}"):  # a role that was taken meanwhile
        raise ConflictError(NOT_REMEMBERED())
    await run_in_thread(call.desk.shelf.flush)
    await run_in_thread(way)
    del call.desk.backs[call.text("token")]
    await call.desk.catch_up()
    if about is None:
        call.desk.hub.tell(OVERVIEW, "statement", {})
    else:
        call.desk.hub.tell_about(about)
    return {}


POST = {"/api/back": back}
