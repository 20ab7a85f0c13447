"""In whose name the database is asked: it keeps what is confidential from accounts that are not named for it."""

from __future__ import annotations

from typing import Any

from ..workspace.access import EVERYTHING, present
from .rights import PersonsAccess

PROGRAM = "*"
"""The program's own work, for which there is no row security."""
IN_THE_NAME = "SELECT set_config('desk.account', ?, true)"
"""Says in whose name, until the transaction ends."""


def account() -> str:
    """An account's id, `PROGRAM`, or empty: nobody's."""
    access = present()
    if access is EVERYTHING:
        return PROGRAM
    return access.account.id if isinstance(access, PersonsAccess) else ""


def in_the_name(connection: Any, who: str) -> None:
    """The same of a transaction that the caller has begun."""
    connection.execute(IN_THE_NAME.replace("?", "%s"), (who,))
