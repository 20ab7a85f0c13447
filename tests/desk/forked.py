"""Desks as processes of their own, forked from one that has read the program's modules already (`tests/warm.py`).

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
import time
from collections.abc import Sequence
from typing import TextIO

from ..warm import DESKS, place


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
    """Has desks forked from the process that has read the modules."""

    def __init__(self) -> None:
        self._end = socket.socket(socket.AF_UNIX)
        self._end.connect(str(place() / "ask"))
        self._end.sendall(DESKS)

    def start(self, arguments: Sequence[str]) -> Forked:
        """`translate-flow` with these arguments; after `-c` Python's code and what it finds in `sys.argv`."""
        (out, out_end), (err, err_end) = os.pipe(), os.pipe()
        socket.send_fds(self._end, [json.dumps(arguments).encode()], [out_end, err_end])
        os.close(out_end)
        os.close(err_end)
        return Forked(int(self._end.recv(32)), os.fdopen(out), os.fdopen(err))

    def close(self) -> None:
        """End what is still there of them."""
        self._end.close()
