"""`draft` as a command: the bar, Ctrl-C in a terminal, and one damaged statement among others."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate_flow.cli.group import group
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .engines.services import Services

PROGRAM = [sys.executable, "-m", "translate_flow"]


def made(folder: Path, **statements: str) -> Workspace:
    """A workspace with these statements."""
    init(folder, "es", ("en",))
    for name, text in statements.items():
        source = folder / "statements" / f"{name}.es.txt"
        source.write_text(text, "utf-8")
        add(Workspace.find(folder), [source], ["en"])
    return Workspace.load(folder)


def run(workspace: Workspace, command: str, *options: str) -> Result:
    return CliRunner().invoke(group, [command, "-C", str(workspace.root), *options])


@pytest.fixture
def three(tmp_path: Path) -> Workspace:
    """Three statements, and the fake engine to draft them."""
    return made(tmp_path, dos="Carta dos.\n", tres="Carta tres.\n", uno="Carta uno.\n")


def lose(workspace: Workspace) -> str:
    (workspace.root / "statements" / "dos.es.txt").unlink()
    return "statements/dos.es.*: no such file"


def damage(workspace: Workspace) -> str:
    with workspace.catalogue_path("dos", "en").open("a", encoding="utf-8") as file:
        file.write('msgid "no end\n')
    return "dos.po"


def change(workspace: Workspace) -> str:
    (workspace.root / "statements" / "dos.es.txt").write_text("Carta dos, otra vez.\n", "utf-8")
    return "statements/dos.es.txt: changed since it was added"


@pytest.mark.parametrize("spoil", [lose, damage, change])
@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("draft", ("--engine", "fake")), ("draft", ("--engine", "fake", "--dry-run")), ("draft", ("--analyse",)),
        ("check", ()), ("build", ("--drafts",)), ("diff", ()),
    ],
)  # fmt: skip
def test_one_statement_that_cannot_be_read_does_not_stop_the_others(
    three: Workspace, spoil: object, command: str, options: tuple[str, ...]
) -> None:
    told = spoil(three)  # type: ignore[operator]
    result = run(three, command, *options)
    assert result.exit_code == 3 and result.stderr.count(told) in (1, 2)
    last = result.stderr.splitlines()[-1]
    assert last.startswith("translate-flow: ") and told in last
    assert "tres" in result.stdout and "uno" in result.stdout and "dos" not in result.stdout
    if command == "draft" and "--dry-run" not in options and "--analyse" not in options:
        assert all(Work.open(three, name, "en").units[0].target for name in ("tres", "uno"))


def test_status_counts_the_others_beside_a_damaged_catalogue(three: Workspace) -> None:
    told = damage(three)
    result = run(three, "status")
    assert result.exit_code == 3 and told in result.stderr
    assert "uno" in result.stdout and "tres" in result.stdout


def test_a_statement_named_alone_that_cannot_be_read_is_the_same_error(three: Workspace) -> None:
    told = lose(three)
    result = run(three, "draft", "dos", "--engine", "fake")
    assert result.exit_code == 3 and told in result.stderr and result.stdout == ""


def test_an_unconfirmed_statement_does_not_keep_a_finished_one_from_being_built(three: Workspace) -> None:
    key = Work.open(three, "uno", "en").units[0].key
    run(three, "edit", "uno", key, "--text", "Letter one.", "--as", "ana")
    result = run(three, "build")
    assert result.exit_code == 3 and "build/en/uno/" in result.stdout
    assert "dos: one of 1 segments is not confirmed" in result.stderr and "tres: one of 1" in result.stderr


class Terminal:
    """A command in a terminal of its own."""

    def __init__(self, command: list[str]) -> None:
        self._screen, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "LINES": "30", "CI": ""}
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True,
            preexec_fn=_own_terminal,
        )  # fmt: skip
        os.close(theirs)
        self.text = ""

    def read(self) -> bool:
        """Take in what it wrote; whether there may be more."""
        try:
            data = os.read(self._screen, 1 << 16)
        except OSError:  # Linux's way of telling that the other side is closed
            return False
        self.text += re.sub(r"\x1b\[[?0-9;]*[A-Za-z]", "", data.decode("utf-8", "replace"))
        return bool(data)

    def press(self, key: str) -> None:
        os.write(self._screen, key.encode())

    def end(self) -> int:
        """Its exit code, when all is read."""
        while self.read():
            pass
        os.close(self._screen)
        return self._process.wait(90)

    @property
    def lines(self) -> list[str]:
        """What was written, as lines."""
        return [line.strip() for line in re.split(r"[\r\n]+", self.text) if line.strip()]


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


COUNT = 40


@pytest.fixture
def stalling(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The address of a server that translates twelve texts, and no more until the event is set."""
    go_on, server = threading.Event(), Services()

    def latency(_: str) -> float:
        if len(server.seen) > 12:
            go_on.wait(600)
        return 0.0

    server.latency = latency
    monkeypatch.setenv("TRANSLATE_FLOW_LIBRETRANSLATE_URL", f"{server.url}/libre")
    yield go_on
    go_on.set()
    server.shutdown()
    server.server_close()


def test_ctrl_c_in_a_terminal_keeps_what_is_done_and_the_same_command_goes_on(
    tmp_path: Path, stalling: threading.Event
) -> None:
    """The bar shows rate and time left; Ctrl-C ends with a clear last line."""
    text = "\n\n".join(f"El día {n} las ternas vinieron a la plaza." for n in range(COUNT))
    workspace = made(tmp_path, carta=text)
    command = [*PROGRAM, "draft", "-C", str(tmp_path), "--engine", "libretranslate"]
    first = Terminal(command)
    limit = time.monotonic() + 90
    while not re.search(rf"drafting carta .* [1-9]\d*/{COUNT} .*\d/s \d:\d\d:\d\d", first.text):
        assert first.read() and time.monotonic() < limit, first.text
    first.press("\x03")
    assert first.end() == 130
    stopped = re.fullmatch(
        rf"stopped: (\d+) of {COUNT} segments drafted; run the same command to continue", first.lines[-1]
    )
    assert stopped and "Traceback" not in first.text
    done = sum(bool(u.target) for u in Work.open(workspace, "carta", "en").units)
    assert int(stopped[1]) == done and 0 < done < COUNT
    stalling.set()
    second = Terminal(command)
    assert second.end() == 0
    assert f"carta → en: {COUNT - done} segments drafted by libretranslate" in second.text
    events = Work.open(workspace, "carta", "en").journal.events
    assert len(events) == COUNT == len({e.key for e in events})
