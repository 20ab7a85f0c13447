"""Fifty people on one desk at once, a long statement's first paint, a large workspace's memory.

    python -m bench.desk [PEOPLE]

Each person has a connection of their own, moves through the paragraphs of a few statements,
types (private drafts, looks) and saves; several write in the same paragraphs on purpose. At the
end every acknowledged text has to stand in the journal, and every refused one must not.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from translate_flow.flow.intake.add import add
from translate_flow.workspace import Workspace

WORDS = "agua tierra comunidad derecho memoria justicia camino pueblo voz montaña río maíz".split()


@dataclass
class Seen:
    """What the load has measured."""

    saves: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    conflicts: int = 0
    accepted: dict[str, str] = field(default_factory=dict)
    """Text → segment key, of every save the desk said yes to."""
    refused: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)


class Client:
    """A browser's connection, kept open."""

    def __init__(self, port: int, cookie: str, token: str) -> None:
        self.port, self.cookie, self.token = port, cookie, token
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, data: object = None) -> tuple[int, bytes]:
        """One request and its answer, on a new connection if the desk has closed the idle one."""
        try:
            return await self._ask(method, path, data)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.streams = None
            return await self._ask(method, path, data)

    async def _ask(self, method: str, path: str, data: object) -> tuple[int, bytes]:
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        body = b"" if data is None else json.dumps(data).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nOrigin: http://127.0.0.1:{self.port}\r\n"
            f"Cookie: {self.cookie}\r\nX-CSRF-Token: {self.token}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        status = int(answer.split(b" ", 2)[1])
        heads = dict(h.split(b":", 1) for h in answer.lower().split(b"\r\n")[1:] if b":" in h)
        if heads.get(b"transfer-encoding", b"").strip() == b"chunked":
            return status, await chunks(reader)
        return status, await reader.readexactly(int(heads.get(b"content-length", b"0")))


async def chunks(reader: asyncio.StreamReader) -> bytes:
    """A body sent piece by piece."""
    found = b""
    while size := int(await reader.readline(), 16):
        found += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readline()
    return found


def statement(paragraphs: int, seed: int) -> str:
    """A statement with that many different paragraphs of some forty words."""
    chance = random.Random(seed)
    body = [" ".join(chance.choices(WORDS, k=40)).capitalize() + f" {seed} {n}." for n in range(paragraphs)]
    return f"# Comunicado {seed}\n\n" + "\n\n".join(body) + "\n"


def workspace(root: Path, statements: dict[str, int]) -> None:
    """A workspace with these statements and the project's glossary."""
    (root / "statements").mkdir(parents=True)
    shutil.copytree(Path(__file__).parent.parent / "glossary", root / "glossary")
    settings = '[languages]\nsource = "es"\ntargets = ["en"]\n[drafting]\nengines = ["fake"]\n'
    (root / "translate-flow.toml").write_text(settings, "utf-8")
    files = []
    for seed, (name, paragraphs) in enumerate(statements.items()):
        files.append(root / "statements" / f"{name}.es.md")
        files[-1].write_text(statement(paragraphs, seed), "utf-8")
    add(Workspace.load(root), files, ["en"])


