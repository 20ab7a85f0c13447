"""Starting the desk: the port, the secret, the server."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import secrets
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from ..errors import TranslateFlowError, UsageError, WorkspaceError
from ..files.disk import write_atomically
from ..files.messages import CANNOT_BE_WRITTEN, cause
from ..files.private import make_private_file
from ..workspace import Workspace
from .messages import NO_FREE_PORT, PORT_NOT_USABLE

if TYPE_CHECKING:
    import uvicorn

    from ..flow.statement.shelf import Shelf
    from .desk import Desk
    from .gate import App

ADDRESS = "127.0.0.1"
LEAVE_SECONDS = 15.0
"""After so long an ended desk does not wait any more: for an engine's answer, for a check that does not end."""
TURN = 0.0005
"""Seconds a thread may keep the interpreter from the others: requests are short, and wait for threads that
check and render whole statements several times each."""


def serve(
    workspace: Workspace, port: int | None, *, browser: bool, tell: Callable[[str], None], stuck: str
) -> None:
    """Run until interrupted. `tell` gets the opening link; `stuck` is said where a thread had to be left at its work.

    Without `port` it is the one of last time if that is free, so that open pages find the
    desk again, else any free one. Raises UsageError if the port asked for is taken.
    """
    from ..flow.statement.shelf import Shelf
    from .app import application
    from .desk import Desk
    from .gate import Secret

    place = workspace.cache / "desk.json"
    seed, last = _remembered(place)
    listening = listen(ADDRESS, port, last)
    number = int(listening.getsockname()[1])
    remember(place, seed, number)
    desk = Desk(Shelf(workspace), Secret(seed), number)
    link = f"http://{ADDRESS}:{number}/enter?key={desk.secret.link}"

    def ready() -> None:
        tell(link)
        if browser:
            webbrowser.open(link)

    run(desk, application(desk), listening, ready=ready, stuck=stuck)


def run(
    desk: Desk, app: App, listening: socket.socket, *, ready: Callable[[], None], stuck: str, **settings: Any
) -> None:
    """Answer what comes to the socket until interrupted; `ready` is called just before, `settings` are uvicorn's."""
    import uvicorn

    from . import door

    class Server(uvicorn.Server):
        """Ends the pages' streams before it waits for open connections, and does not wait for ever."""

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            """Ctrl+C, or a request of the system; the second time at once."""
            if self.should_exit:
                _leave(desk.shelf, stuck)
            waiting = threading.Timer(LEAVE_SECONDS, _leave, [desk.shelf, stuck])
            waiting.daemon = True
            waiting.start()
            super().handle_exit(sig, frame)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            desk.hub.close()
            await super().shutdown(sockets)

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        # Nobody else says who is at the other end: a desk of one's own has no proxy, a team's believes none.
        proxy_headers=False,
        server_header=False,
        date_header=False,
        lifespan="on",
        timeout_graceful_shutdown=8,
        **door.settings() | settings,
    )
    door.bounded_logs()
    server = Server(config)
    try:
        with contextlib.suppress(KeyboardInterrupt), opening(server):
            ready()
            sys.setswitchinterval(TURN)
            # Commands end before cycles matter and do without their collection; this one goes on for days.
            gc.freeze()
            gc.enable()
            server.run(sockets=[listening])
        for thread in threading.enumerate():
            if not thread.daemon and thread is not threading.main_thread():
                thread.join()  # not for ever: see `handle_exit`
    except KeyboardInterrupt:
        _leave(desk.shelf, stuck)


@contextlib.contextmanager
def opening(server: uvicorn.Server) -> Iterator[None]:
    """Within, Ctrl+C never tears the server's loop while that is being made: the server ends as soon as it is open.

    Once open it listens for Ctrl+C by itself, and at its end sends once more what it has obeyed. Any other Ctrl+C
    is a KeyboardInterrupt.
    """
    once = True

    def wished(sig: int, frame: FrameType | None) -> None:
        nonlocal once
        if not once:
            raise KeyboardInterrupt
        once, server.should_exit = False, True

    before = signal.signal(signal.SIGINT, wished)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _leave(shelf: Shelf, stuck: str) -> NoReturn:
    """End the process whatever its threads are at: what was saved is in the journals, or in the database, and the next
    command, or desk, brings the PO files up to date."""
    if not shelf.apart and shelf.lock.acquire(timeout=1):
        with contextlib.suppress(TranslateFlowError, OSError):
            shelf.flush()
    sys.stderr.write(f"{stuck}\n")
    sys.stderr.flush()
    os._exit(1)


def listen(address: str, port: int | None, last: int | None = None) -> socket.socket:
    """A socket that listens there. Without `port` it is the last one if that is free, else any. Raises UsageError."""
    wanted = [port] if port is not None else [last, 0] if last else [0]
    for number in wanted:
        # With TCP said in words: only then asyncio sends small answers at once (TCP_NODELAY), and not 40 ms late.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name == "posix":
            # The port of a desk that has just ended may be taken again at once.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((address, number or 0))
            listening.listen(128)
            return listening
        except (OSError, OverflowError) as error:
            listening.close()
            if number == port:
                raise UsageError(
                    PORT_NOT_USABLE(
                        port=port, cause=cause(error) if isinstance(error, OSError) else str(error)
                    )
                ) from error
    raise UsageError(NO_FREE_PORT())


def _remembered(place: Path) -> tuple[str, int | None]:
    """Secret and port of last time; a new secret if there is none."""
    try:
        data = json.loads(place.read_text("utf-8"))
        seed, port = data["secret"], data["port"]
        if isinstance(seed, str) and len(seed) == 64 and isinstance(port, int):
            return seed, port
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    return secrets.token_hex(32), None


def remember(place: Path, seed: str, port: int) -> None:
    """Keep secret and port for the next start. Raises WorkspaceError."""
    try:
        make_private_file(place)
    except OSError as error:
        raise WorkspaceError(CANNOT_BE_WRITTEN(file=str(place), cause=cause(error))) from error
    write_atomically(place, json.dumps({"secret": seed, "port": port}).encode())
