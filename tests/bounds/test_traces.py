"""Whatever is in a workspace or on the command line: one line, never a traceback, nothing that steers the terminal."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from translate_flow.cli import run

from ..warm import program

ESC, OVERRIDE, CSI = "\x1b", "\u202e", "\x9b"


def call(workspace: Path, *args: str | bytes, shell: str = "") -> subprocess.CompletedProcess[bytes]:
    command = [program(), *args]
    if shell:
        command = ["bash", "-c", f'"$@" {shell}', "bash", *command]
    done = subprocess.run(command, cwd=workspace, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode(errors="replace")
    return done


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    call(tmp_path, "init", str(folder))
    text = f"# Aviso\n\nHola {ESC}[31mroja{ESC}[0m {OVERRIDE}osrever {CSI}2J a todas.\n"
    (folder / "statements" / "aviso.es.md").write_text(text, "utf-8")
    assert call(folder, "add").returncode == 0
    return folder


def keys(workspace: Path) -> list[str]:
    shown = call(workspace, "show", "aviso").stdout.decode()
    return [line.split()[0] for line in shown.splitlines() if line[:8].isalnum() and len(line) > 8]


def test_nothing_in_a_text_or_a_name_steers_the_terminal(workspace: Path) -> None:
    key = keys(workspace)[-1]
    person = f"Ana {OVERRIDE}"
    call(workspace, "draft", "--engine", "fake")
    call(workspace, "edit", "aviso", key, "--text", f"Hello {OVERRIDE} 12", "--as", person)
    call(workspace, "comment", "aviso", key, f"mal {ESC}[1m", "--as", person)
    for args in (
        ("show", "aviso"), ("history", "aviso"), ("check", "aviso"), ("diff", "aviso"), ("blame", "aviso"),
        ("status",), ("comment", "aviso"), ("show", f"no{ESC}such"), (f"no{ESC}such",), ("doctor",),
        ("diff", "aviso", "--format", "json"), ("history", "aviso", "--format", "json"),
        ("check", "aviso", "--format", "json"), ("glossary", "add", f"{ESC}[1m{OVERRIDE}", "x"),
    ):  # fmt: skip
        done = call(workspace, *args)
        said = (done.stdout + done.stderr).decode()
        found = {f"U+{ord(c):04X}" for c in said if c in f"{ESC}{OVERRIDE}{CSI}\x07"}
        assert not found, (args, found)
    assert "␛[31mroja␛[0m ⟨U+202E⟩osrever ⟨U+009B⟩2J" in call(workspace, "show", "aviso").stdout.decode()


def test_a_file_name_that_is_not_utf_8_is_reported_and_the_rest_is_read(workspace: Path) -> None:
    odd = os.fsencode(workspace / "statements") + b"/per\xfa.es.md"
    Path(os.fsdecode(odd)).write_text("# Hola\n")
    (workspace / "statements" / "otra.es.md").write_text("# Otra\n")
    done = call(workspace, "add")
    assert done.returncode == 0 and b"otra.po: 1 segment" in done.stdout
    assert "per⟨FA⟩.es.md: not read; its name is not UTF-8".encode() in done.stderr
    assert call(workspace, "add", odd).returncode == 3
    assert call(workspace, "edit", "aviso", keys(workspace)[0], "--text", b"a\xffb").returncode == 2
    assert call(workspace, "status").returncode == 0


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_streams_may_be_closed(workspace: Path, closed: str) -> None:
    assert call(workspace, "status", shell=closed).returncode == 0
    done = call(
        workspace, "edit", "aviso", keys(workspace)[0], "--text", f"Notice {len(closed)}", shell=closed
    )
    assert done.returncode == 0
    assert f"Notice {len(closed)}".encode() in call(workspace, "show", "aviso").stdout
    call(workspace, "show", "nosuch", shell=closed)


def test_the_reader_of_the_output_may_go(workspace: Path) -> None:
    call(workspace, "show", "aviso", shell="| head -n 1")
    call(workspace, "nosuch", shell="2>&1 | head -n 0")


def test_nesting_without_end_is_one_line(workspace: Path) -> None:
    journal = next((workspace / "locales").rglob("*.jsonl"), None)
    call(workspace, "edit", "aviso", keys(workspace)[0], "--text", "Notice")
    journal = next((workspace / "locales").rglob("*.jsonl"))
    with journal.open("a") as file:
        file.write("[" * 50_000 + "\n" + '{"a":' * 50_000 + "\n")
    assert b"Notice" in call(workspace, "show", "aviso").stdout
    assert b"can't be read" in call(workspace, "doctor").stdout
    settings = workspace / "translate-flow.toml"
    settings.write_text(settings.read_text() + "\nx = " + "[" * 50_000 + "\n")
    done = call(workspace, "status")
    assert (done.returncode, done.stderr.count(b"\n")) == (3, 1) and b"nested too deeply" in done.stderr


@pytest.mark.parametrize(
    "line", ['msgstr "', '"', 'msgid "a\nmsgstr "', '"lost"', 'msgstr[0] "', 'msgstr[987654] "a"']
)
def test_a_broken_catalogue_is_one_line(workspace: Path, line: str) -> None:
    catalogue = workspace / "locales" / "en" / "aviso.po"
    head, _, rest = catalogue.read_text("utf-8").partition("\n")
    for text in (
        f"{catalogue.read_text('utf-8')}\n{line}\n",
        f"{line}\n{head}\n{rest}",
        f"{head}\n{rest[:300]}\n{line}\n",
    ):
        catalogue.write_text(text, "utf-8")
        done = call(workspace, "show", "aviso")
        assert b"panicked" not in done.stderr and done.stderr.count(b"\n") <= 1, done.stderr


def test_a_number_of_thousands_of_digits_is_looked_at(workspace: Path) -> None:
    (workspace / "statements" / "larga.es.txt").write_text(f"Son {'1' * 9000} y {'9 ' * 50}.\n")
    call(workspace, "add")
    call(workspace, "draft", "larga", "--engine", "fake")
    assert call(workspace, "check", "larga").returncode in (0, 1)


@pytest.mark.parametrize(
    "command",
    ["export carta --out x.docx", "export --package --out x.zip", "memory export x.tmx", "diff carta --format html --out x.html",
     "glossary export x.csv"],
)  # fmt: skip
def test_what_is_written_never_takes_the_place_of_a_pipe(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(tmp_path / "w")]) == 0
    monkeypatch.chdir(tmp_path / "w")
    Path("statements/carta.es.md").write_text("# Carta\n\nPedimos pan.\n", "utf-8")
    assert run(["add"]) == 0
    file = Path(command.split()[-1])
    os.mkfifo(file)
    signal.alarm(120)  # one that is read waits for ever
    assert run(command.split()) == 3
    signal.alarm(0)
    assert "is a device or a pipe and is left alone" in capsys.readouterr().err
    assert file.is_fifo()
