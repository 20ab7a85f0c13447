"""hunalign, if it is on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from .sets import Gold


@cache
def _program() -> str | None:
    found = shutil.which("hunalign")
    if not found:
        print("    hunalign: missing on this machine")
    return found


def hunalign(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Gold, float] | None:
    """Its beads of two texts, realigned with an empty dictionary, and its processor time; None without it."""
    program = _program()
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "none.dic").touch()
        for file, texts in (("ours", ours), ("theirs", theirs)):
            (folder / file).write_text("".join(" ".join(t.split()) + "\n" for t in texts), "utf-8")
        command = [program, "-utf", "-realign", "none.dic", "ours", "theirs"]
        before = os.times()
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
        after = os.times()
    rungs = [tuple(map(int, line.split()[:2])) for line in done.stdout.decode("utf-8").splitlines()]
    beads = {
        (tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in pairwise(rungs) if c > a and d > b
    }
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return beads, seconds
