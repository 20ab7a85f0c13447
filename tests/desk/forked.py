"""Desks as processes of their own, forked from one that has read the program's modules already.

Reading them takes longer than most tests. A process forked from it runs the same command as a user's, with
its own output, signals and end; that the command also starts by itself is for `test_gate`.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from ..warm import read_all


class Forked:
    """One desk's process, with what tests need of `subprocess.Popen`."""

    def __init__(self, pid: int, stdout: TextIO, stderr: TextIO) -> None:
        self.pid, self.stdout, self.stderr = pid, stdout, stderr
        # Its number may be another's when it has ended; this stays its own.
        self._handle = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else None
        self._ended = False

    def send_signal(self, number: int) -> None:
        """Send it a signal; nothing if it has ended."""
        with contextlib.suppress(ProcessLookupError):
            if self._ended:
                return
            if self._handle is not None:
                signal.pidfd_send_signal(self._handle, number)
            else:
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as a power failure would."""
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float) -> None:
        """Wait for its end. Raises subprocess.TimeoutExpired."""
        self.communicate(timeout)

    def communicate(self, timeout: float) -> tuple[str, str]:
        """The rest of what it says, until its end. Raises subprocess.TimeoutExpired."""
        deadline = time.monotonic() + timeout
        said = dict.fromkeys((self.stdout, self.stderr), b"")
        # It alone holds the other ends, so that they are closed when it ends; its other files may be a little later.
        waiting: list[TextIO | int] = [stream for stream in said if not stream.closed]
        if self._handle is not None and not self._ended:
            waiting.append(self._handle)
        while waiting:
            ready, _, _ = select.select(waiting, [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise subprocess.TimeoutExpired("translate-flow desk", timeout)
            for one in ready:
                if isinstance(one, int):
                    waiting.remove(one)
                elif part := os.read(one.fileno(), 1 << 16):
                    said[one] += part
                else:
                    one.close()
                    waiting.remove(one)
        if self._handle is not None and not self._ended:
            os.close(self._handle)
        self._ended = True
        return said[self.stdout].decode(), said[self.stderr].decode()


class Starter:
    """The process that others are forked from."""

    def __init__(self) -> None:
        self._end, other = socket.socketpair()
        command = [sys.executable, "-m", __name__, str(other.fileno())]
        top = Path(__file__).parents[2]
        self._process = subprocess.Popen(command, pass_fds=[other.fileno()], cwd=top)
        other.close()

    def start(self, arguments: Sequence[str]) -> Forked:
        """`translate-flow` with these arguments; after `-c` Python's code and what it finds in `sys.argv`."""
        (out, out_end), (err, err_end) = os.pipe(), os.pipe()
        socket.send_fds(self._end, [json.dumps(arguments).encode()], [out_end, err_end])
        os.close(out_end)
        os.close(err_end)
        return Forked(int(self._end.recv(32)), os.fdopen(out), os.fdopen(err))

    def close(self) -> None:
        """End it, and what it has forked and is still there."""
        self._end.close()
        self._process.wait(60)


def _serve(orders: socket.socket) -> None:
    """Fork for each order, until the other side closes."""
    import uvicorn.lifespan.on
    import uvicorn.loops.asyncio
    import uvicorn.protocols.http.h11_impl  # noqa: F401

    read_all()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the tests, which then close
    forked: list[int] = []
    while True:
        order, ends, _, _ = socket.recv_fds(orders, 1 << 16, 2)
        if not order:  # closed, or the tests were killed: no desk may outlive them
            for pid in forked:
                os.kill(pid, signal.SIGKILL)
            return
        forked = [pid for pid in forked if not os.waitpid(pid, os.WNOHANG)[0]]
        pid = os.fork()
        if not pid:
            orders.close()
            _become(json.loads(order), ends)
        forked.append(pid)
        for end in ends:
            os.close(end)
        orders.send(str(pid).encode().ljust(32))


def _become(arguments: list[str], ends: list[int]) -> None:
    """This process is `translate-flow` from now on."""
    from translate_flow.cli import main

    for number, end in enumerate(ends, 1):
        os.dup2(end, number)
        os.close(end)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = ["translate-flow", *arguments]
    code = 1
    try:
        if arguments[0] == "-c":
            sys.argv = arguments[:1] + arguments[2:]
            exec(arguments[1], {"__name__": "__main__"})
        else:
            main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    with contextlib.suppress(ConnectionError):
        _serve(socket.socket(fileno=int(sys.argv[1])))
