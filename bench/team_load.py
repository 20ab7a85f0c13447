"""A team's desk under load: fifty people save in one long statement at two desks over one workspace.

Each person has an account, a session and a connection of their own. Each desk has saved before. Measured: how long a save takes until it is
acknowledged, how soon a page at the other desk hears of it, whether an acknowledged text was lost, the processor time
of a save (all that the desks, and PostgreSQL, did meanwhile, by the number of saves), and the memory of the two desks.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translate_flow.team.accounts import Accounts
from translate_flow.team.base import open_base
from translate_flow.team.roles import Grant
from translate_flow.team.server import accounts_path
from translate_flow.team.sessions import Sessions
from translate_flow.workspace import Workspace

from .desk.clients import Client, workspace

PEOPLE, DESKS, PARAGRAPHS, SECONDS, PAUSE = 50, 2, 1000, 20, 1.38
HOST = "localhost:8720"
NAME = "largo"


@dataclass
class Seen:
    """What the load has measured."""

    saves: list[float] = field(default_factory=list)
    sent: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Text → the desk it was saved at, and when it was acknowledged."""
    heard: list[float] = field(default_factory=list)
    conflicts: int = 0
    broken: list[str] = field(default_factory=list)


def clients(root: Path, ports: list[int], database: str) -> list[tuple[int, Client]]:
    """Everybody's connection, with the desk they are at."""
    accounts = Accounts(open_base(database, accounts_path(Workspace.load(root))))
    sessions, found = Sessions(accounts), []
    for n in range(PEOPLE + DESKS):
        name = f"Persona {'abcdefgh'[n // 8]}{'abcdefgh'[n % 8]}"
        account = accounts.create(name, [Grant.of("translator")])
        cookie = f"desk-session={sessions.begin(account)}"
        found.append((n % DESKS, Client(ports[n % DESKS], cookie, sessions.token(account), HOST)))
    accounts.base.close()
    return found


async def work(desk: int, client: Client, keys: list[str], who: int, until: float, seen: Seen) -> None:
    """One person: open a paragraph, write, save; until the time is over."""
    chance, count = random.Random(who), 0
    while time.monotonic() < until:
        await asyncio.sleep(chance.expovariate(1 / PAUSE))
        place = {"language": "en", "name": NAME, "key": chance.choice(keys)}
        _, answer = await client.ask("GET", f"/api/segment?language=en&name={NAME}&key={place['key']}")
        count += 1
        text = f"Person {who} wrote this as number {count}."
        data = {**place, "do": "save", "text": text, "base": json.loads(answer)["base"]}
        began = time.perf_counter()
        status, answer = await client.ask("POST", "/api/save", data)
        seen.saves.append(time.perf_counter() - began)
        if status == 200:
            seen.sent[text] = desk, time.monotonic()
        elif status == 409:
            seen.conflicts += 1
        else:
            seen.broken.append(f"{status} {answer[:200]!r}")


async def listen(desk: int, client: Client, seen: Seen) -> None:
    """A page at one desk: when it hears of what was saved at the others."""
    reader, writer = await asyncio.open_connection("127.0.0.1", client.port)
    head = f"GET /events?language=en&name={NAME}&tab=x HTTP/1.1\r\nHost: {HOST}\r\nCookie: {client.cookie}\r\n\r\n"
    writer.write(head.encode())
    known: set[str] = set()
    while line := await reader.readline():
        if not line.startswith(b"data: ") or b"units" not in line:
            continue
        now = time.monotonic()
        for unit in json.loads(line[6:]).get("units", ()):
            text = unit["target"]
            at = seen.sent.get(text)
            if at is not None and at[0] != desk and text not in known:
                known.add(text)
                seen.heard.append(now - at[1])


