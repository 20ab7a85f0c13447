"""Three clones of one repository, worked in at once, merged in every way that people have."""

from __future__ import annotations

import os
import random
import subprocess
from pathlib import Path

from .ground import NAME, Row, Runner, fresh, keys, known_texts, po_path, workspace

WAYS = ("merge", "merge", "rebase", "cherry-pick", "no driver", "octopus")
PLAIN = {
    **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
    **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_EDITOR": "true",
    "GIT_CONFIG_NOSYSTEM": "1",
    "PATH": "/usr/bin:/bin",
}
"""The program is not on this PATH."""


def merges(folder: Path, rounds: int, seed: int) -> Row:
    """No text that was acknowledged is lost, no conflict marks stay, and two copies of a commit show the same."""
    row = Row("three clones, merged")
    chance = random.Random(seed)
    acknowledged: dict[str, set[str]] = {}
    conflicts = 0
    with Runner() as run:
        first = workspace(fresh(folder) / "a", run)
        git(first, "init", "-q", "-b", "main")
        run(first, "init", ".")
        git(first, "add", "-A")
        git(first, "commit", "-qm", "begin")
        clones = [first]
        for name in ("b", "c"):
            git(folder, "clone", "-q", str(first), name)
            clones.append(folder / name)
            if name == "b":
                run(clones[-1], "init", ".")
        for number, clone in enumerate(clones):
            git(clone, "checkout", "-q", "-b", f"work-{number}")
            acknowledged[clone.name] = set()
        for turn in range(rounds):
            for clone in clones:
                _work(row, run, clone, chance, turn, acknowledged[clone.name])
                git(clone, "add", "-A")
                git(clone, "commit", "-qm", f"turn {turn}", "--allow-empty")
            into = chance.choice(clones)
            others = [c for c in clones if c is not into]
            way = chance.choice(WAYS)
            conflicts += _bring(
                row, run, into, others if way == "octopus" else [chance.choice(others)], way, acknowledged
            )
            row.tried += 1
            _same_in_a_copy(row, run, into, folder / "copy", f"turn {turn}, {way}")
    row.more = f"{conflicts} stops"
    return row


def _work(row: Row, run: Runner, clone: Path, chance: random.Random, turn: int, held: set[str]) -> None:
    for number in range(chance.randint(1, 3)):
        text = f"{clone.name.upper()} {turn}.{number} of the case."
        key = chance.choice(keys(clone)[:5])
        if row.watch(run(clone, "edit", NAME, key, "--as", clone.name, "--text", text)).code == 0:
            held.add(text)
    for verb in ("confirm", "approve"):
        if chance.random() < 0.4:
            row.watch(run(clone, verb, NAME, chance.choice(keys(clone)), "--as", f"{clone.name}-second"))


def _bring(row: Row, run: Runner, into: Path, others: list[Path], way: str, held: dict[str, set[str]]) -> int:
    """Bring the others' work into a clone; how often git stopped."""
    stops = 0
    for other in others:
        git(into, "fetch", "-q", str(other), f"+HEAD:refs/heads/from-{other.name}")
    names = [f"from-{other.name}" for other in others]
    driver = git(into, "config", "--get", "merge.translate-flow.driver").stdout.strip()
    if way == "no driver" and driver:
        git(into, "config", "merge.translate-flow.driver", "no-such-program %O %A %B %P")
    if way == "rebase":
        done = git(into, "rebase", names[0])
    elif way == "cherry-pick":
        base = git(into, "merge-base", "HEAD", names[0]).stdout.strip()
        done = git(into, "cherry-pick", "--allow-empty", "--keep-redundant-commits", f"{base}..{names[0]}")
    else:
        done = git(into, "merge", "-q", "-m", f"{way} {' '.join(names)}", *names)
        if way == "octopus" and done.returncode and not _unmerged(into):
            git(into, "reset", "-q", "--hard")
            return _bring(row, run, into, others[:1], "merge", held) + _bring(
                row, run, into, others[1:], "merge", held
            )
    for _ in range(60):
        if not done.returncode:
            break
        stops += 1
        row.watch(run(into, "status"))
        git(into, "add", "-A")
        if way in ("rebase", "cherry-pick"):
            done = git(into, way, "--continue")
        else:
            done = git(into, "commit", "-q", "--no-edit")
    else:
        row.lost.append(f"{way}: git cannot go on: {done.stderr[-300:]}")
    if way == "no driver" and driver:
        git(into, "config", "merge.translate-flow.driver", driver)
    shown = row.watch(run(into, "status"))
    if shown.code != 0:
        row.lost.append(f"{way}: {shown.err[-300:]}")
        return stops
    git(into, "add", "-A")
    git(into, "commit", "-qm", f"after {way}")
    for other in others:
        held[into.name] |= held[other.name]
    missing = held[into.name] - known_texts(into)
    if missing:
        row.lost.append(f"{way}: {sorted(missing)[:4]}")
        held[into.name] -= missing
    if "<<<<<<<" in po_path(into).read_text("utf-8"):
        row.lost.append(f"{way}: conflict marks in the PO file")
    return stops


def _same_in_a_copy(row: Row, run: Runner, clone: Path, copy: Path, when: str) -> None:
    """A fresh clone of the commit shows what this one shows."""
    fresh(copy)
    git(copy.parent, "clone", "-q", str(clone), copy.name)
    here, there = (row.watch(run(place, "show", NAME)).out for place in (clone, copy))
    if here != there:
        row.lost.append(f"{when}: two copies of one commit differ")


def _unmerged(clone: Path) -> bool:
    return bool(git(clone, "ls-files", "-u").stdout)


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A git command, as a window runs it in which the program is not on the PATH."""
    return subprocess.run(
        ["git", "-C", str(folder), *words],
        capture_output=True,
        text=True,
        check=False,
        env=PLAIN,
        errors="replace",
    )
