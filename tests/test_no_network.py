"""Nothing leaves this machine with default settings: not in `make run`, in no command, and not at the desk."""

from __future__ import annotations

import http.client
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click import Context

from translate_flow.cli.group import group
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.language.text import segment_keys

from .ending import ends_with_parent
from .needs import need
from .watched import ROOT, Watch, cut_off, watch

STATEMENT = """# El paro sigue

La Red Muqui denuncia que 12 familias perdieron su casa el 3 de mayo de 2023.

El paro nacional sigue hoy en Puno. No hubo respuesta del Gobierno.

El paro nacional sigue hoy en Cusco. No hubo respuesta del Gobierno.
"""
COMMANDS = """
doctor
engines
engines test apertium
add
draft --dry-run
draft --analyse
draft
status
check
show nota
edit nota KEY --text Text. --as ana
edit nota KEY --text Another. --as ana
confirm nota OTHER --as ana
approve nota KEY --as eva
return nota KEY --as eva --note Otherwise.
comment nota KEY Why? --as eva
spread nota KEY --as eva
replace strike stoppage nota --as eva
dismiss nota KEY name-missing --reason Meant. --as eva
draft --redo
history nota
history nota KEY
blame nota KEY
diff
split nota SPLIT --sentences
join nota PART
kind nota OTHER heading --as ana
fix --as ana
find paro
plan nota --translator ana --due 2099-12-01
plan
timeline nota
undo --as ana
redo --as ana
team list
team setup desk.example.org --root server
team check
team backup --key age1none
team restore nothing.age --key nothing --into elsewhere
build --drafts
site
signatories nota form.csv
export nota --docx --out out.docx
import out.docx
export nota --xliff --out out.xlf
import out.xlf
glossary list
glossary check
glossary find Puno
glossary suggest
glossary variants
glossary add Quilcacocha --kind place
glossary export names.tbx
glossary import names.tbx
memory stats
memory export all.tmx
memory import all.tmx
memory search paro
memory rebuild
align nota all.md
forget nota --yes
"""
"""Each command, in an order in which it has something to do."""
APART = {"init", "desk", "review", "restore", "merge-driver", "serve"}
"""First of all, below, with a terminal, with a version's name, without a workspace."""
DRIVER = """
import json, sys
from click.testing import CliRunner
from translate_flow.cli.group import group

for words in json.load(sys.stdin):
    done = CliRunner().invoke(group, words)
    said = done.output.strip().splitlines()
    print(" ".join(words), "->", done.exit_code, repr(done.exception or ""), said[:1])
"""


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A watch, and no model or key of this machine's user."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return watch(tmp_path)


@pytest.mark.parametrize(
    "step",
    [
        "socket.create_connection(('192.0.2.1', 80), 1)",
        "socket.getaddrinfo('example.org', 443)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "socket.socket().bind(('0.0.0.0', 0))",
        "socket.socket().bind(('', 0))",
    ],
)
def test_the_watch_sees_every_step_towards_the_network(watched: Watch, step: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import socket; {step}"], env=watched.environment, capture_output=True
    )
    assert done.returncode != 0 and watched.seen


def test_the_watch_lets_this_machine_talk_to_itself(watched: Watch) -> None:
    step = "s = socket.create_server(('127.0.0.1', 0)); socket.create_connection(s.getsockname())"
    subprocess.run([sys.executable, "-c", f"import socket; {step}"], env=watched.environment, check=True)
    assert not watched.seen


