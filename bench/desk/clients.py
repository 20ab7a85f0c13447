"""A desk that runs on statements made for the purpose, and connections to it as browsers keep them."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.intake.add import add
from translate_flow.workspace import Workspace

HOME = Path(__file__).parents[2]
RUN = "import sys; sys.path.insert(0, {folder!r}); from translate_flow.cli import main; main()"
"""The program as a folder has it."""
WORDS = "agua tierra comunidad derecho memoria justicia camino pueblo voz montaña río maíz".split()


@dataclass(frozen=True)
class Running:
    """A desk's process."""

    process: subprocess.Popen[str]
    port: int
    link: str
    """Path of the opening link."""

    @property
    def megabytes(self) -> float:
        """Resident memory."""
        rows = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(r for r in rows if r.startswith("VmRSS")).split()[1]) / 1024

    @property
    def seconds(self) -> float:
        """Processor time so far: what a busy machine does not change much."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def settled(self) -> None:
        """Wait until it has done what it does by itself."""
        before = -1.0
        while before != (before := self.seconds):
            await asyncio.sleep(0.5)


class Client:
    """A browser's connection, kept open."""

    def __init__(self, port: int, cookie: str, token: str, host: str = "") -> None:
        self.port, self.cookie, self.token = port, cookie, token
        self.host = host or f"127.0.0.1:{port}"
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
            f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nOrigin: http://{self.host}\r\n"
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


def workspace(root: Path, statements: dict[str, int], *, drafted: bool = False) -> None:
    """A workspace with these statements and the project's glossary; `drafted`: by the engine of the tests."""
    (root / "statements").mkdir(parents=True)
    shutil.copytree(HOME / "glossary", root / "glossary")
    # What is typed here is no translation: the checks look at it as ever, but nobody is asked about what they find.
    settings = '[languages]\nsource = "es"\ntargets = ["en"]\n[drafting]\nengines = ["fake"]\n[review]\nstop = "never"\n'
    (root / "translate-flow.toml").write_text(settings, "utf-8")
    files = []
    for seed, (name, paragraphs) in enumerate(statements.items()):
        files.append(root / "statements" / f"{name}.es.md")
        files[-1].write_text(statement(paragraphs, seed), "utf-8")
    add(Workspace.load(root), files, ["en"])
    if drafted:
        for _ in run(plan(Workspace.load(root), list(statements), "en")):
            pass


def last_release() -> str:
    """The newest tag before this state of the program; empty where there is none, or no git."""
    command = ["git", "describe", "--tags", "--abbrev=0"]
    with contextlib.suppress(OSError):
        return subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False).stdout.strip()
    return ""


def taken_out(revision: str, folder: Path) -> Path:
    """A folder with the program as it was at that revision."""
    packed = subprocess.run(
        ["git", "archive", revision, "translate_flow", "glossary"],
        cwd=HOME,
        stdout=subprocess.PIPE,
        check=True,
    )
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


_program: list[Path] = [HOME]


@contextlib.contextmanager
def program_of(folder: Path) -> Iterator[None]:
    """Within, desks are those of the program in that folder."""
    _program.append(folder)
    try:
        yield
    finally:
        _program.pop()


@contextlib.contextmanager
def serving(root: Path) -> Iterator[Running]:
    """A desk over the workspace, until the block ends."""
    run = RUN.format(folder=str(_program[-1]))
    command = [sys.executable, "-c", run, "desk", "--no-browser", "-C", str(root)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    link = process.stdout.readline().strip()
    time.sleep(1.0)
    try:
        yield Running(process, int(link.split(":")[2].split("/")[0]), "/" + link.split("/", 3)[3])
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(15)


async def enter(desk: Running, person: str) -> Client:
    """Come in by the link under a name."""
    client = Client(desk.port, "", "")
    reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
    writer.write(
        f"GET {desk.link} HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nConnection: close\r\n\r\n".encode()
    )
    answer = (await reader.read()).decode()
    cookie = next(
        line.split(": ")[1].split(";")[0] for line in answer.split("\r\n") if line.startswith("set-cookie")
    )
    client.cookie = f"{cookie}; person-{desk.port}={quote(person)}"
    _, page = await client.ask("GET", "/")
    client.token = page.decode().split('name="csrf" content="')[1].split('"')[0]
    return client
