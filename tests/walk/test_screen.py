"""The walk as a person drives it: keys typed into a real terminal, the screen read."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.flow.editing.edit import edit
from translate_flow.workspace import Workspace

from ..desk.conftest import until
from .statement import DRAFTS, made, opened, unit_of
from .terminal import PROGRAM, Terminal


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one drafted statement."""
    return made(tmp_path)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Terminals to be closed at the end."""
    opened_here: list[Terminal] = []
    yield opened_here
    for terminal in opened_here:
        terminal.close()


def start(
    workspace: Workspace, terminals: list[Terminal], options: str = "", width: int = 100, **variables: str
) -> Terminal:
    """The walk in a terminal, its first segment shown."""
    terminal = Terminal(
        workspace.root, f"{PROGRAM} review aviso --as 'Ana Condori' {options}", width, **variables
    )
    terminals.append(terminal)
    terminal.wait("aviso → en", "Source", "press ? for a list of keys")
    return terminal


BLOCK = re.compile(r"^```(keys|screen)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_walk_goes_as_the_transcript_says(workspace: Workspace, terminals: list[Terminal]) -> None:
    """Confirm, edit in place, comment, return, undo, approve, leave; and all of it is in the journal.

    A screen's lines stand one below the other, perhaps with others between; one with `~` before it is a
    pattern that is found somewhere.
    """
    terminal = start(workspace, terminals)
    for kind, block in BLOCK.findall((Path(__file__).parent / "transcript.md").read_text("utf-8")):
        lines = block.splitlines()
        if kind == "screen":
            for line in lines:
                if line.startswith("~"):
                    terminal.until(re.compile(line[1:]))
            there = [line for line in lines if not line.startswith("~")]
            parts = [".*?".join(map(re.escape, line.split("…"))) for line in there]
            terminal.until(re.compile("^" + "[^\n]*$(?:.*\n)".join(parts), re.DOTALL | re.MULTILINE))
        else:
            for key in re.findall(r"<[^>]+>|[^<]+", "".join(lines)):
                terminal.type(key.strip("<>"))
    done = [e.do for e in unit_of(opened(workspace), "La Red").events]
    assert done == ["draft", "edit", "comment", "return", "confirm", "approve"]


def test_what_is_being_typed_survives_the_terminals_end(
    workspace: Workspace, terminals: list[Terminal]
) -> None:
    """The window is closed in the middle of a word; the next walk goes on with it."""
    terminal = start(workspace, terminals)
    terminal.type("e")
    terminal.wait("ctrl+s saves")
    terminal.type(" and theyr neighb")
    terminal.wait("theyr neighb")
    terminal.close()
    assert unit_of(opened(workspace), "Aviso").target == DRAFTS["Aviso"], "nothing unfinished is saved"
    typing = workspace.cache / "typing"
    until(lambda: any("neighb" in file.read_text("utf-8") for file in typing.rglob("*.json")))
    terminal = start(workspace, terminals)
    terminal.wait("Typed but not saved", "theyr neighb")
    terminal.type("e")
    terminal.wait("ctrl+s saves")
    terminal.type("ours", "C-s")
    terminal.wait("saved", gone="Typed but not saved")
    assert unit_of(opened(workspace), "Aviso").target == f"{DRAFTS['Aviso']} and theyr neighbours"


def test_quitting_in_the_middle_of_a_word_keeps_it(workspace: Workspace, terminals: list[Terminal]) -> None:
    terminal = start(workspace, terminals)
    terminal.type("e")
    terminal.wait("ctrl+s saves")
    terminal.type(" of ou")
    terminal.wait(" of ou")
    terminal.type("C-q")
    terminal.wait("0 segments changed")
    start(workspace, terminals).wait("Typed but not saved", "Notice to the communities of ou")


def test_the_persons_own_editor_gets_the_terminal_and_gives_it_back(
    workspace: Workspace, terminals: list[Terminal], tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "1s/Notice/Open notice/" "$1"\n', "utf-8")
    editor.chmod(0o755)
    terminal = start(workspace, terminals, VISUAL=str(editor), EDITOR=str(editor))
    terminal.type("E")
    terminal.wait("saved", "Open notice to the communities")
    assert unit_of(opened(workspace), "Aviso").target == "Open notice to the communities"


def test_it_follows_the_window_from_wide_to_narrow(workspace: Workspace, terminals: list[Terminal]) -> None:
    """Words are never cut, the present segment stays, and keys go on working."""
    terminal = start(workspace, terminals, "--filter comunidades", width=130)
    terminal.type("n")
    terminal.wait("2/2", "La Red Muqui convoca a las 14 comunidades de la cuenca.")
    terminal.resize(38, 16)
    terminal.wait("La Red Muqui convoca a las 14\n comunidades de la cuenca.\n")
    terminal.type("p")
    terminal.wait("Aviso a las comunidades")
    terminal.resize(130, 40)
    terminal.wait("Notice to the communities", "1/2")


def test_jump_filter_and_help(workspace: Workspace, terminals: list[Terminal]) -> None:
    terminal = start(workspace, terminals)
    terminal.type("g")
    terminal.wait("Number, key or words")
    terminal.type("analisis", "Enter")
    terminal.wait("Pedimos un análisis", "4/4")
    terminal.type("f")
    terminal.wait("Filter, such as")
    terminal.type("check:number-changed", "Enter")
    terminal.wait("1/1", "La Red Muqui")
    terminal.type("f")
    terminal.wait("Filter, such as")
    terminal.type("stat:x", "Enter")
    terminal.wait("did you mean state?")
    terminal.type("Escape")
    terminal.wait("La Red Muqui", "1/1", gone="stat:")
    terminal.type("?")
    terminal.wait("edit in your own editor", "undo the last action")
    terminal.type("n")
    terminal.wait("La Red Muqui")


def test_what_another_person_does_meanwhile_is_shown_and_never_overwritten(
    workspace: Workspace, terminals: list[Terminal]
) -> None:
    terminal = start(workspace, terminals)
    terminal.type("e")
    terminal.wait("ctrl+s saves")
    work = opened(workspace)
    edit(work, unit_of(work, "Aviso").key, "A notice", "Luis Vega")
    terminal.type(" of ours", "C-s")
    terminal.wait("changed meanwhile by Luis Vega", "of ours")
    assert unit_of(opened(workspace), "Aviso").target == "A notice"
    terminal.type("Escape")
    terminal.wait("Now,", "A notice", "Typed but not saved", "of ours")


def test_without_a_terminal_it_says_what_else_to_use(workspace: Workspace) -> None:
    done = subprocess.run(
        [PROGRAM, "-C", str(workspace.root), "review"],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "translate-flow: review needs a terminal; elsewhere use show, edit, confirm and approve\n"
    )
