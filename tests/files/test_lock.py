"""One writer at a time, also where the file system knows no locks."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from translate_flow.errors import CatalogueError, ConflictError
from translate_flow.files.lock import locked


def _failing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def flock(handle: int, how: int) -> None:
        raise OSError(number, "no locks here")

    monkeypatch.setattr(fcntl, "flock", flock)


@pytest.mark.parametrize("number", [None, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_second_writer_waits_and_is_told_who_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    if number is not None:
        _failing(monkeypatch, number)
    with (
        locked(tmp_path),
        pytest.raises(ConflictError, match=str(tmp_path.parent)),
        locked(tmp_path, seconds=0),
    ):
        pytest.fail("two at once")
    with locked(tmp_path, seconds=0):
        pass  # it ended
    assert not (tmp_path / "write.pid").exists()


def test_where_there_are_no_locks_a_dead_writer_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing(monkeypatch, errno.ENOLCK)
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait(60)
    with locked(tmp_path):
        said = (tmp_path / "write.pid").read_text("utf-8")
    (tmp_path / "write.pid").write_text(f"{said.split()[0]} {dead.pid}", "utf-8")
    with locked(tmp_path, seconds=0):
        pass
    (tmp_path / "write.pid").write_text(f"another-machine {dead.pid}", "utf-8")
    with pytest.raises(ConflictError, match=r"write\.pid"), locked(tmp_path, seconds=0):
        pytest.fail("of another machine nobody can say whether it lives")


def test_where_there_are_no_locks_a_living_writer_counts_and_a_file_of_our_own_number_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process may get the number of one that died with the lock in its hand."""
    _failing(monkeypatch, errno.ENOLCK)
    with locked(tmp_path):
        host, ours = (tmp_path / "write.pid").read_text("utf-8").split()
    (tmp_path / "write.pid").write_text(f"{host} {os.getppid()}", "utf-8")
    with pytest.raises(ConflictError, match=r"write\.pid"), locked(tmp_path, seconds=0):
        pytest.fail("the one that started us is alive")
    (tmp_path / "write.pid").write_text(f"{host} {ours}", "utf-8")
    with locked(tmp_path, seconds=0):
        pass
    (tmp_path / "write.pid").write_text("not a lock", "utf-8")
    with pytest.raises(ConflictError, match=r"write\.pid"), locked(tmp_path, seconds=0):
        pytest.fail("nobody can say whose it is")


def test_a_lock_that_fails_is_one_error_with_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing(monkeypatch, errno.EIO)
    with pytest.raises(CatalogueError, match=str(tmp_path)), locked(tmp_path):
        pytest.fail("it is not ours")
