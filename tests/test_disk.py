"""Writing files: whole or not at all, and nothing left lying about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translate_flow.errors import CatalogueError
from translate_flow.files.disk import LEFT_SECONDS, write_atomically


def test_what_a_killed_process_left_half_written_is_swept_away(tmp_path: Path) -> None:
    """But not what another process may be writing at this moment, nor another file's."""
    old, young, other = (tmp_path / f".{n}.tmp" for n in ("a.po.x1", "a.po.x2", "b.po.x3"))
    for path in (old, young, other):
        path.write_bytes(b"half")
    for path in (old, other):
        past = path.stat().st_mtime - LEFT_SECONDS - 1
        os.utime(path, (past, past))
    write_atomically(tmp_path / "a.po", b"whole")
    assert sorted(p.name for p in tmp_path.iterdir()) == [young.name, other.name, "a.po"]


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
