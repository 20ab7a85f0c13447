"""The walk ends when its terminal is gone, even if no signal tells it so."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from pathlib import Path

from translate_flow.workspace import Workspace

from .statement import made
from .terminal import PATIENCE, PROGRAM


def shown(master: int) -> bytes:
    """What the program writes until its first screen is complete."""
    end, got = time.monotonic() + PATIENCE, b""
    while b"for the keys" not in got:
        assert time.monotonic() < end, f"waited in vain for the first screen: {got[-500:]!r}"
        if select.select([master], [], [], 0.5)[0]:
            got += os.read(master, 1 << 16)
    return got


def test_the_walk_ends_when_its_terminal_vanishes_without_a_signal(tmp_path: Path) -> None:
    """In a session of its own no hang-up signal reaches it: its input is at an end, again and again."""
    workspace: Workspace = made(tmp_path)
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 32, 100, 0, 0))
    walk = subprocess.Popen(
        [PROGRAM, "review", "aviso", "--as", "Ana Condori", "-C", workspace.root],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
        start_new_session=True,
    )
    os.close(slave)
    try:
        assert shown(master)
        os.close(master)
        assert walk.wait(PATIENCE) in (0, 1)
    finally:
        walk.kill()
        walk.wait()