async def load(
    root: Path, ports: list[int], database: str, parts: Mapping[str, Sequence[int]]
) -> tuple[Seen, dict[str, float]]:
    """Everybody at work; and seconds of processor time that the parts, by their processes, used meanwhile."""
    everybody, seen = clients(root, ports, database), Seen()
    _, answer = await everybody[0][1].ask("GET", f"/api/units?language=en&name={NAME}")
    keys = [unit["key"] for unit in json.loads(answer)["units"]]
    for desk, client in everybody[:DESKS]:  # what a desk does once, at its first save, is another matter
        await work(desk, client, keys, 0, time.monotonic() + 1, Seen())
    pages = [asyncio.create_task(listen(desk, client, seen)) for desk, client in everybody[PEOPLE:]]
    before = {part: sum(map(busy, pids)) for part, pids in parts.items()}
    until = time.monotonic() + SECONDS
    await asyncio.gather(
        *(work(desk, client, keys, who, until, seen) for who, (desk, client) in enumerate(everybody[:PEOPLE]))
    )
    await asyncio.sleep(2)
    spent = {part: sum(map(busy, pids)) - before[part] for part, pids in parts.items()}
    for page in pages:
        page.cancel()
    return seen, spent


@contextlib.contextmanager
def serving(root: Path, database: str) -> Iterator[tuple[list[int], list[subprocess.Popen[bytes]]]]:
    """The desks' ports and processes, until the block ends."""
    with contextlib.ExitStack() as probes:  # all at once, so that no two get the same
        ports = []
        for _ in range(DESKS):
            probe = probes.enter_context(socket.socket())
            probe.bind(("127.0.0.1", 0))
            ports.append(int(probe.getsockname()[1]))
    command = [
        sys.executable,
        "-m",
        "translate_flow",
        "serve",
        "--address",
        f"http://{HOST}",
        "-C",
        str(root),
        *(["--database", database] if database else []),
    ]
    desks = [subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL) for port in ports]
    try:
        for port in ports:
            while True:
                if any(desk.poll() is not None for desk in desks):
                    sys.exit("a desk has ended by itself; its messages: the same command by hand")
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
                time.sleep(0.05)
        yield ports, desks
    finally:
        for desk in desks:
            desk.terminate()
        for desk in desks:
            desk.wait(60)


def busy(pid: int) -> float:
    """Seconds of processor time that a process, what it started and what of that has ended have used so far."""
    total, waiting = 0, [pid]
    while waiting:
        one = waiting.pop()
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15]))
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
    return total / os.sysconf("SC_CLK_TCK")


def measure(what: str, database: str, server: int = 0) -> None:
    """Measure with accounts and events there (empty: in files), and print; `server` is PostgreSQL's first process."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        workspace(root, {NAME: PARAGRAPHS})
        with serving(root, database) as (ports, desks):
            parts = {"desks": [desk.pid for desk in desks], "PostgreSQL": [server] if server else []}
            seen, spent = asyncio.run(load(root, ports, database, parts))
            memory = sum(
                int(line.split()[1]) / 1024
                for desk in desks
                for line in Path(f"/proc/{desk.pid}/status").read_text().splitlines()
                if line.startswith("VmRSS")
            )
        journal = Workspace.load(root).journal_path(NAME, "en").read_text("utf-8")
        lost = sum(json.dumps(text) not in journal for text in seen.sent)
    print(
        f"{what}: {PEOPLE} people at {DESKS} desks, {PARAGRAPHS} paragraphs, {len(seen.saves) / SECONDS:.0f} saves/s"
    )
    for name, times in (("save", seen.saves), ("heard at the other desk", seen.heard)):
        ordered = sorted(times)
        print(
            f"  {name}: median {1000 * statistics.median(ordered):.0f} ms, p95 {1000 * ordered[int(len(ordered) * 0.95)]:.0f} ms, n {len(ordered)}"
        )
    print(
        f"  acknowledged {len(seen.sent)}, lost {lost}; conflicts {seen.conflicts}; failed {len(seen.broken)} {seen.broken[:2]}"
    )
    parted = ", ".join(
        f"{part} {1000 * cost / len(seen.saves):.1f} ms" for part, cost in spent.items() if cost
    )
    print(f"  processor time a save: {parted}")
    print(f"  memory of the desks: {memory:.0f} MB", flush=True)
