"""The desk behind Debian's Caddy, as setup writes its site: TLS, a unix socket, news that come at once, headers, a restart."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from translate_flow.team.accounts import Accounts
from translate_flow.team.base import SqliteBase
from translate_flow.team.passwords import Passwords
from translate_flow.team.roles import Grant
from translate_flow.team.server import accounts_path
from translate_flow.team.upkeep.place import Installation
from translate_flow.team.upkeep.units import site
from translate_flow.workspace import Workspace

from ..desk.conftest import _starter_ends as _starter_ends
from ..desk.conftest import free_port, make_workspace, starter, until
from ..desk.forked import Forked
from ..ending import ends_with_parent
from ..needs import need
from .conftest import OPEN, PASSWORD, TEXTS

OPTIONS = "{{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n\tstorage file_system {folder}\n}}\n"


class OverSocket(http.client.HTTPConnection):
    """A connection to the desk itself."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=60)
        self._path = str(path)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self._path)


@dataclass
class Site:
    """Caddy, the desk behind it, and a browser's cookie."""

    root: Path
    port: int
    socket: Path
    trusted: ssl.SSLContext
    desk: Forked
    headers: dict[str, str] = field(default_factory=dict)

    def serve(self) -> None:
        """Start the desk."""
        words = ["serve", "--address", f"https://localhost:{self.port}", "--socket", str(self.socket)]
        self.desk = starter().start([*words, "-C", str(self.root)])

    def ask(self, method: str, path: str, body: Any = None, **more: str) -> http.client.HTTPResponse:
        """One request through Caddy; `more` headers."""
        connection = http.client.HTTPSConnection("localhost", self.port, timeout=60, context=self.trusted)
        data = json.dumps(body) if isinstance(body, dict) else body
        given = {name.replace("_", "-"): value for name, value in more.items()}
        connection.request(
            method, path, data, {"Origin": f"https://localhost:{self.port}", **self.headers, **given}
        )
        return connection.getresponse()


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    caddy = need("caddy", "make test installs it (apt-get install caddy)")
    top = tmp_path_factory.mktemp("caddy")
    workspace = make_workspace(top / "w", statements={OPEN: TEXTS[OPEN]})
    base = SqliteBase(accounts_path(Workspace.load(workspace.root)))
    accounts = Accounts(base)
    account, passwords = accounts.create("Luz", [Grant.of("translator")]), Passwords(accounts)
    passwords.keep(account, passwords.made(account, PASSWORD))
    base.close()
    # Short: the path of a socket has at most 107 bytes.
    with tempfile.TemporaryDirectory(prefix="tf") as folder:
        port, path = free_port(), Path(folder) / "1.sock"
        text = site(Installation("desk.example.org"), names=f"https://localhost:{port}", more="\ttls internal\n", sockets=(path,))  # fmt: skip
        (top / "Caddyfile").write_text(OPTIONS.format(folder=top / "kept") + text, "utf-8")
        home = {name: str(top) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        command = [caddy, "run", "--config", str(top / "Caddyfile"), "--adapter", "caddyfile"]
        with (top / "log").open("w") as log:
            process = subprocess.Popen(command, env=home, stdout=log, stderr=log, preexec_fn=ends_with_parent)
        try:
            root = top / "kept/pki/authorities/local/root.crt"
            until(lambda: root.exists() and root.stat().st_size > 0 and _listens(port))
            made = Site(workspace.root, port, path, ssl.create_default_context(cafile=str(root)), None)  # type: ignore[arg-type]
            made.serve()
            until(path.exists)
            yield made
            made.desk.send_signal(2)
            made.desk.communicate(60)
        finally:
            process.terminate()
            process.wait(60)


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def _signed_in(site: Site) -> Site:
    if "Cookie" not in site.headers:
        page = site.ask("GET", "/", Accept="text/html")
        assert (page.status, page.headers["Location"]) == (303, "/login")
        form = urlencode({"name": "Luz", "password": PASSWORD, "next": "/"})
        kind = "application/x-www-form-urlencoded"
        answer = site.ask("POST", "/login", form, Content_Type=kind)
        assert answer.status == 303, answer.read()
        cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-desk=") and {"Secure", "HttpOnly"} <= set(cookie.split("; "))
        site.headers["Cookie"] = cookie.split(";")[0]
        page = site.ask("GET", "/")
        token = page.read().decode().split('name="csrf" content="')[1].split('"')[0]
        site.headers |= {"X-CSRF-Token": token, "Content-Type": "application/json"}
    return site


def _save(site: Site, place: int, text: str) -> int:
    units = json.load(site.ask("GET", f"/api/units?language=en&name={OPEN}"))["units"]
    key, base = units[place]["key"], units[place]["base"]
    data = {"language": "en", "name": OPEN, "key": key, "base": base, "do": "save", "text": text}
    answer = site.ask("POST", "/api/save", data)
    answer.read()
    return answer.status


def test_people_sign_in_save_and_hear_of_it_at_once(behind: Site) -> None:
    site = _signed_in(behind)
    news = site.ask("GET", f"/events?language=en&name={OPEN}&tab=one")
    assert (news.status, news.headers["Content-Type"].split(";")[0]) == (200, "text/event-stream")
    assert _save(site, 1, "Saved through Caddy.") == 200
    heard = b""
    while b"Saved through Caddy." not in heard:  # the connection's timeout ends a wait in vain
        heard += (part := news.read1())
        assert part, "the desk has ended the stream"


def test_headers_are_the_desks_own_and_come_once(behind: Site) -> None:
    through = behind.ask("GET", "/login").headers
    direct = OverSocket(behind.socket)
    direct.request("GET", "/login", headers={"Host": f"localhost:{behind.port}"})
    own = direct.getresponse().headers
    for name in ("Content-Security-Policy", "Strict-Transport-Security", "Referrer-Policy", "X-Content-Type-Options", "Cache-Control"):  # fmt: skip
        assert through.get_all(name) == own.get_all(name) and len(own.get_all(name) or ()) == 1, name
    assert behind.socket.stat().st_mode & 0o777 == 0o660


def test_nobody_becomes_somebody_by_a_header(behind: Site) -> None:
    """What a proxy might say of who somebody is, or of the address, is believed from nobody."""
    behind.headers, kept = {}, behind.headers
    try:
        forged = {
            "X_Remote_User": "Luz", "Remote_User": "Luz", "X_Forwarded_User": "Luz", "X_Forwarded_For": "127.0.0.1",
            "Forwarded": "for=127.0.0.1;host=localhost", "X_Forwarded_Proto": "https", "X_Real_IP": "127.0.0.1",
        }  # fmt: skip
        assert behind.ask("GET", f"/api/units?language=en&name={OPEN}", **forged).status == 401
        other = behind.ask("GET", "/login", X_Forwarded_Host="evil.example.org")
        assert other.status == 200 and b"evil.example.org" not in other.read()
        assert behind.ask("GET", "/login", Host="evil.example.org").read() == b""
        assert behind.ask("POST", "/login", "name=Luz", Origin="https://evil.example.org").status == 403
    finally:
        behind.headers = kept


def test_a_desk_that_starts_anew_is_waited_for(behind: Site) -> None:
    """As at an update: whoever asks meanwhile has their answer a little later, and is still signed in."""
    site = _signed_in(behind)
    site.desk.send_signal(2)
    site.desk.communicate(60)
    site.serve()
    assert _save(site, 2, "After the update.") == 200
