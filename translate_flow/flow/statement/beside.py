"""The findings of a whole statement for a program that answers people meanwhile.

What earlier runs found is taken over where it still holds. Of a long statement of which too little is known, another
process works out the rest and leaves it in the cache folder, as `check` does: it has a processor of its own, and two
where there are, while threads of one Python program take turns.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from ...errors import TranslateFlowError
from ...workspace import Workspace
from .findings import findings
from .sheet import Sheet
from .terms import glossary_for
from .work import Work

LEAST = 500
"""Units without findings for which a process is started."""
LONGEST = 600.0
"""Seconds after which it is given up; what it was to do is then done here."""
_LOOK = 0.1
"""Seconds between two looks whether it has ended, or is to."""
_NICE = 10
"""How much it steps back behind whatever else the machine has to do."""
_alone = threading.Lock()


def examine(
    sheet: Sheet, rest: Callable[[], None] = lambda: None, stop: Callable[[], bool] = lambda: False
) -> None:
    """All findings of the sheet's units, into the sheet; `rest` and `stop` as for `Sheet.examine`. Raises GlossaryError."""
    if not sheet.findings:
        sheet.recall()
    if _worth(sheet):
        with _alone:
            # Another thread may have waited for the same.
            sheet.recall()
            if not stop() and _worth(sheet) and _ran(sheet.work, stop):
                sheet.recall()
    sheet.examine(rest, stop)


def _worth(sheet: Sheet) -> bool:
    """Whether so much is to be done that a process is worth its start, and it would see the texts that are here."""
    if sheet.edition is None or sheet.work.storage.apart:
        return False
    return sum(key not in sheet.findings for key in list(sheet.units)) >= LEAST


def _ran(work: Work, stop: Callable[[], bool]) -> bool:
    """Have another process check the statement, unless `stop` says so; whether it did."""
    command = [sys.executable, "-m", __name__, str(work.workspace.root), work.name, work.language]
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    except OSError:
        return False
    until = time.monotonic() + LONGEST
    while process.poll() is None:
        if stop() or time.monotonic() > until:
            process.kill()
            process.wait()
            return False
        try:
            process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            continue
    return process.returncode == 0


def main(root: str, name: str, language: str) -> None:
    """What that process does."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    workspace = Workspace.load(Path(root))
    work = Work.open(workspace, name, language)
    findings(workspace, work.edition(), glossary_for(workspace, name, language))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except TranslateFlowError:  # whoever started it says what is wrong
        sys.exit(1)