def test_make_run_works_with_the_network_unreachable(
    watched: Watch, tmp_path: Path, apertium: ApertiumFactory
) -> None:
    """`make run` itself, after its setup, where the system allows it in a network of its own without any way out."""
    need("make", "apt-get install make")
    place = tmp_path / "checkout"
    place.mkdir()
    for name in (
        "Makefile",
        "pyproject.toml",
        "translate-flow.toml",
        "statements",
        "glossary",
        "locales",
        ".ci",
    ):
        path = ROOT / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, place / name)
    scripts = place / ".venv" / "bin"
    scripts.mkdir(parents=True)
    command = scripts / "translate-flow"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m translate_flow "$@"\n')
    command.chmod(0o755)
    (place / ".venv" / "ready").touch()
    done = subprocess.run(
        [*cut_off(), "make", "run"],
        cwd=place,
        env=watched.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "by apertium" in done.stdout and "What was made" in done.stdout
    assert not watched.seen, watched.seen


def test_no_command_opens_a_socket_beyond_this_machine(
    watched: Watch, tmp_path: Path, apertium: ApertiumFactory
) -> None:
    """All commands there are, one after the other, in a fresh workspace."""
    lines = [line.split() for line in COMMANDS.split("\n") if line]
    assert {line[0] for line in lines} | APART == set(group.list_commands(Context(group)))
    place = tmp_path / "demo"
    _, *keys = segment_keys(STATEMENT.strip().split("\n\n"))
    part = segment_keys(["El paro nacional sigue hoy en Cusco."])[0]
    names = {"KEY": keys[0], "OTHER": keys[1], "SPLIT": keys[2], "PART": part}
    (tmp_path / "form.csv").write_text("organisation,place\nRed Uno,Puno\n", "utf-8")
    jobs = [["init", str(place)], *([*(names.get(w, w) for w in line), "-C", str(place)] for line in lines)]
    (place / "statements").mkdir(parents=True)
    (place / "statements" / "nota.es.md").write_text(STATEMENT, "utf-8")
    (tmp_path / "all.md").write_text("Finished elsewhere.\n", "utf-8")
    done = subprocess.run(
        [*cut_off(), sys.executable, "-c", DRIVER],
        input=json.dumps(jobs),
        env=watched.environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not watched.seen, watched.seen
    # SystemExit tells of findings; an error has a name of its own. A site of nothing confirmed is none; key
    # and file of the team's backups are none either.
    failed = [
        line
        for line in done.stdout.splitlines()
        if "-> 0 ''" not in line
        and "SystemExit" not in line
        and not line.startswith(("site ", "team backup ", "team restore "))
    ]
    assert failed == [] and len(done.stdout.splitlines()) == len(jobs)


@pytest.fixture
def desk(watched: Watch, tmp_path: Path) -> Iterator[tuple[int, str]]:
    """A desk under watch over a workspace with a statement: its port, and its opening link's path."""
    place = tmp_path / "demo"
    (place / "statements").mkdir(parents=True)
    (place / "statements" / "nota.es.md").write_text(STATEMENT, "utf-8")
    program = [sys.executable, "-m", "translate_flow"]
    for words in (["init", str(place)], ["add", "-C", str(place)]):
        subprocess.run([*program, *words], env=watched.environment, check=True, capture_output=True)
    running = subprocess.Popen(
        [*program, "desk", "--no-browser", "-C", str(place)],
        env=watched.environment,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=ends_with_parent,
    )
    assert running.stdout is not None
    link = urlsplit(running.stdout.readline().strip())
    yield link.port or 0, f"{link.path}?{link.query}"
    running.send_signal(signal.SIGINT)
    running.wait(90)


def test_the_desk_opens_no_socket_beyond_this_machine(
    watched: Watch, desk: tuple[int, str], tmp_path: Path, apertium: ApertiumFactory
) -> None:
    """Its pages, a draft of a whole statement, and an engine's proposal for one segment."""
    port, entrance = desk
    cookie = token = ""

    def ask(method: str, path: str, body: object = None) -> tuple[int, str]:
        nonlocal cookie
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Cookie": cookie, "Origin": f"http://127.0.0.1:{port}", "X-CSRF-Token": token}
        headers["Content-Type"] = "application/json"
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        cookie = (answer.getheader("set-cookie") or cookie).split(";")[0]
        return answer.status, answer.read().decode()

    assert ask("GET", entrance)[0] == 200
    for path in ("/", "/s/en/nota", "/review/en/nota"):
        status, page = ask("GET", path)
        assert status == 200
        token = page.split('name="csrf" content="')[1].split('"')[0]
    key = segment_keys(STATEMENT.strip().split("\n\n"))[2]
    status, proposals = ask("GET", f"/api/suggest?language=en&name=nota&key={key}&engine=apertium")
    assert status == 200 and "Puno" in proposals
    status, told = ask("POST", "/api/draft", {"language": "en", "name": "nota"})
    assert status == 200, told
    journal = tmp_path / "demo" / "locales" / "en" / "nota.history.jsonl"
    until = time.monotonic() + 60
    while not (journal.exists() and b"apertium" in journal.read_bytes()):
        assert time.monotonic() < until
        time.sleep(0.1)
    assert not watched.seen, watched.seen
