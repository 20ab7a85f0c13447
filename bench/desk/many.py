"""A workspace of a thousand statements, and one of ten times as many."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
import time
from pathlib import Path

from .clients import enter, serving, workspace

TIMES, SAVES = 20, 5
"""Overviews of which the mean is taken, while nothing happens and after a save."""
PARAGRAPHS = 5
COLD = 300
"""Milliseconds that are aimed at for the first overview."""


async def walk(root: Path) -> tuple[float, float, float, float, float]:
    """Seconds to the first overview by the clock and of the processor, to the next, to an editor after thirty others;
    megabytes then."""
    with serving(root) as desk:
        await desk.settled()
        used, began = desk.seconds, time.perf_counter()
        client = await enter(desk, "Ana")
        first, spent = time.perf_counter() - began, desk.seconds - used
        began = time.perf_counter()
        await client.ask("GET", "/")
        again = time.perf_counter() - began
        for n in range(30):
            await client.ask("GET", f"/s/en/s{n:04}")
        began = time.perf_counter()
        await client.ask("GET", "/s/en/s0999")
        editor = time.perf_counter() - began
        await asyncio.sleep(3)
        return first, spent, again, editor, desk.megabytes


async def overviews(root: Path) -> tuple[float, float]:
    """Seconds of the server's processor for an overview, once all is read: while nothing happens, and after a save."""
    with serving(root) as desk:
        client = await enter(desk, "Ana")
        await desk.settled()
        used = desk.seconds
        for _ in range(TIMES):
            await client.ask("GET", "/")
        quiet = (desk.seconds - used) / TIMES
        place = "language=en&name=s0000"
        _, answer = await client.ask("GET", f"/api/units?{place}")
        unit = json.loads(answer)["units"][0]
        spent, base = 0.0, unit["base"]
        for n in range(SAVES):
            data = {
                "language": "en",
                "name": "s0000",
                "key": unit["key"],
                "do": "save",
                "text": f"Number {n}.",
            }
            await client.ask("POST", "/api/save", data | {"base": base, "tab": "1"})
            await desk.settled()
            _, answer = await client.ask("GET", f"/api/segment?{place}&key={unit['key']}")
            base, used = json.loads(answer)["base"], desk.seconds
            await client.ask("GET", "/")
            spent += desk.seconds - used
        return quiet, spent / SAVES


def tenfold(root: Path) -> None:
    """Nine copies of each statement beside it."""
    for folder in (root / "statements", root / "locales" / "en"):
        for file in sorted(folder.iterdir()):
            for n in range(1, 10):
                shutil.copyfile(file, folder / file.name.replace("s", f"s{n}", 1))


def _thousand(root: Path) -> None:
    workspace(root, {f"s{n:04}": PARAGRAPHS for n in range(1000)})


def many_statements() -> None:
    """Print how long one waits in a workspace of a thousand, and what it needs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        _thousand(root)
        first, cold, again, editor, megabytes = asyncio.run(walk(root))
    print(
        f"1,000 statements: overview {1000 * first:.0f} ms at first (aim: {COLD}; {1000 * cold:.0f} of processor), "
        f"{1000 * again:.0f} then; editor {1000 * editor:.0f} ms; {megabytes:.0f} MB"
    )


def ten_times_as_many() -> None:
    """Print what an overview of ten times as many takes beside that of a thousand; this takes minutes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        _thousand(root)
        few = asyncio.run(overviews(root))
        tenfold(root)
        many = asyncio.run(overviews(root))
    print(
        f"overview, milliseconds of processor: 1,000 statements {1000 * few[0]:.0f}, after a save {1000 * few[1]:.0f};"
        f" 10,000 {1000 * many[0]:.0f}, after a save {1000 * many[1]:.0f}; {many[0] / few[0]:.2f} times (aim 1.5)"
    )
