"""One build's share of the memory bench, in a process of its own: run as a script, with the build first on PYTHONPATH.

    memory_build.py fill MEMORY TEXTS                  # a text a line; processor seconds and megabytes
    memory_build.py ask MEMORY QUESTIONS               # processor milliseconds of each lookup, first time and again
    memory_build.py crowd MEMORY QUESTIONS SECONDS     # 25 people in this process, milliseconds by the clock

QUESTIONS is a JSON list. Only what all builds have is used; answers are JSON on standard output.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from typing import Any

from translate_flow.memory import Query, Store, StoredPair, lookup

PEOPLE = 25
"""Clients in one process; the bench starts two."""
THINKING = 1.85
"""Seconds between a person's lookups, on average: 50 people ask 27 times a second."""


def opened(path: str) -> Store:
    """The build's store."""
    return Store.open(Path(path), "es", ["en"])


def ask(store: Store, text: str) -> None:
    """One lookup, as for a draft that may be half alike."""
    lookup(store, Query(text, "en", threshold=50))


def fill(path: str, texts: str) -> object:
    """A memory of all the texts."""
    begin = time.process_time()
    with Path(texts).open(encoding="utf-8") as lines, opened(path) as store:
        store.take_in(
            "bench.tmx", "1",
            (StoredPair(line[:-1], line[:-1], "en", key=str(n), document="bench") for n, line in enumerate(lines)),
        )  # fmt: skip
    size = sum(p.stat().st_size for p in Path(path).parent.glob(Path(path).name + "*"))
    return {"seconds": time.process_time() - begin, "megabytes": size / 1e6}


def single(path: str, questions: str) -> object:
    """One person after the other."""
    texts = json.loads(Path(questions).read_text("utf-8"))
    rounds = []
    with opened(path) as store:
        for _ in range(2):
            spent = []
            for text in texts:
                begin = time.process_time()
                ask(store, text)
                spent.append((time.process_time() - begin) * 1000)
            rounds.append(spent)
    return rounds


def crowd(path: str, questions: str, seconds: str) -> object:
    """Many at once, each thinking between two lookups."""
    texts = json.loads(Path(questions).read_text("utf-8"))
    # before that, only one thread could use a store
    shared = opened(path) if hasattr(Store, "alike") else None
    return asking(lambda: shared or opened(path), texts, float(seconds))


def asking(opening: Callable[[], Any], texts: list[str], seconds: float) -> list[float]:
    """Milliseconds by the clock of each lookup of 25 people in this process, each with what `opening` gives."""
    spent: list[float] = []
    lock = threading.Lock()

    def person(number: int) -> None:
        chance = random.Random(number)
        store = opening()
        time.sleep(chance.random() * THINKING)
        ask(store, chance.choice(texts))
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            time.sleep(chance.expovariate(1 / THINKING))
            begin = time.perf_counter()
            ask(store, chance.choice(texts))
            with lock:
                spent.append((time.perf_counter() - begin) * 1000)

    people = [threading.Thread(target=copy_context().run, args=(person, number)) for number in range(PEOPLE)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    return spent


def shown(spent: list[float]) -> str:
    """Median and 95th percentile."""
    return f"median {statistics.median(spent):.1f} ms, 95th percentile {statistics.quantiles(spent, n=20)[-1]:.1f}"


if __name__ == "__main__":
    print(json.dumps({"fill": fill, "ask": single, "crowd": crowd}[sys.argv[1]](*sys.argv[2:])))
