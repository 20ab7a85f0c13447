"""Models fetched from a server that answers as Mozilla's do: whole, of the right kind, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from mozilla_server import Mozilla, Server
from tiny_model import write

from translate_flow.engines.firefox import FIREFOX, models
from translate_flow.engines.firefox import mozilla as servers
from translate_flow.errors import Unavailable
from translate_flow.passage import Passage

PAIR = ("es", "en")


@pytest.fixture(autouse=True)
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No model of this machine's user plays into the tests, and no pause is waited for."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(servers, "FIRST_WAIT", 0.0)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the model of es-en."""
    return write(tmp_path_factory.mktemp("model"), "esen", {"paro": "strike"})


@pytest.fixture
def mozilla(made: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mozilla]:
    """Mozilla with one model, in the place of the real one."""
    state = Mozilla()
    state.publish(made, PAIR)
    with Server(state) as server:
        monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", server.records)
        yield state
        server.shutdown()


def left() -> list[str]:
    """What lies in the data folder, hidden or not."""
    place = models.folder()
    return sorted(f.name for f in place.iterdir()) if place.exists() else []


def test_a_model_is_fetched_checked_and_translates(mozilla: Mozilla, made: Path) -> None:
    told: list[tuple[str, int, int]] = []
    place = FIREFOX.get(*PAIR, None, lambda *seen: told.append(seen))
    assert left() == ["es-en"], "nothing temporary is left"
    for file in made.iterdir():
        assert (place / "es-en" / file.name).read_bytes() == file.read_bytes()
    with FIREFOX.start(*PAIR) as engine:
        assert list(engine.translate([Passage("El paro")])) == ["El strike"]
    assert {name for name, *_ in told} == {f.name for f in made.iterdir()}
    assert all(done == total for _, done, total in told if total == 0) and told[-1][1] == told[-1][2]


def test_nothing_but_the_requests_goes_out(mozilla: Mozilla) -> None:
    """No query, no word of what will be translated."""
    FIREFOX.get(*PAIR)
    assert all("?" not in path for path, _ in mozilla.asked)


@pytest.mark.parametrize("ranges", [True, False])
def test_a_broken_transfer_goes_on_where_it_was(mozilla: Mozilla, ranges: bool) -> None:
    """Or, where the server knows no ranges, from the start."""
    mozilla.ranges = ranges
    mozilla.cut = [100, 300, 70_000] if ranges else [100, 300]
    FIREFOX.get(*PAIR)
    begun = [wanted for path, wanted in mozilla.asked if path.startswith("/cdn/")]
    assert "bytes=100-" in begun
    assert left() == ["es-en"]


def test_what_came_is_kept_for_the_same_command(mozilla: Mozilla) -> None:
    mozilla.cut = [500] * 4 + [0] * 30
    with pytest.raises(Unavailable, match=r"the connection keeps breaking.*same command") as told:
        FIREFOX.get(*PAIR)
    assert "\n" not in str(told.value)
    assert left() == [".parts"] and FIREFOX.missing(*PAIR)
    mozilla.cut, mozilla.asked = [], []
    FIREFOX.get(*PAIR)
    assert any(wanted not in ("", "bytes=0-") for _, wanted in mozilla.asked)
    assert left() == ["es-en"]


def test_a_server_that_fails_for_a_while_is_asked_again(mozilla: Mozilla) -> None:
    mozilla.status = [503, 429, 500]
    FIREFOX.get(*PAIR)
    assert left() == ["es-en"]


@pytest.mark.parametrize("status", [302, 403, 404])
def test_a_refusal_is_reported_at_once(mozilla: Mozilla, status: int) -> None:
    mozilla.status = [status]
    with pytest.raises(Unavailable, match=f"status {status}"):
        FIREFOX.get(*PAIR)
    assert len(mozilla.asked) == 1 and left() == []


def test_a_file_with_another_hash_is_refused_and_not_kept(mozilla: Mozilla) -> None:
    path = next(p for p in mozilla.files if "model." in p)
    mozilla.files[path] = mozilla.files[path][:-1] + b"x"
    with pytest.raises(Unavailable, match="wrong hash"):
        FIREFOX.get(*PAIR)
    assert FIREFOX.missing(*PAIR) and not any((models.folder() / ".parts").glob("*"))


