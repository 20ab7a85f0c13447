"""What a desk keeps privately is its owner's alone."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import subprocess
from pathlib import Path

from translate_flow.files.disk import write_atomically
from translate_flow.files.private import PRIVATE, make_folder

from ..warm import program
from .conftest import Desk


def modes(folder: Path) -> set[tuple[bool, int]]:
    """Whether it is a folder, and its permission bits, of all that is in a folder; a desk may be at work in it."""
    found = set()
    for path in (folder, *folder.rglob("*")):
        with contextlib.suppress(FileNotFoundError):
            mode = path.stat().st_mode
            found.add((stat.S_ISDIR(mode), stat.S_IMODE(mode)))
    return found


def test_all_that_is_kept_privately_is_its_owners_alone(desk: Desk) -> None:
    cookie = desk.cookie()
    page = desk.request("GET", "/s/en/comunicado", {"Cookie": cookie})[2].decode()
    token = page.split('name="csrf" content="')[1].split('"')[0]
    key = page.split('<section class="row" id="')[1].split('"')[0]
    headers = {
        "Cookie": cookie,
        "X-CSRF-Token": token,
        "Origin": f"http://127.0.0.1:{desk.port}",
        "Content-Type": "application/json",
    }
    sent = {"language": "en", "name": "comunicado", "key": key, "text": "A draft", "base": "", "tab": "t"}
    status, _, answer = desk.request("POST", "/api/typing", headers, json.dumps(sent).encode())
    assert status == 200, answer
    run = [program(), "memory", "stats", "-C", str(desk.root)]
    subprocess.run(run, check=True, capture_output=True)
    kept = desk.root / PRIVATE
    assert list((kept / "typing").rglob("*.json"))
    assert modes(kept) == {(True, 0o700), (False, 0o600)}


def test_a_private_folder_of_an_older_version_is_shut(tmp_path: Path) -> None:
    folder = tmp_path / PRIVATE / "typing" / "en"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text("{}")
    for path in (tmp_path / PRIVATE, tmp_path / PRIVATE / "typing", folder):
        path.chmod(0o755)
    (folder / "a.json").chmod(0o644)
    make_folder(tmp_path / PRIVATE)
    assert modes(tmp_path / PRIVATE) == {(True, 0o700), (False, 0o600)}
    write_atomically(folder / "a.json", b"{1}")
    write_atomically(tmp_path / "open.txt", b"")
    assert modes(tmp_path / PRIVATE) == {(True, 0o700), (False, 0o600)}
    assert (tmp_path / "open.txt").stat().st_mode & 0o777 == 0o666 & ~umask()


def umask() -> int:
    """This process's."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
