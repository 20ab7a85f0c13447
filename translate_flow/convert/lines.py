"""What is printed on a page: runs of one font, put together to lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..language.text import has_letters

_TOUCHES = 0.15
"""Share of the font's size from which on a gap between two runs is a blank."""
_CLOSING = frozenset(".,;:!?)]}»”")
"""Characters with no blank before them, however far away they were set."""
_APART = 1.6
"""Times the font's size from which on two runs do not belong to one line."""
_RAISED = 0.82
"""Times the size of the line at most that a raised number has."""


@dataclass(slots=True, eq=False)
class Run:
    """Words in one font; places in points, from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """Size of the font, in points."""
    bold: bool = False
    italic: bool = False

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.bottom + self.top) / 2


class PrintedLine:
    """Runs that stand beside each other, from left to right."""

    __slots__ = ("bold", "bottom", "left", "page", "right", "runs", "size", "text", "top")

    def __init__(self, runs: Sequence[Run], page: int) -> None:
        """`page` is the number of its page, from 0."""
        self.runs = tuple(runs)
        self.page = page
        if len(runs) == 1:  # as most lines of prose are
            run = runs[0]
            self.size, self.left, self.right = run.size, run.left, run.right
            self.bottom, self.top, self.text = run.bottom, run.top, run.text.strip()
            self.bold = run.bold or not has_letters(run.text)
            return
        self.size = common_size(runs)
        """Size of the font that most of it is in."""
        self.left = runs[0].left
        self.right = max([run.right for run in runs])
        self.bottom = min([run.bottom for run in runs if run.size >= self.size * _RAISED])
        """Its lower edge, without what is set lower or higher."""
        self.top = max(run.top for run in runs)
        self.bold = all(run.bold for run in runs if has_letters(run.text))
        """Whether all of its words are bold."""
        self.text = "".join([text for text, _ in self.pieces()]).strip()
        """Its words, without what the fonts say."""

    def raised(self, run: Run) -> bool:
        """Whether a run is a small sign above the line, such as a footnote's number."""
        return run.size <= self.size * _RAISED and run.bottom > self.bottom + 0.12 * self.size

    def pieces(self) -> Iterator[tuple[str, Run]]:
        """The texts of its runs, with the blanks between them."""
        last: Run | None = None
        for run in self.runs:
            gap = last is not None and run.left - last.right > _TOUCHES * max(run.size, last.size)
            parted = gap and last is not None and not last.text.endswith(" ") and run.text[:1] not in _CLOSING
            yield (" " if parted else "") + run.text, run
            last = run


class PrintedTable(PrintedLine):
    """Rows of cells, which stand in the text as one line does."""

    __slots__ = ("edges", "rows")

    def __init__(
        self, rows: Sequence[Sequence[Sequence[PrintedLine]]], edges: Sequence[float], page: int
    ) -> None:
        """Cells are lines, from the top to the bottom; `edges` are the left ones of the columns, in points."""
        lines = [line for row in rows for cell in row for line in cell]
        super().__init__([run for line in lines for run in line.runs], page)
        self.rows = tuple(tuple(tuple(cell) for cell in row) for row in rows)
        self.edges = tuple(edges)
        self.left = min(line.left for line in lines)
        self.bottom = min(line.bottom for line in lines)
        self.bold = False
        self.text = "\n".join(line.text for line in lines)

    @property
    def lines(self) -> Iterator[PrintedLine]:
        """The lines of all cells."""
        return (line for row in self.rows for cell in row for line in cell)


def printed(lines: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """All lines, those in tables among them."""
    for line in lines:
        if isinstance(line, PrintedTable):
            yield from line.lines
        else:
            yield line


@dataclass(frozen=True, slots=True)
class Rule:
    """A line or box that is drawn; places in points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed on one page."""

    lines: tuple[PrintedLine, ...]
    width: float
    height: float
    beside: tuple[str, ...] = ()
    """Words that lie on it and are not in its text, such as those of a form that was filled in."""


def common_size(runs: Iterable[Run]) -> float:
    """Size of the font that most of the words are in."""
    sizes: dict[float, int] = {}
    for run in runs:
        size = round(run.size * 2) / 2
        sizes[size] = sizes.get(size, 0) + len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def lines_of(runs: Sequence[Run], page: int) -> list[PrintedLine]:
    """The runs of a page, in the order in which they are written, as lines."""
    lines: list[PrintedLine] = []
    line: list[Run] = []
    for run in runs:
        if line and not _beside(line, run):
            lines.append(PrintedLine(tuple(line), page))
            line = []
        line.append(run)
    if line:
        lines.append(PrintedLine(tuple(line), page))
    return lines


def _beside(line: Sequence[Run], run: Run) -> bool:
    """Whether a run goes on with a line."""
    last = line[-1]
    tall = max(line, key=lambda one: one.size)
    overlap = min(tall.top, run.top) - max(tall.bottom, run.bottom)
    if overlap < 0.3 * min(tall.top - tall.bottom, run.top - run.bottom):
        return False
    return -0.5 * run.size <= run.left - last.right < _APART * max(run.size, last.size)
