"""Where the desk cannot do as it would: said in place, and nothing is lost."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from translate_flow.language.text import digest

from ..trust.disks import filled, small_disk
from .conftest import NAME, Desk, Visitor, free_port, journal, make_workspace, start, stop, until
from .test_killed import Hand

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


def test_on_a_full_disk_what_cannot_be_kept_is_refused_and_nothing_is_half(tmp_path: Path) -> None:
    """What fits is acknowledged and stays; what does not is refused in a line, changes nothing, and goes when sent again."""
    with small_disk(tmp_path) as disk:
        if disk is None:
            pytest.skip("no disk could be mounted here: root is needed")
        make_workspace(disk / "w")
        desk = start(disk / "w", free_port())
        try:
            hand = Hand(desk)
            hand.begin()
            units = desk.work().units

            def save(place: int, text: str) -> tuple[int, dict[str, str]]:
                data = {"language": "en", "name": NAME, "key": units[place].key, "base": digest(""), "do": "save", "text": text, "tab": "t"}  # fmt: skip
                headers = hand.headers | {"Content-Type": "application/json"}
                status, _, body = desk.request("POST", "/api/save", headers, json.dumps(data).encode())
                return status, json.loads(body)

            kept: dict[int, str] = {}
            refused: dict[int, str] = {}
            with filled(disk, 0):
                for place in range(len(units)):
                    text = f"Text {place}. " * 300  # longer than what is left of the journal's last page
                    status, answer = save(place, text)
                    if status == 200:
                        kept[place] = text
                    else:
                        assert status == 422 and "space" in answer["error"] and "\n" not in answer["error"]
                        refused[place] = text
                told = {e["key"]: e["text"] for e in journal(desk.root) if e["do"] == "edit"}
                assert told == {units[place].key: text for place, text in kept.items()} and len(refused) > 3
                assert desk.request("GET", f"/s/en/{NAME}", hand.headers)[0] == 200, "one can go on reading"
            for place, text in refused.items():
                assert save(place, text)[0] == 200
            desk.kill()
            desk.restart()
            assert [u.target for u in desk.work().units] == [
                (kept | refused)[place] for place in range(len(units))
            ]
        finally:
            stop(desk)
