"""Two desks over one database, as processes of their own."""

from __future__ import annotations

import contextlib
import http.client
import json
from pathlib import Path
from typing import Any

from translate_flow.team.accounts import Accounts
from translate_flow.team.base import PostgresBase
from translate_flow.team.roles import Grant
from translate_flow.team.sessions import Sessions
from translate_flow.workspace import Workspace

from ..desk.conftest import free_port, make_workspace, starter, until
from .conftest import OPEN, TEXTS


class Desks:
    """Two desks over one database, as processes of their own, and one person signed in."""

    def __init__(self, root: Path, dsn: str, statements: dict[str, str] = TEXTS) -> None:
        make_workspace(root, statements=statements)
        self.workspace, self.base = Workspace.load(root), PostgresBase(dsn)
        accounts = Accounts(self.base)
        account = accounts.create("Luz", [Grant.of("translator"), Grant.of("administrator")])
        self.cookie = Sessions(accounts).begin(account)
        self.ports = [free_port(), free_port()]
        self.origin = f"http://localhost:{self.ports[0]}"
        self.headers = {
            "Host": self.origin[7:], "Origin": self.origin, "Cookie": f"desk-session={self.cookie}",
            "X-CSRF-Token": Sessions(accounts).token(account), "Content-Type": "application/json",
        }  # fmt: skip
        common = ["serve", "--address", self.origin, "-C", str(root), "--database", dsn, "--port"]
        self.processes = [starter().start([*common, str(port)]) for port in self.ports]
        for n in range(2):
            until(lambda n=n: self._open(n))  # type: ignore[misc]

    def _open(self, desk: int) -> bool:
        with contextlib.suppress(OSError):
            return self.ask(desk, "GET", "/api/units?language=en&name=" + OPEN).status == 200
        return False

    def ask(self, desk: int, method: str, path: str, data: object = None) -> http.client.HTTPResponse:
        """One request to a desk."""
        connection = http.client.HTTPConnection("127.0.0.1", self.ports[desk], timeout=60)
        connection.request(method, path, None if data is None else json.dumps(data), self.headers)
        return connection.getresponse()

    def units(self, desk: int) -> list[dict[str, Any]]:
        """A statement's units at a desk."""
        found: list[dict[str, Any]] = json.load(self.ask(desk, "GET", f"/api/units?language=en&name={OPEN}"))[
            "units"
        ]
        return found

    def save(self, desk: int, place: int, text: str) -> int:
        """Save a text; the answer's status."""
        unit = self.units(desk)[place]
        data = {
            "language": "en",
            "name": OPEN,
            "key": unit["key"],
            "base": unit["base"],
            "do": "save",
            "text": text,
        }
        answer = self.ask(desk, "POST", "/api/save", data)
        answer.read()
        return answer.status

    def close(self) -> None:
        """End what is still running."""
        for process in self.processes:
            process.send_signal(2)
        for process in self.processes:
            _, errors = process.communicate(timeout=60)
            assert "Traceback" not in errors, errors
        self.base.close()
