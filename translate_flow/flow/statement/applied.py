"""Which event of its journal a PO file holds: noted beside it when this program writes it, in the cache folder."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from ...errors import TranslateFlowError
from ...files.disk import write_atomically


@dataclass(frozen=True, slots=True)
class AppliedMark:
    """The note of one statement in one language. It can be deleted: the next reading puts it back."""

    cache: Path
    """The workspace's cache folder."""
    name: str
    """The statement."""
    language: str
    """The target language."""

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.cache / "applied" / self.language / f"{self.name}.json"

    def of(self, file: str) -> str | None:
        """Id of the newest event that a PO file with that hash holds, if this program wrote it so; else None."""
        try:
            return str(json.loads(self.path.read_text("utf-8"))["files"][file])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def note(self, file: str, newest: str, following: str = "") -> None:
        """Note the newest event that the file with that hash holds.

        Before it is written, `following` is the hash that the file is about to have.
        """
        known = {following or file: newest}
        if following and (before := self.of(file)) is not None and file != following:
            # Should this write not be finished, the file is still one of ours.
            known[file] = before
        with contextlib.suppress(TranslateFlowError):
            write_atomically(self.path, json.dumps({"files": known}).encode(), sync=False)
