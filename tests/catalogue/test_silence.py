"""Words of a library in another language are kept from the terminal, and ours come out again after it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from translate_flow.catalogue.silence import quiet


def test_only_what_is_written_meanwhile_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    os.write(2, b"before\n")
    with quiet():
        os.write(2, b"panicked at line 1\n")
        os.write(1, b"data\n")
    os.write(2, b"after\n")
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("data\n", "before\nafter\n")


def open_files() -> set[str]:
    """Where the system lists them."""
    folder = Path("/proc/self/fd")
    return {file.name for file in folder.iterdir()} if folder.is_dir() else set()


def test_it_is_loud_again_after_a_failure_and_no_file_stays_open(capfd: pytest.CaptureFixture[str]) -> None:
    there = open_files()
    with suppress(ValueError), quiet():
        raise ValueError
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"
    assert open_files() == there
