"""How a repository merges catalogues: what its configuration says, and whether that can run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from translate_flow.files.repository import Driver, committed, driver, merge_command, register, works

LOST = "/gone/python -m translate_flow merge-driver %O %A %B %P"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository's folder, as far as anything of it is read."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "state"),
    [
        (merge_command(), Driver.GOOD),
        (LOST, Driver.LOST),
        ("translate-flow merge-driver %O %A %B %P", Driver.LOST),
        ("' translate_flow merge-driver", Driver.LOST),
        ("somebodys-own %O %A %B", Driver.GOOD),
        ("", Driver.MISSING),
    ],
)
def test_a_driver_is_good_if_it_can_run_or_is_somebodys_own(
    repository: Path, command: str, state: Driver
) -> None:
    said = f'[core]\n\tbare = false\n[merge "translate-flow"]\n\tname = x\n\tdriver = {command}\n[user]\n\tname = Ana\n'
    (repository / ".git" / "config").write_text(said, "utf-8")
    assert driver(repository) is state


def test_without_a_section_there_is_none_and_without_git_no_repository(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (repository / ".git" / "config").write_text("[core]\n\tbare = false\n", "utf-8")
    assert driver(repository) is Driver.MISSING
    assert driver(tmp_path_factory.mktemp("alone")) is Driver.NO_GIT
    assert Path(merge_command().split()[0].strip("'")) == Path(sys.executable)


def test_a_linked_work_tree_has_the_driver_of_its_repository(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    linked = tmp_path_factory.mktemp("linked")
    inner = repository / ".git" / "worktrees" / "linked"
    inner.mkdir(parents=True)
    (inner / "commondir").write_text("../..\n", "utf-8")
    (inner / "HEAD").write_text("ref: refs/heads/other\n", "utf-8")
    (linked / ".git").write_text(f"gitdir: {inner}\n", "utf-8")
    said = f'[core]\n\tbare = false\n[merge "translate-flow"]\n\tdriver = {merge_command()}\n'
    (repository / ".git" / "config").write_text(said, "utf-8")
    assert driver(linked) is Driver.GOOD
    (repository / ".git" / "config").write_text(said.replace(merge_command(), LOST), "utf-8")
    assert driver(linked) is Driver.LOST


def test_a_file_is_had_as_each_branch_and_tag_has_it_every_version_once(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        name = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        subprocess.run(["git", *name, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    for text, branch in (("one", "other"), ("two", "same"), ("three", "")):
        (tmp_path / "carta.jsonl").write_text(text, "utf-8")
        git("add", ".")
        git("commit", "-q", "-m", text)
        if branch:
            git("branch", branch)
    git("tag", "again")
    assert sorted(committed(tmp_path, "carta.jsonl")) == [b"one", b"three", b"two"]
    assert committed(tmp_path, "no-such-file") == []
    assert committed(tmp_path / "nowhere", "carta.jsonl") == []


def test_what_is_registered_is_good_and_works_and_outside_of_git_nothing_is(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
    subprocess.run(["git", "init", "-q", str(inside)], check=True)
    assert not works(inside)
    assert register(inside) and driver(inside) is Driver.GOOD and works(inside)
    assert not register(outside) and driver(outside) is Driver.NO_GIT


@pytest.mark.parametrize("command", ["/gone/python -m translate_flow merge-driver", "false", "'open"])
def test_a_driver_that_does_not_start_does_not_work(tmp_path: Path, command: str) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    said = ["git", "-C", str(tmp_path), "config", "merge.translate-flow.driver", f"{command} %O %A %B %P"]
    subprocess.run(said, check=True)
    assert not works(tmp_path)
