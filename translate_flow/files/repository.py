"""The git repository that a workspace lies in, and the driver by which it merges catalogues."""

from __future__ import annotations

import os
import re
import shlex
import sys
from enum import Enum
from pathlib import Path

SECONDS = 10
"""How long git may take to answer."""
_HEADS = ("HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD", "ORIG_HEAD")
"""Commits that git is at, besides those that branches and tags name."""
_TIPS = 500
"""Branches and tags that are looked at."""
_SECTION = re.compile(r'^[ \t]*\[merge\s+"translate-flow"\]\s*$(.*?)(?=^\s*\[|\Z)', re.MULTILINE | re.DOTALL)
_DRIVER = re.compile(r"^[ \t]*+driver[ \t]*+=(.*)$", re.MULTILINE)
_OURS = re.compile(r"\btranslate[-_]flow merge-driver\b")


class Driver(Enum):
    """How a repository merges catalogues."""

    NO_GIT = "not in a git repository"
    GOOD = "segment by segment"
    MISSING = "line by line: no driver is registered"
    LOST = "the driver that is registered cannot be found"


def merge_command() -> str:
    """What git is to run to merge two versions of a catalogue.

    The interpreter by its full path, since a window in which git is used need not have the program on its
    PATH; and without the folder git runs it in, which holds what others wrote (`-P`).
    """
    return f"{shlex.quote(sys.executable)} -P -m translate_flow merge-driver %O %A %B %P"


def driver(root: Path) -> Driver:
    """How the folder's repository merges catalogues; reads one file where all is well."""
    config = _config(root)
    if config is None:
        return Driver.NO_GIT
    command = _registered(root, config)
    if not command:
        return Driver.MISSING
    if not _OURS.search(command):
        # Somebody's own arrangement.
        return Driver.GOOD
    try:
        program = Path(shlex.split(command)[0])
    except (ValueError, IndexError):
        return Driver.LOST
    return Driver.GOOD if program.is_absolute() and program.exists() else Driver.LOST


def register(root: Path) -> bool:
    """Tell git, if the folder lies in a repository, to merge PO files segment by segment."""
    for key, value in (("name", "segment-wise merge of PO files"), ("driver", merge_command())):
        if _git(root, "config", "--local", f"merge.translate-flow.{key}", value) is None:
            return False
    return True


def works(root: Path) -> bool:
    """Whether the registered driver starts."""
    import subprocess

    command = _git(root, "config", "merge.translate-flow.driver") or ""
    try:
        words = shlex.split(command)[: -len("%O %A %B %P".split())]
        done = subprocess.run([*words, "--help"], capture_output=True, timeout=SECONDS, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def committed(root: Path, path: str) -> list[bytes]:
    """A file as every branch, tag and unfinished merge of the folder's repository has it, each version once.

    For git's merge driver, which is told three versions of its own file and nothing of the commits that are merged.
    `path` is relative to the top of the work tree. Empty where git cannot be asked.
    """
    heads = (*_HEADS, *(name.removeprefix("GITHEAD_") for name in os.environ if name.startswith("GITHEAD_")))
    tips = (_git(root, "for-each-ref", "--format=%(objectname)") or "").split()[:_TIPS]
    asked = "".join(f"{tip}:{path}\n" for tip in dict.fromkeys((*heads, *tips)))
    told = (
        _git_bytes(root, "cat-file", "--batch-check=%(objectname) %(objecttype)", said=asked.encode()) or b""
    )
    blobs = dict.fromkeys(
        name for name, _, kind in (line.partition(b" ") for line in told.splitlines()) if kind == b"blob"
    )
    return [
        data for blob in blobs if (data := _git_bytes(root, "cat-file", "blob", blob.decode())) is not None
    ]


def _registered(root: Path, config: Path) -> str:
    """The driver's command; empty if there is none."""
    try:
        section = _SECTION.search(config.read_text("utf-8", "surrogateescape"))
    except OSError:
        section = None
    found = _DRIVER.search(section[1]) if section else None
    if found and not set('"\\') & set(found[1]):
        return found[1].strip()
    # Quoted there, or in the person's own configuration, or included from elsewhere.
    return (_git(root, "config", "merge.translate-flow.driver") or "").strip()


def _config(root: Path) -> Path | None:
    """The configuration file of the repository that the folder lies in.

    As git does, it is not looked for in the folders that GIT_CEILING_DIRECTORIES names, nor above them.
    """
    ceilings = {
        Path(name) for name in os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep) if name
    }
    for folder in (root, *root.parents):
        if folder in ceilings and folder != root:
            return None
        place = folder / ".git"
        if place.is_dir():
            return place / "config"
        if place.is_file():
            # A linked work tree, or a submodule: the file says where its repository lies.
            try:
                real = folder / place.read_text("utf-8").partition("gitdir:")[2].strip()
                common = real / "commondir"
                return (real / common.read_text("utf-8").strip() if common.is_file() else real) / "config"
            except (OSError, UnicodeDecodeError):
                return None
    return None


def _git(root: Path, *words: str) -> str | None:
    """What git answers in the folder; None if it cannot."""
    said = _git_bytes(root, *words)
    return None if said is None else said.decode("utf-8", "replace")


def _git_bytes(root: Path, *words: str, said: bytes = b"") -> bytes | None:
    import subprocess

    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, timeout=SECONDS, check=False, input=said
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
