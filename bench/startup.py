"""Start-up: what every call costs before it does anything, and what the one that is asked most often adds."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from . import generated
from .measure import measure, peer, present, python, row

RUNS = 9


def main() -> None:
    """Print the figures."""
    print("start-up: CPU seconds (aims: --help 4 times bare Python or less, status of one statement 8 times)")
    bare = measure(python("-c", ""), runs=RUNS)
    peers = {"bare Python": bare}
    for name in ("po4a", "pofilter", "md2po"):
        if present(name):
            peers[name] = measure([peer(name), "--help"], runs=RUNS)
    program = python("-m", "translate_flow")
    row("--help", measure([*program, "--help"], runs=RUNS), peers)
    row("--version", measure([*program, "--version"], runs=RUNS), {"bare Python": bare})
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "statements").mkdir()
        (root / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n', "utf-8")
        file = root / "statements" / "informe.es.md"
        file.write_text(generated.markdown(100), "utf-8")
        measure([*program, "add", str(file)], cwd=root, runs=1)
        time.sleep(0.2)  # what has only just been written is looked at again
        first = measure([*program, "status"], cwd=root, runs=1)
        row("status, first time after a change", first, {"bare Python": bare})
        row("status", measure([*program, "status"], cwd=root, runs=RUNS), {"bare Python": bare})
