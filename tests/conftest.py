"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from translate_flow.engines.apertium import APERTIUM, ApertiumFactory

from .needs import need


@pytest.fixture(scope="session")
def apertium() -> ApertiumFactory:
    """The real Apertium with Spanish-English; without it the test is left out, and fails under CI=true."""
    need("lt-proc", "apt-get install apertium apertium-eng-spa")
    assert APERTIUM.missing("es", "en") is None
    return APERTIUM


# What somebody has set for his own engines and workspace is no business of the tests.
for _name in [name for name in os.environ if name.startswith("TRANSLATE_FLOW_")]:
    del os.environ[_name]

# A busy machine is no fault of the code; and what is green in CI once must stay green for the same code.
settings.register_profile("any", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "any")


BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests of a process: Playwright can be started once in each."""
    path = need("chromium", "apt-get install chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # as long as a machine busy with other work may need
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER)
        yield browser
        browser.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites expected outputs; a person reads the difference before it is committed."""
    parser.addoption("--accept", action="store_true", help="rewrite expected outputs")
