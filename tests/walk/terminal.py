"""A real terminal (tmux) that a test types into and reads."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ..needs import need

PROGRAM = Path(sys.executable).with_name("translate-flow")
PATIENCE = 90.0
"""Seconds to wait for what must come."""


class Terminal:
    """One terminal with a server of its own, so that nobody else's is touched."""

    def __init__(
        self, folder: Path, command: str, width: int = 100, height: int = 32, **variables: str
    ) -> None:
        socket = next(p for n in range(100) if not (p := folder / f"tmux{n}").exists())
        self.tmux = [need("tmux"), "-S", str(socket), "-f", "/dev/null"]
        environment: Mapping[str, str] = {
            # A size told in the environment would hold against the terminal's own.
            **{k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")},
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "HOME": str(folder),
            **variables,
        }
        start = [
            "new-session",
            "-d",
            "-x",
            str(width),
            "-y",
            str(height),
            "-c",
            str(folder),
            f"{command}; exec cat",
        ]
        # tmux's server belongs to nobody, and keeps the terminal and all in it: it ends with the test, or with a
        # test run that is killed, whose end of the pipe is closed then.
        ending = ["sh", "-c", 'cat >/dev/null; exec "$@"', "sh", *self.tmux, "kill-server"]
        self.life = subprocess.Popen(
            ending, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
        subprocess.run([*self.tmux, *start], check=True, env=environment)

    def type(self, *keys: str) -> None:
        """Press keys, by tmux's names; other words are typed letter by letter."""
        self._ask("send-keys", *keys)

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self._ask("resize-window", "-x", str(width), "-y", str(height))

    @property
    def screen(self) -> str:
        """What stands on the screen."""
        return self._ask("capture-pane", "-p")

    def wait(self, *words: str, gone: str = "") -> str:
        """The screen, as soon as all these words stand on it, and `gone` does not."""
        return self._when(
            lambda screen: all(word in screen for word in words) and not (gone and gone in screen),
            f"{words} without {gone!r}",
        )

    def until(self, pattern: re.Pattern[str]) -> str:
        """The screen, as soon as the pattern is found on it."""
        return self._when(lambda screen: bool(pattern.search(screen)), pattern.pattern)

    def _when(self, there: Callable[[str], bool], what: str) -> str:
        end = time.monotonic() + PATIENCE
        while not there(screen := self.screen):
            assert time.monotonic() < end, f"waited in vain for {what}:\n{screen}"
            time.sleep(0.05)
        return screen

    def close(self) -> None:
        """End the terminal, as closing its window does."""
        self.life.communicate(timeout=PATIENCE)

    def _ask(self, *command: str) -> str:
        done = subprocess.run([*self.tmux, *command], check=True, capture_output=True, timeout=90)
        return done.stdout.decode()
