"""One person saving paragraph after paragraph in statements of several lengths."""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from pathlib import Path

from .clients import enter, serving, workspace
from .crowd import percentile

LENGTHS = {"short": 60, "long": 2000, "very-long": 10_000}
"""Paragraphs of each statement."""
SAVES = 40
PAUSE = 0.35
"""Seconds between two saves: the PO file is written every second or so, and is to be met in the act."""


async def saves(root: Path) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Seconds of each save by the clock, and of the server's processor, by statement."""
    found: dict[str, list[float]] = {}
    spent: dict[str, list[float]] = {}
    with serving(root) as desk:
        client = await enter(desk, "Ana")
        for name in LENGTHS:
            await client.ask("GET", f"/s/en/{name}")
            _, answer = await client.ask("GET", f"/api/units?language=en&name={name}")
            units = json.loads(answer)["units"]
            found[name], spent[name] = [], []
            for unit in units[:: max(1, len(units) // SAVES)][:SAVES]:
                await asyncio.sleep(PAUSE)
                asked = {"language": "en", "name": name, "key": unit["key"], "base": unit["base"]}
                text = f"What Ana wrote in {unit['key']}."
                began, used = time.perf_counter(), desk.seconds
                status, said = await client.ask(
                    "POST", "/api/save", {**asked, "text": text, "do": "save", "tab": "1"}
                )
                found[name].append(time.perf_counter() - began)
                spent[name].append(desk.seconds - used)
                assert status == 200, said
    return found, spent


def one_person() -> None:
    """Print how long a save takes at the server."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        workspace(root, LENGTHS, drafted=True)
        found, spent = asyncio.run(saves(root))
    print("one person saves, at the server (aim: median 10 ms or less)")
    for name, seconds in found.items():
        print(
            f"  {LENGTHS[name]:,} paragraphs: median {1000 * statistics.median(seconds):.0f} ms,"
            f" 95th percentile {percentile(seconds, 0.95):.0f} ms, worst {1000 * max(seconds):.0f} ms;"
            f" processor {1000 * statistics.fmean(spent[name]):.0f} ms on average"
        )
