"""Work without a search for cycles, which must not change what other threads do."""

from __future__ import annotations

import gc
import threading

from translate_flow.cycles import uncollected


def test_the_search_rests_meanwhile_and_goes_on_afterwards() -> None:
    before = gc.isenabled()
    seen = []
    if threading.active_count() == 1:
        with uncollected(), uncollected():
            seen.append(gc.isenabled())
        assert seen == [False]
    assert gc.isenabled() is before


def test_with_other_threads_nothing_changes() -> None:
    before = gc.isenabled()
    here, done = threading.Event(), threading.Event()

    def wait() -> None:
        here.set()
        done.wait()

    other = threading.Thread(target=wait)
    other.start()
    here.wait()
    try:
        with uncollected():
            assert gc.isenabled() is before
    finally:
        done.set()
        other.join()
