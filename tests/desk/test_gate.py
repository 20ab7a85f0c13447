"""Who may come in, and what every answer carries."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from translate_flow.desk.peers import foreign

from .conftest import Desk, free_port, make_workspace, start, stop

HOSTS = ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "[::1]:{port}", ""]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all tests of this file; they change nothing."""
    root = tmp_path_factory.mktemp("gate") / "w"
    make_workspace(root)
    running = start(root, free_port())
    yield running
    stop(running)


@pytest.fixture
def mine(desk: Desk) -> dict[str, str]:
    """Headers of a browser that came by the link, and of its scripts."""
    cookie = desk.cookie()
    _, _, page = desk.request("GET", "/", {"Cookie": cookie})
    token = page.decode().split('name="csrf" content="')[1].split('"')[0]
    origin = f"http://127.0.0.1:{desk.port}"
    return {"Cookie": cookie, "X-CSRF-Token": token, "Origin": origin, "Content-Type": "application/json"}


def without(headers: dict[str, str], *names: str) -> dict[str, str]:
    return {k: v for k, v in headers.items() if k not in names}


@pytest.mark.parametrize("host", HOSTS)
def test_a_foreign_host_is_refused(desk: Desk, mine: dict[str, str], host: str) -> None:
    status, _, body = desk.request("GET", "/", {**mine, "Host": host.format(port=desk.port)})
    assert status == 421 and b"comunicado" not in body


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"]
)
def test_a_foreign_origin_is_refused(desk: Desk, mine: dict[str, str], origin: str) -> None:
    headers = {**mine, "Origin": origin.format(port=desk.port)}
    for method, path in (("GET", "/"), ("POST", "/api/save"), ("GET", "/events?language=en&name=comunicado")):
        assert desk.request(method, path, headers, b"{}")[0] == 403


@pytest.mark.parametrize(
    "path",
    ["/", "/s/en/comunicado", "/review/en/comunicado", "/api/segment", "/events", "/built", "/nothing"],
)
def test_without_the_secret_nothing_is_shown(desk: Desk, path: str) -> None:
    for cookie in (
        "",
        f"desk-{desk.port}=",
        f"desk-{desk.port}=a.b",
        f"desk-{desk.port}={'0' * 16}.{'0' * 40}",
    ):
        status, headers, body = desk.request("GET", path, {"Cookie": cookie} if cookie else {})
        assert status == 403 and b"Liga" not in body and "set-cookie" not in headers


def test_the_link_needs_its_secret_and_gives_a_cookie_scripts_cannot_read(desk: Desk) -> None:
    assert desk.request("GET", "/enter")[0] == desk.request("GET", "/enter?key=guess")[0] == 403
    parts = urlsplit(desk.link)
    status, headers, body = desk.request("GET", f"{parts.path}?{parts.query}")
    assert status == 200 and b"csrf" not in body
    cookie = headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


def test_each_start_has_a_link_of_its_own_and_cookies_stay_valid(tmp_path: Path) -> None:
    """Links stay in the histories of browsers and terminals; an old one must open nothing."""
    make_workspace(tmp_path / "w")
    running = start(tmp_path / "w", free_port(), forked=False)
    old, cookie = urlsplit(running.link), running.cookie()
    stop(running)
    again = start(tmp_path / "w", running.port, forked=False)
    try:
        assert again.request("GET", f"{old.path}?{old.query}")[0] == 403
        assert again.request("GET", "/", {"Cookie": cookie})[0] == 200
    finally:
        stop(again)


def test_a_person_who_is_refused_gets_a_page_in_their_language(desk: Desk) -> None:
    headers = {"Accept": "text/html", "Accept-Language": "es-PE"}
    status, answer, body = desk.request("GET", "/", headers)
    assert status == 403 and answer["content-type"].startswith("text/html")
    assert "Abra el escritorio con el enlace" in body.decode() and b"comunicado" not in body
    assert json.loads(desk.request("GET", "/", {"Accept-Language": "en"})[2])["error"].startswith(
        "open the desk"
    )


