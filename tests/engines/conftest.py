"""A server on this machine in place of the online services."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from services import Services


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """Nothing of the environment (proxies, keys, addresses) plays into the tests."""
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name.startswith("TRANSLATE_FLOW_"):
            monkeypatch.delenv(name)
    running = Services()
    yield running
    running.shutdown()
    running.server_close()
