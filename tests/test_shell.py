"""What a shell is given: words at the Tab key, the manual page, the version."""

from __future__ import annotations

import os
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from translate_flow import __version__
from translate_flow.cli import manual, run
from translate_flow.cli.group import COMMANDS, group
from translate_flow.messages import speaking


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run(["init", str(tmp_path / "w")]) == 0
    place = tmp_path / "w"
    (place / "statements" / "aviso.es.md").write_text(
        "# Aviso\n\nPedimos agua.\n\nNo hay respuesta.\n", "utf-8"
    )
    (place / "statements" / "carta.es.md").write_text("# Carta\n\nPedimos luz.\n", "utf-8")
    monkeypatch.chdir(place)
    assert run(["add"]) == 0
    return place


def offered(*words: str) -> dict[str, str | None]:
    """What is offered for the last of the words, with what stands beside it."""
    shell = ShellComplete(group, {}, "translate-flow", "_TRANSLATE_FLOW_COMPLETE")
    return {item.value: item.help for item in shell.get_completions(list(words[:-1]), words[-1])}


def test_statements_are_completed_and_not_offered_twice(workspace: Path) -> None:
    assert set(offered("status", "")) == {"aviso", "carta"}
    assert set(offered("status", "car")) == {"carta"}
    assert set(offered("draft", "aviso", "")) == {"carta"}


def test_segments_are_completed_with_their_first_words(workspace: Path) -> None:
    found = offered("confirm", "aviso", "")
    assert sorted(map(str, found.values())) == ["Aviso", "No hay respuesta.", "Pedimos agua."]
    assert set(offered("edit", "carta", "")).isdisjoint(found)


def test_languages_rules_and_engines_are_completed(workspace: Path) -> None:
    assert offered("status", "--to", "") == {"en": "English"}
    with speaking("es"):
        assert offered("status", "--to", "") == {"en": "Inglés"}
    assert set(offered("check", "--rule", "num")) == {"number-changed"}
    assert "apertium" in offered("draft", "--engine", "ap")


def test_outside_of_a_workspace_nothing_is_offered_and_nothing_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("status", "") == {} == offered("confirm", "aviso", "")
    assert capsys.readouterr() == ("", "")


def test_a_workspace_elsewhere_is_asked(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert set(offered("status", "-C", str(workspace), "")) == {"aviso", "carta"}


@pytest.mark.parametrize("tag", ["en", "es"])
def test_the_manual_page_has_every_command_and_only_roff_that_man_knows(tag: str) -> None:
    with speaking(tag):
        page = manual.page()
    for name in (name for section in COMMANDS.values() for name in section):
        assert f".SS translate\\-flow {name.replace('-', chr(92) + '-')} " in page
    requests = {line.split()[0] for line in page.split("\n") if line.startswith(".")}
    assert requests == {".TH", ".SH", ".SS", ".PP", ".TP", ".B"}
    assert not re.search(
        r"(?m)^'|(?<!\\)-", page
    )  # no line that roff would take for a request, no bare hyphen
    assert ("EXIT STATUS" in page) == (tag == "en") and ("ESTADO DE SALIDA" in page) == (tag == "es")


def test_version_says_what_it_runs_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    first, python, libraries = capsys.readouterr().out.splitlines()
    assert first == f"translate-flow {__version__}"
    assert python.startswith("Python 3.") and os.uname().sysname in python
    assert f"click {version('click')}" in libraries


def test_check_looks_only_at_the_segments_that_are_asked_for(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A draft or a gap stops no commit; an error in confirmed text does."""
    confirmed = ["check", "--errors", "--filter", "state:translated,approved"]
    assert run(["check", "--errors"]) == 1
    assert run(confirmed) == 0
    [key] = [k for k, source in offered("edit", "aviso", "").items() if source == "Pedimos agua."]
    assert run(["edit", "aviso", key, "--as", "Ana", "--text", "We ask for 12 wells."]) in (0, 1)
    capsys.readouterr()
    assert run(confirmed) == 1
    assert "number-changed" in capsys.readouterr().out
