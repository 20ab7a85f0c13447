"""What a site's statements were made from, kept between builds in the workspace's cache folder.

One file a statement, readable by its owner alone. It can be deleted at any time; one that is spoilt is made anew.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass
from hashlib import blake2b
from pathlib import Path

from ...errors import TranslateFlowError
from ...files.disk import write_atomically
from ...typeset.site import FeedEntry, StatementPages
from ...workspace import Workspace

FOLDER = Path("site", "pages")
"""Its name in the cache folder."""


@dataclass(frozen=True, slots=True)
class KeptPages:
    """What was made of a statement."""

    key: str
    """Names all that it was made from."""
    entries: tuple[FeedEntry, ...]
    """Its lines in the index; none if it is not in the site."""
    files: Mapping[str, str]
    """Digests of its pages, by path."""


class KeptSite:
    """What is kept of all statements."""

    def __init__(self, workspace: Workspace) -> None:
        self._folder = workspace.cache / FOLDER
        self._new: dict[str, KeptPages] = {}

    def of(self, name: str, key: str) -> KeptPages | None:
        """What was made of a statement from the same; None if nothing was."""
        try:
            made = json.loads((self._folder / f"{name}.json").read_bytes())
            if made["key"] != key:
                return None
            entries = tuple(_entry(*row) for row in made["entries"])
            return KeptPages(key, entries, {str(path): str(found) for path, found in made["files"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def keep(self, name: str, key: str, pages: StatementPages) -> KeptPages:
        """Remember what was made of a statement; it is on disk after `write`."""
        files = {path: digest(data) for path, data in pages.files.items()}
        made = self._new[name] = KeptPages(key, pages.entries, files)
        return made

    def write(self, every: Collection[str] | None = None) -> None:
        """Write what is new, where that can be; `every`: names of all statements there are, others are let go."""
        with contextlib.suppress(OSError, TranslateFlowError):
            for name, made in self._new.items():
                entries = [astuple(entry) for entry in made.entries]
                data = json.dumps(
                    {"key": made.key, "entries": entries, "files": made.files}, ensure_ascii=False
                )
                path = self._folder / f"{name}.json"
                write_atomically(path, data.encode("utf-8", "surrogatepass"), sync=False)
        if every is not None:
            with contextlib.suppress(OSError):
                for path in list(self._folder.rglob("*.json")):
                    if path.relative_to(self._folder).as_posix().removesuffix(".json") not in every:
                        path.unlink(missing_ok=True)


def _entry(
    name: str, language: str, title: str, date: str, tags: list[str], description: str, words: str
) -> FeedEntry:
    said = (name, language, title, date, description, words)
    if not all(isinstance(part, str) for part in (*said, *tags)):
        raise TypeError("an entry of something else than words")
    return FeedEntry(name, language, title, date, tuple(tags), description, words)


def digest(data: bytes) -> str:
    """Names the content of a page."""
    return blake2b(data, digest_size=16).hexdigest()
