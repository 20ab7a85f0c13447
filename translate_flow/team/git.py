"""Git, asked as a program: in English, without a terminal, without hooks of the work tree's own choosing."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..errors import WorkspaceError
from ..files.repository import merge_command
from .messages import GIT_FAILED, NO_REPOSITORY

SECONDS = 120
"""How long git may take, over the network too."""
_CONFIG = (
    ("core.quotePath", "false"),
    ("merge.translate-flow.driver", merge_command()),
    ("commit.gpgSign", "false"),
    ("gc.auto", "0"),
)


@dataclass(frozen=True, slots=True)
class Git:
    """The repository that a folder lies in."""

    root: Path
    """The folder; paths are relative to it."""

    def run(self, *words: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run git there, whatever comes of it. Raises WorkspaceError if it cannot be run or does not end."""
        settings = [part for key, value in _CONFIG for part in ("-c", f"{key}={value}")]
        # Never a question to a terminal that nobody sits at.
        environment = os.environ | {
            "GIT_TERMINAL_PROMPT": "0",
            "LC_ALL": "C.UTF-8",
            "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND", "ssh -o BatchMode=yes"),
        }
        try:
            return subprocess.run(
                ["git", "-C", str(self.root), *settings, *words],
                capture_output=True, input=said, timeout=SECONDS, check=False, env=environment,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise WorkspaceError(GIT_FAILED(command=words[0], cause=str(error))) from error

    def ask(self, *words: str, said: bytes = b"") -> str:
        """What git answers. Raises WorkspaceError with what it says otherwise."""
        done = self.run(*words, said=said)
        if done.returncode != 0:
            told = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise WorkspaceError(GIT_FAILED(command=words[0], cause=told[-1] if told else "?"))
        return done.stdout.decode("utf-8", "surrogateescape")

    def good(self, *words: str) -> bool:
        """Whether git says yes."""
        return self.run(*words).returncode == 0

    def show(self, what: str) -> bytes | None:
        """A file at a commit, `COMMIT:./PATH`; None if it has none."""
        done = self.run("show", what)
        return done.stdout if done.returncode == 0 else None

    @classmethod
    def of(cls, root: Path) -> Git:
        """The repository of a workspace, which has a branch. Raises WorkspaceError."""
        made = cls(root)
        if not made.good("rev-parse", "--git-dir") or not made.good("symbolic-ref", "-q", "HEAD"):
            raise WorkspaceError(NO_REPOSITORY(folder=str(root)))
        return made

    @property
    def branch(self) -> str:
        """The branch that the folder is at."""
        return self.ask("symbolic-ref", "--short", "HEAD").strip()

    @property
    def head(self) -> str:
        """The commit that the folder is at; empty before the first."""
        done = self.run("rev-parse", "-q", "--verify", "HEAD")
        return done.stdout.decode().strip() if done.returncode == 0 else ""

    def changed(self) -> list[str]:
        """Files below the folder that differ from the last commit, new ones included, relative to it."""
        prefix = self.ask("rev-parse", "--show-prefix").strip()
        told = self.ask("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ".")
        paths = [entry[3:] for entry in told.split("\0") if len(entry) > 3]
        return [p.removeprefix(prefix) for p in paths if p.startswith(prefix)]

    def between(self, one: str, other: str) -> list[str]:
        """Files below the folder that differ between two commits, relative to it."""
        told = self.ask("diff", "--name-only", "-z", "--no-renames", "--relative", one, other, "--", ".")
        return [path for path in told.split("\0") if path]
