"""A team's desks under attack: processes and connections are killed while people save and a worker drafts.

Two desks, a worker and a durable PostgreSQL, all as processes of their own. Six people save, each in a paragraph of
their own, and a job after the other is drafted. Again and again one of these is killed as by a power failure: a desk, the
worker, a process of the database (which then recovers as a whole), the connection by which a desk hears of news, or all
connections of people's browsers in the middle of what they do; or a desk is stopped for some seconds. The next attack
comes when both desks have acknowledged saves again. At the end: is every text that was acknowledged in the database, and in the journal's file?
Was any paragraph drafted twice by one job?
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.postgres import Cluster, cluster
from translate_flow.desk.hub import Hub
from translate_flow.errors import Away
from translate_flow.flow.drafts.draft import plan
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.team.accounts import Accounts
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.team.queue import QueuedJobs
from translate_flow.team.roles import Grant
from translate_flow.team.server import jobs_path
from translate_flow.team.sessions import Sessions
from translate_flow.workspace import Workspace

from .desk.clients import Client, workspace

PEOPLE, DESKS, PARAGRAPHS, DRAFTED = 6, 2, 40, 300
PAUSE = 0.4
"""Seconds between two saves of one person, in the mean."""
PATIENCE = 120.0
"""Seconds after which a desk that acknowledges nothing counts as broken."""
HOST = "localhost:8720"
SAVED, MADE = "guardado", "borrador"
ATTACKS = ("desk", "worker", "database", "listener", "network", "pause")
STOPPED = 6.0
"""Seconds for which a desk is stopped."""


@dataclass
class Tally:
    """What happened."""

    acknowledged: list[set[str]] = field(default_factory=lambda: [set() for _ in range(DESKS)])
    refused: Counter[str] = field(default_factory=Counter)
    attacks: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    ended: int = 0
    """Processes that ended by themselves, and were started anew."""
    enough: asyncio.Event = field(default_factory=asyncio.Event)
    longest: float = 0.0
    """Seconds until both desks acknowledged again, at worst."""


class Ground:
    """The processes."""

    def __init__(self, root: Path, server: Cluster, seed: int) -> None:
        self.root, self.server, self.chance = root, server, random.Random(seed)
        self.said = root.with_name("said")
        workspace(root, {SAVED: PARAGRAPHS, MADE: DRAFTED})
        self.dsn = server.database()
        self.base = PostgresBase(self.dsn)
        self.workspace = Workspace.load(root)
        keep_elsewhere(root, EventTable(self.base, self.workspace, lambda name: False))
        self.jobs = QueuedJobs(Hub(), self.base, jobs_path(self.workspace))
        accounts = Accounts(self.base)
        sessions = Sessions(accounts)
        self.ports = [_port() for _ in range(DESKS)]
        self.clients = []
        for n in range(PEOPLE):
            account = accounts.create(f"Persona {'abcdefgh'[n]}", [Grant.of("translator")])
            cookie = f"desk-session={sessions.begin(account)}"
            self.clients.append(Client(self.ports[n % DESKS], cookie, sessions.token(account), HOST))
        self.desks = [
            self._start("serve", "--address", f"http://{HOST}", "--port", str(p)) for p in self.ports
        ]
        self.worker = self._start("team", "worker")

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "translate_flow",
            *words,
            "-C",
            str(self.root),
            "--database",
            self.dsn,
        ]
        with self.said.open("ab") as said:
            return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)

    def strike(self, what: str) -> None:
        """Kill one thing; a killed process is started anew, as systemd would."""
        if what == "desk":
            n = self.chance.randrange(DESKS)
            self.desks[n].kill()
            self.desks[n].wait()
            words = ("serve", "--address", f"http://{HOST}", "--port", str(self.ports[n]))
            self.desks[n] = self._start(*words)
        elif what == "worker":
            self.worker.kill()
            self.worker.wait()
            self.worker = self._start("team", "worker")
        elif what == "pause":
            desk = self.chance.choice(self.desks)
            desk.send_signal(signal.SIGSTOP)
            time.sleep(STOPPED)
            desk.send_signal(signal.SIGCONT)
        elif what == "network":
            for client in self.clients:
                if client.streams is not None:
                    client.streams[1].transport.abort()
        else:
            kind = "left(query, 6) = 'LISTEN'" if what == "listener" else "left(query, 6) <> 'LISTEN'"
            sql = f"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND {kind} AND pid <> pg_backend_pid()"
            with contextlib.suppress(Away):
                pids = [row[0] for row in self.base.rows(sql)]
                if pids and what == "listener":
                    self.base.rows("SELECT pg_terminate_backend(?)", self.chance.choice(pids))
                elif pids:
                    os.kill(self.chance.choice(pids), signal.SIGKILL)

    def revive(self) -> int:
        """Start anew what ended by itself, as systemd would; how many did."""
        ended = 0
        for n, desk in enumerate(self.desks):
            if desk.poll() is not None:
                words = ("serve", "--address", f"http://{HOST}", "--port", str(self.ports[n]))
                self.desks[n], ended = self._start(*words), ended + 1
        if self.worker.poll() is not None:
            self.worker, ended = self._start("team", "worker"), ended + 1
        return ended

    def waiting(self) -> str:
        """Who waits for whom in the database, and how busy the machine is: is a desk stuck, or starved?"""
        sql = (
            "SELECT pid, pg_blocking_pids(pid), state, left(query, 60) FROM pg_stat_activity WHERE datname = "
            "current_database() AND (cardinality(pg_blocking_pids(pid)) > 0 OR left(state, 7) = 'idle in')"
        )
        with contextlib.suppress(Away):
            return f"load {os.getloadavg()[0]:.0f}, waiting {self.base.rows(sql)}"
        return f"load {os.getloadavg()[0]:.0f}, the database does not answer"

    def order(self) -> None:
        """Have the long statement drafted anew, if no job is under way."""
        with contextlib.suppress(Away):
            if not self.base.rows("SELECT 1 FROM job WHERE over IS NULL") and self.jobs.manned():
                self.jobs.start(plan(self.workspace, [MADE], "en", redo=True))

    def end(self) -> None:
        """Let all end by themselves, the files brought up to date."""
        for process in (*self.desks, self.worker):
            process.send_signal(signal.SIGINT)
        for process in (*self.desks, self.worker):
            process.wait(120)


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _save(who: int, client: Client, keys: list[str], tally: Tally, over: asyncio.Event) -> None:
    """One person, until it is over: write, save, and after a failure go on with the next text."""
    chance, count = random.Random(who), 0
    while not over.is_set():
        await asyncio.sleep(chance.expovariate(1 / PAUSE))
        count += 1
        text = f"Person {who} wrote this as number {count}."
        place = {"language": "en", "name": SAVED, "key": keys[who]}
        try:
            status, answer = await client.ask("GET", f"/api/segment?language=en&name={SAVED}&key={keys[who]}")
            if status == 200:
                data = {**place, "do": "save", "text": text, "base": json.loads(answer)["base"]}
                status, answer = await client.ask("POST", "/api/save", data)
        except (OSError, asyncio.IncompleteReadError, ValueError):
            client.streams = None
            tally.refused["no answer"] += 1
            continue
        if status == 200:
            tally.acknowledged[who % DESKS].add(text)
        else:
            tally.refused[str(status)] += 1


async def _attack(ground: Ground, number: int, tally: Tally) -> None:
    """Strike, wait until both desks acknowledge again, and so on; Ctrl+C is enough of it, and what came of it is shown."""
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, tally.enough.set)
    for n in range(number):
        if tally.enough.is_set():
            break
        what = ATTACKS[n % len(ATTACKS)]
        await asyncio.to_thread(ground.order)
        await asyncio.sleep(ground.chance.random())
        await asyncio.to_thread(ground.strike, what)
        tally.attacks[what] += 1
        before, began = [len(done) for done in tally.acknowledged], time.monotonic()
        while any(len(done) <= count for done, count in zip(tally.acknowledged, before, strict=True)):
            await asyncio.sleep(0.05)
            tally.ended += ground.revive()
            if time.monotonic() - began > PATIENCE:
                tally.broken.append(
                    f"attack {n} on the {what}: a desk acknowledged nothing for {PATIENCE:.0f} s; {ground.waiting()}"
                )
                break
        tally.longest = max(tally.longest, time.monotonic() - began)
        if (n + 1) % 25 == 0:
            done = sum(map(len, tally.acknowledged))
            print(f"  {n + 1} attacks, {done} acknowledged, refused {dict(tally.refused)}", flush=True)


async def _run(ground: Ground, number: int, tally: Tally) -> None:
    keys: list[str] = []
    while not keys:
        with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError):
            _, answer = await ground.clients[0].ask("GET", f"/api/units?language=en&name={SAVED}")
            keys = [unit["key"] for unit in json.loads(answer)["units"]][1:]
    over = asyncio.Event()
    people = [asyncio.create_task(_save(n, c, keys, tally, over)) for n, c in enumerate(ground.clients)]
    await _attack(ground, number, tally)
    over.set()
    await asyncio.gather(*people)


def lost(ground: Ground, tally: Tally) -> tuple[set[str], set[str], int]:
    """Acknowledged texts that the database lacks, those that the journal's file lacks, and paragraphs drafted twice."""
    texts = set().union(*tally.acknowledged)
    with ground.base.transaction():
        ground.base.rows("SELECT set_config('desk.account', '*', true)")
        lines = [json.loads(line) for (line,) in ground.base.rows("SELECT line FROM event")]
    held = {line.get("text") for line in lines}
    journal = ground.workspace.journal_path(SAVED, "en").read_text("utf-8").splitlines()
    written = {json.loads(line).get("text") for line in journal}
    drafts = Counter((e["act"], e["key"]) for e in lines if e["do"] == "draft" and e.get("act"))
    return texts - held, texts - written, sum(n - 1 for n in drafts.values())


