"""Where the attacks take place: a workspace, commands run as processes of their own, and what is asked afterwards."""

from __future__ import annotations

import atexit
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from translate_flow.catalogue import Catalogue
from translate_flow.catalogue.journal import Journal
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
NAME = "carta"
KEPT = ("locales", "glossary", "plans", "memory", "statements", ".translate-flow")
"""Folders in which no temporary file may stay."""
OURS = ("locales", "glossary", "plans", "memory", "statements")
"""Folders whose files people work on."""
SECONDS = 60
"""After so long a command hangs, even on a busy machine."""


@dataclass
class Row:
    """What came of one kind of attack: a line of the table."""

    what: str
    tried: int = 0
    lost: list[str] = field(default_factory=list)
    """Texts that were acknowledged or saved and are nowhere, and files that cannot be read."""
    hangs: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    more: str = ""
    """What else is worth knowing."""

    @property
    def clean(self) -> bool:
        """Whether the promise was kept."""
        return not (self.lost or self.hangs or self.tracebacks)

    def watch(self, ran: Ran) -> Ran:
        """Note a traceback or a hang of a command."""
        if ran.hung:
            self.hangs.append(ran.said)
        if "Traceback (most recent call last)" in ran.err:
            self.tracebacks.append(f"{ran.said}: {ran.err[-400:]}")
        return ran


@dataclass(frozen=True)
class Ran:
    """A command that ended."""

    args: tuple[str, ...]
    code: int
    """Exit code; negative: the signal that ended it."""
    out: str
    err: str
    hung: bool = False

    @property
    def said(self) -> str:
        """The command in one line."""
        return " ".join(self.args)


_LOCK = threading.Lock()


@cache
def _warm() -> socket.socket:
    """The interpreter that runners are forked from; it ends when this process does."""
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-m", "tests.trust.server", str(theirs.fileno())]
    subprocess.Popen(command, pass_fds=[theirs.fileno()], cwd=ROOT)
    theirs.close()
    return ours


class Runner:
    """Runs commands one after the other as forked processes of a warm interpreter: an attack of thousands in minutes."""

    def __init__(self) -> None:
        (asked, ours), (answers, theirs) = os.pipe(), os.pipe()
        with _LOCK:
            socket.send_fds(_warm(), [b"1"], [asked, theirs])
        os.close(asked)
        os.close(theirs)
        self._asks, self._answers = os.fdopen(ours, "w"), os.fdopen(answers)

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self._asks.close()
        self._answers.close()

    def __call__(self, root: Path, *args: str, **how: Any) -> Ran:
        """Run a command in the folder. `how`: `stdin`; `kill_after` seconds or `kill_at` the n-th change of the
        disk; `limit`: greatest size of a file, in bytes, beyond which writing fails."""
        self._asks.write(json.dumps({"root": str(root), "args": args, **how}) + "\n")
        self._asks.flush()
        answer = json.loads(self._answers.readline())
        return Ran(tuple(args), answer["code"], answer["out"], answer["err"], answer["hung"])


def workspace(folder: Path, run: Runner, paragraphs: int = 8) -> Path:
    """A new workspace with one statement, every other paragraph translated."""
    if paragraphs not in _MADE:
        made = Path(tempfile.mkdtemp(prefix="trust-")) / "w"
        atexit.register(shutil.rmtree, made.parent, ignore_errors=True)
        _MADE[paragraphs] = _begun(made, run, paragraphs)
    shutil.copytree(_MADE[paragraphs], folder)
    return folder


_MADE: dict[int, Path] = {}
"""What others are copied from, by the number of its paragraphs."""


def _begun(folder: Path, run: Runner, paragraphs: int) -> Path:
    ran = run(folder.parent, "init", str(folder))
    assert ran.code == 0, ran.err
    lines = [
        f"Pedimos que se investigue el caso {number} de la provincia." for number in range(paragraphs - 1)
    ]
    (folder / "statements" / f"{NAME}.es.md").write_text(
        "# Carta abierta\n\n" + "\n\n".join(lines) + "\n", "utf-8"
    )
    ran = run(folder, "add")
    assert ran.code == 0, ran.err
    for number, key in enumerate(keys(folder)[::2]):
        run(folder, "edit", NAME, key, "--as", "ana", "--text", f"ANA begins {number}.")
    return folder


def po_path(root: Path) -> Path:
    """The statement's PO file."""
    return root / "locales" / "en" / f"{NAME}.po"


def journal_path(root: Path) -> Path:
    """Its journal."""
    return root / "locales" / "en" / f"{NAME}.history.jsonl"


def keys(root: Path) -> list[str]:
    """Keys of the statement's segments, in order."""
    return [entry.key for entry in Catalogue.load(po_path(root)).entries]


def known_texts(root: Path) -> set[str]:
    """All texts that the journal and the PO file hold."""
    entries = Catalogue.load(po_path(root)).entries
    texts = {e.text for e in Journal.load(journal_path(root)).events if e.text is not None}
    return texts | {e.target for e in entries} | {e.note for e in Journal.load(journal_path(root)).events}


def settled(root: Path) -> bool:
    """Whether PO file and journal say the same."""
    work = Work.read(Workspace.load(root), NAME, "en")
    found = work.settled()
    return not found.events and not found.replayed


def leftovers(root: Path) -> list[str]:
    """Temporary files that lie about."""
    return [p.name for p in root.rglob(".*") if p.name.endswith((".tmp", ".aside", ".part"))]


def contents(root: Path) -> dict[str, bytes]:
    """The files that people work on, by name."""
    found = (p for folder in OURS if (root / folder).is_dir() for p in sorted((root / folder).rglob("*")))
    return {str(p.relative_to(root)): p.read_bytes() for p in found if p.is_file()}


def save_as_editor(path: Path, key: str, text: str, how: str, chance: random.Random) -> None:
    """Type a text into a PO file and save it, as another program does: `rename`, `in place` or `slowly`."""
    import time

    data = path.read_text("utf-8")
    place = data.find(f'msgctxt "{key}"\n')
    begin = data.find('msgstr "', place)
    end = data.find("\n\n", begin)
    end = len(data.rstrip("\n")) if end < 0 else end
    if place < 0 or begin < 0:
        raise ValueError(f"{path}: has no entry {key}")
    data = f'{data[:begin]}msgstr "{text}"{data[end:]}'
    if how == "rename":
        beside = path.with_name(f"{path.name}.{chance.randrange(1 << 30)}.new")
        beside.write_text(data, "utf-8")
        beside.replace(path)
        return
    with path.open("w", encoding="utf-8") as stream:
        if how == "slowly":
            cut = chance.randrange(len(data))
            stream.write(data[:cut])
            stream.flush()
            time.sleep(0.01)
            data = data[cut:]
        stream.write(data)


def fresh(folder: Path) -> Path:
    """An empty folder of that name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def table(rows: Sequence[Row]) -> str:
    """The rows as text, each failure below."""
    width = max(len(row.what) for row in rows)
    lines = [f"{'what':{width}}  tried  lost  hangs  tracebacks"]
    for row in rows:
        figures = f"{row.tried:5}  {len(row.lost):4}  {len(row.hangs):5}  {len(row.tracebacks):10}"
        lines.append(f"{row.what:{width}}  {figures}{f'  {row.more}' if row.more else ''}")
    for row in rows:
        lines += [f"{row.what}: {one}" for one in (*row.lost, *row.hangs, *row.tracebacks)]
    return "\n".join(lines)
