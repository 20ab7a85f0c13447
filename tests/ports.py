"""Ports for the servers that tests start: each is one test's alone, among all that run on this machine at the same time."""

from __future__ import annotations

import socket
from random import SystemRandom

_RANGE = range(20_000, 32_000)
"""Below those that the system gives to whoever asks for any (Linux: from 32768 on): there another program's connection may
take one that was free a moment ago, and who waits for a server may come to be connected with themselves."""
_held: list[socket.socket] = []


def free_port() -> int:
    """A port nobody listens on; no other call gives it, in this process or another, until this process ends."""
    while True:
        port = SystemRandom().choice(_RANGE)
        # UDP has ports of its own: who holds the number there keeps other tests from it, and no server.
        held = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            held.bind(("127.0.0.1", port))
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
        except OSError:
            held.close()
            continue
        _held.append(held)
        return port
