"""Many people at one desk, or one: how long opening and saving take, and whether a text was lost or mixed up.

Each person has a connection of their own, opens a statement, moves through the paragraphs of it, types
(private drafts, looks) and saves; several write in the same paragraphs on purpose. At the end every
acknowledged text has to stand in the journal, and every refused one must not.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from .clients import Client, enter, serving, workspace

SECONDS = 20
NAMES = ("uno", "dos", "tres")
AGAIN = 8
"""One round in so many begins with opening a statement anew."""
OPENING = 400
"""Milliseconds of the 95th percentile that are aimed at."""


@dataclass
class Seen:
    """What the load has measured."""

    saves: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    """Until a statement's whole page has come."""
    paragraphs: list[float] = field(default_factory=list)
    """Until all of a paragraph has."""
    processor: float = 0.0
    """Seconds of it that the desk took, its start included."""
    conflicts: int = 0
    accepted: dict[str, str] = field(default_factory=dict)
    """Text → segment key, of every save the desk said yes to."""
    refused: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)


async def work(client: Client, who: int, until: float, seen: Seen) -> None:
    """One person: come to a paragraph, type, save; until the time is over."""
    chance = random.Random(who)
    count = 0
    name = NAMES[who % len(NAMES)]
    await page(client, name, seen)
    _, answer = await client.ask("GET", f"/api/units?language=en&name={name}")
    keys = [u["key"] for u in json.loads(answer)["units"]]
    while time.monotonic() < until:
        if chance.randrange(AGAIN) == 0:
            await page(client, name, seen)
        # Half of the time in the first paragraphs, where the others are too.
        key = chance.choice(keys[:8] if chance.random() < 0.5 else keys)
        place = {"language": "en", "name": name, "key": key}
        began = time.perf_counter()
        status, answer = await client.ask("GET", f"/api/segment?language=en&name={name}&key={key}")
        seen.paragraphs.append(time.perf_counter() - began)
        base = json.loads(answer)["base"]
        count += 1
        text = f"Person {who} wrote this as number {count} in {key}."
        for part in (text[: len(text) // 2], text):
            await asyncio.sleep(chance.uniform(0.3, 0.9))
            await client.ask("POST", "/api/typing", {**place, "text": part, "base": base})
            began = time.perf_counter()
            await client.ask("POST", "/api/look", {**place, "text": part})
            seen.looks.append(time.perf_counter() - began)
        began = time.perf_counter()
        status, answer = await client.ask(
            "POST", "/api/save", {**place, "text": text, "base": base, "do": "save", "tab": str(who)}
        )
        seen.saves.append(time.perf_counter() - began)
        if status == 200:
            seen.accepted[text] = key
        elif status == 409:
            seen.conflicts += 1
            seen.refused.add(text)
        else:
            seen.broken.append(f"{status} {answer[:200]!r}")


async def page(client: Client, name: str, seen: Seen) -> None:
    """Open a statement."""
    began = time.perf_counter()
    status, answer = await client.ask("GET", f"/s/en/{name}")
    seen.opened.append(time.perf_counter() - began)
    if status != 200 or b"</html>" not in answer:
        seen.broken.append(f"{status} for the page of {name}")


def judge(root: Path, seen: Seen) -> list[str]:
    """What is wrong with the journals: lost, mixed or unasked-for edits."""
    wrong = list(seen.broken)
    found: dict[str, str] = {}
    for journal in (root / "locales" / "en").glob("*.history.jsonl"):
        for line in journal.read_text("utf-8").splitlines():
            event = json.loads(line)
            if event["do"] == "edit":
                found[event["text"]] = event["key"]
                if event["by"] != " ".join(event["text"].split()[:2]):
                    wrong.append(f"mixed: {event['by']} is said to have written {event['text']}")
    wrong += [f"lost: {text}" for text, key in seen.accepted.items() if found.get(text) != key]
    wrong += [f"stored though refused: {text}" for text in seen.refused if text in found]
    return wrong


async def load(root: Path, people: int, seconds: float) -> Seen:
    """The load on a running desk, with a listener for each person's page."""
    seen = Seen()
    listening = []
    with serving(root) as desk:
        clients = [await enter(desk, f"Person {n}") for n in range(people)]
        for n, client in enumerate(clients):
            reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
            place = f"/events?language=en&name={NAMES[n % len(NAMES)]}&tab={n}"
            writer.write(
                f"GET {place} HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nCookie: {client.cookie}\r\n\r\n".encode()
            )
            listening.append(asyncio.create_task(reader.read(-1)))
        until = time.monotonic() + seconds
        await asyncio.gather(*(work(c, n, until, seen) for n, c in enumerate(clients)))
        for task in listening:
            task.cancel()
        seen.processor = desk.seconds
    return seen


def percentile(values: list[float], share: float) -> float:
    """That percentile, in milliseconds."""
    return 1000 * sorted(values)[min(len(values) - 1, int(len(values) * share))]


def crowd(people: int) -> bool:
    """Print what that many people met; whether every text is where it has to be."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        workspace(root, dict.fromkeys(NAMES, 60))
        seen = asyncio.run(load(root, people, SECONDS))
        wrong = judge(root, seen)
    rate = len(seen.saves) / SECONDS
    who = "1 person" if people == 1 else f"{people} people"
    print(f"{who}, {SECONDS} s: {len(seen.saves)} saves ({rate:.1f} a second), {seen.conflicts} conflicts")
    for what, values in (
        (f"opening a statement (aim: 95th percentile {OPENING})", seen.opened),
        ("coming to a paragraph", seen.paragraphs),
        ("look", seen.looks),
        ("save", seen.saves),
    ):
        print(
            f"  {what}: median {1000 * statistics.median(values):.0f} ms, 95th percentile {percentile(values, 0.95):.0f} ms"
        )
    print(f"  the desk's processor: {seen.processor:.1f} s; load {os.getloadavg()[0]:.0f}")
    print(f"  lost, mixed or unasked-for edits: {len(wrong)}", *wrong[:5], sep="\n    ")
    return not wrong
