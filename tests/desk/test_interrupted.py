"""Ctrl+C at the desk: whatever it is at, it ends, quietly, and nothing saved is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ..plugins.test_plugins import installed
from .conftest import NAME, STATEMENT, make_workspace, write
from .test_door import impatient, signed_in

ENDLESS = """
from translate_flow.checks import Check

def run(unit, scene):
    while "sin fin" in unit.segment.text:
        pass
    return ()

ENDLESS = Check("endless", "does not end", run)
"""


OPENING = """
import asyncio, signal, sys
from translate_flow.cli import main

make = asyncio.selector_events.BaseSelectorEventLoop._make_self_pipe

def interrupted(loop):
    signal.raise_signal(signal.SIGINT)
    make(loop)

asyncio.selector_events.BaseSelectorEventLoop._make_self_pipe = interrupted
sys.argv = ["translate-flow", "desk", "--no-browser"]
main()
"""


@pytest.mark.parametrize("new", [False, True], ids=["a workspace", "first run"])
def test_ctrl_c_while_it_opens_ends_it_quietly(tmp_path: Path, new: bool) -> None:
    """In the worst moment: the loop is half made."""
    root = tmp_path / "w"
    if new:
        root.mkdir()
    else:
        make_workspace(root)
    ended = subprocess.run(
        [sys.executable, "-c", OPENING], cwd=root, capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0 and "Traceback" not in ended.stderr and "/enter?key=" in ended.stdout


@pytest.mark.parametrize("times", [1, 2], ids=["once", "twice"])
def test_ctrl_c_ends_it_whatever_a_thread_is_at(tmp_path: Path, times: int) -> None:
    """With a check of another package that does not end; what was saved meanwhile is there."""
    root = tmp_path / "w"
    workspace = make_workspace(root, statements={NAME: STATEMENT, "otra": "# Otra\n\nEsto es sin fin.\n"})
    write(workspace, {1: "This has no end."}, name="otra")
    entries = {"translate_flow.checks": {"endless": "endless:ENDLESS"}}
    packages = installed(tmp_path / "p", "endless", entries, {"endless.py": ENDLESS})
    running = impatient(root, packages, leave=3.0)
    headers = signed_in(running) | {"Content-Type": "application/json"}
    assert running.request("GET", "/s/en/otra", headers)[0] == 200  # its checks begin behind the page
    key = running.work().units[0].key
    place = f"language=en&name={NAME}&key={key}"
    base = json.loads(running.request("GET", f"/api/segment?{place}", headers)[2])["base"]
    saved = {
        "language": "en",
        "name": NAME,
        "key": key,
        "do": "save",
        "base": base,
        "text": "Saved while it turns.",
    }
    assert running.request("POST", "/api/save", headers, json.dumps(saved).encode())[0] == 200
    for _ in range(times):
        running.process.send_signal(signal.SIGINT)
        time.sleep(0.3)
    _, said = running.process.communicate(timeout=120)
    assert "Traceback" not in said and "stopped while it was still working" in said
    assert running.work().units[0].target == "Saved while it turns."
