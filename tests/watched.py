"""Programs whose every step towards the network is seen: a lookup, a connection, a datagram, a port opened to others."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOOK = """
import os, sys

KERNEL = 16  # AF_NETLINK, which not every system's socket module names
HERE = ("127.0.0.1", "::1", "localhost", None, "")
EVENTS = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind", "socket.getaddrinfo",
          "socket.gethostbyname", "socket.gethostbyaddr")

def watch(event, args):
    if event in EVENTS:
        where = args[0] if event.startswith("socket.get") else args[1]
        host = where[0] if isinstance(where, tuple) and where else where
        # A path and the kernel are on this machine; a port opened under an empty name is open to others.
        named = event.startswith("socket.get")
        local = not named and (isinstance(where, (str, bytes)) or args[0].family == KERNEL)
        if not local and (host not in HERE or event == "socket.bind" and host == ""):
            with open(os.environ["WATCH_FILE"], "a") as file:
                print(event, where, sys.argv, file=file)
            raise OSError("the network is out of bounds here")

sys.addaudithook(watch)
"""
"""Read by every Python that is started: it notes and refuses whatever would leave the machine."""


@dataclass(frozen=True)
class Watch:
    """What a program is started with, and what it tried."""

    environment: dict[str, str]
    """Of the program to be watched."""
    file: Path

    @property
    def seen(self) -> str:
        """Each step towards the network, a line each; empty if there was none."""
        return self.file.read_text("utf-8") if self.file.exists() else ""


def watch(folder: Path) -> Watch:
    """A watch whose files lie in that folder."""
    (folder / "watch").mkdir()
    (folder / "watch" / "sitecustomize.py").write_text(HOOK, "utf-8")
    seen = folder / "seen.txt"
    path = os.pathsep.join([str(folder / "watch"), str(ROOT)])
    return Watch({**os.environ, "PYTHONPATH": path, "WATCH_FILE": str(seen)}, seen)


def cut_off() -> list[str]:
    """What a command is started with to have no network at all; empty where this system does not allow it."""
    alone = ["unshare", "--map-root-user", "--net"]
    able = shutil.which("unshare") and not subprocess.run([*alone, "true"], capture_output=True).returncode
    return alone if able else []
