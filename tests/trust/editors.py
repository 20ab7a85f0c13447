"""Another editor saves the PO file while commands and a desk write it."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path

from translate_flow.catalogue.journal import Journal
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.workspace import Workspace

from .ground import (
    NAME,
    Row,
    Runner,
    fresh,
    journal_path,
    keys,
    known_texts,
    po_path,
    save_as_editor,
    settled,
    workspace,
)

WAYS = ("rename", "rename", "in place", "slowly")
PARAGRAPHS = 60
"""Many, so that the editor comes back to one only long after it was taken in."""


def outside_saves(folder: Path, saves: int, seed: int, writers: int = 8) -> Row:
    """Saves of another program beside writing commands and a desk: each text is in the journal or the file."""
    row = Row(f"saves in another editor beside {writers} commands and a desk")
    chance = random.Random(seed)
    done = threading.Event()
    acknowledged: list[str] = []
    with Runner() as run:
        root = workspace(fresh(folder) / "w", run, PARAGRAPHS)
    every = keys(root)
    ours, theirs = every[: PARAGRAPHS // 4], every[PARAGRAPHS // 4 :]
    threads = [
        threading.Thread(target=_write, args=(root, ours, number, seed, done, row, acknowledged))
        for number in range(writers)
    ]
    threads.append(threading.Thread(target=_desk, args=(root, ours, done, row)))
    for thread in threads:
        thread.start()
    saved: dict[str, str] = {}
    every_save: list[str] = []
    replaced: set[str] = set()
    count = 0
    try:
        while not acknowledged and not row.lost and not row.hangs:
            time.sleep(0.05)
        while count < saves:
            key, text = theirs[count % len(theirs)], f"OLGA {count} typed this."
            earlier = saved.get(key, "")
            if earlier and earlier not in journal_path(root).read_text("utf-8"):
                # No command has run since: it is its own writer who replaces it.
                replaced.add(earlier)
            save_as_editor(po_path(root), key, text, chance.choice(WAYS), chance)
            saved[key] = text
            every_save.append(text)
            count += 1
            time.sleep(chance.uniform(0.005, 0.05))
    finally:
        done.set()
        for thread in threads:
            thread.join()
    with Runner() as run:
        row.watch(run(root, "status"))
    row.tried = count
    known = known_texts(root)
    row.lost += [text for text in (*every_save, *acknowledged) if text not in known and text not in replaced]
    events = Journal.load(journal_path(root)).events
    if len({e.id for e in events}) != len(events) or not settled(root):
        row.lost.append("PO file and journal differ")
    row.more = f"{len(acknowledged)} acknowledged by commands"
    return row


def _write(root: Path, ours: list[str], number: int, seed: int, done: threading.Event, row: Row,
           acknowledged: list[str]) -> None:  # fmt: skip
    """One command after the other."""
    chance = random.Random(seed * 1000 + number)
    count = 0
    with Runner() as run:
        while not done.is_set():
            count += 1
            text = f"WRITER {number} for the {count}th time."
            ran = row.watch(
                run(root, "edit", NAME, chance.choice(ours), "--as", f"w{number}", "--text", text)
            )
            if ran.code == 0:
                acknowledged.append(text)
            elif "changed meanwhile by" not in ran.err and "another translate-flow is writing" not in ran.err:
                row.lost.append(f"{ran.said}: {ran.err[-300:]}")


def _desk(root: Path, ours: list[str], done: threading.Event, row: Row) -> None:
    with Runner() as run:
        while not done.is_set():
            ran = row.watch(run(root, "as-desk", "2", *ours))
            if ran.code != 0:
                row.lost.append(f"desk: {ran.err[-300:]}")


def as_desk(root: Path, seconds: str, *ours: str) -> None:
    """What a desk does, without its server: edits journalled at once, the PO file following, other programs'
    changes read."""
    shelf = Shelf(Workspace.load(root))
    until = time.monotonic() + float(seconds)
    count = 0
    while time.monotonic() < until:
        sheet = shelf.sheet(NAME, "en")
        key, text = ours[count % len(ours)], f"DESK {time.time_ns()}."
        shelf.change(sheet, lambda work, key=key, text=text: edit(work, key, text, "desk"))
        count += 1
        time.sleep(0.05)
        if count % 5 == 0:
            shelf.flush()
            shelf.reread()
    shelf.flush()
