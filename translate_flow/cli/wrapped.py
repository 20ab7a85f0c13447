"""Texts wrapped to a width, with the least work where there is nothing to colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text

from .plain_table import NARROW

MEASURE = 100
"""Widest line of running text, in columns; longer ones are hard to follow."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A rich text wrapped to the width, indented, without blanks at the ends of lines."""

    text: Text
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(min(options.max_width, MEASURE) - self.indent, 8)
        return segments(self.text, console, width, self.indent)


def segments(text: Text, console: Console, width: int, indent: int) -> Iterator[Segment]:
    """The lines of a text as a console shows them."""
    if console.color_system is None:
        yield Segment("".join([f"{line}\n" for line in bare(text.plain, console, width, indent)]))
        return
    before = Segment(" " * indent)
    for line in text.wrap(console, width):
        line.rstrip()
        if line:
            yield before
            if line.spans:
                yield from line.render(console)
            else:
                yield Segment(line.plain, console.get_style(line.style))
        yield Segment.line()


def bare(text: str, console: Console, width: int, indent: int) -> Iterator[str]:
    """The lines of a text without colours."""
    before = " " * indent
    for paragraph in text.split("\n"):
        for line in _broken(paragraph, console, width):
            line = line.rstrip()
            yield before + line if line else line


def _broken(text: str, console: Console, width: int) -> list[str]:
    """A text of one line as rich would break it."""
    whole = text.rstrip()
    if len(whole) <= width and NARROW.fullmatch(whole):
        return [whole]
    if "  " not in whole and NARROW.fullmatch(whole):
        found, at = [], 0
        while len(whole) - at > width:
            end = whole.rfind(" ", at, at + width + 1)
            if end <= at:
                break
            found.append(whole[at:end])
            at = end + 1
        else:
            return [*found, whole[at:]]
    return [line.plain for line in Text(text).wrap(console, width)]
