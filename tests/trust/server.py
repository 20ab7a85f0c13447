"""A warm interpreter that runs each command in a forked process, which may be killed at any moment."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import resource
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from translate_flow import cli

from ..warm import read_all
from .ground import SECONDS

CHANGES = frozenset(
    {
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.link",
        "os.truncate",
        "os.chmod",
        "tempfile.mkstemp",
        "ctypes.call_function",
    }
)
"""What the interpreter reports of changes on the disk, besides files that are opened for writing."""


def main(runners: socket.socket) -> None:
    """Fork a process for each runner, until there are no more."""
    read_all()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        order, ends, _, _ = socket.recv_fds(runners, 1, 2)
        if not order:
            return
        if not os.fork():
            runners.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            with os.fdopen(ends[0]) as asks, os.fdopen(ends[1], "w") as answers, contextlib.suppress(OSError):
                serve(asks, answers)
            os._exit(0)
        for end in ends:
            os.close(end)


def serve(asks: TextIO, answers: TextIO) -> None:
    """Answer one runner's requests."""
    for line in asks:
        answers.write(json.dumps(answer(json.loads(line))) + "\n")
        answers.flush()


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Run one command; its exit code and what it said."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            _child(asked, out.fileno(), err.fileno())
        code, hung = _wait(child, asked.get("kill_after"))
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    return {"code": code, "hung": hung, "out": texts[0], "err": texts[1]}


def _child(asked: dict[str, Any], out: int, err: int) -> None:
    code = 99
    try:
        os.setpgid(0, 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        with tempfile.TemporaryFile() as stdin:
            stdin.write(asked.get("stdin", "").encode())
            stdin.seek(0)
            os.dup2(stdin.fileno(), 0)
        os.chdir(asked["root"])
        sys.stdin = os.fdopen(0, closefd=False)
        if asked.get("kill_at"):
            _at(asked["kill_at"], _die)
        if asked.get("fail_at"):
            _at(asked["fail_at"], _fail, lasting=asked["lasting"], synced=True)
        if asked.get("limit"):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (asked["limit"], asked["limit"]))
        if asked["args"][0] == "as-desk":
            from .editors import as_desk

            as_desk(Path(asked["root"]), *asked["args"][1:])
            code = 0
        else:
            code = cli.run(list(asked["args"]))
        sys.stdout.flush()
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _at(number: int, act: Callable[[], None], *, lasting: bool = False, synced: bool = False) -> None:
    """Act just before this process's n-th change of the disk, and if `lasting` each one after it; with `synced` what is
    written through to the disk counts as a change, too."""
    left = number

    def count() -> None:
        nonlocal left
        left -= 1
        if left == 0 or (lasting and left < 0):
            act()

    def hook(event: str, args: tuple[Any, ...]) -> None:
        writing = (
            event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        )
        if (writing and args[0] != os.devnull) or event in CHANGES:
            count()

    sys.addaudithook(hook)
    if synced:
        through = os.fsync

        def fsync(handle: int) -> None:
            count()
            through(handle)

        os.fsync = fsync


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail() -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def _wait(child: int, kill_after: float | None) -> tuple[int, bool]:
    began = time.monotonic()
    pause = 0.0005
    killed = False
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), killed and kill_after is None
        past = time.monotonic() - began
        if not killed and past > (SECONDS if kill_after is None else kill_after):
            with contextlib.suppress(ProcessLookupError):
                # Alone, or with what it started itself.
                os.kill(child, signal.SIGKILL)
                os.killpg(child, signal.SIGKILL)
            killed = True
        time.sleep(pause)
        pause = min(0.005, pause * 1.3)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
