"""What the pages of a team share."""

from __future__ import annotations

from dataclasses import dataclass

from .accounts import Accounts
from .guard import Address
from .oidc import Oidc
from .passkeys import Passkeys
from .passwords import Passwords
from .sessions import Sessions


@dataclass(frozen=True, slots=True)
class Team:
    """What the team's pages share."""

    accounts: Accounts
    sessions: Sessions
    passwords: Passwords
    passkeys: Passkeys
    address: Address
    evening: bool = False
    """Whether the desk is for one evening in one room: invitations let in at once, and nothing is kept of it."""
    oidc: Oidc | None = None
    """The network's own sign-in, if it has one."""