def test_a_post_needs_token_and_origin(desk: Desk, mine: dict[str, str]) -> None:
    body = json.dumps({"name": "Eve"}).encode()
    assert desk.request("POST", "/api/me", without(mine, "X-CSRF-Token"), body)[0] == 403
    assert desk.request("POST", "/api/me", {**mine, "X-CSRF-Token": "0" * 40}, body)[0] == 403
    assert desk.request("POST", "/api/me", without(mine, "Origin"), body)[0] == 403
    assert desk.request("POST", "/api/me", mine, body)[0] == 200


def test_another_sessions_token_is_of_no_use(desk: Desk, mine: dict[str, str]) -> None:
    assert desk.request("POST", "/api/me", {**mine, "Cookie": desk.cookie()}, b"{}")[0] == 403


def test_requests_other_sites_make_a_browser_send_are_refused(desk: Desk, mine: dict[str, str]) -> None:
    for site in ("cross-site", "same-site"):
        assert desk.request("GET", "/", {"Cookie": mine["Cookie"], "Sec-Fetch-Site": site})[0] == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_only_get_and_post_are_answered(desk: Desk, mine: dict[str, str], method: str) -> None:
    assert desk.request(method, "/", mine)[0] == 405


def test_every_answer_is_locked_down(desk: Desk, mine: dict[str, str]) -> None:
    for path in ("/", "/s/en/comunicado", "/api/segment", "/nothing", "/static/x/desk.css", "/enter"):
        _, headers, _ = desk.request("GET", path, mine)
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy and headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "server" not in headers


def test_pages_hold_no_inline_script_or_style(desk: Desk, mine: dict[str, str]) -> None:
    for path in ("/", "/s/en/comunicado", "/review/en/comunicado"):
        page = desk.request("GET", path, mine)[2].decode()
        assert " style=" not in page and "<style" not in page and " onclick=" not in page
        scripts = [part.split(">")[0] for part in page.split("<script")[1:]]
        assert all('src="/static/' in s or 'type="application/json"' in s for s in scripts)


PATHS = [
    "../translate-flow",
    "..%2ftranslate-flow",
    "/etc/passwd",
    "comunicado/../comunicado",
    "comunicado%00",
    ".",
    "x" * 5000,
]


@pytest.mark.parametrize("name", PATHS)
def test_a_statement_is_named_never_found_by_a_path(desk: Desk, mine: dict[str, str], name: str) -> None:
    """Where a client would resolve dots itself, the raw request is what counts."""
    for path in (
        f"/s/en/{name}",
        f"/s/../{name}",
        f"/built?language=en&name={quote(name)}&file=manifest.json",
    ):
        status, _, body = desk.request("GET", path, mine)
        assert status in (400, 404) and b"[languages]" not in body and b"root:" not in body
    place = json.dumps({"language": "en", "name": name, "key": "x", "text": "x", "base": ""}).encode()
    assert desk.request("POST", "/api/typing", mine, place)[0] == 400
    assert not list((desk.root / ".translate-flow").rglob("typing/**/*.json"))


@pytest.mark.parametrize("file", ["../secret", "/etc/passwd", "..", "", "manifest.json/../x"])
def test_only_built_files_are_served(desk: Desk, mine: dict[str, str], file: str) -> None:
    body = json.dumps({"language": "en", "name": "comunicado", "kinds": ["tsv"], "drafts": True}).encode()
    assert desk.request("POST", "/api/build", mine, body)[0] == 200
    assert desk.request("GET", f"/built?language=en&name=comunicado&file={quote(file)}", mine)[0] == 404
    status, headers, _ = desk.request("GET", "/built?language=en&name=comunicado&file=aligned.tsv", mine)
    if status == 404:
        status, headers, _ = desk.request(
            "GET", "/built?language=en&name=comunicado&file=manifest.json", mine
        )
    assert status == 200 and headers["content-disposition"].startswith("attachment")
    assert "sandbox" in headers["content-security-policy"]


