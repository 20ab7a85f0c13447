"""The terminal as commands see it: width, colour, progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from rich.progress import TaskID
    from rich.text import Text

WIDTH = 100
"""Columns used when the output is no terminal and COLUMNS is not set."""


class Screen(Console):
    """A console that leaves it to the program what a reader's going away means."""

    def on_broken_pipe(self) -> None:
        """Pass it on; rich would end the program with an exit code of its own."""
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """A console on stdout (or stderr) that colours only on a terminal and honours NO_COLOR."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
    return Screen(file=stream, width=width, highlight=False, markup=False)


@contextmanager
def progress(what: str) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with a name, a number done and a number to do.

    A bar on a terminal; elsewhere a line now and then.
    """
    if not sys.stderr.isatty():
        yield _lines(what)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(f"{what} {name}", total=total, rate="")
            speed = bar.tasks[tasks[name]].speed or 0.0
            bar.update(tasks[name], completed=done, rate=f"{speed:,.0f}/s" if speed >= 1 else "")

        yield show


LINE_SECONDS = 10.0
"""Where there is no terminal, progress is told this often."""


def _lines(what: str) -> Callable[[str, int, int], None]:
    begun = told = time.monotonic()
    task, first = "", 0

    def show(name: str, done: int, total: int) -> None:
        nonlocal begun, told, task, first
        now = time.monotonic()
        if name != task:
            task, begun, first = name, now, done
        if now - told >= LINE_SECONDS and done > first:
            told = now
            rate = (done - first) / (now - begun)
            left = f"{rate:,.1f}/s, {(total - done) / rate:,.0f} s left"
            print(f"{what} {name}: {done} of {total}, {left}", file=sys.stderr, flush=True)

    return show


def show(screen: Console, text: Text | str, indent: int = 0, style: str = "") -> None:
    """Print a text wrapped to the width and set in by some columns, with no blanks at line ends."""
    from rich.text import Text

    whole = Text(text, style) if isinstance(text, str) else text
    for line in whole.wrap(screen, max(20, screen.width - indent)):
        line.rstrip()
        screen.print(Text(" " * indent) + line, soft_wrap=True)
