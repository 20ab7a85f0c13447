"""Ports for the servers that tests start: each is one test's alone, among all that run on this machine at the same time."""

from __future__ import annotations

import fcntl
import os
import socket
import tempfile
from functools import cache
from pathlib import Path
from random import SystemRandom
from typing import IO

_RANGE = range(20_000, 32_000)
"""Below those that the system gives to whoever asks for any (Linux: from 32768 on): there another program's connection may
take one that was free a moment ago, and who waits for a server may come to be connected with themselves."""
_given: set[int] = set()


@cache
def _locks() -> IO[bytes]:
    """A file of which each byte stands for a port; a process locks those that it has, until it ends."""
    return (Path(tempfile.gettempdir()) / f"translate-flow-tests-{os.getuid()}.ports").open("ab")


def free_port() -> int:
    """A port nobody listens on; no other call gives it, in this process or another, until this process ends."""
    while True:
        port = SystemRandom().choice(_RANGE)
        try:
            fcntl.lockf(_locks(), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, port)
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        if port not in _given:  # a process's locks do not keep it out itself
            _given.add(port)
            return port
