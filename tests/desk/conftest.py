"""A workspace of its own, a real server process, and a real browser for each test that asks."""

from __future__ import annotations

import contextlib
import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from ..ending import ends_with_parent
from ..ports import free_port as free_port
from .forked import Forked, Starter

SETTINGS = '[languages]\nsource = "es"\ntargets = ["en"]\n\n[drafting]\nengines = ["fake"]\n\n[person]\nname = "Ana"\n'
GLOSSARY = """es,en,kind,policy,gender,number,article_en,gloss_en,variants_es,forbidden_en,note
Liga Ribereña,,organisation,keep,f,sg,no,,,Riverside League|Shore League,
rondas,rondas,body,gloss,f,pl,no,village patrols,,rounds,
comunicado,statement,term,translate,m,sg,no,,,,
"""
STATEMENT = """# Comunicado de la Liga Ribereña

La Liga Ribereña denuncia que 12 familias perdieron su casa el 3 de mayo de 2024.

Las rondas acompañaron a las familias. No hubo respuesta del municipio.

Pedimos:

- agua limpia para todas;
- una mesa de diálogo.

Puerto Viejo, 9 de mayo de 2024
"""
NAME = "comunicado"
PATIENCE = 90_000
"""Milliseconds that a test waits for what must come: as long as a machine busy with other work may need."""


@dataclass
class Desk:
    """A running desk and its workspace."""

    root: Path
    port: int
    process: subprocess.Popen[str] | Forked
    link: str
    log: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Address of the overview."""
        return f"http://127.0.0.1:{self.port}"

    def editor(self, name: str = NAME, language: str = "en") -> str:
        """Address of a statement's editor."""
        return f"{self.url}/s/{language}/{name}"

    def work(self, name: str = NAME) -> Work:
        """The statement as it is on disk."""
        return Work.open(Workspace.load(self.root), name, "en")

    def po(self, name: str = NAME) -> Path:
        """Its catalogue."""
        return self.root / "locales" / "en" / f"{name}.po"

    def kill(self) -> None:
        """As a power failure would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(60)

    def restart(self) -> None:
        """Start it again on the same port."""
        again = start(self.root, self.port)
        self.process, self.link = again.process, again.link

    def request(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        """One plain request, with exactly these headers beside Host."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body or None, headers or {})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def cookie(self) -> str:
        """The cookie one gets for the opening link."""
        parts = urlsplit(self.link)
        status, headers, _ = self.request("GET", f"{parts.path}?{parts.query}")
        assert status == 200
        return headers["set-cookie"].split(";")[0]

    def cookies(self, name: str) -> list[dict[str, str]]:
        """Those of a browser that was here before, whose person has chosen that name."""
        known = dict([self.cookie().split("=", 1)])
        if name:
            known[f"person-{self.port}"] = quote(name)
        return [{"name": key, "value": value, "url": self.url} for key, value in known.items()]


@pytest.fixture(scope="session", autouse=True)
def _starter_ends() -> Iterator[None]:
    """What desks are forked from ends with the tests of this process."""
    yield
    if starter.cache_info().currsize:
        starter().close()


@cache
def starter() -> Starter:
    """What desks are forked from."""
    return Starter()


def start(root: Path, port: int, *, forked: bool = True) -> Desk:
    """Start the program, and wait until it listens; without `forked` by its command, as a user would."""
    arguments = ["desk", "--no-browser", "--port", str(port), "-C", str(root)]
    process: subprocess.Popen[str] | Forked
    if forked:
        process = starter().start(arguments)
    else:
        command = [sys.executable, "-m", "translate_flow", *arguments]
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=ends_with_parent,
        )
    assert process.stdout is not None
    link = process.stdout.readline().strip()
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return Desk(root, port, process, link)
        time.sleep(0.02)
    raise AssertionError(f"the desk did not start: {process.stderr.read() if process.stderr else ''}")


def make_workspace(
    root: Path,
    *,
    statements: dict[str, str] | None = None,
    more: str = "",
    settings: Iterable[tuple[str, str]] = (),
    stop: str = "never",
) -> Workspace:
    """A workspace with these statements, added; `settings`: what is said otherwise there, and how.

    Most tests type texts that translate nothing, so that the checks' errors are not asked about unless
    `stop` says so.
    """
    (root / "glossary").mkdir(parents=True)
    (root / "statements").mkdir()
    rule = f'stop = "{stop}"\n'
    said = SETTINGS + (
        more.replace("[review]\n", f"[review]\n{rule}") if "[review]" in more else f"{more}\n[review]\n{rule}"
    )
    for old, new in settings:
        said = said.replace(old, new)
    (root / "translate-flow.toml").write_text(said, "utf-8")
    (root / "glossary" / "names.csv").write_text(GLOSSARY, "utf-8")
    files = []
    for name, text in (statements if statements is not None else {NAME: STATEMENT}).items():
        files.append(root / "statements" / f"{name}.es.md")
        files[-1].parent.mkdir(parents=True, exist_ok=True)
        files[-1].write_text(text, "utf-8")
    workspace = Workspace.load(root)
    if files:
        add(workspace, files, workspace.settings.languages.targets)
    return workspace


