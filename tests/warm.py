"""The program's commands as processes of their own, forked from one that has read its modules already.

Reading them takes longer than most commands do. A process forked from it is the program as a shell starts it: with its own
arguments, folder, environment, streams (closed ones too) and exit code; only signals are not handed on to it. What is
about starting itself (nothing imported that is not needed, Ctrl+C while it loads) is tested without this.

One such process serves all that run tests: the one that hands out the tests starts it. Desks are forked from it, too
(`tests/desk/forked.py`).
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[1]
CLIENT = """#!{python} -ISE
import _signal, _socket, posix, sys
ends = []
for number in range(3):
    try:
        posix.fstat(number)
        ends.append(number)
    except OSError:
        pass
code = sys.getfilesystemencoding(), "surrogateescape"
words = [posix.getcwdb(), str(ends).encode(), str(len(sys.argv) - 1).encode(), *(word.encode(*code) for word in sys.argv[1:])]
words += [name + b"=" + value for name, value in posix.environ.items()]
order = b"\\0".join(words)
asked = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
asked.connect({place!r})
given = b"".join(end.to_bytes(4, sys.byteorder) for end in ends or [asked.fileno()])
asked.sendmsg([b"%12d" % len(order)], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, given)])
asked.sendall(order)
code = int(asked.recv(32) or b"99")
if code < 0:
    _signal.signal(-code, _signal.SIG_DFL)
    posix.kill(posix.getpid(), -code)
posix._exit(code)
"""
"""Has a command run with its own streams, and ends as it did. Hundreds are started: what it imports is part of the interpreter."""


PLACE = "TESTS_WARM"
"""Where those that run tests are told of the folder."""
DESKS = b"desks".ljust(12)
"""What `tests/desk/forked.py` says first."""
READY = b"ready".ljust(12)
"""What is asked before anything else, and answered when the modules are read."""


def for_all() -> None:
    """Start it for all processes that are started from this one."""
    os.environ[PLACE] = str(_started())


@cache
def place() -> Path:
    """The folder in which it is asked. It has read the modules then: no test's time is spent on that."""
    folder = Path(os.environ[PLACE]) if PLACE in os.environ else _started()
    with socket.socket(socket.AF_UNIX) as asked:
        asked.connect(str(folder / "ask"))
        asked.sendall(READY)
        assert asked.recv(len(READY)) == READY
    return folder


def program() -> str:
    """A program that does what `translate-flow` does, to be started in its place; by the name `translate-flow`."""
    return str(place() / "translate-flow")


def _started() -> Path:
    """Start the process that others are forked from; it reads the modules when it is first asked."""
    folder = Path(tempfile.mkdtemp(prefix="warm-"))
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(folder / "ask"))
    listening.listen(64)
    life, other = socket.socketpair()
    command = [sys.executable, "-m", "tests.warm", str(folder), str(listening.fileno()), str(other.fileno())]
    server = subprocess.Popen(command, pass_fds=[listening.fileno(), other.fileno()], cwd=ROOT)
    listening.close()
    other.close()
    atexit.register(server.wait, 10)
    atexit.register(life.close)  # which it notices
    client = folder / "translate-flow"
    client.write_text(CLIENT.format(python=sys.executable, place=str(folder / "ask")), "utf-8")
    client.chmod(0o755)
    return folder


STATEMENT = """# Comunicado

La señora Rosa Quispe Mamani no habló en Puno con la Red Muqui el 9 de enero de 2023, dijo «basta» y pidió S/ 1,200.

Murieron 41 personas, 18 de ellas en Juliaca; ningún peruano debe callar.
"""
ENGLISH = (
    "Statement",
    "Ms Rosa Quispe Mamani did not speak with Red Muqui in Puno on 9 January 2023, said “enough” and asked for S/ 1,200.",
    "41 people died, 18 of them in Juliaca; no Peruvian must be silent.",
)


