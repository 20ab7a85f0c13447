"""Three clones of one repository, worked in at once, merged in every way that people have."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Sequence
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
PICKING = ("--allow-empty", "--keep-redundant-commits", "--no-merges")
"""A merge cannot be picked like another commit: git stops there, and `--continue` leaves it out."""
UNFINISHED = {
    "rebase": ("rebase-merge", "rebase-apply"),
    "cherry-pick": ("sequencer", "CHERRY_PICK_HEAD"),
    "merge": ("MERGE_HEAD",),
}
"""What git is in the middle of while one of these lies in its directory."""


def merges(folder: Path, rounds: int, seed: int, ways: Sequence[str] = WAYS) -> Row:
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
            way = chance.choice(ways)
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
    for other in others:
        git(into, "fetch", "-q", str(other), f"+HEAD:refs/heads/from-{other.name}")
    names = [f"from-{other.name}" for other in others]
    driver = git(into, "config", "--get", "merge.translate-flow.driver").stdout.strip()
    if way == "no driver" and driver:
        git(into, "config", "merge.translate-flow.driver", "no-such-program %O %A %B %P")
    if way == "rebase":
        done = git(into, "rebase", names[0])
    elif way == "cherry-pick":
        done = git(into, "cherry-pick", *PICKING, f"HEAD..{names[0]}")
    else:
        done = git(into, "merge", "-q", "-m", f"{way} {' '.join(names)}", *names)
        if way == "octopus" and done.returncode and not unfinished(into):
            git(into, "reset", "-q", "--hard")
            return _bring(row, run, into, others[:1], "merge", held) + _bring(
                row, run, into, others[1:], "merge", held
            )
    stops = _finish(row, run, into, done)
    if way == "no driver" and driver:
        git(into, "config", "merge.translate-flow.driver", driver)
    if unfinished(into):
        row.lost.append(f"{way} into {into.name}: git was left in the middle of it")
        _give_up(into)
        return stops
    shown = row.watch(run(into, "status"))
    if shown.code != 0:
        row.lost.append(f"{way} into {into.name}: {shown.err[-300:]}")
        git(into, "reset", "-q", "--hard")
        return stops
    git(into, "add", "-A")
    git(into, "commit", "-qm", f"after {way}")
    for other in others:
        held[into.name] |= held[other.name]
    if "<<<<<<<" in po_path(into).read_text("utf-8"):
        row.lost.append(f"{way} into {into.name}: conflict marks in the PO file")
        git(into, "reset", "-q", "--hard", "HEAD~")
        return stops
    missing = held[into.name] - known_texts(into)
    if missing:
        row.lost.append(f"{way} into {into.name}: {sorted(missing)[:4]}")
        held[into.name] -= missing
    return stops


def _finish(row: Row, run: Runner, into: Path, done: subprocess.CompletedProcess[str]) -> int:
    """Go on wherever git stops, as a person does who looks at the status only; how often it stopped.

    A stop that is not for a conflict, and one from which git gets no further, are findings of their own: what was not
    brought cannot be looked for.
    """
    stops = 0
    while done.returncode:
        doing = unfinished(into)
        if not doing:
            row.lost.append(f"{into.name}: git did not begin: {done.stderr[-300:]}")
            break
        stops += 1
        shown = row.watch(run(into, "status"))
        if shown.code != 0:
            row.lost.append(f"{into.name}, {doing}: {shown.err[-300:]}")
            break
        git(into, "add", "-A")
        before = _steps(into)
        if doing == "rebase":
            done = git(into, "rebase", "--continue")
        else:
            done = git(into, "commit", "-q", "--no-edit", "--allow-empty")
            if not done.returncode and unfinished(into):
                done = git(into, "cherry-pick", "--continue")
        if done.returncode and _steps(into) == before:
            row.lost.append(f"{into.name}, {doing}: git cannot go on: {done.stderr[-300:]}")
            break
    return stops


def unfinished(clone: Path) -> str:
    """What git is in the middle of; empty if nothing."""
    for doing, signs in UNFINISHED.items():
        if any((clone / ".git" / sign).exists() for sign in signs):
            return doing
    return ""


def _steps(clone: Path) -> tuple[str, ...]:
    """What changes with every commit that git makes or leaves out on the way."""
    done = (clone / ".git" / name for name in ("rebase-merge/done", "sequencer/todo"))
    return git(clone, "rev-parse", "HEAD").stdout, *(one.read_text() for one in done if one.exists())


def _give_up(clone: Path) -> None:
    """Back to the clone's own last commit."""
    for doing in UNFINISHED:
        git(clone, doing, "--abort")
    git(clone, "reset", "-q", "--hard")


def _same_in_a_copy(row: Row, run: Runner, clone: Path, copy: Path, when: str) -> None:
    """A fresh clone of the commit shows what this one shows."""
    fresh(copy)
    git(copy.parent, "clone", "-q", str(clone), copy.name)
    here, there = (row.watch(run(place, "show", NAME)).out for place in (clone, copy))
    if here != there:
        row.lost.append(f"{when}: two copies of one commit differ")


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
