"""The team's desk as its people use it: a real server, a real browser, a passkey in a virtual authenticator."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from translate_flow.errors import UsageError
from translate_flow.team.accounts import Accounts
from translate_flow.team.base import SqliteBase
from translate_flow.team.mail import MailBook
from translate_flow.team.roles import Grant
from translate_flow.team.server import accounts_path
from translate_flow.team.sessions import Sessions
from translate_flow.team.share import room_address
from translate_flow.workspace import Workspace

from ..desk.conftest import PATIENCE, free_port, make_workspace, painted, starter, until
from ..desk.conftest import _starter_ends as _starter_ends
from .conftest import OPEN, PASSWORD, SECRET, TEXTS
from .provider import CLIENT, CLIENT_SECRET, Provider, providing

AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


class Served:
    """A served desk, and its accounts as an administrator at the server's terminal has them."""

    def __init__(self, root: Path, provider: Provider) -> None:
        make_workspace(root, statements=TEXTS)
        self.workspace, self.port = Workspace.load(root), free_port()
        self.url = f"http://localhost:{self.port}"
        self.accounts = Accounts(SqliteBase(accounts_path(self.workspace)))
        MailBook(self.accounts).switch("07:00")  # as a worker does that sends digests
        secret = root.with_name("secret")
        secret.write_text(f"{CLIENT_SECRET}\n")
        network = [
            "--oidc",
            provider.issuer,
            "--oidc-client",
            CLIENT,
            "--oidc-secret",
            str(secret),
            "--oidc-name",
            "La red",
        ]
        allow = ["--oidc-allow", "groups=traduce", "--oidc-role", "translator:en"]
        self.process = starter().start(["serve", "--port", str(self.port), "-C", str(root), *network, *allow])
        until(self._answers)

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False

    def invite(self, name: str, *roles: str) -> str:
        """The link for a new person."""
        account = self.accounts.create(name, [Grant.of(role) for role in roles])
        return f"{self.url}/join?key={self.accounts.invite(account)}"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with providing() as provider:
        provider.claims |= {"groups": ["traduce"]}
        made = Served(tmp_path_factory.mktemp("served") / "w", provider)
        yield made
        made.process.send_signal(2)
        _, errors = made.process.communicate(timeout=60)
        assert "Traceback" not in errors, errors
        made.accounts.base.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page in a new browser."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="en")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_a_passkey_is_made_and_lets_in(served: Served, page: Any) -> None:
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})["authenticatorId"]
    page.goto(served.invite("Paz", "translator"))
    page.click("text=Join with a passkey")
    page.wait_for_url("**/account")
    assert page.is_visible("text=Choose how you will sign in before you leave.")
    page.click("text=Make a passkey on this device")
    page.wait_for_selector("text=You have 1 passkey.")
    page.click("text=Sign out here")
    page.wait_for_url("**/login")
    page.click("text=Sign in with a passkey")
    page.wait_for_url(f"{served.url}/")
    assert page.inner_text("#person") == "Paz"
    # A key that is not that account's any more lets nobody in.
    served.accounts.base.rows("DELETE FROM passkey")
    page.goto(f"{served.url}/account")
    page.click("text=Sign out here")
    page.click("text=Sign in with a passkey")
    page.wait_for_selector("text=this passkey does not belong to an account here")
    devices.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": device})


def test_what_is_typed_while_signed_out_is_sent_after_signing_in(served: Served, page: Any) -> None:
    page.goto(served.invite("Inés", "translator"))
    page.fill("#password", PASSWORD)
    page.click("text=Join with this password")
    page.goto(f"{served.url}/s/en/{OPEN}")
    page.wait_for_selector("html[data-ready]")
    Sessions(served.accounts).end_all(served.accounts.named("Inés"))
    page.fill("#target, textarea, [contenteditable]", "The assembly agreed.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("text=You are signed out.")
    other = page.context.new_page()
    other.goto(f"{served.url}/login")
    other.fill("#name", "Inés")
    other.fill("#password", PASSWORD)
    other.click("button.primary")
    other.wait_for_url(f"{served.url}/")
    journal = served.workspace.journal_path(OPEN, "en")
    until(lambda: journal.exists() and "The assembly agreed." in journal.read_text("utf-8"))
    assert '"by": "Inés"' in journal.read_text("utf-8")


def test_a_confidential_text_leaves_nothing_in_the_browser(served: Served, page: Any) -> None:
    link = served.invite("Nora", "translator")
    served.accounts.let_see(SECRET, served.accounts.named("Nora"))
    page.goto(link)
    page.fill("#password", PASSWORD)
    page.click("text=Join with this password")
    for name, kept in ((OPEN, True), (SECRET, False)):
        page.goto(f"{served.url}/s/en/{name}")
        page.wait_for_selector("html[data-ready]")
        page.route("**/api/typing", lambda route: route.abort())  # as if the network were gone
        page.fill("#target, textarea, [contenteditable]", f"Typed into {name}.")
        painted(page)
        if kept:
            page.wait_for_function("JSON.stringify({...localStorage}).includes('Typed into')")
        stored = page.evaluate("JSON.stringify({...localStorage})")
        assert (f"Typed into {name}." in stored) is kept
        page.unroute("**/api/typing")
        page.evaluate("localStorage.clear()")


def test_the_networks_own_sign_in_lets_in(served: Served, chromium: Any) -> None:
    """In Spanish, by the keyboard, over a real provider, and back to the page that was wanted."""
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(viewport={"width": 360, "height": 740}, locale="es-PE")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{served.url}/s/en/{OPEN}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.focus("text=Iniciar sesión con La red")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served.url}/s/en/{OPEN}")
    page.goto(f"{served.url}/account")
    expect(page.locator("main h1")).to_have_text("Luz Quispe")
    context.close()