BODIES = [
    b"",
    b"{",
    b"[]",
    b'"x"',
    b"[" * 100_000,
    b'{"language": 1}',
    b'{"language": "en", "name": "comunicado"}',
    b"\xff",
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
def test_nonsense_is_refused_in_one_line(desk: Desk, mine: dict[str, str], body: bytes) -> None:
    for path in ("/api/save", "/api/typing", "/api/look", "/api/comment", "/api/dismiss", "/api/here"):
        status, _, answer = desk.request("POST", path, mine, body)
        assert status == 400 and b"Traceback" not in answer and json.loads(answer)["error"]


def test_large_bodies_are_refused_before_they_are_read(desk: Desk, mine: dict[str, str]) -> None:
    headers = {**mine, "Content-Length": str(10**10)}
    assert desk.request("POST", "/api/save", headers)[0] == 413
    assert desk.request("POST", "/api/upload?file=x.md", headers)[0] == 413


UPLOADS = {
    "x.exe": b"MZ\0\0",
    "x.md": b"\0\1\2\3" * 100,
    "x.docx": b"PK\3\4 this is no zip file",
    "x.doc": b"\xd0\xcf\x11\xe0",
    "../../x.md": b"",
    "...": b"Hola",
    ".md": b"Hola",
}


@pytest.mark.parametrize("file", UPLOADS)
def test_a_file_that_is_no_statement_leaves_no_trace(desk: Desk, mine: dict[str, str], file: str) -> None:
    before = sorted(p for p in desk.root.rglob("*") if ".translate-flow" not in str(p))
    headers = {**mine, "Content-Type": "application/octet-stream"}
    got, _, body = desk.request("POST", f"/api/upload?file={quote(file)}", headers, UPLOADS[file])
    assert got in (400, 422) and json.loads(body)["error"]
    assert sorted(p for p in desk.root.rglob("*") if ".translate-flow" not in str(p)) == before


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("../../evil.md", "evil.es.md"),
        ("/etc/cron.d/evil.md", "evil.es.md"),
        ("..\\..\\evil.md", "evil.es.md"),
        ("ev\0il\n.md", "ev-il.es.md"),
        (".evil.md", "evil.es.md"),
        ("evil.es.md", "evil.es.md"),
    ],
)
def test_a_file_name_never_leads_out_of_the_statements(
    open_desk: Callable[..., Desk], file: str, kept: str
) -> None:
    desk = open_desk(statements={})
    cookie = desk.cookie()
    page = desk.request("GET", "/", {"Cookie": cookie})[2].decode()
    token = page.split('name="csrf" content="')[1].split('"')[0]
    headers = {"Cookie": cookie, "X-CSRF-Token": token, "Origin": desk.url}
    before = {p for p in desk.root.parent.rglob("*") if ".translate-flow" not in str(p)}
    assert desk.request("POST", f"/api/upload?file={quote(file)}", headers, b"# Hola\n")[0] == 200
    new = {p for p in desk.root.parent.rglob("*") if ".translate-flow" not in str(p)} - before
    assert {p.parent.name for p in new if p.name.endswith(".md")} == {"statements"}
    assert [p.name for p in (desk.root / "statements").iterdir()] == [kept]


def test_what_is_called_markdown_but_is_not_text_is_sniffed(desk: Desk, mine: dict[str, str]) -> None:
    for data in (b"%PDF-1.7\n", b"{\\rtf1", b"\x89PNG\r\n", b"\x1f\x8b\x08\0", b"PK\3\4zip"):
        headers = {**mine, "Content-Type": "application/octet-stream"}
        status, _, body = desk.request("POST", "/api/upload?file=carta.md", headers, data)
        assert status == 422 and json.loads(body)["error"].startswith("carta")


def test_a_socket_is_not_opened(desk: Desk, mine: dict[str, str]) -> None:
    """There are none; and none may be a way round the gate."""
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
    }
    for headers in (upgrade, {**upgrade, "Cookie": mine["Cookie"], "Origin": "http://evil.example"}):
        assert desk.request("GET", "/events?language=en&name=comunicado", headers)[0] == 403


