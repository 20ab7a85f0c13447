"""Where the desk cannot do as it would: said in place, and nothing is lost."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import NAME, Desk, Visitor, free_port, journal, start, stop, until

Visit = Callable[..., Visitor]
NO_STORAGE = """
for (const kind of ['localStorage', 'sessionStorage', 'indexedDB'])
  Object.defineProperty(window, kind, { get() { throw new DOMException('denied', 'SecurityError'); } });
"""


def test_a_browser_without_storage_works_and_keeps_what_was_typed(
    open_desk: Callable[..., Desk], visit: Visit
) -> None:
    desk = open_desk()
    visitor = visit(desk, path="/settings")
    visitor.context.add_init_script(NO_STORAGE)
    page = visitor.page
    for path in ("/", "/settings", "/glossary/en", "/find", "/plan", f"/s/en/{NAME}"):
        page.goto(desk.url + path)
        page.wait_for_selector("#rows, html[data-ready]")
    page.wait_for_selector("html[data-ready]")
    page.fill("#text", "Statement")
    page.click(".actions [data-do=confirm]")
    until(lambda: any(e.get("text") == "Statement" for e in journal(desk.root)))
    page.keyboard.type("half a sentence")
    page.wait_for_selector("#kept:not(:empty)")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.input_value("#text") == "half a sentence"
    visitor.calm()


def test_two_desks_on_one_workspace_lose_nothing(desk: Desk, visit: Visit) -> None:
    second = start(desk.root, free_port())
    try:
        one = visit(desk, name="Ana", path=f"/s/en/{NAME}").page
        other = visit(second, name="Berta", path=f"/s/en/{NAME}").page
        one.fill("#text", "By Ana")
        one.click(".actions [data-do=confirm]")
        # The other desk sees it, and goes on in another paragraph.
        other.wait_for_selector(".target:has-text('By Ana')", state="attached")
        other.keyboard.press("Alt+ArrowDown")
        other.wait_for_selector("#source:has-text('denuncia')")
        other.fill("#text", "By Berta")
        other.click(".actions [data-do=confirm]")
        one.wait_for_selector(".target:has-text('By Berta')", state="attached")
        texts = [u.target for u in desk.work().units]
        assert texts[:2] == ["By Ana", "By Berta"]
        assert {e["by"] for e in journal(desk.root) if e["do"] == "edit"} == {"Ana", "Berta"}
    finally:
        stop(second)


def test_a_workspace_of_a_newer_version_is_said_and_stays_as_it_is(desk: Desk, visit: Visit) -> None:
    """While the desk runs, and when it is to be started."""
    page = visit(desk, path="/settings").page
    file = desk.root / "translate-flow.toml"
    newer = file.read_text("utf-8") + '\n[telepathy]\nto = "all"\n'
    file.write_text(newer, "utf-8")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.fill("#memory-threshold", "70")
    page.click("[data-form=rules] button.primary")
    page.wait_for_selector(".alarm.refused:has-text('telepathy')")
    assert file.read_text("utf-8") == newer
    # What is open can be worked on still.
    page.goto(desk.editor())
    page.wait_for_selector("html[data-ready]")
    page.fill("#text", "Statement")
    page.click(".actions [data-do=confirm]")
    until(lambda: any(e.get("text") == "Statement" for e in journal(desk.root)))
    command = [sys.executable, "-m", "translate_flow", "desk", "--no-browser", "-C", str(desk.root)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert said.returncode != 0 and "telepathy" in said.stderr and "Traceback" not in said.stderr
    assert file.read_text("utf-8") == newer


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_an_empty_folder_that_cannot_be_written_is_said_in_place(tmp_path: Path, visit: Visit) -> None:
    place = tmp_path / "w"
    place.mkdir()
    # A file where a folder has to be made is refused to everybody, to the system's administrator too.
    desk = start(place, free_port())
    with contextlib.ExitStack() as ended:
        ended.callback(stop, desk)
        page = visit(desk).page
        (place / "locales").write_text("in the way")
        page.click("#begin")
        page.wait_for_selector("#told:has-text('locales')")
        assert sorted(p.name for p in place.iterdir() if p.is_file()) == ["locales"]
        assert not (place / "translate-flow.toml").exists()
        # Out of the way, the same answers do.
        (place / "locales").unlink()
        page.click("#begin")
        page.wait_for_selector("#drop")
