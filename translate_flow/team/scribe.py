"""What a team does, written into git: a commit a statement, when nobody has saved in it for a while, by its people."""

from __future__ import annotations

import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..catalogue.journal import Journal
from ..catalogue.states import HUMAN
from ..files.lock import locked
from ..language.text import squeeze
from ..workspace import SETTINGS, Workspace
from .git import Git

QUIET_SECONDS = 30.0
"""After so long without a save, what was saved is committed."""
NOBODY = "nobody.invalid"
"""Where the authors' addresses are: RFC 2606 keeps it from ever being anybody's."""
_CATALOGUE = re.compile(r"locales/(?P<tag>[^/]+)/(?P<name>.+?)\.(po|history\.jsonl|align\.jsonl)")
_PLAN = re.compile(r"plans/(?P<name>.+)\.toml")
_OURS = ("locales/", "statements/", "glossary/", "plans/", "memory/")
"""What belongs to a workspace; other files that lie about are nobody's to commit."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What was committed."""

    about: str
    """The statement; else the folder that its files are in."""
    author: str
    """As git has it: `Ana Condori <ana-condori@nobody.invalid>`."""
    files: tuple[str, ...]


@dataclass
class Scribe:
    """Writes a workspace's changes into the repository that it lies in."""

    workspace: Workspace
    author: str = ""
    """In whose name everything is committed, `NAME <ADDRESS>`; empty: in its people's, without their addresses."""
    passed_over: Callable[[str], bool] = lambda name: False
    """Statements whose files are not committed."""
    quiet: float = QUIET_SECONDS
    clock: Callable[[], float] = time.time
    git: Git = field(init=False)

    def __post_init__(self) -> None:
        self.git = Git.of(self.workspace.root)

    def write(self, only: Iterable[str] | None = None) -> list[Commit]:
        """Commit what has come to rest; `only` these files' groups, and those at once. Raises WorkspaceError."""
        wanted = None if only is None else set(only)
        made = []
        for about, files in sorted(self._groups().items()):
            if wanted is None and not self._rests(files):
                continue
            if wanted is not None and wanted.isdisjoint(files):
                continue
            made.append(self._commit(about, files))
        return made

    def _groups(self) -> dict[str, list[str]]:
        """Changed files by what they are about."""
        found: dict[str, list[str]] = {}
        for path in self.git.changed():
            if path.startswith(_OURS) or path in (SETTINGS, ".gitattributes", ".gitignore", ".mailmap"):
                about, statement = self.about(path)
                if statement and self.passed_over(about):
                    continue
                found.setdefault(about, []).append(path)
        return found

    def about(self, path: str) -> tuple[str, bool]:
        """What a file is about, and whether that is a statement."""
        if found := _CATALOGUE.fullmatch(path) or _PLAN.fullmatch(path):
            return found["name"], True
        if path.startswith("statements/"):
            stem = path.removeprefix("statements/")
            tag = f".{self.workspace.settings.languages.source}."
            folder, _, file = stem.rpartition("/")
            begins = file.split(tag)[0] if tag in file else file.split(".")[0]
            return f"{folder}/{begins}" if folder else begins, True
        return path.split("/", maxsplit=1)[0], False

    def _rests(self, files: Iterable[str]) -> bool:
        newest = 0.0
        for file in files:
            path = self.workspace.root / file
            newest = max(newest, path.stat().st_mtime if path.exists() else 0.0)
        return self.clock() - newest >= self.quiet

    def _commit(self, about: str, files: list[str]) -> Commit:
        people = self._people(files)
        names = [name for name, _ in people.most_common()]
        author = self.author or (address(names[0]) if names else address("translate-flow"))
        subject = about if about else "translate-flow"
        if names and not self.author:
            subject += f": {', '.join(names)}"
        others = [] if self.author else [f"Co-authored-by: {address(name)}" for name in names[1:]]
        message = "\n".join([subject, *(["", *others] if others else [])])
        # Both files of a catalogue are of one state while no desk writes them.
        with locked(self.workspace.cache):
            there = [file for file in files if (self.workspace.root / file).exists()]
            listed = "\0".join(there).encode("utf-8", "surrogateescape")
            self.git.ask(
                "add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul", said=listed
            )
            paths = "\0".join(files).encode("utf-8", "surrogateescape")
            self.git.ask(
                "-c", "user.name=translate-flow", "-c", f"user.email=translate-flow@{NOBODY}",
                "commit", "--quiet", "--no-verify", "--only", f"--author={author}", "-m", message,
                "--pathspec-from-file=-", "--pathspec-file-nul", said=paths,
            )  # fmt: skip
        return Commit(about, author, tuple(files))

    def _people(self, files: Iterable[str]) -> Counter[str]:
        """Who did how much of what the journals among these files have more than the last commit."""
        found: Counter[str] = Counter()
        for file in files:
            if file.endswith(".history.jsonl"):
                before = Journal.read(self.git.show(f"HEAD:./{file}") or b"", Path(file))
                known = {e.id for e in before.events}
                new = [e for e in Journal.load(self.workspace.root / file).events if e.id not in known]
                found.update(e.by for e in new if e.do in HUMAN or e.do == "comment")
        return found


def address(name: str) -> str:
    """A person as git's author, without an address of theirs."""
    clean = squeeze(re.sub(r"[<>\n\r]", " ", name)) or "?"
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    local = re.sub(r"[^a-z0-9]+", "-", bare).strip("-") or "somebody"
    return f"{clean} <{local}@{NOBODY}>"