def write(workspace: Workspace, texts: dict[int, str], by: str = "Ana", name: str = NAME) -> None:
    """Give some segments, counted from 0, a text."""
    work = Work.open(workspace, name, "en")
    for place, text in texts.items():
        edit(work, work.catalogue.entries[place].key, text, by)


def machine(workspace: Workspace, name: str = NAME) -> None:
    """Have the statement drafted by the engine of the tests."""
    list(run(plan(workspace, [name], "en")))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk over a workspace with one statement, of which nothing is translated."""
    make_workspace(tmp_path / "w")
    running = start(tmp_path / "w", free_port())
    yield running
    stop(running)


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Starts a desk over a workspace made with the given arguments, after `prepare(workspace)`."""
    running: list[Desk] = []

    def begin(prepare: Callable[[Workspace], object] | None = None, **made: Any) -> Desk:
        workspace = make_workspace(tmp_path / "w", **made)
        if prepare is not None:
            prepare(workspace)
        running.append(start(tmp_path / "w", free_port()))
        return running[-1]

    yield begin
    for one in running:
        stop(one)


def stop(desk: Desk) -> None:
    """End it as Ctrl+C would; it has to go quietly."""
    desk.process.send_signal(signal.SIGINT)
    try:
        _, errors = desk.process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        desk.process.kill()
        raise
    assert "Traceback" not in errors, errors


# Browser ------------------------------------------------------------------------

WATCH = """
window.violations = [];
addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.blockedURI));
"""


@dataclass
class Visitor:
    """A person's browser, with what went wrong in it."""

    context: Any
    page: Any
    troubles: list[str] = field(default_factory=list)

    def calm(self) -> None:
        """No script failed, nothing was blocked, nothing was asked of another host."""
        assert self.troubles == []
        assert self.page.evaluate("window.violations") == []


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Visitor]]:
    """Opens a desk in a new browser profile by its link."""
    contexts = []

    def enter(desk: Desk, *, name: str = "", path: str = "", **options: Any) -> Visitor:
        options = {"viewport": {"width": 1280, "height": 800}, "locale": "en", **options}
        context = chromium.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH)
        if path:
            # The way in by the link, through the overview, is for the tests without a path.
            context.add_cookies(desk.cookies(name))
        page = context.new_page()
        visitor = Visitor(context, page)
        page.on("pageerror", lambda error: visitor.troubles.append(f"{error} {error.stack}"))
        page.on(
            "request",
            lambda r: None if r.url.startswith((desk.url, "data:")) else visitor.troubles.append(r.url),
        )
        page.on("dialog", lambda d: (visitor.troubles.append(f"dialog {d.message}"), d.dismiss()))
        if path:
            page.goto(desk.url + path)
        else:
            page.goto(desk.link)
            page.wait_for_url(f"{desk.url}/")
            if name:
                page.evaluate("name => import('/static/x/api.js').then(m => m.post('/api/me', {name}))", name)
                page.goto(desk.url)
        if path.startswith("/s/"):
            page.wait_for_selector("html[data-ready]")
        return visitor

    yield enter
    for context in contexts:
        context.close()


def until(holds: Callable[[], object], seconds: float = PATIENCE / 1000) -> None:
    """Wait until it holds, and fail if it does not in time.

    What takes long to ask is asked more seldom: the desk works in the meantime, maybe on the same core. Where a file
    is not there, as between two looks at one that another process removes or renames, it does not hold yet.
    """
    asked = time.monotonic()
    deadline = asked + seconds
    gone: FileNotFoundError | None = None
    while True:
        try:
            if holds():
                return
        except FileNotFoundError as error:
            gone = error
        now = time.monotonic()
        if now > deadline:
            raise AssertionError("did not happen in time") from gone
        time.sleep(max(0.03, 2 * (now - asked)))
        asked = time.monotonic()


def painted(page: Any) -> None:
    """Wait until the browser has drawn what was done, and told the page's scripts of it."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )


def journal(root: Path, name: str = NAME) -> list[dict[str, Any]]:
    """The lines of a statement's journal; not one that is being written."""
    path = root / "locales" / "en" / f"{name}.history.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
