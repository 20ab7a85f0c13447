"""A team over a workspace with an open and a confidential statement, in this process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from translate_flow.desk.desk import Desk
from translate_flow.desk.gate import Secret
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.team import passwords
from translate_flow.team.accounts import Account, Accounts
from translate_flow.team.app import team_application
from translate_flow.team.base import SqliteBase
from translate_flow.team.guard import Address, Guard
from translate_flow.team.oidc import OidcSettings
from translate_flow.team.roles import Grant
from translate_flow.workspace import Workspace

from ..desk.conftest import make_workspace, write
from .asgi import ORIGIN, Browser

OPEN, OTHER, SECRET = "abierto", "otro", "secreto"
PHRASE = "La asamblea acordó el camino del cerro."
WHISPER = "Testigo: Eulalia Mamani."
TEXTS = {
    OPEN: f"# Abierto\n\n{PHRASE}\n\nPedimos agua limpia.\n",
    OTHER: f"# Otro\n\n{PHRASE}\n\nPedimos luz.\n",
    SECRET: f"---\nconfidential: true\n---\n\n# Secreto\n\n{PHRASE}\n\n{WHISPER}\n",
}
PASSWORD = "cuatro palabras bien propias"


@pytest.fixture(autouse=True)
def cheap(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost nothing to work out, but where a test asks for the `real_cost`."""
    if "real_cost" not in request.fixturenames:
        monkeypatch.setattr(passwords, "hasher", lambda: PasswordHasher.from_parameters(CHEAPEST))


@pytest.fixture
def real_cost() -> None:
    """Passwords as they are worked out outside of tests."""


@dataclass
class Clock:
    """A clock that tests set."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Team:
    """A team's desk and its people."""

    workspace: Workspace
    accounts: Accounts
    guard: Guard
    clock: Clock
    loop: asyncio.AbstractEventLoop
    people: dict[str, Account] = field(default_factory=dict)

    def browser(self) -> Browser:
        """Somebody's, who is not signed in."""
        return Browser(self.guard, self.loop)

    def person(self, name: str, *roles: str, named: bool = False) -> Browser:
        """A new account's browser, signed in."""
        account = self.accounts.create(name, [Grant.of(role) for role in roles])
        self.people[name] = account
        if named:
            self.accounts.let_see(SECRET, account)
        return self.again(name)

    def again(self, name: str) -> Browser:
        """Another browser of the same person, signed in."""
        browser = self.browser()
        token = self.guard.sessions.begin(self.people[name])
        browser.cookies["__Host-desk"] = token
        browser.token = self.guard.sessions.token(self.people[name])
        return browser


async def _until(over: asyncio.Event) -> None:
    """As long as there are requests; what they began beside their answers is ended then.

    As under a server all of them have one task above them: the threads in which they read and write outlive each of them.
    """
    await over.wait()
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def new_team(
    root: Path,
    *,
    evening: bool = False,
    oidc: OidcSettings | None = None,
    texts: Mapping[str, str] = MappingProxyType(TEXTS),
) -> Iterator[Team]:
    """A team over a new workspace; for one `evening` by `desk --share`."""
    workspace = make_workspace(root, statements=dict(texts), more="\n[review]\nfour_eyes = true\n")
    for name in texts:
        write(workspace, {1: f"The assembly agreed on the hill path ({name})."}, name=name)
    clock, base = Clock(), SqliteBase(None)
    accounts = Accounts(base, clock)
    desk = Desk(Shelf(workspace), Secret("0" * 64), 443)
    loop, over = asyncio.new_event_loop(), asyncio.Event()
    # Not in this thread: Playwright's, if there is a browser too, runs there.
    thread = threading.Thread(target=lambda: loop.run_until_complete(_until(over)), daemon=True)
    thread.start()
    guard = team_application(desk, accounts, Address.of(ORIGIN), evening=evening, oidc=oidc)
    yield Team(workspace, accounts, guard, clock, loop)
    desk.jobs.close()
    loop.call_soon_threadsafe(over.set)
    thread.join(60)
    assert not thread.is_alive()
    loop.close()
    base.close()


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A team without people yet."""
    yield from new_team(tmp_path / "w")


@pytest.fixture(scope="module")
def lasting_team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """One for all tests of a file, which only ask."""
    yield from new_team(tmp_path_factory.mktemp("team") / "w")
