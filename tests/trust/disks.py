"""The disk is full: what reports failure has changed nothing, or says exactly what is in."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from translate_flow.catalogue.journal import Journal

from .commands import command
from .ground import (
    NAME,
    Row,
    Runner,
    contents,
    fresh,
    journal_path,
    keys,
    known_texts,
    leftovers,
    settled,
    workspace,
)

PAGE = 4096


def limited(folder: Path, tries: int, seed: int) -> Row:
    """No file can grow beyond a limit, as on a full disk or over quota: the system call writes a part and fails."""
    row = Row("writing fails after some bytes")
    chance = random.Random(seed)
    with Runner() as run:
        root = workspace(fresh(folder) / "w", run)
        for number in range(tries):
            args, stdin, _ = command(root, chance, number)
            size = journal_path(root).stat().st_size
            texts = known_texts(root)
            _attack(row, run, root, args, {"stdin": stdin, "limit": size + chance.randint(1, 700)})
            _healed(row, run, root, texts, args)
    return row


def full(folder: Path, tries: int, seed: int) -> Row | None:
    """A small disk of its own that is full but for some pages; None where none can be mounted."""
    row = Row("the disk is full")
    chance = random.Random(seed)
    refused = 0
    with small_disk(fresh(folder)) as disk, Runner() as run:
        if disk is None:
            return None
        root = workspace(disk / "w", run)
        for number in range(tries):
            args, stdin, _ = command(root, chance, number)
            texts = known_texts(root)
            with filled(disk, chance.randint(0, 6)):
                refused += _attack(row, run, root, args, {"stdin": stdin})
            _healed(row, run, root, texts, args)
    row.more = f"{refused} refused"
    return row


def failing(folder: Path, tries: int, seed: int) -> Row:
    """The disk reports errors (EIO): at one step of a command, or from that step on, as when it is pulled out."""
    row = Row("the disk fails (EIO)")
    chance = random.Random(seed)
    refused = 0
    with Runner() as run:
        root = workspace(fresh(folder) / "w", run)
        for number in range(tries):
            args, stdin, _ = command(root, chance, number)
            texts = known_texts(root)
            how = {"fail_at": chance.randint(1, 24), "lasting": chance.random() < 0.5}
            refused += _attack(row, run, root, args, {"stdin": stdin, **how})
            _healed(row, run, root, texts, args)
    row.more = f"{refused} refused"
    return row


READING = (("status",), ("show", NAME), ("check", NAME), ("history", NAME), ("diff", NAME), ("doctor",))


def read_only(folder: Path, tries: int, seed: int) -> Row | None:
    """A file system mounted read-only: who reads is answered, who writes is refused in a line; None where none can be
    mounted."""
    row = Row("a read-only file system")
    chance = random.Random(seed)
    refused = 0
    with small_disk(fresh(folder)) as disk, Runner() as run:
        if disk is None:
            return None
        root = workspace(disk / "w", run)
        for number in range(tries):
            args, stdin, _ = command(root, chance, number)
            texts = known_texts(root)
            with remounted(disk, "ro"):
                refused += _attack(row, run, root, args, {"stdin": stdin})
                asked = chance.choice(READING)
                ran = row.watch(run(root, *asked))
                # What another program saved must be journalled before anything is answered.
                unable = args == ("status",) or "changed since it was added" in ran.err
                if ran.code not in ((0, 1, 3) if unable else (0, 1)) or not (ran.out + ran.err).strip():
                    row.lost.append(f"{ran.said} after {' '.join(args)}: exit {ran.code}: {ran.err[-200:]}")
            _healed(row, run, root, texts, args)
    row.more = f"{refused} refused"
    return row


ACCOUNTS = (
    "the change is in the journal",
    "the journal already records the change",
    "part of the change may be in",
    "was done before the error",
    "the files are in memory/ now",
)
"""How an error says that something is in all the same."""


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """Names of files that differ, but for half-written ones, which the next command sweeps away."""
    names = sorted({*before, *after})
    return [n for n in names if before.get(n) != after.get(n) and not n.endswith((".tmp", ".aside"))]


def _attack(row: Row, run: Runner, root: Path, args: tuple[str, ...], how: dict[str, object]) -> bool:
    """One command on a disk that cannot take it; whether it was refused."""
    before = contents(root)
    ran = row.watch(run(root, *args, **how))
    row.tried += 1
    after = contents(root)
    if "nothing was changed" in ran.err and args[0] not in ("add", "align", "status") and after != before:
        changed = [name for name in {*before, *after} if before.get(name) != after.get(name)]
        row.lost.append(f"{ran.said}: said that nothing was changed; changed: {sorted(changed)}")
    if ran.code == 3 and not any(told in ran.err for told in ACCOUNTS):
        untold = [name for name in _changed(before, after) if Path(name).stem.split(".")[0] not in ran.out]
        if untold:
            row.lost.append(f"{ran.said}: did not say what is in: {ran.err[-200:]}: {untold}")
    journal = Journal.load(journal_path(root))
    if journal.damaged:
        row.lost.append(f"{ran.said}: cut-off lines in the journal")
    if ran.code not in (0, 1, 2, 3):
        row.lost.append(f"{ran.said}: exit {ran.code}: {ran.err[-200:]}")
    if ran.code == 3 and not ran.err.strip():
        row.lost.append(f"{ran.said}: failed without a word")
    return ran.code == 3


def _healed(row: Row, run: Runner, root: Path, texts: set[str], args: tuple[str, ...]) -> None:
    """Note what does not hold once there is room again."""
    said = " ".join(args)
    shown = row.watch(run(root, "status"))
    if shown.code != 0:
        row.lost.append(f"after {said}: {shown.err[-200:]}")
    elif missing := texts - known_texts(root):
        row.lost.append(f"after {said}: {sorted(missing)[:3]}")
    elif not settled(root):
        row.lost.append(f"after {said}: PO file and journal differ")
    elif left := leftovers(root / "locales") + leftovers(root / "memory"):
        row.lost.append(f"after {said}: left behind: {left[:3]}")


@contextlib.contextmanager
def small_disk(folder: Path, size: str = "4m") -> Iterator[Path | None]:
    """A disk in memory, mounted where this account may."""
    place = folder / "disk"
    place.mkdir(parents=True)
    mount = shutil.which("mount")
    mounted = (
        mount is not None
        and not subprocess.run(
            [mount, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
            capture_output=True,
            check=False,
        ).returncode
    )
    try:
        yield place if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(place)], check=False)


@contextlib.contextmanager
def remounted(disk: Path, how: str) -> Iterator[None]:
    """Mounted `ro` for a while."""
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


@contextlib.contextmanager
def filled(disk: Path, pages: int) -> Iterator[None]:
    """Leave room for so many pages only."""
    stat = os.statvfs(disk)
    ballast = disk / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as stream:
        left = stat.f_bavail * stat.f_frsize - pages * PAGE
        while left > 0:
            left -= stream.write(b"\0" * min(left, 1 << 20))
    try:
        yield
    finally:
        ballast.unlink(missing_ok=True)


def silent_memory(folder: Path, run: Runner) -> str:
    """What `draft` says when its memory cannot be opened; empty if nothing."""
    root = workspace(fresh(folder) / "w", run)
    (root / ".translate-flow" / "memory.sqlite").mkdir(parents=True)
    ran = run(root, "draft", NAME, "--only", keys(root)[1])
    return ran.err if ran.code == 3 else ""
