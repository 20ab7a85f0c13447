"""A browser without a window: requests to the team's desk in this process, with cookies and the page's token."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from translate_flow.team.guard import Guard

ORIGIN = "https://desk.example.org"
ENOUGH = 100_000
"""Bytes of an answer after which a browser without a window goes away: streams have no end."""


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


@dataclass
class Browser:
    """One browser. All requests of a test run in one event loop, which has a thread of its own."""

    app: Guard
    loop: asyncio.AbstractEventLoop
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def get(self, address: str, **headers: str) -> Answer:
        """Open a page, as a person who typed its address."""
        return self.ask("GET", address, headers={"accept": "text/html", **headers})

    def post(self, address: str, data: Any, **headers: str) -> Answer:
        """What a page's script sends."""
        sent = {"content-type": "application/json", "x-csrf-token": self.token, **headers}
        return self.ask("POST", address, json.dumps(data).encode(), sent)

    def submit(self, address: str, **fields: str) -> Answer:
        """A form of a page."""
        form = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html"}
        return self.ask("POST", address, urlencode({"token": self.token, **fields}).encode(), form)

    def ask(
        self, method: str, address: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        """One request. Origin as browsers set it, unless it is given."""
        parts = urlsplit(address)
        sent = {"host": urlsplit(ORIGIN).netloc, "content-length": str(len(body)), **(headers or {})}
        if method == "POST":
            sent.setdefault("origin", ORIGIN)
        if self.cookies:
            sent["cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        scope = {
            "type": "http", "http_version": "1.1", "method": method, "path": parts.path, "scheme": "http",
            "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "",
            "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in sent.items()],
            "client": ("203.0.113.7", 40000), "server": ("127.0.0.1", 80),
        }  # fmt: skip
        answer = asyncio.run_coroutine_threadsafe(_talk(self.app, scope, body), self.loop).result(120)
        for line in answer.headers.pop("set-cookie", "").split("\n"):
            if line:
                name, _, value = line.split(";")[0].partition("=")
                self.cookies[name] = value
        if found := re.search(r'name="csrf" content="(\w+)"', answer.body):
            self.token = found[1]
        return answer


async def _talk(app: Guard, scope: dict[str, Any], body: bytes) -> Answer:
    said: list[bytes] = []
    head: dict[str, Any] = {}
    streaming = asyncio.Event()
    sent = False

    async def receive() -> dict[str, Any]:
        nonlocal sent
        if not sent:
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}
        await streaming.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            head.update(message)
            return
        said.append(message.get("body", b""))
        kind = dict(head["headers"]).get(b"content-type", b"")
        if kind.startswith(b"text/event-stream") or sum(map(len, said)) > ENOUGH:
            streaming.set()

    await asyncio.wait_for(app(scope, receive, send), 60)
    headers: dict[str, str] = {}
    for name, value in head["headers"]:
        key = name.decode().lower()
        headers[key] = f"{headers[key]}\n{value.decode()}" if key in headers else value.decode()
    return Answer(head["status"], headers, b"".join(said).decode("utf-8", "replace"))
