"""`translate-flow desk --share`: the desk for one evening in one room.

Others in the same network come with one-time links, shown as QR codes, and need no account that stays: all of it is
in memory and ends with the desk. What crosses the network is not protected, which is said loudly; confidential
statements are the host's alone until the host names somebody.
"""

from __future__ import annotations

import os
import socket
import webbrowser
from collections.abc import Callable

from ..errors import UsageError
from ..workspace import Workspace
from . import messages as said

_ELSEWHERE = ("192.0.2.1", 9)
"""An address of RFC 5737 that is nobody's; nothing is sent there."""


def room_address() -> str:
    """This machine's address in the network that it is in. Raises UsageError if it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            found = str(probe.getsockname()[0])
        except OSError:
            found = ""
    if not found or found.startswith(("127.", "0.")):
        raise UsageError(said.NO_NETWORK())
    return found


def share(
    workspace: Workspace, port: int | None, *, browser: bool, tell: Callable[[str], None], stuck: str
) -> None:
    """Run until interrupted. `tell` gets the host's one-time link. Raises UsageError."""
    from ..desk.desk import Desk
    from ..desk.door import OpenDoor
    from ..desk.gate import Secret
    from ..desk.serve import listen, run
    from ..flow.statement.people import person
    from ..flow.statement.shelf import Shelf
    from .accounts import Accounts
    from .app import team_application
    from .base import SqliteBase
    from .guard import Address
    from .names import fit
    from .rights import Locks
    from .roles import Grant, Role
    from .server import must_be_complete

    must_be_complete()
    listening = listen(room_address(), port)
    host, number = listening.getsockname()[:2]
    address = Address.of(f"http://{host}:{number}")
    desk, accounts = Desk(Shelf(workspace), Secret(os.urandom(32).hex()), number), Accounts(SqliteBase(None))
    me = accounts.create(fit(person(workspace)), [Grant(Role.COORDINATOR), Grant(Role.ADMINISTRATOR)])
    locks = Locks()
    for name in workspace.source_names():
        if locks.confidential(workspace, name):
            accounts.let_see(name, me)
    link = f"{address.origin}/join?key={accounts.invite(me)}"

    def ready() -> None:
        tell(link)
        if browser:
            webbrowser.open(link)

    run(
        desk,
        team_application(desk, accounts, address, evening=True),
        listening,
        ready=ready,
        stuck=stuck,
        http=OpenDoor,
    )