def read_all() -> None:
    """Import every module of the program, and do once what most commands do first."""
    import uvicorn.lifespan.on
    import uvicorn.loops.asyncio
    import uvicorn.protocols.http.h11_impl  # noqa: F401

    import translate_flow

    for found in pkgutil.walk_packages(translate_flow.__path__, "translate_flow."):
        if not found.name.endswith((".__main__", ".starter")):
            with contextlib.suppress(ImportError):  # an extra that is not installed
                importlib.import_module(found.name)
    _pages()
    with tempfile.TemporaryDirectory() as folder:
        _statement(Path(folder))
        _desk(Path(folder))
    gc.collect()
    gc.freeze()


def _statement(root: Path) -> None:
    """Add, write, check and show one: tables of words are read, patterns compiled, modules asked for late are there."""
    import translate_flow as tf
    from translate_flow.flow.editing.edit import edit
    from translate_flow.flow.statement.work import Work

    tf.init(root)
    file = root / "statements" / "comunicado.es.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(STATEMENT, "utf-8")
    workspace = tf.Workspace.load(root)
    tf.add(workspace, [file])
    work = Work.open(workspace, "comunicado", "en")
    for entry, text in zip(work.catalogue.entries, ENGLISH, strict=True):
        edit(work, entry.key, text, "Ana")
    assert not tf.check(workspace)[0].findings
    assert tf.status(workspace)


VISITED = "/ /s/en/comunicado /review/en/comunicado?show=all /findings/en /glossary/en /settings /timeline/en/comunicado"


def _desk(root: Path) -> None:
    """Open a desk over it, look at what most visitors look at, and close it: its server's modules and rows are there."""
    from translate_flow.desk.app import pages
    from translate_flow.desk.desk import Desk
    from translate_flow.desk.gate import Secret
    from translate_flow.flow.statement.shelf import Shelf
    from translate_flow.workspace import Workspace

    app = pages(Desk(Shelf(Workspace.load(root)), Secret(""), 0))

    async def receive() -> Any:
        return await asyncio.Event().wait()  # nothing is sent, and nobody goes away

    async def look() -> None:
        async with app.router.lifespan_context(app):
            for address in VISITED.split():
                path, _, query = address.partition("?")
                scope = {
                    "type": "http",
                    "method": "GET",
                    "path": path,
                    "query_string": query.encode(),
                    "headers": [],
                }
                said: list[Any] = []

                async def send(message: Any, said: list[Any] = said) -> None:
                    said.append(message)

                await app(scope, receive, send)
                assert said[0]["status"] == 200, address

    asyncio.run(look())


def _pages() -> None:
    """Compile the templates of the desk's pages, in both its languages."""
    from translate_flow.desk.pages import _environment
    from translate_flow.desk.words import locale_of

    for tag in ("en", "es"):
        templates = _environment(locale_of(tag))
        for name in templates.list_templates(["html"]):
            templates.get_template(name)


