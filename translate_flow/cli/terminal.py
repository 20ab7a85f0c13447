"""The terminal as commands see it: width, colour, progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from ..language.harmless import harmless
from .plain_table import WIDTH
from .streams import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import ConsoleOptions, RenderableType
    from rich.progress import TaskID
    from rich.segment import Segment
    from rich.text import Text

HEIGHT = 25
"""Lines assumed when the output is not a terminal; nothing is fitted to them."""


class Screen(Console):
    """A console that leaves it to the program what a reader's going away means."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """What is shown, with nothing in its text that could steer the terminal."""
        for piece in super().render(renderable, options):
            # a control is rich's own: moving the cursor of a progress bar
            if piece.control or piece.text.isprintable():
                yield piece
            else:
                yield piece._replace(text=harmless(piece.text))

    def on_broken_pipe(self) -> None:
        """Pass it on; rich would end the program with an exit code of its own."""
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """A console on stdout (or stderr) that colours only on a terminal and honours NO_COLOR."""
    stream = plain(sys.stderr if stderr else sys.stdout)
    terminal = stream.isatty()
    width = None if terminal or "COLUMNS" in os.environ else WIDTH
    # With both known, rich does not ask the system for each line.
    height = None if terminal else HEIGHT
    return Screen(file=stream, width=width, height=height, highlight=False, markup=False)


@contextmanager
def progress(what: str, whole: int = 0) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with a name, a number done and a number to do of what is called so.

    A bar on a terminal, for all names together: `whole` is the sum of what is to do, if it is known
    beforehand. Elsewhere a line now and then.
    """
    whole_of = _Sum(whole)
    if not sys.stderr.isatty():
        yield _lines(what, whole_of)
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
        task: TaskID | None = None

        def show(name: str, done: int, total: int) -> None:
            nonlocal task
            at, of = whole_of(name, done, total)
            if task is None:
                task = bar.add_task(what, total=of, completed=at, rate="")
            speed = bar.tasks[task].speed or 0.0
            rate = f"{speed:,.0f}/s" if speed >= 1 else ""
            bar.update(task, description=f"{what} {name}", completed=at, total=of, rate=rate)

        yield show


class _Sum:
    """Done and to do of all names together."""

    def __init__(self, whole: int) -> None:
        self._whole = whole
        self._last: dict[str, tuple[int, int]] = {}
        self._done = self._total = 0

    def __call__(self, name: str, done: int, total: int) -> tuple[int, int]:
        before = self._last.get(name, (0, 0))
        self._last[name] = done, total
        self._done += done - before[0]
        self._total += total - before[1]
        return self._done, max(self._total, self._whole)


LINE_SECONDS = 10.0
"""Where there is no terminal, progress is reported this often."""


def _lines(what: str, whole_of: _Sum) -> Callable[[str, int, int], None]:
    from ..messages import say
    from .messages import PROGRESS

    begun = latest = time.monotonic()
    first = -1

    def show(name: str, done: int, total: int) -> None:
        nonlocal latest, first
        at, of = whole_of(name, done, total)
        first = at if first < 0 else first
        now = time.monotonic()
        if now - latest >= LINE_SECONDS and at > first:
            latest = now
            rate = (at - first) / (now - begun)
            said = PROGRESS(
                what=what, name=name, at=at, of=of, rate=f"{rate:,.1f}", seconds=f"{(of - at) / rate:,.0f}"
            )
            print(say(said), file=sys.stderr, flush=True)

    return show


def show(screen: Console, text: Text | str, indent: int = 0, style: str = "") -> None:
    """Print a text wrapped to the width and set in by some columns, with no blanks at line ends."""
    from rich.text import Text

    from .wrapped import bare, segments

    width = max(20, screen.width - indent)
    if screen.color_system is None:
        whole_text = harmless((Text(text) if isinstance(text, str) else text).plain)
        try:
            screen.file.write("".join([f"{line}\n" for line in bare(whole_text, screen, width, indent)]))
            screen.file.flush()  # what stderr gets next comes next
        except BrokenPipeError:
            screen.on_broken_pipe()
        return

    from rich.segment import Segments

    whole = Text(text, style) if isinstance(text, str) else text
    screen.print(Segments(segments(whole, screen, width, indent)), end="", soft_wrap=True)
