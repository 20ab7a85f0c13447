"""Connections before a request: other pages' cookies, other users, those that say nothing, and what is logged."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import http.server
import logging
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translate_flow.desk import door
from translate_flow.desk.peers import foreign

from ..ending import ends_with_parent
from .conftest import Desk, Visitor, free_port, make_workspace, start, stop, until

Visit = Callable[..., Visitor]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all tests of this file."""
    root = tmp_path_factory.mktemp("door") / "w"
    make_workspace(root)
    running = start(root, free_port())
    yield running
    stop(running)


IMPATIENT = """
import resource, sys
from translate_flow.cli import main
from translate_flow.desk import door, serve
{said}
sys.argv = ["translate-flow", "desk", "--no-browser", "--port", "{port}"]
main()
"""


def impatient(root: Path, packages: Path | None = None, **seconds: float) -> Desk:
    """A desk with other time-outs, so that no test need wait for the real ones: `header`, `body`, `leave`."""
    port = free_port()
    names = {"header": "door.HEADER_SECONDS", "body": "door.BODY_SECONDS", "leave": "serve.LEAVE_SECONDS"}
    said = "\n".join(f"{names[name]} = {value}" for name, value in seconds.items())
    if "body" in seconds:
        said += "\ndoor.BODY_LEAST = 50"
    if "header" in seconds:
        said += "\nresource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))"
    process = subprocess.Popen(
        [sys.executable, "-c", IMPATIENT.format(said=said, port=port)],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **({"PYTHONPATH": str(packages)} if packages else {})},
        preexec_fn=ends_with_parent,
    )
    assert process.stdout is not None
    return Desk(root, port, process, process.stdout.readline().strip())


def raw(desk: Desk, sent: bytes, wait: float = 60) -> bytes:
    """What comes back for these bytes, until the other side shuts or says nothing for a while."""
    with socket.create_connection(("127.0.0.1", desk.port), wait) as connection:
        connection.sendall(sent)
        found = b""
        try:
            while part := connection.recv(65536):
                found += part
                if b"\r\n\r\n" in found and b"content-length: 0" not in found:
                    break
        except OSError:
            pass
        return found


def answered(desk: Desk, cookie: str) -> bool:
    """Whether its owner gets a page: not while it holds as many connections as it can, nor if this process was too
    slow for a desk that waits for seconds only."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        return desk.request("GET", "/", {"Cookie": cookie})[0] == 200
    return False


def entered(desk: Desk) -> str:
    """The cookie one gets by the opening link, also where this process is at times too slow for the desk."""
    cookies: list[str] = []

    def came() -> bool:
        with contextlib.suppress(OSError, http.client.HTTPException):
            cookies.append(desk.cookie())
        return bool(cookies)

    until(came)
    return cookies[0]


def signed_in(desk: Desk) -> dict[str, str]:
    """Headers of a browser that came by the link, and of its scripts."""
    cookie = desk.cookie()
    page = desk.request("GET", "/", {"Cookie": cookie})[2].decode()
    token = page.split('name="csrf" content="')[1].split('"')[0]
    return {"Cookie": cookie, "X-CSRF-Token": token, "Origin": desk.url}


OTHERS = (
    b'prefs={"theme":"dark"}',
    b"a=b c; d",
    b"name=",
    b"nombre=Mu\xc3\xb1oz",
    b"nombre=Mu\xf1oz",
    b'"quoted=x"; y="un;closed',
    b"=nothing",
    b"x" * 20_000 + b"=1",
    b"; ".join(b"c%d=" % n + b"v" * 4000 for n in range(180)),
)


@pytest.mark.parametrize("other", OTHERS, ids=[o[:24].decode("latin-1") for o in OTHERS])
def test_no_cookie_of_another_page_keeps_the_owner_out(desk: Desk, other: bytes) -> None:
    ours = desk.cookie().encode()
    false = f"desk-{desk.port}=0.0".encode()
    host = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n".encode()
    for cookies in (
        b"Cookie: " + other + b"; " + ours,
        b"Cookie: " + ours + b"; " + other,
        b"Cookie: " + false + b"; " + other + b"; " + ours,
        b"Cookie: " + other + b"\r\nCookie: " + ours,
    ):
        assert raw(desk, host + cookies + b"\r\n\r\n").startswith(b"HTTP/1.1 200")
    assert raw(desk, host + b"Cookie: " + other + b"\r\n\r\n").startswith(b"HTTP/1.1 403")


def test_the_link_opens_the_desk_after_another_page_has_set_its_cookies(desk: Desk, visit: Visit) -> None:
    class Other(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Set-Cookie", 'prefs={"theme":"dark", "a": 1}; Path=/; Max-Age=9999')
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Other)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = visit(desk).page
    page.context.clear_cookies()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    page.goto(desk.link)
    page.wait_for_selector("#all-title")


@pytest.mark.parametrize("path", ["/static/x/desk.css", "/static/x/nothing", "/static/x/", "/favicon.ico"])
def test_without_a_session_not_even_a_style_sheet_is_handed_out(desk: Desk, path: str) -> None:
    status, headers, _ = desk.request("GET", path, {})
    assert status == 403 and headers["content-security-policy"].startswith("default-src 'none'")
    status, headers, _ = desk.request("GET", path, {"Cookie": desk.cookie()})
    assert status in (200, 404) and headers["content-security-policy"].startswith("default-src 'none'")


def test_who_says_nothing_or_never_ends_is_shut_out(tmp_path: Path) -> None:
    """Before a request, in the middle of its head, and after one that was answered; all at the same time."""
    make_workspace(tmp_path / "w")
    desk = impatient(tmp_path / "w", header=2.0)
    cookie = entered(desk)
    head = f"GET /nothing HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\n".encode()
    open_ones = []
    for sent in (b"", b"GET / HT", head, head + b"\r\n" + head):
        open_ones.append(socket.create_connection(("127.0.0.1", desk.port), 60))
        open_ones[-1].sendall(sent)
    until(lambda: answered(desk, cookie), 60)
    for connection in open_ones:
        with connection:
            try:
                while connection.recv(65536):
                    pass
            except ConnectionError:
                pass  # shut; only a TimeoutError would say that it is not
    stop(desk)


def test_a_request_that_does_not_get_on_is_shut_and_a_slow_one_is_not(
    tmp_path: Path,
) -> None:
    make_workspace(tmp_path / "w")
    running = impatient(tmp_path / "w", body=3.0)
    port = running.port
    headers = signed_in(running) | {"Content-Type": "application/octet-stream", "Content-Length": "400"}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    path = "/api/upload?file=nuevo.es.txt"
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{lines}\r\n".encode()
    try:
        with socket.create_connection(("127.0.0.1", port), 60) as silent:
            silent.sendall(head + b"Hola.")
            assert silent.recv(65536) == b""
        for _ in range(20):
            answer, longest = _sent_slowly(port, head)
            # Or else this process itself was so slow that it does not get on.
            if b" 200 " in answer or longest < 2:
                break
        assert b" 200 " in answer
    finally:
        stop(running)


def _sent_slowly(port: int, head: bytes) -> tuple[bytes, float]:
    """The answer's first line, and the longest pause in seconds that there was between two pieces."""
    with socket.create_connection(("127.0.0.1", port), 60) as slow, contextlib.suppress(ConnectionError):
        sent, longest = time.monotonic(), 0.0
        slow.sendall(head)
        for _ in range(8):
            slow.sendall(b"Una frase. " * 4 + b"Fin.\n\n")
            longest, sent = max(longest, time.monotonic() - sent), time.monotonic()
            time.sleep(0.6)
        return slow.recv(65536).partition(b"\r\n")[0], longest
    return b"", longest