class _Server:
    """Forks for each who asks."""

    def __init__(self, listening: socket.socket, life: socket.socket) -> None:
        self._listening, self._life = listening, life
        self._ended, self._ring = socket.socketpair()
        self._waiting = DefaultSelector()
        self._asking: dict[int, socket.socket] = {}
        self._desks: dict[socket.socket, list[int]] = {}
        for end in (self._ended, self._ring):
            end.setblocking(False)
        for stream in (listening, life, self._ended):
            self._waiting.register(stream, EVENT_READ)

    def serve(self) -> None:
        """Until the other end of `life` is closed."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._ring.fileno())
        read = False
        while True:
            ready = [key.fileobj for key, _ in self._waiting.select()]
            if self._life in ready:
                for orders in list(self._desks):
                    self._kill(orders)
                return
            if self._ended in ready:
                self._tell()
            if self._listening in ready:
                if not read:
                    read_all()
                    read = True
                self._accept()
            for orders in [one for one in self._desks if one in ready]:
                self._desk(orders)

    def _tell(self) -> None:
        """Whose command has ended gets its exit code."""
        with contextlib.suppress(BlockingIOError):
            self._ended.recv(4096)
        for pid in list(self._asking):
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                with self._asking.pop(pid) as one, contextlib.suppress(OSError):
                    one.sendall(str(os.waitstatus_to_exitcode(status)).encode())

    def _accept(self) -> None:
        """Fork for a command; or listen to somebody who will order desks."""
        one, _ = self._listening.accept()
        head, streams, _, _ = socket.recv_fds(one, 12, 3)
        if head == READY:
            with one, contextlib.suppress(OSError):
                one.sendall(READY)
            return
        if head == DESKS:
            self._desks[one] = []
            self._waiting.register(one, EVENT_READ)
            return
        order = b""
        while len(order) < int(head):
            order += one.recv(1 << 16)
        pid = os.fork()
        if not pid:
            _become(order.split(b"\0"), streams)
        self._asking[pid] = one
        for stream in streams:
            os.close(stream)

    def _desk(self, orders: socket.socket) -> None:
        """Fork a desk; where those who order them have ended, no desk may outlive them."""
        order, ends, _, _ = socket.recv_fds(orders, 1 << 16, 2)
        if not order:
            self._kill(orders)
            return
        self._desks[orders] = [pid for pid in self._desks[orders] if not os.waitpid(pid, os.WNOHANG)[0]]
        pid = os.fork()
        if not pid:
            _become_desk(json.loads(order), ends)
        self._desks[orders].append(pid)
        for end in ends:
            os.close(end)
        orders.send(str(pid).encode().ljust(32))

    def _kill(self, orders: socket.socket) -> None:
        """End what was forked for them."""
        for pid in self._desks.pop(orders):
            if not os.waitpid(pid, os.WNOHANG)[0]:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
        self._waiting.unregister(orders)
        orders.close()


def _become(order: list[bytes], streams: list[int]) -> NoReturn:
    """This process is `translate-flow` from now on."""
    code = 99
    try:
        folder, ends, count, *words = order
        numbers = [int(n) for n in ends.strip(b"[]").split(b",") if n.strip()]
        os.setsid()
        for number in range(3):
            os.close(number)
        for number, stream in zip(numbers, streams, strict=False):
            os.dup2(stream, number)
        os.closerange(3, 1024)
        os.chdir(folder)
        os.environb.clear()
        for pair in words[int(count) :]:
            name, _, value = pair.partition(b"=")
            os.environb[name] = value
        time.tzset()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            setattr(sys, name, _stream(number) if number in numbers else None)
        # Where packages lie that bring checks, engines and formats of their own.
        sys.path[:0] = [place for place in os.environ.get("PYTHONPATH", "").split(os.pathsep) if place]
        sys.argv = ["translate-flow", *map(os.fsdecode, words[: int(count)])]
        from translate_flow.cli import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)


def _become_desk(arguments: list[str], ends: list[int]) -> NoReturn:
    """This process is `translate-flow` from now on, or Python with the code that follows `-c`; `ends`: its output."""
    for number, end in enumerate(ends, 1):
        os.dup2(end, number)
    os.closerange(3, 1024)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sys.argv = ["translate-flow", *arguments]
    code = 1
    try:
        if arguments[0] == "-c":
            sys.argv = arguments[:1] + arguments[2:]
            exec(arguments[1], {"__name__": "__main__"})
        else:
            from translate_flow.cli import main

            main()
        code = 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _stream(number: int) -> object:
    """A standard stream as the interpreter makes it."""
    encoding, _, errors = os.environ.get("PYTHONIOENCODING", "").partition(":")
    return open(
        number,
        "w" if number else "r",
        1 if number == 2 or os.isatty(number) else -1,
        encoding=encoding or "utf-8",
        errors=errors or ("backslashreplace" if number == 2 else "strict"),
        closefd=False,
    )


if __name__ == "__main__":
    try:
        _Server(*(socket.socket(fileno=int(word)) for word in sys.argv[2:4])).serve()
    finally:
        shutil.rmtree(sys.argv[1], ignore_errors=True)
