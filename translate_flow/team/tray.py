"""What a desk lays down for a worker, and what the worker lays down for the desk that waits: files of the system user's.

They hold texts, confidential ones too. So they are not in the database, which is copied in backups, and whoever reads
them has the workspace's folder anyway. Each is gone when the desk has its answer; what a desk that died left behind
goes after a day.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OLD_SECONDS = 24 * 3600
"""After so long nobody waits any more."""
_ASKED, _ANSWERED = "asked", "answered"


@dataclass(frozen=True, slots=True)
class Tray:
    """The folder of these files, by the ids of jobs."""

    folder: Path

    def ask(self, job: str, task: Any) -> None:
        """Lay down what is to be done. Raises OSError."""
        self._clear_old()
        self._put(job, _ASKED, task)

    def asked(self, job: str) -> Any:
        """What is to be done; None if nobody waits for it any more."""
        return self._get(job, _ASKED)

    def answer(self, job: str, made: Any) -> None:
        """Lay down what came of it, an error to be raised included. Raises OSError."""
        self._put(job, _ANSWERED, made)

    def answered(self, job: str) -> Any:
        """What came of it; raises it if it is an error."""
        made = self._get(job, _ANSWERED)
        if isinstance(made, Exception):
            raise made
        return made

    def clear(self, job: str) -> None:
        """Take both away."""
        for kind in (_ASKED, _ANSWERED):
            self._path(job, kind).unlink(missing_ok=True)

    def _path(self, job: str, kind: str) -> Path:
        return self.folder / f"{job}.{kind}"

    def _put(self, job: str, kind: str, what: Any) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._path(job, f"{kind}.part")
        part.unlink(missing_ok=True)  # of a worker that died
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            pickle.dump(what, stream)
        part.replace(self._path(job, kind))

    def _get(self, job: str, kind: str) -> Any:
        try:
            return pickle.loads(self._path(job, kind).read_bytes())
        except FileNotFoundError:
            return None

    def _clear_old(self) -> None:
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.stat().st_mtime < time.time() - OLD_SECONDS:
                    path.unlink(missing_ok=True)
