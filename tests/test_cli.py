"""The command line: help for all, an editor, one line for what cannot be done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from translate_flow.cli import run
from translate_flow.cli.group import COMMANDS, group
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

ROOT = Path(__file__).parent.parent
NAMES = [name for section in COMMANDS.values() for name in section]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one short statement."""
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "carta.es.txt"
    source.write_text("Hola a todas.\n\nHasta luego.\n", "utf-8")
    made = Workspace.find(tmp_path)
    add(made, [source], ["en"])
    return made


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_and_stands_in_the_reference(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None and command.get_short_help_str()
    assert f"### {name}\n" in (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_takes_the_workspace_folder(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None and "-C" in {o for p in command.params for o in p.opts}


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from translate_flow.cli import run; run(['--help']);"
        "heavy = {'rich', 'jinja2', 'polib', 'rspolib', 'ahocorasick', 'deep_translator', 'markdown_it', 'lxml',"
        " 'sacrebleu', 'langcodes', 'requests', 'starlette', 'uvicorn'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def editor(tmp_path: Path, text: str) -> str:
    """An editor that puts a text before what it is given, as a person would."""
    script = tmp_path / "editor.sh"
    script.write_text(
        f'#!/bin/sh\n{{ printf \'%s\' \'{text}\'; cat "$1"; }} > "$1.new" && mv "$1.new" "$1"\n'
    )
    script.chmod(0o755)
    return str(script)


def test_an_editor_shows_the_source_and_its_text_is_taken(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "Hello everyone."))
    work = Work.open(workspace, "carta", "en")
    key = work.units[0].key
    assert run(["edit", "-C", str(workspace.root), "carta", key, "--editor", "--as", "translator"]) == 0
    unit = Work.open(workspace, "carta", "en").unit(key)
    assert (unit.target, unit.events[-1].by) == ("Hello everyone.", "translator")


def test_an_editor_left_without_a_change_changes_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    key = Work.open(workspace, "carta", "en").units[0].key
    assert run(["edit", "-C", str(workspace.root), "carta", key, "--editor"]) == 0
    assert "left as it was" in capsys.readouterr().err


def test_what_was_typed_is_kept_when_it_cannot_be_saved(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody else saves the segment while the editor is open."""
    key = Work.open(workspace, "carta", "en").units[0].key
    command = (
        f"{sys.executable} -m translate_flow -C {workspace.root} edit carta {key} --text Theirs --as second"
    )
    script = tmp_path / "editor.sh"
    script.write_text(f"#!/bin/sh\n{command} >&2\nprintf 'Mine, long thought about.' > \"$1\"\n")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert run(["edit", "-C", str(workspace.root), "carta", key, "--editor", "--as", "first"]) == 3
    told = capsys.readouterr().err
    assert "changed meanwhile by second" in told
    kept = Path(told.rstrip("\n").rpartition("what you wrote is in ")[2])
    assert kept.read_text("utf-8") == "Mine, long thought about."
    assert Work.open(workspace, "carta", "en").unit(key).target == "Theirs"


def test_an_editor_that_saves_no_utf8_is_told(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "editor.sh"
    script.write_text("#!/bin/sh\nprintf 'caf\\351' > \"$1\"\n")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    key = Work.open(workspace, "carta", "en").units[0].key
    assert run(["edit", "-C", str(workspace.root), "carta", key, "--editor"]) == 2
    assert "did not save UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["Hi\udcff.", "Hi\x07."])
def test_what_no_document_can_hold_is_refused(
    workspace: Workspace, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    key = Work.open(workspace, "carta", "en").units[0].key
    assert run(["edit", "-C", str(workspace.root), "carta", key, "--text", text]) == 2
    assert run(["edit", "-C", str(workspace.root), "carta", key, "--text", "Hi.", "--as", "J\udcff"]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_line_ends_of_windows_are_line_breaks_and_a_name_is_one_line(workspace: Workspace) -> None:
    key = Work.open(workspace, "carta", "en").units[0].key
    assert (
        run(["edit", "-C", str(workspace.root), "carta", key, "--text", "One\r\ntwo\r\n", "--as", "J\nP "])
        == 0
    )
    unit = Work.open(workspace, "carta", "en").unit(key)
    assert (unit.target, unit.events[-1].by) == ("One\ntwo", "J P")


@pytest.mark.parametrize(
    ("settings", "encoding"),
    [
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
        ({"PYTHONIOENCODING": "ascii"}, "utf-8"),
        ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
    ],
)
@pytest.mark.parametrize("command", ["status", "show carta", "doctor", "glossary list"])
def test_a_locale_without_utf8_stops_nothing(
    workspace: Workspace, settings: dict[str, str], encoding: str, command: str
) -> None:
    words = [sys.executable, "-m", "translate_flow", *command.split(), "-C", str(workspace.root)]
    done = subprocess.run(words, capture_output=True, check=False, env={**os.environ, **settings})
    assert done.returncode in (0, 1) and b"Traceback" not in done.stderr
    assert done.stdout.decode(encoding)


@pytest.mark.parametrize("folder", ["/proc/demo", "/dev/null/demo"])
def test_a_folder_that_cannot_be_written_is_named(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", folder]) in (2, 3)
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and folder in told and "Traceback" not in told


@pytest.mark.parametrize("columns", [20, 40, 52, 54, 60, 72, 100])
def test_status_can_be_read_on_any_width(
    workspace: Workspace, columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert run(["status", "-C", str(workspace.root)]) == 0
    told = capsys.readouterr().out
    assert all(len(line.rstrip()) <= columns for line in told.splitlines())
    assert "carta" in told and "0 %" in " ".join(told.split())


def test_ctrl_c_while_the_program_is_being_loaded_is_told_in_one_line() -> None:
    code = """
import builtins, sys
from translate_flow.cli import main
real = builtins.__import__
def press(name, *rest, **more):
    if name == "click":
        raise KeyboardInterrupt
    return real(name, *rest, **more)
builtins.__import__ = press
sys.argv = ["translate-flow", "status"]
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        130,
        "translate-flow: stopped; everything finished so far is saved\n",
    )


def test_a_reader_that_goes_away_is_no_error(workspace: Workspace) -> None:
    command = f"{sys.executable} -m translate_flow -C {workspace.root} show carta | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode in (0, 141) and "Traceback" not in done.stderr


def test_the_last_line_of_status_is_in_the_reader_s_language(workspace: Workspace) -> None:
    second = workspace.statements / "acta.es.txt"
    second.write_text("Buenos días.\n", "utf-8")
    add(Workspace.find(workspace.root), [second], ["en"])
    done = subprocess.run(
        [sys.executable, "-m", "translate_flow", "-C", str(workspace.root), "--lang", "es", "status"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    shown = [line.split()[0] for line in done.stdout.splitlines()]
    assert shown[:4] == ["comunicado", "acta", "carta", "todos"]
