"""What was measured, kept: `bench/results/NAME.json`, one file a bench, with the machine and the day.

`make bench` writes them; docs/performance.md and its curves are made of them (`make bench-plots`).
"""

from __future__ import annotations

import io
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TextIO

FOLDER = Path(__file__).parent / "results"
PEERS = {
    "polib": "polib",
    "Translate Toolkit": "translate-toolkit",
    "python-docx": "python-docx",
    "pofilter": "translate-toolkit",
}
"""Peers that are Python packages, whose versions are kept with the figures."""
_rows: list[dict[str, Any]] = []


class _Both(io.TextIOBase):
    """A stream that is shown and kept."""

    def __init__(self, shown: TextIO) -> None:
        self.shown, self.kept = shown, io.StringIO()

    def write(self, text: str) -> int:
        self.kept.write(text)
        return self.shown.write(text)

    def flush(self) -> None:
        self.shown.flush()


def add(
    what: str, ours: Mapping[str, float], peers: Mapping[str, Mapping[str, float]], size: int = 0
) -> None:
    """Keep a figure: ours and the peers', each as `cpu`, `wall` (seconds) and `megabytes`.

    `size` is how many paragraphs it was measured with, where the same was measured with others too.
    """
    _rows.append(
        {
            "what": what,
            **({"size": size} if size else {}),
            "ours": dict(ours),
            "peers": {k: dict(v) for k, v in peers.items()},
        }
    )


@contextmanager
def kept(name: str) -> Iterator[None]:
    """Keep what a bench finds and prints within. Nothing is written if it fails."""
    _rows.clear()
    both = _Both(sys.stdout)
    with redirect_stdout(both):
        yield
    made = {
        "bench": name,
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "rows": list(_rows),
        "text": [line.rstrip() for line in both.kept.getvalue().strip().splitlines()],
    }
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")


def machine() -> dict[str, Any]:
    """What it was measured on, and with which peers."""
    found: dict[str, Any] = {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }
    for peer, package in PEERS.items():
        try:
            found.setdefault("peers", {})[peer] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _processor() -> str:
    cpu = Path("/proc/cpuinfo")
    names = cpu.read_text("utf-8").splitlines() if cpu.exists() else []
    return next(
        (line.partition(":")[2].strip() for line in names if line.startswith("model name")),
        platform.processor(),
    )


def read() -> list[dict[str, Any]]:
    """All that is kept, by bench."""
    return [json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))]
