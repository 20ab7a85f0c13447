"""The walk ends when its terminal is gone, even if no signal tells it so."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from translate_flow.walk.vanished import HUNG_UP
from translate_flow.workspace import Workspace

from .statement import made
from .terminal import PATIENCE, PROGRAM


def shown(master: int) -> bytes:
    """What the program writes until its first screen is complete."""
    end, got = time.monotonic() + PATIENCE, b""
    while b"for a list of keys" not in got:
        assert time.monotonic() < end, f"waited in vain for the first screen: {got[-500:]!r}"
        if select.select([master], [], [], 0.5)[0]:
            got += os.read(master, 1 << 16)
    return got


def begun(
    workspace: Workspace, command: list[str | Path], *pipes: int
) -> tuple[subprocess.Popen[bytes], int]:
    """A command in a session and terminal of its own, and that terminal's other end."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 32, 100, 0, 0))
    process = subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": str(workspace.root)},
        start_new_session=True,
        pass_fds=pipes,
    )
    os.close(slave)
    return process, master


def ends(process: subprocess.Popen[bytes]) -> bool:
    """Whether it ends by itself."""
    try:
        return process.wait(PATIENCE) in (0, 1, HUNG_UP)
    finally:
        process.kill()
        process.wait()


def test_the_walk_ends_when_its_terminal_vanishes_without_a_signal(tmp_path: Path) -> None:
    """In a session of its own no hang-up signal reaches it: its input is at an end, again and again."""
    workspace = made(tmp_path)
    review = [PROGRAM, "review", "aviso", "--as", "Ana Condori", "-C", workspace.root]
    process, master = begun(workspace, review)
    try:
        assert shown(master)
    finally:
        os.close(master)
        ended = ends(process)
    assert ended


LATE = """
import os, sys
from pathlib import Path
from tests.walk.statement import walk
from translate_flow.walk.app import run
from translate_flow.workspace import Workspace
opened = walk(Workspace.find(Path(sys.argv[1])))
os.read(int(sys.argv[2]), 1)
run(opened, lambda unit: None)
"""


def test_the_walk_ends_when_its_terminal_vanished_before_the_first_screen(tmp_path: Path) -> None:
    """All that it writes is refused from the beginning; Textual's thread for that dies, and its queue fills up."""
    workspace = made(tmp_path)
    theirs, ours = os.pipe()
    process, master = begun(workspace, [sys.executable, "-c", LATE, workspace.root, str(theirs)], theirs)
    os.close(theirs)
    os.close(master)
    os.write(ours, b"!")
    os.close(ours)
    assert ends(process)


ORPHANED = """
import sys, time
from pathlib import Path
from tests.walk.terminal import Terminal
Terminal(Path(sys.argv[1]), "echo $$ > number.new; mv number.new number; exec sleep 600")
time.sleep(600)
"""


def test_a_killed_test_run_leaves_no_terminal_behind(tmp_path: Path) -> None:
    """tmux's server is nobody's child, and would keep what runs in it."""
    run = subprocess.Popen([sys.executable, "-c", ORPHANED, tmp_path])
    end = time.monotonic() + PATIENCE
    try:
        while not (tmp_path / "number").exists():
            assert time.monotonic() < end, "the terminal did not open"
            time.sleep(0.05)
    finally:
        run.kill()
        run.wait()
    number = int((tmp_path / "number").read_text())
    while Path(f"/proc/{number}").exists():
        assert time.monotonic() < end, "what ran in the terminal is still there"
        time.sleep(0.05)
