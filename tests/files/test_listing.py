"""All files below a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.files.listing import below
from translate_flow.flow.intake.add import add
from translate_flow.workspace import Workspace

WITHOUT_PRIVILEGE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
"""What makes an administrator's command heed the rights of folders."""


def test_links_to_folders_are_not_followed_and_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    (tmp_path / "a" / ".b").mkdir(parents=True)
    for name in ("x.po", "a/y.po", "a/.b/z.po", "a/ñ.po"):
        (tmp_path / name).touch()
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    (tmp_path / "gone.po").symlink_to(tmp_path / "nowhere")
    assert sorted(below(str(tmp_path))) == ["a/.b/z.po", "a/y.po", "a/ñ.po", "gone.po", "x.po"]
    unread: list[OSError] = []
    assert list(below(str(tmp_path / "none"), unread)) == [] and not unread


def test_what_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.po").touch()
    unread: list[OSError] = []
    assert list(below(str(tmp_path / "x.po"), unread)) == []
    assert [(type(e), e.filename) for e in unread] == [(NotADirectoryError, str(tmp_path / "x.po"))]


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """A workspace with a statement at the top and one in a folder."""
    (tmp_path / "statements" / "2024").mkdir(parents=True)
    (tmp_path / "glossary").mkdir()
    (tmp_path / "plans" / "2024").mkdir(parents=True)
    (tmp_path / "glossary" / "terms.csv").write_text("es,en\nrío,river\n", "utf-8")
    (tmp_path / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n', "utf-8")
    paths = [tmp_path / "statements" / name for name in ("aviso.es.md", "2024/carta.es.md")]
    for path in paths:
        path.write_text("# El río\n\nNadie responde.\n", "utf-8")
    add(Workspace.load(tmp_path), paths, ["en"])
    yield tmp_path
    for path in tmp_path.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)


def run(root: Path, *command: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command that heeds the rights of folders."""
    program = [*WITHOUT_PRIVILEGE, sys.executable, "-m", "translate_flow", "-C", str(root), *command]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def left_out(place: str) -> str:
    return f"translate-flow: {place}: cannot be read: permission denied; the files in it are left out: make the folder"


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_folder_of_catalogues_that_may_not_be_read_is_named_and_the_others_go_on(
    root: Path, command: str
) -> None:
    (root / "locales" / "en" / "2024").chmod(0)
    code, out, errors = run(root, command)
    assert code and errors.count("cannot be read") == 1 and left_out("locales/en/2024") in errors
    assert "aviso" in out


def test_a_folder_of_statements_that_may_not_be_read_is_named_and_the_others_are_added(root: Path) -> None:
    (root / "statements" / "2024").chmod(0)
    (root / "locales" / "en" / "aviso.po").unlink()
    code, out, errors = run(root, "add")
    assert code == 3 and errors.count("cannot be read") == 1 and left_out("statements/2024") in errors
    assert "locales/en/aviso.po" in out


def test_doctor_names_each_folder_that_may_not_be_read_once(root: Path) -> None:
    (root / "statements" / "2024").chmod(0)
    (root / "locales" / "en" / "2024").chmod(0)
    code, out, errors = run(root, "doctor")
    assert code and not errors
    assert [line.split(": ")[:2] for line in out.splitlines() if "cannot be read" in line] == [
        ["✗ folders", "locales/en/2024"],
        ["✗ folders", "statements/2024"],
    ]


def test_without_its_glossary_nothing_is_drafted_or_checked(root: Path) -> None:
    (root / "glossary").chmod(0)
    code, _, errors = run(root, "check")
    assert code == 3 and "glossary: cannot be read: permission denied" in errors
    assert "Traceback" not in errors


def test_a_folder_of_plans_that_may_not_be_read_is_named(root: Path) -> None:
    (root / "plans" / "2024").chmod(0)
    _, out, errors = run(root, "plan")
    assert "plans/2024: cannot be read: permission denied" in out + errors