@pytest.mark.parametrize("name", ["login", "account", "people"])
def test_pages_fit_a_phone_and_are_accessible(served: Served, page: Any, name: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    if name != "login":
        page.goto(served.invite(f"Ada {name}", "administrator", "reviewer:en"))
        page.fill("#password", PASSWORD)
        page.click("text=Join with this password")
        page.wait_for_url(f"{served.url}/")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{served.url}/{name}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_two_desks_over_one_workspace_are_one(tmp_path: Path) -> None:
    """Signed in at one is signed in at the other; what is saved at one is told at the other, and nothing is lost."""
    make_workspace(tmp_path / "w", statements=TEXTS)
    workspace, origin = Workspace.load(tmp_path / "w"), "http://localhost:8720"
    accounts = Accounts(SqliteBase(accounts_path(workspace)))
    account = accounts.create("Luz", [Grant.of("translator")])
    token = Sessions(accounts).begin(account)
    headers = {
        "Host": "localhost:8720", "Origin": origin, "Cookie": f"desk-session={token}",
        "X-CSRF-Token": Sessions(accounts).token(account), "Content-Type": "application/json",
    }  # fmt: skip
    ports = [free_port(), free_port()]
    common = ["serve", "--address", origin, "-C", str(workspace.root), "--port"]
    desks = [starter().start([*common, str(port)]) for port in ports]

    def ask(port: int, method: str, path: str, data: object = None) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request(method, path, None if data is None else json.dumps(data), headers)
        return connection.getresponse()

    try:
        for port in ports:
            until(lambda port=port: _first_line("127.0.0.1", port, "/login"))  # type: ignore[misc]
        news = ask(ports[1], "GET", f"/events?language=en&name={OPEN}&tab=2")
        units = json.load(ask(ports[1], "GET", f"/api/units?language=en&name={OPEN}"))["units"]
        for n, unit in enumerate(units):
            place = {"language": "en", "name": OPEN, "key": unit["key"], "base": unit["base"]}
            saved = ask(
                ports[n % 2], "POST", "/api/save", {**place, "do": "save", "text": f"Text number {n}."}
            )
            assert saved.status == 200, saved.read()
        heard = b""
        while (
            b"Text number 0." not in heard
        ):  # saved at the other desk; the request's timeout ends a wait in vain
            heard += (part := news.read1())
            assert part, "the desk has ended the stream"
        journal = workspace.journal_path(OPEN, "en").read_text("utf-8")
        assert all(f"Text number {n}." in journal for n in range(len(units)))
    finally:
        for desk in desks:
            desk.send_signal(2)
        for desk in desks:
            _, errors = desk.communicate(timeout=60)
            assert "Traceback" not in errors, errors
        accounts.base.close()


def test_a_desk_is_shared_for_an_evening(tmp_path: Path) -> None:
    """It says loudly what that means, listens where the room can come by, and is forgotten with its end."""
    make_workspace(tmp_path / "w")
    command = [
        sys.executable,
        "-m",
        "translate_flow",
        "desk",
        "--share",
        "--no-browser",
        "-C",
        str(tmp_path / "w"),
    ]
    try:
        address = room_address()
    except UsageError:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 2 and "not on a network" in done.stderr
        return
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stderr is not None
    try:
        assert process.stderr.readline().startswith("ATTENTION")
        link = urlsplit(process.stdout.readline().strip())
        assert link.hostname == address
        until(lambda: b"200" in _first_line(address, link.port or 0, f"{link.path}?{link.query}"))
    finally:
        process.send_signal(2)
        _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors and not accounts_path(Workspace.load(tmp_path / "w")).exists()


def _first_line(host: str, port: int, path: str) -> bytes:
    with contextlib.suppress(OSError), socket.create_connection((host, port), 5) as connection:
        connection.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode()
        )
        return connection.recv(65536).split(b"\r\n")[0]
    return b""


def test_it_listens_on_a_socket_for_the_proxy(tmp_path: Path) -> None:
    """As behind Caddy: by the socket, in the address's name; another desk at the same socket does not start."""
    make_workspace(tmp_path / "w")
    path = tmp_path / "desk.sock"
    command = [sys.executable, "-m", "translate_flow", "serve", "--address", "https://desk.example.org"]
    command += ["--socket", str(path), "-C", str(tmp_path / "w")]
    first = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 60
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        until(lambda: b"303" in _by_socket(path, "desk.example.org"))
        assert path.stat().st_mode & 0o007 == 0
        assert b"421" in _by_socket(path, "localhost")
        second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert second.returncode == 2 and "another desk is listening there" in second.stderr
    finally:
        first.send_signal(2)
        _, errors = first.communicate(timeout=60)
    assert "Traceback" not in errors and not path.exists()


def _by_socket(path: Path, host: str) -> bytes:
    with socket.socket(socket.AF_UNIX) as proxy:
        try:
            proxy.connect(str(path))
        except OSError:
            return b""
        head = f"GET / HTTP/1.1\r\nHost: {host}\r\nAccept: text/html\r\nX-Remote-User: Ada\r\nConnection: close\r\n\r\n"
        proxy.sendall(head.encode())
        answer = b""
        while part := proxy.recv(65536):
            answer += part
        return answer.split(b"\r\n")[0]
