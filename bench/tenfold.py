"""A team's desk over ten times the statements: what a save, the overview and a suggestion then cost.

python -m bench.team --tenfold 1000
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from tests.postgres import cluster

from . import team_load
from .desk.clients import Client, workspace

TIMES, PARAGRAPHS = 20, 5
LONGEST_SECONDS = 600
"""How long the memory's first filling is waited for."""
AT_REST = 0.5
"""Processor seconds that desks at rest take in three seconds with one overview and one suggestion."""
Figures = dict[str, float]


async def _measured(client: Client, name: str) -> Figures:
    """Medians in milliseconds, once the desk has seen everything."""
    place = f"language=en&name={name}"
    _, answer = await client.ask("GET", f"/api/units?{place}")
    keys = [unit["key"] for unit in json.loads(answer)["units"]]

    async def overview(_: int) -> None:
        await client.ask("GET", "/")

    async def suggestion(n: int) -> None:
        await client.ask("GET", f"/api/suggest?{place}&key={keys[n % len(keys)]}")

    async def save(n: int) -> None:
        key = keys[n % len(keys)]
        _, answer = await client.ask("GET", f"/api/segment?{place}&key={key}")
        data = {"language": "en", "name": name, "key": key, "do": "save", "text": f"Number {n}.", "base": json.loads(answer)["base"]}  # fmt: skip
        status, answer = await client.ask("POST", "/api/save", data)
        assert status == 200, answer

    return {
        "overview": await _median(overview, 5),
        "save": await _median(save, TIMES),
        "suggestion": await _median(suggestion, TIMES),
    }


async def _median(act: Callable[[int], Awaitable[None]], times: int) -> float:
    await act(0)
    spent = []
    for n in range(1, times + 1):
        began = time.perf_counter()
        await act(n)
        spent.append(1000 * (time.perf_counter() - began))
    return statistics.median(spent)


def _of(number: int) -> Figures:
    names = [f"s{n:05}" for n in range(number)]
    with tempfile.TemporaryDirectory() as folder, cluster(durable=True) as server:
        root, dsn = Path(folder) / "w", server.database()
        workspace(root, dict.fromkeys(names, PARAGRAPHS))
        with team_load.serving(root, dsn) as (ports, desks):
            [_, (_, client)] = team_load.clients(root, ports, dsn)[:2]
            return asyncio.run(_settled_and_measured(client, names[0], [d.pid for d in desks]))


async def _settled_and_measured(client: Client, name: str, desks: Sequence[int]) -> Figures:
    """Figures once the desks are at rest: the memory and the counts of findings know every statement, as on any day but the first."""
    _, answer = await client.ask("GET", f"/api/units?language=en&name={name}")
    key = json.loads(answer)["units"][0]["key"]
    before, until = 0.0, time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < until:
        await client.ask("GET", "/")
        await client.ask("GET", f"/api/suggest?language=en&name={name}&key={key}")
        await asyncio.sleep(3)
        now = sum(map(_processor_seconds, desks))
        if now - before < AT_REST:
            break
        before = now
    return await _measured(client, name)


def _processor_seconds(pid: int) -> float:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(number: int) -> None:
    """Print the figures of that many statements and of ten times as many, and their ratio."""
    few, many = _of(number), _of(10 * number)
    for what, before in few.items():
        print(
            f"  {what}: {number:,} statements {before:.1f} ms, {10 * number:,} {many[what]:.1f} ms: {many[what] / before:.2f} times",
            flush=True,
        )
