"""The measure of growth itself: what grows too fast is recognised, and nothing else."""

from __future__ import annotations

import time
from functools import cache

import pytest

from .. import growth
from ..growth import TooLong, grow_too_fast, grows_too_fast, ring, timed

SIZE = 300


@pytest.fixture
def two_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work so small that it is recognised in a second, by a clock that tells it apart."""
    monkeypatch.setattr(growth, "TRIES", 2)
    monkeypatch.setattr(growth, "FLOOR", 0.005)


def squared(size: int) -> int:
    return sum(1 for _ in range(size) for _ in range(size))


def test_what_grows_with_the_square_is_recognised(two_tries: None) -> None:
    assert grows_too_fast(squared, lambda size: size, SIZE)


def test_what_remembers_the_last_texts_is_recognised(two_tries: None) -> None:
    remembering = cache(lambda text: squared(len(text)))
    assert grows_too_fast(remembering, lambda size: "a" * size, SIZE)


def test_sorting_does_not_grow_too_fast() -> None:
    assert not grows_too_fast(sorted, lambda size: [str(n * 7919 % size) for n in range(size)], 20_000)


def test_of_several_steps_the_one_that_grows_is_named(two_tries: None) -> None:
    def measure(size: int) -> dict[str, float]:
        return {"quick": timed(lambda: sum(range(size))), "slow": timed(lambda: squared(size))}

    assert list(grow_too_fast(measure, SIZE)) == ["slow"]


def test_one_quiet_try_is_enough() -> None:
    seconds = iter([1.0, 1.0, 50.0, 1.0, 50.0, 1.1, 8.5])
    assert grow_too_fast(lambda _: {"x": next(seconds)}, 1) == {}
    assert next(seconds, None) is None


def test_work_that_does_not_end_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless() -> None:
        while True:
            try:
                time.time()
            except Exception:
                continue

    assert timed(endless, 0.1) == 0.1
    monkeypatch.setattr(growth, "MOST", 0.1)
    assert "not enough" in grows_too_fast(lambda _: endless(), lambda size: size, 1)
    with pytest.raises(TooLong), ring(0.05):
        endless()