def test_the_hash_of_the_unpacked_file_counts_too(mozilla: Mozilla) -> None:
    next(r for r in mozilla.records if r["fileType"] == "model")["decompressedHash"] = "0" * 64
    with pytest.raises(Unavailable, match="cannot be unpacked"):
        FIREFOX.get(*PAIR)
    assert FIREFOX.missing(*PAIR)


def test_files_of_two_kinds_of_model_are_never_mixed(mozilla: Mozilla, tmp_path: Path) -> None:
    """The newest version this engine can read, of the best kind, whole; experiments are left out."""
    newer = write(tmp_path / "newer", "esen", {"paro": "stoppage"})
    mozilla.publish(newer, PAIR, "3.1", architecture="base-memory")
    (newer / "lex.50.50.esen.s2t.bin").unlink()
    (newer / "srcvocab.esen.spm").unlink()
    for version, fields in (
        ("3.2", {"architecture": "base-memory"}),
        ("3.1", {"architecture": "huge"}),
        ("3.9", {"filter_expression": "env.channel == 'nightly'"}),
        ("4.0", {}),
        ("3.1a1", {}),
    ):
        mozilla.publish(newer, PAIR, version, **fields)
    FIREFOX.get(*PAIR)
    with FIREFOX.start(*PAIR) as engine:
        assert list(engine.translate([Passage("paro")])) == ["stoppage"]


def test_two_models_come_where_the_way_leads_by_english(mozilla: Mozilla, tmp_path: Path) -> None:
    mozilla.publish(write(tmp_path / "enfr", "enfr", {"strike": "grève"}), ("en", "fr"))
    FIREFOX.get("es", "fr")
    assert left() == ["en-fr", "es-en"]
    with FIREFOX.start("es", "fr") as engine:
        assert list(engine.translate([Passage("paro")])) == ["grève"]


def test_a_pair_that_is_not_there_is_told(mozilla: Mozilla) -> None:
    with pytest.raises(Unavailable, match="Mozilla has no model for es-qu"):
        FIREFOX.get("es", "qu")
    mozilla.records = [r for r in mozilla.records if r["fileType"] != "trgvocab"]
    with pytest.raises(Unavailable, match="no complete model"):
        FIREFOX.get(*PAIR)


def test_a_name_from_the_list_leads_nowhere_else(mozilla: Mozilla, tmp_path: Path) -> None:
    for record in mozilla.records:
        record["name"] = f"../../{record['name']}"
    FIREFOX.get(*PAIR)
    assert left() == ["es-en"] and not list(tmp_path.glob("*.bin"))


def test_files_on_a_server_without_encryption_are_refused(mozilla: Mozilla) -> None:
    with pytest.raises(Unavailable, match="not encrypted"):
        servers._attachments('{"capabilities": {"attachments": {"base_url": "http://x/"}}}', "https://y/v1/")


def test_without_a_network_it_is_one_line_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:9/v1/buckets/x/records")
    with pytest.raises(Unavailable, match=r"cannot be reached.*--from DIR") as told:
        FIREFOX.get(*PAIR)
    assert "\n" not in str(told.value) and left() == []


def test_ctrl_c_ends_it_at_once_and_the_same_command_goes_on(mozilla: Mozilla) -> None:
    """The server sends the model's first bytes, and then nothing more."""
    stalled, whole = next((p, data) for p, data in mozilla.files.items() if "model." in p)
    assert len(whole) > 1_000
    mozilla.stall[stalled] = 1_000
    part = models.folder() / ".parts" / sha256(whole).hexdigest()
    command = [sys.executable, "-m", "translate_flow", "engines", "get", "firefox", *PAIR]
    running = subprocess.Popen(command, env=os.environ.copy(), stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 90
    while not came(part, 1_000):
        assert running.poll() is None and time.monotonic() < until, "the model's first bytes did not come"
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    # The server would hold it much longer: the client gives a silent one up after 30 seconds, five times.
    _, told = running.communicate(timeout=90)
    assert running.returncode != 0 and "Traceback" not in told
    assert [(p.name, p.stat().st_size) for p in part.parent.iterdir()] == [(part.name, 1_000)]
    mozilla.stall.clear()
    FIREFOX.get(*PAIR)
    assert "bytes=1000-" in [wanted for path, wanted in mozilla.asked if path == stalled]
    assert left() == ["es-en"]


def came(part: Path, size: int) -> bool:
    """Whether that much of a file has come; another process makes it, and removes it."""
    try:
        return part.stat().st_size >= size
    except FileNotFoundError:
        return False
