"""A workspace of a thousand statements."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path

from .clients import enter, serving, workspace


async def walk(root: Path) -> tuple[float, float, float, float]:
    """Seconds to the first overview, to the next, to an editor after thirty others; megabytes then."""
    with serving(root) as desk:
        began = time.perf_counter()
        client = await enter(desk, "Ana")
        first = time.perf_counter() - began
        began = time.perf_counter()
        await client.ask("GET", "/")
        again = time.perf_counter() - began
        for n in range(30):
            await client.ask("GET", f"/s/en/s{n:04}")
        began = time.perf_counter()
        await client.ask("GET", "/s/en/s0999")
        editor = time.perf_counter() - began
        await asyncio.sleep(3)
        return first, again, editor, desk.megabytes


def many_statements() -> None:
    """Print how long one waits, and what it needs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        workspace(root, {f"s{n:04}": 20 for n in range(1000)})
        first, again, editor, megabytes = asyncio.run(walk(root))
    print(
        f"1,000 statements: overview {first:.1f} s at first, {again:.2f} s then; editor {editor:.2f} s; {megabytes:.0f} MB"
    )
