"""Writing files: whole or not at all, and nothing left lying about."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from translate_flow.errors import CatalogueError
from translate_flow.files.disk import _temporary, cut_back, leftovers, write_atomically


def test_what_a_killed_process_left_half_written_is_swept_away(tmp_path: Path) -> None:
    """But not what another process is writing at this moment, nor another file's."""
    left, other = (tmp_path / f".{n}.tmp" for n in ("a.po.x1", "b.po.x3"))
    for path in (left, other):
        path.write_bytes(b"half")
    handle, busy = _temporary(tmp_path / "a.po")
    write_atomically(tmp_path / "a.po", b"whole")
    os.close(handle)
    assert sorted(tmp_path.iterdir()) == sorted([busy, other, tmp_path / "a.po"])


def test_of_what_lies_below_a_folder_half_written_files_go_and_what_was_put_aside_is_given(
    tmp_path: Path,
) -> None:
    """Names that only look alike stay: another program's temporary file, a person's own."""
    (tmp_path / "en" / "deeper").mkdir(parents=True)
    half, aside, foreign, own = (
        tmp_path / name
        for name in ("en/.a.po.abcd_123.tmp", "en/deeper/.a.po.abcd_123.aside", "en/.a.tmp", "en/a.po.tmp")
    )
    for path in (half, aside, foreign, own):
        path.write_bytes(b"half")
    handle, busy = _temporary(tmp_path / "en" / "a.po")
    assert leftovers(tmp_path) == [aside]
    os.close(handle)
    assert not half.exists() and all(path.exists() for path in (aside, foreign, own, busy))


@pytest.mark.parametrize("kind", ["pipe", "device", "link to a device", "folder"])
def test_no_device_and_no_pipe_is_replaced_by_a_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "out"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "link to a device":
        path.symlink_to("/dev/null")
    else:
        path = Path("/dev/null")
    before = path.stat().st_mode
    with pytest.raises(CatalogueError, match="is left alone; name a file"):
        write_atomically(path, b"x")
    assert path.stat().st_mode == before and not list(tmp_path.glob(".*.tmp"))


def test_a_repository_above_a_ceiling_is_not_the_workspaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A throw-away copy inside a checkout has nothing to merge: git itself is told so by this variable."""
    from translate_flow.files.repository import Driver, driver

    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("", "utf-8")
    inner = tmp_path / "build" / "run"
    inner.mkdir(parents=True)
    assert driver(inner) is not Driver.NO_GIT
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path / "build"))
    assert driver(inner) is Driver.NO_GIT


def test_a_file_that_is_written_anew_keeps_its_rights_and_a_new_one_has_those_of_its_folders_files(
    tmp_path: Path,
) -> None:
    kept, plain = tmp_path / "kept.po", tmp_path / "plain.po"
    kept.write_bytes(b"old")
    plain.write_bytes(b"by another program")
    kept.chmod(0o640)
    for name in ("kept.po", "new.po"):
        write_atomically(tmp_path / name, b"new")
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert rights["kept.po"] == 0o640 and kept.read_bytes() == b"new"
    assert rights["new.po"] == rights["plain.po"]


def test_a_file_is_cut_back_to_its_former_end_and_one_that_was_not_there_is_gone(tmp_path: Path) -> None:
    grown, made = tmp_path / "grown.jsonl", tmp_path / "made.jsonl"
    grown.write_bytes(b"one\ntwo\n")
    made.write_bytes(b"two\n")
    cut_back(grown, 4)
    cut_back(made, None)
    assert grown.read_bytes() == b"one\n" and not made.exists()
    with pytest.raises(CatalogueError):
        cut_back(made, 4)
