"""Changed texts for a terminal: inline, side by side, or plain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Span, Text

from ..review.marking import MarkedEdit, SentenceRow, Stretch, printable, rows
from .wrapped import MEASURE, Lines

_OPS = {"equal": "", "insert": "green underline", "delete": "red strike"}
_SIGNS = {"insert": ("{+", "+}"), "delete": ("[-", "-]")}
INDENT = 2
"""Columns a text is set in."""


@dataclass(frozen=True, slots=True)
class ChangedProse:
    """A text wrapped to the width; with marks around changes where colour cannot be seen."""

    stretches: Sequence[Stretch]
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        signs = console.no_color or console.color_system is None
        return Lines(prose(self.stretches, signs=signs, style=self.style), INDENT).__rich_console__(
            console, options
        )


def prose(stretches: Sequence[Stretch], *, signs: bool, style: str = "") -> Text:
    """The stretches as one rich text: insertions green and underlined, deletions red and struck through.

    `signs` puts them between `{+ +}` and `[- -]` too. Terms are bold, forbidden
    renderings reversed, and so are the letters that differ inside a word; what moved is
    violet and numbered. Control characters in the text are shown, not obeyed.
    """
    parts: list[str] = []
    spans: list[Span] = []
    at = 0

    def add(part: str, look: str) -> None:
        nonlocal at
        parts.append(part)
        if look and part:
            spans.append(Span(at, at + len(part), look))
        at += len(part)

    for previous, stretch in zip((None, *stretches), stretches, strict=False):
        if previous is not None and previous.op == "delete" and stretch.op == "insert" and not signs:
            add(" ", "")  # or the old word would run into the new one
        before, after = _SIGNS.get(stretch.op, ("", "")) if signs else ("", "")
        look = _OPS[stretch.op]
        if stretch.move:
            # What moved is neither lost nor new; its number leads from one place to the other.
            look = look.replace("green", "magenta").replace("red", "magenta")
            arrow = f"↷{stretch.move}"
            before, after = (
                (before + arrow + " ", after) if stretch.op == "insert" else (before, " " + arrow + after)
            )
        add(before, look)
        if stretch.signs:
            # A change of nothing but white space would be there, but nobody could see it.
            broken = "\n" if stretch.op == "insert" and "\n" in stretch.text else ""
            add(stretch.signs + broken, look)
        else:
            for run in stretch.runs:
                bold = "" if run.mention is None else " bold"
                if run.mention is not None and not run.mention.right and stretch.op != "delete":
                    bold = " bold reverse"
                sharp = " reverse" if run.sharp else ""
                add(printable(run.text), (look + bold + sharp).strip())
        add(after, look)
    return Text("".join(parts), style, spans=spans)


VIEWS = ("inline", "side", "plain")
"""Ways of showing a change."""


def views(marked: MarkedEdit, view: str) -> Iterator[RenderableType]:
    """The change as that view shows it."""
    if view == "inline" or not marked.draft:
        yield ChangedProse(marked.changes)
    elif view == "side":
        yield _Beside(rows(marked))
    else:
        yield from (Lines(line, INDENT) for line in plain(marked))


@dataclass(frozen=True, slots=True)
class _Beside:
    """Two columns, sentence by sentence: what was, and what it became."""

    rows: Sequence[SentenceRow]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        signs = console.no_color or console.color_system is None
        width = max((min(options.max_width, 2 * MEASURE) - INDENT - 3) // 2, 8)
        table = Table.grid(padding=(0, 3, 0, 0))
        table.add_column(width=INDENT - 1)
        table.add_column(width=width, overflow="fold")
        table.add_column(width=width, overflow="fold")
        for row in self.rows:
            table.add_row("", prose(row.left, signs=signs), prose(row.right, signs=signs))
        yield table


def plain(marked: MarkedEdit) -> Iterator[Text]:
    """Sentence by sentence, `-` what went, `+` what came, nothing marked inside: fit for any eye and pipe."""
    for row in rows(marked):
        if not row.changed:
            yield Text("  " + _bare(row.right), "dim")
            continue
        if row.left:
            yield Text("- " + _bare(row.left), _OPS["delete"].split()[0])
        if row.right:
            yield Text("+ " + _bare(row.right), _OPS["insert"].split()[0])


def _bare(stretches: Iterable[Stretch]) -> str:
    """The text on one line, its line breaks and double blanks to be seen."""
    text = "".join(stretch.text for stretch in stretches)
    ends = len(text) - len(text.rstrip(" "))
    shown = printable(text).replace("\n", "↵").replace("\u00a0", "⍽").replace("  ", "··")
    return shown.rstrip(" ") if ends == 1 else shown
