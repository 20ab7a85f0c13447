"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import shutil
import signal
import tempfile
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from translate_flow.engines.apertium import APERTIUM, ApertiumFactory

from .needs import need
from .warm import for_all


@pytest.fixture(scope="session")
def apertium() -> ApertiumFactory:
    """The real Apertium with Spanish-English; without it the test is left out, and fails under CI=true."""
    need("lt-proc", "apt-get install apertium apertium-eng-spa")
    assert APERTIUM.missing("es", "en") is None
    return APERTIUM


# What somebody has set for his own engines and workspace is no business of the tests.
for _name in [name for name in os.environ if name.startswith("TRANSLATE_FLOW_")]:
    del os.environ[_name]

# The program writes what it keeps through to the disk, and a disk may take long for it. In memory the same calls return at
# once; that a promise holds when they fail is what `tests/trust` asks. `TMPDIR` given by hand stands.
_MEMORY = Path("/dev/shm")
_ENOUGH = 2 << 30
"""Bytes; containers often have 64 MB there."""


def _roomy(place: Path) -> bool:
    """Whether tests can write there, and run what they have written."""
    if not os.access(place, os.W_OK | os.X_OK):
        return False
    there = os.statvfs(place)
    return not there.f_flag & os.ST_NOEXEC and there.f_bavail * there.f_frsize >= _ENOUGH


if "TMPDIR" not in os.environ and _roomy(_MEMORY):
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)

# Tesseract's threads wait for one another by spinning, which the other processes of the tests pay for.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

# A shell that starts the tests in the background has them ignore Ctrl+C, and what they start would, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no fault of the code; and what is green in CI once must stay green for the same code.
settings.register_profile("any", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "any")


BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests of a process: Playwright can be started once in each."""
    # Without windows where it is installed so: the same pages with a third of the work.
    path = shutil.which("chromium-headless-shell") or need("chromium", "apt-get install chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=90_000)  # as long as a machine busy with other work may need
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=BROWSER)
        yield browser
        browser.close()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """What commands and desks are forked from is started once, by the process that hands out the tests."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        for_all()


LONGEST = (
    "trust/",
    "desk/",
    "test_transcripts.py",
    "test_drafting_job.py",
    "test_no_network.py",
    "outputs/",
    "team/",
    "walk/",
    "engines/",
    "carry/",
)
"""What takes longest, in `tests/`. It begins first: a file goes to one process as a whole, and the short ones at the end
leave neither process waiting long for the other."""


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None]:
    """Modules and tests stay until the end: Python need not look for what of them could go, now or while tests run."""
    gc.disable()
    if hasattr(session.config, "workerinput") and not session.config.option.file_or_dir:
        _compile_in_turn(session.config.workerinput)
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def _compile_in_turn(worker: dict[str, Any]) -> None:
    """Import the tests, each process from another place in their line on: what one has compiled, the others read.

    In a fresh clone all processes would compile all modules, at the same time.
    """
    here = Path(__file__).parent
    files = sorted(here.rglob("test_*.py"))
    first = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    for file in files[first:] + files[:first]:
        with contextlib.suppress(Exception, pytest.skip.Exception):  # told when the file is collected
            importlib.import_module(".".join(file.relative_to(here.parent).with_suffix("").parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first; within a file the tests stay in their order."""

    here = Path(__file__).parent

    @cache
    def rank(path: Path) -> int:
        place = path.relative_to(here).as_posix() if here in path.parents else ""
        return next((n for n, name in enumerate(LONGEST) if place.startswith(name)), len(LONGEST))

    items.sort(key=lambda item: rank(item.path))


MEMORY = 3 << 29
"""Bytes that a process of the tests may need, with the browser, LibreOffice and servers that it has started."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """How many processes `-n auto` means: twice as many as there are cores, since half of the tests' time is waiting for
    a browser, a server or another program; fewer where memory is short."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    room = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // MEMORY
    return max(1, min(2 * cores, room, 12))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites expected outputs; a person reads the difference before it is committed."""
    parser.addoption("--accept", action="store_true", help="rewrite expected outputs")
