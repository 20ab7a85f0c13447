"""Measuring commands as whole processes, ours and the peers' in the same run."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from . import results

RUNS = 3
"""Runs of each command; the median is given."""


@dataclass(frozen=True)
class Figure:
    """Median of a command's runs."""

    cpu: float
    """User and system seconds, children included."""
    wall: float
    """Seconds."""
    megabytes: float
    """Peak memory of the largest process."""


def measure(
    command: Sequence[str], *, stdin: Path | None = None, cwd: Path | None = None, runs: int = RUNS
) -> Figure:
    """Run a command several times. Raises RuntimeError with its last words if it fails."""
    found = []
    for _ in range(runs):
        source = stdin.open("rb") if stdin else subprocess.DEVNULL
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd
        )
        assert process.stderr is not None
        words = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begin
        # 1 says that there are findings; a Python program that failed ends with it, too.
        if process.returncode not in (0, 1) or b"Traceback (most recent call last)" in words:
            raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}: {words.decode()[-300:]}")
        found.append((usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024))
    return Figure(*(statistics.median(column) for column in zip(*found, strict=True)))


def python(*args: str) -> list[str]:
    """A command run by this very Python."""
    return [sys.executable, *args]


def present(program: str) -> bool:
    """Whether a peer is there; if not, that is said."""
    beside = Path(sys.executable).parent / program
    if shutil.which(program) or beside.exists():
        return True
    print(f"    {program}: missing on this machine")
    return False


def peer(program: str) -> str:
    """A peer's command, installed beside this Python or on the PATH."""
    beside = Path(sys.executable).parent / program
    return str(beside) if beside.exists() else program


def row(what: str, ours: Figure, theirs: dict[str, Figure], *, by: str = "cpu", size: int = 0) -> None:
    """One line: ours, each peer, and the ratio ours / fastest peer; kept with the results.

    `size`: paragraphs, where the same is measured with several numbers of them.
    """
    results.add(what, asdict(ours), {name: asdict(figure) for name, figure in theirs.items()}, size)
    mine = getattr(ours, by)
    parts = [f"ours {mine:.2f} s"] + [f"{name} {getattr(f, by):.2f} s" for name, f in theirs.items()]
    if theirs:
        name, best = min(theirs.items(), key=lambda item: getattr(item[1], by))
        parts.append(f"ours / {name} = {mine / getattr(best, by):.2f}")
    print(f"  {what}{f', {size:,} paragraphs' if size else ''}: {' · '.join(parts)}")
