"""`translate-flow serve`: the team's desk, behind a proxy that speaks TLS."""

from __future__ import annotations

import contextlib
import os
import socket
import stat
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Unavailable, UsageError
from ..files.messages import cause
from ..workspace import Workspace
from . import messages as said
from .base import Base, PostgresBase, open_base
from .guard import Address

if TYPE_CHECKING:
    from ..desk.desk import Desk
    from .guard import Guard
    from .oidc import OidcSettings

FOLDER = ".translate-flow-team"
"""Folder of the accounts beside the workspace's settings; it tells git to leave it out."""
PORT = 8720
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def accounts_path(workspace: Workspace) -> Path:
    """Where the accounts of a workspace's team lie."""
    return workspace.root / FOLDER / "accounts.sqlite"


def jobs_path(workspace: Workspace) -> Path:
    """Where desks and workers lay down files for one another."""
    return workspace.root / FOLDER / "jobs"


def checked(text: str) -> Address:
    """The address that people type. Raises UsageError for one by which passwords would go in the clear."""
    address = Address.of(text)
    if not address.secure and address.host.rsplit(":", 1)[0] not in _LOOPBACK:
        raise UsageError(said.NEEDS_TLS(address=text))
    return address


def must_be_complete(*more: str) -> None:
    """Raise Unavailable if a package of the extra `team` is missing, or one of these."""
    missing = [
        name
        for name in ("argon2", "procrastinate", "psycopg_pool", "segno", "webauthn", *more)
        if find_spec(name) is None
    ]
    if missing:
        raise Unavailable(said.NEEDS_EXTRA(missing=tuple(missing)))


def serve(
    workspace: Workspace,
    address: Address,
    at: Path | int,
    *,
    database: str = "",
    oidc: OidcSettings | None = None,
    tell: Callable[[str], None],
    stuck: str,
) -> None:
    """Run until interrupted; `at` is the path of a unix socket, or a port of this machine alone; `database` is
    the DSN of a PostgreSQL for accounts and events, else both lie in files; `oidc` is the network's own sign-in.

    Raises UsageError, WorkspaceError, Away.
    """
    from ..desk.desk import Desk
    from ..desk.door import OpenDoor
    from ..desk.gate import Secret
    from ..desk.serve import ADDRESS, listen, run
    from ..flow.statement.shelf import Shelf
    from .accounts import Accounts
    from .app import team_application

    must_be_complete(*(("httpx", "joserfc") if oidc else ()))
    base = open_base(database, accounts_path(workspace))
    listening = _unix(at) if isinstance(at, Path) else listen(ADDRESS, at)
    port = int(address.host.rsplit(":", 1)[1]) if ":" in address.host else 443 if address.secure else 80
    desk = Desk(Shelf(workspace), Secret(os.urandom(32).hex()), port)
    app = team_application(desk, Accounts(base), address, oidc=oidc)
    try:
        with _together(desk, base, app):
            run(desk, app, listening, ready=lambda: tell(address.origin), stuck=stuck, http=OpenDoor)
    finally:
        base.close()
        if isinstance(at, Path):
            with contextlib.suppress(OSError):
                at.unlink()


@contextlib.contextmanager
def _together(desk: Desk, base: Base, app: Guard) -> Iterator[None]:
    """With PostgreSQL: within, it is where events are acknowledged, and by it the desks hear of one another."""
    if not isinstance(base, PostgresBase):
        yield
        return
    from ..flow.statement.storage import keep_elsewhere
    from .events import EventTable
    from .memory import remember_in
    from .queue import QueuedJobs
    from .wire import joined

    root = desk.workspace.root
    table = EventTable(base, desk.workspace, lambda name: app.locks.confidential(desk.workspace, name))
    keep_elsewhere(root, table)
    remember_in(base, root)
    desk.jobs = QueuedJobs(desk.hub, base, jobs_path(desk.workspace))
    try:
        with joined(base, desk, table):
            yield
    finally:
        keep_elsewhere(root, None)
        remember_in(None, root)


def _unix(path: Path) -> socket.socket:
    """A socket at that path for the owner and the group, to which the proxy belongs. Raises UsageError."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        if path.exists() and stat.S_ISSOCK(path.stat().st_mode):
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other, contextlib.suppress(OSError):
                other.connect(str(path))
                raise UsageError(said.SOCKET_IN_USE(file=str(path)))
            path.unlink()
        mask = os.umask(0o117)
        try:
            listening.bind(str(path))
        finally:
            os.umask(mask)
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise UsageError(said.SOCKET_NOT_USABLE(file=str(path), cause=cause(error))) from error
    return listening
