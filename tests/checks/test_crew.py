"""Work shared among forked processes: none of them stays behind."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import pytest

from translate_flow.checks import crew


def sockets() -> set[str]:
    """Those that this process holds."""
    found = set()
    for handle in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            found.add(str(handle.readlink()))
    return {link for link in found if link.startswith("socket:")}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does all")
def test_nobody_but_itself_holds_an_end_of_anothers_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or else who waits for one that was killed would not notice it, and wait for ever."""
    monkeypatch.setattr(crew, "LEAST", 1)
    monkeypatch.setattr(crew, "_processors", lambda: 3)
    before = sockets()
    own, *others = crew.share(3, lambda part, exchange: [sockets() - before])
    assert len(own) == 2 and [len(held) for held in others] == [1, 1]
    assert not own & set.union(*others)
