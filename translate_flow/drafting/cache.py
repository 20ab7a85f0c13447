"""Drafts made before, kept so that the same text is not sent through the same engine twice.

A file that can be deleted at any time. A draft is found again only if everything it came from
is the same: engine and version, languages, glossary, explanations due, and the text.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from types import TracebackType

from ..files.private import make_private_file
from ..messages import Message, restore

FILE = "drafts.sqlite"
"""Its name in the workspace's cache folder."""
_FORM = "problems as messages"
"""How problems are kept; in each key, so that what another version kept in another way is not found."""
_AT_ONCE = 500
"""Keys one query asks for; SQLite's own limit is 999 in old versions."""


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it was made."""

    text: str
    """The translation."""
    problems: tuple[Message, ...] = ()
    """What did not come through whole."""


def key(parts: Sequence[str]) -> bytes:
    """A draft's key from everything it depends on."""
    return blake2b(json.dumps([_FORM, *parts], ensure_ascii=False).encode(), digest_size=16).digest()


class DraftCache:
    """The open file. Whatever is wrong with it, the worst is that it knows nothing."""

    def __init__(self, folder: Path) -> None:
        """`folder`: the workspace's cache folder; made if it is missing."""
        self._base: sqlite3.Connection | None = None
        for _ in range(2):
            try:
                make_private_file(folder / FILE)
                self._base = _opened(folder / FILE)
                return
            except sqlite3.OperationalError:
                return  # a folder that cannot be written, or another command has it: go without
            except sqlite3.DatabaseError:
                with contextlib.suppress(OSError):
                    (folder / FILE).unlink()  # spoilt: make it anew
            except OSError:
                return

    def __enter__(self) -> DraftCache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; may be called twice."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def find(self, keys: Sequence[bytes]) -> dict[bytes, KeptDraft]:
        """The drafts known of these."""
        found: dict[bytes, KeptDraft] = {}
        for start in range(0, len(keys) if self._base else 0, _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            query = f"SELECT key, text, problems FROM drafts WHERE key IN ({','.join('?' * len(part))})"
            try:
                assert self._base is not None
                rows = self._base.execute(query, part).fetchall()
                found |= {row[0]: KeptDraft(row[1], tuple(map(restore, json.loads(row[2])))) for row in rows}
            except (sqlite3.Error, ValueError, TypeError, AttributeError, RecursionError):
                self._spoilt()
                break
        return found

    def keep(self, drafts: Mapping[bytes, KeptDraft]) -> None:
        """Keep these drafts."""
        if self._base is None or not drafts:
            return
        rows = [
            (name, kept.text, json.dumps([p.to_json() for p in kept.problems], ensure_ascii=False))
            for name, kept in drafts.items()
        ]
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", rows)
        except sqlite3.Error:
            self._spoilt()

    def _spoilt(self) -> None:
        """Go on without."""
        with contextlib.suppress(sqlite3.Error):
            self.close()
        self._base = None


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=2.0)
    try:
        # A crash of the machine may cost the file, which is no loss; a crash of the program does not.
        base.execute("PRAGMA synchronous = OFF")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute(
            "CREATE TABLE IF NOT EXISTS drafts (key BLOB PRIMARY KEY, text TEXT NOT NULL, problems TEXT NOT NULL)"
            " WITHOUT ROWID"
        )
    except sqlite3.Error:
        base.close()
        raise
    return base
