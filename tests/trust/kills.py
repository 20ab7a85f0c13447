"""SIGKILL at any moment, in every command that writes."""

from __future__ import annotations

import random
from pathlib import Path

from translate_flow.catalogue.journal import Journal

from .commands import command
from .ground import (
    KEPT,
    Row,
    Runner,
    fresh,
    journal_path,
    known_texts,
    leftovers,
    settled,
    workspace,
)


def kills(folder: Path, tries: int, seed: int) -> Row:
    """Kill commands; whatever was acknowledged is there, the files are whole, and the next command works."""
    row = Row("SIGKILL while a command writes")
    chance = random.Random(seed)
    killed = 0
    with Runner() as run:
        root = workspace(fresh(folder) / "w", run)
        held: set[str] = known_texts(root)
        for number in range(tries):
            args, stdin, told = command(root, chance, number)
            when = {"kill_after": chance.uniform(0, 0.12)} if chance.random() < 0.4 else {
                "kill_at": chance.randint(1, 24)
            }  # fmt: skip
            before = Journal.load(journal_path(root)).events
            ran = row.watch(run(root, *args, stdin=stdin, **when))
            row.tried += 1
            killed += ran.code == -9
            if ran.code == 0 and told:
                held.add(told)
            _look(row, run, root, held, [e.id for e in before], ran.said)
    row.more = f"{killed} killed"
    return row


def _look(row: Row, run: Runner, root: Path, held: set[str], before: list[str], said: str) -> None:
    """What must hold after each."""
    status = row.watch(run(root, "status", "--format", "json"))
    if status.code != 0:
        row.lost.append(f"after {said}: status says {status.err[-200:]}")
        return
    journal = Journal.load(journal_path(root))
    if not set(before) <= {e.id for e in journal.events}:
        row.lost.append(f"after {said}: the journal lost events")
    missing = held - known_texts(root)
    if missing:
        row.lost.append(f"after {said}: {sorted(missing)[:3]}")
        held -= missing
    if not settled(root):
        row.lost.append(f"after {said}: PO file and journal differ")
    for asked in (("plan", "--format", "json"), ("glossary", "check")):
        ran = row.watch(run(root, *asked))
        if ran.code not in (0, 1):
            row.lost.append(f"after {said}: {' '.join(asked)} says {ran.err[-200:]}")
    left = [name for folder in KEPT for name in leftovers(root / folder)]
    if left:
        row.lost.append(f"after {said}: left behind: {left[:3]}")


def interrupted_init(folder: Path, tries: int, seed: int) -> Row:
    """`init` killed anywhere can be done again, and then all is there."""
    row = Row("init killed, and done again")
    chance = random.Random(seed)
    with Runner() as run:
        for _ in range(tries):
            root = fresh(folder / "init") / "w"
            row.tried += 1
            first = row.watch(run(folder, "init", str(root), kill_at=chance.randint(1, 40)))
            again = row.watch(run(folder, "init", str(root))) if first.code != 0 else first
            whole = all(
                (root / name).exists() for name in ("glossary/names.csv", ".gitattributes", "statements")
            )
            if not whole or (again.code != 0 and "workspace here already" not in again.err):
                row.lost.append(f"init: {again.err[-200:]}")
    return row
