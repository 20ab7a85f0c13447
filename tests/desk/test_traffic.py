"""What works in the background lets requests pass: they are counted from their first to their last byte."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import pytest

from translate_flow.desk import traffic
from translate_flow.desk.traffic import Counted, Traffic


def asked(path: str, *, broken: bool = False) -> tuple[int, int]:
    """How many requests are counted while one for that path is being answered, and afterwards."""
    counts = Traffic()
    seen: list[int] = []

    async def app(_scope: MutableMapping[str, Any], _receive: object, _send: object) -> None:
        seen.append(counts.now)
        if broken:
            raise ValueError

    async def nothing(*_: object) -> Any:
        """Nobody asks for more, and nothing is sent."""

    # Nothing in it waits, so one step is all; a loop of its own could not run beside the browser's.
    answer = Counted(app, counts)({"type": "http", "path": path}, nothing, nothing)
    with pytest.raises(ValueError if broken else StopIteration):
        answer.send(None)
    return seen[0], counts.now


def test_a_request_is_counted_while_it_is_answered() -> None:
    assert asked("/api/save") == (1, 0)


def test_one_that_fails_is_counted_no_longer() -> None:
    assert asked("/api/save", broken=True) == (1, 0)


def test_the_stream_of_news_is_none_as_it_lasts_as_long_as_its_page() -> None:
    assert asked("/events") == (0, 0)


def test_background_work_rests_longer_while_somebody_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(traffic.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(traffic.time, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))

    def rested(answering: int) -> float:
        before, counts = now[0], Traffic()
        counts.now = answering
        counts.let_pass()
        return now[0] - before

    assert rested(0) == pytest.approx(traffic.BREATH)
    assert traffic.LONGEST < rested(1) < 2 * traffic.LONGEST
