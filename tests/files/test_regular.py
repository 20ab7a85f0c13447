"""What lies in a workspace in a file's place and is none keeps no command waiting, and is named."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest

from translate_flow.flow.intake.add import add
from translate_flow.workspace import Workspace

from ..warm import program

NO_FILE = "is a pipe, a socket or a device; put a file in its place"
PLACES = {
    "locales/en/carta.po": NO_FILE,
    "locales/en/carta.history.jsonl": NO_FILE,
    "translate-flow.toml": NO_FILE,
    "glossary/terms.csv": NO_FILE,
    "statements/carta.es.md": "source file is gone",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "statements").mkdir()
    (tmp_path / "glossary").mkdir()
    (tmp_path / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n', "utf-8")
    (tmp_path / "glossary" / "terms.csv").write_text("es,en\nrío,river\n", "utf-8")
    for name in ("aviso", "carta"):
        (tmp_path / "statements" / f"{name}.es.md").write_text("# El río\n\nNadie responde.\n", "utf-8")
    workspace = Workspace.load(tmp_path)
    add(workspace, [workspace.statements / f"{name}.es.md" for name in ("aviso", "carta")], ["en"])
    return tmp_path


def said(root: Path, *command: str) -> tuple[int, str]:
    """Exit code and all output of a command, which may take no more than a minute."""
    run = [program(), "-C", str(root), *command]
    done = subprocess.run(run, capture_output=True, encoding="utf-8", timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


def put(path: Path, kind: str) -> None:
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as one:
            os.chdir(path.parent)  # the path of a socket may not be long
            one.bind(path.name)
    else:
        path.mkdir()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["pipe", "device", "socket", "folder"])
def test_no_command_waits_for_what_is_not_a_file(
    root: Path, place: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    put(root / place, kind)
    code, told = said(root, "check" if "glossary" in place else "status")
    assert "Traceback" not in told
    if kind == "folder" and place.endswith((".po", ".csv")):
        return  # a folder may be called so: it holds statements of its own
    if kind == "folder" and "statements" not in place:
        assert code and "is a folder, not a file" in told
    else:
        assert PLACES[place] in told and Path(place).name.split(".")[0] in told
    if place.startswith("locales"):
        assert "aviso" in told  # the others are told of all the same


@pytest.mark.parametrize("place", ["locales", "locales/en"])
def test_a_folder_that_cannot_be_listed_is_not_called_empty(root: Path, place: str) -> None:
    # What stands for it is a file: a folder without rights is one that an administrator's tests can read.
    (root / place).rename(root / "elsewhere")
    (root / place).write_text("", "utf-8")
    code, told = said(root, "status")
    assert code and f"{place}: cannot be read: is not a folder" in told and "no statement yet" not in told
    (root / place).unlink()
    assert "no statement yet" in said(root, "status")[1]


@pytest.mark.parametrize(
    "command", ["edit", "show", "history", "approve", "confirm", "comment", "split", "join"]
)
def test_an_empty_key_is_refused(root: Path, command: str) -> None:
    code, told = said(root, command, "carta", "")
    assert code == 2 and "an empty key was given" in told
    code, told = said(root, command, "", "a")
    assert code == 2 and "an empty name of a statement was given" in told


def test_a_version_that_no_segment_has_is_refused(root: Path) -> None:
    from translate_flow.flow.statement.events import event
    from translate_flow.flow.statement.work import Work

    work = Work.open(Workspace.load(root), "carta", "en")
    work.change(lambda now: [event("draft", u, "fake", "x") for u in now.units[:1]])
    work.change(lambda now: [event("edit", u, "Ana", "y") for u in now.units[:1]])
    for option in ("--from=99", "--to=3", "--from=0"):
        code, told = said(root, "diff", option)
        assert code == 2 and "the highest number is 2" in told
    assert said(root, "diff", "--from=1", "--to=2", "carta")[0] == 0
    assert said(root, "diff", "--from=2", "aviso")[0] == 2  # nothing has happened there yet


def test_a_term_of_several_forms_is_refused(root: Path) -> None:
    table = root / "glossary" / "terms.csv"
    before = table.read_bytes()
    code, told = said(root, "glossary", "add", "arroyo|quebrada", "stream")
    assert code and "a term has one form" in told and table.read_bytes() == before
