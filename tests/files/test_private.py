"""What is its owner's alone."""

from __future__ import annotations

import stat
from pathlib import Path

from translate_flow.files.private import PRIVATE, make_folder, make_private_file


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_an_older_version_left_open_is_shut_and_what_links_lead_to_is_not(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x", "utf-8")
    outside.chmod(0o644)
    top = tmp_path / PRIVATE
    inner = top / "typing"
    inner.mkdir(parents=True)
    draft = inner / "draft.json"
    draft.write_text("{}", "utf-8")
    (inner / "link").symlink_to(outside)
    for path, mode in ((draft, 0o644), (inner, 0o755), (top, 0o755)):
        path.chmod(mode)
    make_folder(inner)
    assert [_mode(path) for path in (top, inner, draft)] == [0o700, 0o700, 0o600]
    assert _mode(outside) == 0o644


def test_a_private_file_is_born_private(tmp_path: Path) -> None:
    path = tmp_path / PRIVATE / "memory.sqlite"
    make_private_file(path)
    assert (_mode(path), _mode(path.parent)) == (0o600, 0o700)