def test_the_link_is_not_left_in_the_page_nor_in_its_history(desk: Desk, chromium: Any) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(desk.link)
    page.wait_for_url(f"{desk.url}/")
    entries = context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    assert not any("key=" in e["url"] for e in entries)
    assert page.evaluate("document.referrer") == "" and "key=" not in page.content()
    assert page.evaluate("document.cookie") == ""
    context.close()


def test_a_page_of_another_site_cannot_show_read_or_send(desk: Desk, visit: Callable[..., Any]) -> None:
    """Another server of the same machine, in the same browser, with the desk's cookie in it."""
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{desk.url}/"></iframe>'.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Other)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = visit(desk).page
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    tries = page.evaluate(
        """async (desk) => {
          const tell = (promise) => promise.then((r) => r.text()).then((t) => t.slice(0, 40), () => 'refused');
          return Promise.all([
            tell(fetch(desk + '/', { credentials: 'include' })),
            tell(fetch(desk + '/api/me', { method: 'POST', credentials: 'include', body: '{"name": "Eve"}' })),
            new Promise((done) => { const news = new EventSource(desk + '/events', { withCredentials: true });
              news.onerror = () => { news.close(); done('refused'); }; news.onopen = () => done('open'); }),
          ]);
        }""",
        desk.url,
    )
    server.shutdown()
    assert tries == ["refused"] * 3
    assert page.frames[1].evaluate("document.body.innerText").count("Liga") == 0


def test_another_users_process_is_refused_even_with_the_cookie(desk: Desk, mine: dict[str, str]) -> None:
    """Run as root, with a process of another user; otherwise `test_the_system_tells_whose_process_it_is`."""
    if os.getuid() != 0:
        pytest.skip("only root can start a process of another user")
    head = f"GET / HTTP/1.1\\r\\nHost: 127.0.0.1:{desk.port}\\r\\nCookie: {mine['Cookie']}\\r\\n"
    claim = "X-Forwarded-For: no address\\r\\nX-Forwarded-Proto: https\\r\\n"
    for user, more, status in ((65534, "", "403"), (65534, claim, "403"), (0, "", "200"), (0, claim, "200")):
        # Who is turned away may read why, and perhaps not write any more.
        script = f"trap '' PIPE; exec 3<>/dev/tcp/127.0.0.1/{desk.port}; printf '{head}{more}\\r\\n' >&3; head -n 1 <&3"
        done = subprocess.run(
            ["bash", "-c", script], user=user, cwd="/", capture_output=True, text=True, check=True
        )
        assert done.stdout.split()[1] == status, done


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_the_system_tells_whose_process_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        end, peer = server.accept()
        assert not foreign(peer, server.getsockname())
        if os.getuid() != 0:
            monkeypatch.setattr(os, "getuid", lambda: 1 << 20)
            assert foreign(peer, server.getsockname())
            monkeypatch.undo()
        client.close()
        # Who sends and hangs up at once cannot be asked any more.
        assert foreign(peer, server.getsockname())
        end.close()
        assert not foreign(None, server.getsockname()) and not foreign(
            ("no address", 1), server.getsockname()
        )


def test_others_on_the_machine_cannot_read_the_secret(desk: Desk) -> None:
    place = desk.root / ".translate-flow" / "desk.json"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_the_desk_listens_on_the_loopback_interface_only(desk: Desk) -> None:
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    mine = [
        row.split()[1]
        for row in listening
        if row.split()[1].endswith(f":{desk.port:04X}") and row.split()[3] == "0A"
    ]
    assert mine == [f"0100007F:{desk.port:04X}"]


def test_a_taken_port_is_said_plainly(desk: Desk, tmp_path: Path, capsys: Callable[..., object]) -> None:
    command = [sys.executable, "-m", "translate_flow", "desk", "--no-browser", "--port", str(desk.port)]
    done = subprocess.run(command, cwd=desk.root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert f"--port {desk.port}: cannot be used" in done.stderr and "Traceback" not in done.stderr
