"""What a team's server holds in memory: desk, worker with Apertium at work, PostgreSQL and Caddy together.

PSS from /proc: a page that several processes share counts once. PostgreSQL has Debian's 128 MB of buffers, and is
asked by a desk and a worker as in real use; the highest of what is seen while people save and a statement is drafted.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.postgres import cluster
from translate_flow.desk.hub import Hub
from translate_flow.flow.drafts.draft import plan
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.team.queue import QueuedJobs
from translate_flow.team.server import jobs_path
from translate_flow.team.upkeep.place import Installation
from translate_flow.team.upkeep.units import site
from translate_flow.workspace import Workspace

from . import team_load
from .desk.clients import workspace

MADE = "borrador"
DRAFTED = 400


def pss(pids: Iterable[int]) -> float:
    """Megabytes of these processes and all that they started."""
    total, waiting = 0, list(pids)
    while waiting:
        pid = waiting.pop()
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{pid}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
            rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            total += int(next(r for r in rows if r.startswith("Pss:")).split()[1])
    return total / 1024


def measure(name: str, paragraphs: int) -> None:
    """Run the load of `bench.team` beside a job, and print the highest seen of each part."""

    with tempfile.TemporaryDirectory() as folder, debians_buffers(), cluster(durable=True) as server:
        root, dsn = Path(folder) / "w", server.database()
        workspace(root, {name: paragraphs, MADE: DRAFTED})
        settings = root / "translate-flow.toml"
        settings.write_text(
            settings.read_text("utf-8").replace('["fake"]', '["apertium"]'),
            "utf-8",
        )
        base = PostgresBase(dsn)
        keep_elsewhere(root, EventTable(base, Workspace.load(root), lambda name: False))
        jobs = QueuedJobs(Hub(), base, jobs_path(Workspace.load(root)))
        with contextlib.ExitStack() as ends:
            ports, desks = ends.enter_context(team_load.serving(root, dsn))
            command = [
                sys.executable,
                "-m",
                "translate_flow",
                "team",
                "worker",
                "-C",
                str(root),
                "--database",
                dsn,
            ]
            worker = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            ends.callback(worker.wait, 60)
            ends.callback(worker.terminate)
            caddy = _caddy(Path(folder), ends)
            while not jobs.manned():
                time.sleep(0.1)
            jobs.start(plan(Workspace.load(root), [MADE], "en"))
            parts = {
                f"{len(desks)} desks": [d.pid for d in desks], "worker with Apertium": [worker.pid],
                "PostgreSQL": [server.postmaster], "Caddy": caddy,
            }  # fmt: skip
            seen: list[dict[str, float]] = []
            over = threading.Event()
            watch = threading.Thread(target=_watch, args=(parts, seen, over))
            watch.start()
            asyncio.run(team_load.load(root, ports, dsn, {}))
            over.set()
            watch.join()
            drafted = base.rows("SELECT news FROM job")
        keep_elsewhere(root, None)
        jobs.close()
        base.close()
    highest = max(seen, key=lambda s: sum(s.values()))
    print(f"memory (PSS) at its highest together: {sum(highest.values()):.0f} MB")
    for part in parts:
        print(f"  {part}: {highest[part]:.0f} MB (at most {max(s[part] for s in seen):.0f})")
    print(f"  the job: {drafted[0][0][:160]}", flush=True)


def _watch(parts: dict[str, list[int]], seen: list[dict[str, float]], over: threading.Event) -> None:
    while not over.wait(0.5):
        seen.append({part: pss(pids) for part, pids in parts.items()})


@contextlib.contextmanager
def debians_buffers() -> Iterator[None]:
    """Debian's buffers in place of those of tests."""
    from tests import postgres

    before = postgres._OPTIONS
    postgres._OPTIONS = before.replace("shared_buffers=32MB", "shared_buffers=128MB")
    try:
        yield
    finally:
        postgres._OPTIONS = before


def _caddy(folder: Path, ends: contextlib.ExitStack) -> list[int]:
    """A Caddy with the desk's site on a port of this machine; none where it is not installed."""
    caddy = shutil.which("caddy")
    if caddy is None:
        return []
    text = "{\n\tadmin off\n\tauto_https off\n}\n" + site(
        Installation("desk.example.org"), names="http://127.0.0.1:18443"
    )
    (folder / "Caddyfile").write_text(text, "utf-8")
    home = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    command = [caddy, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    process = subprocess.Popen(command, env=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ends.callback(process.wait, 60)
    ends.callback(process.terminate)
    return [process.pid]