def serve(root: Path) -> tuple[subprocess.Popen[str], int, str]:
    """A desk over the workspace: process, port, path of the opening link."""
    command = [sys.executable, "-m", "translate_flow", "desk", "--no-browser", "-C", str(root)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    link = process.stdout.readline().strip()
    time.sleep(1.0)
    return process, int(link.split(":")[2].split("/")[0]), "/" + link.split("/", 3)[3]


async def enter(port: int, path: str, person: str) -> Client:
    """Come in by the link under a name."""
    client = Client(port, "", "")
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
    answer = (await reader.read()).decode()
    cookie = next(
        line.split(": ")[1].split(";")[0] for line in answer.split("\r\n") if line.startswith("set-cookie")
    )
    client.cookie = f"{cookie}; person-{port}={quote(person)}"
    _, page = await client.ask("GET", "/")
    client.token = page.decode().split('name="csrf" content="')[1].split('"')[0]
    return client


async def work(client: Client, who: int, names: list[str], until: float, seen: Seen) -> None:
    """One person: come to a paragraph, type, save; until the time is over."""
    chance = random.Random(who)
    known: dict[tuple[str, str], str] = {}
    count = 0
    name = names[who % len(names)]
    _, answer = await client.ask("GET", f"/api/units?language=en&name={name}")
    keys = [u["key"] for u in json.loads(answer)["units"]]
    while time.monotonic() < until:
        # Half of the time in the first paragraphs, where the others are too.
        key = chance.choice(keys[:8] if chance.random() < 0.5 else keys)
        place = {"language": "en", "name": name, "key": key}
        began = time.perf_counter()
        status, answer = await client.ask("GET", f"/api/segment?language=en&name={name}&key={key}")
        seen.opened.append(time.perf_counter() - began)
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
            known[name, key] = text
        elif status == 409:
            seen.conflicts += 1
            seen.refused.add(text)
        else:
            seen.broken.append(f"{status} {answer[:200]!r}")


def judge(root: Path, names: list[str], seen: Seen) -> list[str]:
    """What is wrong with the journals: lost, mixed or unasked-for edits."""
    wrong = list(seen.broken)
    found: dict[str, str] = {}
    for name in names:
        for line in (root / "locales" / "en" / f"{name}.history.jsonl").read_text("utf-8").splitlines():
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
    process, port, path = serve(root)
    seen = Seen()
    names = ["uno", "dos", "tres"]
    listening = []
    try:
        clients = [await enter(port, path, f"Person {n}") for n in range(people)]
        for n, client in enumerate(clients):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            place = f"/events?language=en&name={names[n % 3]}&tab={n}"
            writer.write(
                f"GET {place} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {client.cookie}\r\n\r\n".encode()
            )
            listening.append(asyncio.create_task(reader.read(-1)))
        until = time.monotonic() + seconds
        await asyncio.gather(*(work(c, n, names, until, seen) for n, c in enumerate(clients)))
    finally:
        for task in listening:
            task.cancel()
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(15)
    return seen


def percent(values: list[float], share: float) -> float:
    """That percentile, in milliseconds."""
    return 1000 * sorted(values)[min(len(values) - 1, int(len(values) * share))]


def memory(process: subprocess.Popen[str]) -> float:
    """Resident megabytes of a process."""
    rows = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return int(next(r for r in rows if r.startswith("VmRSS")).split()[1]) / 1024


async def large(root: Path) -> tuple[float, float, float, float]:
    """With 1,000 statements: seconds to the first overview, to the next, to an editor; megabytes."""
    process, port, path = serve(root)
    try:
        began = time.perf_counter()
        client = await enter(port, path, "Ana")
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
        return first, again, editor, memory(process)
    finally:
        process.terminate()
        process.wait(15)


def main() -> None:
    """Run all and print the figures."""
    people = next((int(word) for word in sys.argv[1:] if word.isdigit()), 50)
    seconds = 20
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        workspace(root, {"uno": 60, "dos": 60, "tres": 60})
        seen = asyncio.run(load(root, people, seconds))
        wrong = judge(root, ["uno", "dos", "tres"], seen)
        rate = len(seen.saves) / seconds
        print(
            f"{people} people, {seconds:g} s: {len(seen.saves)} saves ({rate:.0f} a second), {seen.conflicts} conflicts"
        )
        for what, values in (("save", seen.saves), ("look", seen.looks), ("open", seen.opened)):
            print(
                f"  {what}: median {1000 * statistics.median(values):.0f} ms, 95th percentile {percent(values, 0.95):.0f} ms"
            )
        print(f"  lost, mixed or unasked-for edits: {len(wrong)}", *wrong[:5], sep="\n    ")
        many = Path(folder) / "many"
        workspace(many, {f"s{n:04}": 20 for n in range(1000)})
        first, again, editor, megabytes = asyncio.run(large(many))
        print(
            f"1,000 statements: overview {first:.1f} s at first, {again:.2f} s then; editor {editor:.2f} s; {megabytes:.0f} MB"
        )
    if wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