def soak(number: int, seed: int) -> bool:
    """Attack that often, print what came of it; whether nothing was lost."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, cluster(durable=True) as server:
        ground = Ground(Path(folder) / "w", server, seed)
        began = time.monotonic()
        try:
            asyncio.run(_run(ground, number, tally))
        finally:
            ground.end()
        table, file, twice = lost(ground, tally)
        traces = ground.said.read_text("utf-8", "replace").split("Traceback")[1:]
        jobs = ground.base.rows("SELECT count(*) FROM job WHERE over IS NOT NULL")[0][0]
        keep_elsewhere(ground.root, None)
        ground.jobs.close()
        ground.base.close()
    attacks = ", ".join(f"{what} {n}" for what, n in tally.attacks.items())
    print(
        f"{tally.attacks.total()} attacks in {(time.monotonic() - began) / 60:.0f} minutes (seed {seed}): {attacks}"
    )
    print(f"  acknowledged {sum(map(len, tally.acknowledged))}, refused {dict(tally.refused)}")
    print(
        f"  lost from the database {len(table)} {sorted(table)[:3]}, from the journal {len(file)} {sorted(file)[:3]}"
    )
    print(f"  ended by themselves and started anew {tally.ended}")
    print(f"  jobs over {jobs}, paragraphs drafted twice by one job {twice}")
    print(
        f"  tracebacks in what they said {len(traces)}; both desks acknowledged again after {tally.longest:.1f} s at worst; broken {tally.broken[:3]}",
        flush=True,
    )
    if traces:
        print(traces[-1][-4000:], flush=True)
    return not (table or file or twice or tally.broken)