KNOCKING = r"""
trap '' PIPE
for number in $(seq 1000); do
  { exec {place}<>/dev/tcp/127.0.0.1/$1 && printf 'GET / HTTP/1.1\r\n' >&$place; } 2>/dev/null
done
echo there; cat
"""


@pytest.mark.parametrize("user", [65534, 0], ids=["another user", "a program of one's own"])
def test_a_thousand_half_open_connections_stop_nothing(tmp_path: Path, user: int) -> None:
    """With 256 file handles for the desk; its owner is still answered, and little is said on the terminal."""
    if os.getuid() != 0:
        pytest.skip("only root can start a process of another user")
    make_workspace(tmp_path / "w")
    # Another user's are turned away at once, not when they are too late; one's own after that time.
    running = impatient(tmp_path / "w", header=3600.0 if user else 2.0)
    cookie = entered(running)
    visitor = subprocess.Popen(
        ["bash", "-c", KNOCKING, "knocking", str(running.port)],
        user=user,
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert visitor.stdout is not None and visitor.stdout.readline() == "there\n"
        until(lambda: answered(running, cookie), 120)
    finally:
        visitor.communicate("", 60)
        running.process.send_signal(signal.SIGTERM)
        _, said = running.process.communicate(timeout=60)
    assert len(said) < 20_000, said[:2000]


def test_without_a_file_handle_left_another_user_is_still_told_from_the_owner() -> None:
    """A thousand accepted at once leave none to ask with."""
    if os.getuid() != 0:
        pytest.skip("only root can start a process of another user")
    knock = "exec 3<>/dev/tcp/127.0.0.1/$1; echo there; cat"
    with socket.create_server(("127.0.0.1", 0)) as server:
        here = server.getsockname()
        visitor = subprocess.Popen(
            ["bash", "-c", knock, "knock", str(here[1])],
            user=65534,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert visitor.stdout is not None and visitor.stdout.readline() == b"there\n"
        theirs, there = server.accept()
        own = socket.create_connection(here)
        ours, us = server.accept()
        assert not foreign(us, here)  # the line to the kernel is open from here on
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        free = os.dup(0)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, limits[1]))
        try:
            with pytest.raises(OSError, match="Too many open files"):
                socket.socket()
            told = foreign(there, here), foreign(us, here)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        visitor.communicate(b"", 60)
        for each in (theirs, own, ours):
            each.close()
    assert told == (True, False)


def test_what_is_logged_is_bounded(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("bounded")
    log.addFilter(door.Bounded())
    with caplog.at_level(logging.WARNING, "bounded"):
        for number in range(5000):
            try:
                raise OSError("x" * 10_000)
            except OSError:
                log.warning("trouble %s", number, exc_info=True)
    assert len(caplog.records) == door.LOGGED
    assert "not shown" in caplog.records[-1].getMessage()
    assert all(len(r.getMessage()) <= door.LONGEST_LOG and not r.exc_info for r in caplog.records)


def test_a_page_cut_off_by_the_end_of_the_desk_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Ctrl+C while a long page is being sent: the server speaks of its cancelled task with a traceback."""
    log = logging.getLogger("cut-off")
    log.addFilter(door.Bounded())
    with caplog.at_level(logging.WARNING, "cut-off"):
        for fault in (asyncio.CancelledError("graceful shutdown exceeded"), OSError("a fault")):
            try:
                raise fault
            except BaseException:
                log.error("Exception in ASGI application", exc_info=True)
    assert [r.getMessage().splitlines()[-1] for r in caplog.records] == ["OSError: a fault"]
