"""PDF files as pages of lines, through PDFium.

Of the maintained libraries, pdfminer.six needs twenty times as long (it is written in Python) and only PDFium also
draws a page, which scans need; it is made for files that mean harm, and read by every Chromium. Its rectangles of
words in one font are what is asked for here: the words and their places, but nothing letter by letter.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ..errors import ReadError
from . import messages
from .aligned import aligned
from .annotations import typed_on
from .lines import Page, PrintedLine, Rule, Run, lines_of
from .ruled import ruled

Box = tuple[float, float, float, float]
"""Left, bottom, right and top edge, in points."""
MOST_PAGES = 1_000
"""Pages of one file at most."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SIGNS = str.maketrans({**_LIGATURES, "\x02": "-", "\ufffe": "-", "\uffff": "", "\u00a0": " ", "\t": " "})
_BLANK = re.compile(r"\s+")
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|[-,]bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|slanted", re.IGNORECASE)
_MOST_OBJECTS = 20_000
"""Things on a page from which on its drawings are not looked at."""
_PASSWORD, _SECURITY = 4, 5
"""PDFium's numbers for a file that wants a password, or is locked in a way it does not know."""


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """The PDFium document in these bytes. Raises ReadError if it is locked, damaged or too long."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as cause:
        locked = getattr(cause, "err_code", 0) in (_PASSWORD, _SECURITY) or "assword" in str(cause)
        raise ReadError((messages.PDF_LOCKED if locked else messages.PDF_DAMAGED)(file=name)) from cause
    try:
        if pages > MOST_PAGES:
            raise ReadError(messages.PDF_TOO_LONG(file=name, pages=pages, most=MOST_PAGES))
        if not pages:
            raise ReadError(messages.PDF_DAMAGED(file=name))
        yield document
    finally:
        document.close()


def pages(data: bytes, name: str, show: Callable[[int, int], None]) -> tuple[list[Page], list[int]]:
    """The pages of a PDF, and which of them (from 0) hold pictures and no words. Raises ReadError."""
    import pypdfium2

    found: list[Page] = []
    pictures: list[int] = []
    with opened(data, name) as document:
        total = len(document)
        for number in range(total):
            try:
                page = document[number]
                words = page.get_textpage()
                runs = list(_runs(words))
                width, height = page.get_size()
                lines = _lines(runs, _rules(page) if runs else [], number)
                if not runs and any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=3)):
                    pictures.append(number)
                beside = tuple(typed_on(page))
                words.close()
                page.close()
            except pypdfium2.PdfiumError as cause:
                raise ReadError(messages.PDF_PAGE_DAMAGED(file=name, page=number + 1)) from cause
            found.append(Page(tuple(lines), width, height, beside))
            show(number + 1, total)
    return found, pictures


def _lines(runs: list[Run], rules: list[Rule], number: int) -> list[PrintedLine]:
    """The lines of a page, its tables among them."""
    tables, rest = ruled(runs, rules, number)
    more, rest = aligned(rest, rules, number)
    return [*lines_of(rest, number), *tables, *more]


_PATH, _IMAGE = 2, 3
"""PDFium's numbers for a drawing and a picture among a page's objects."""
_MOST_POINTS = 200
"""Points of a drawing from which on it is a picture."""


def _rules(page: Any) -> list[Rule]:
    """The lines and boxes drawn on a page; none if there are so many that it is a picture."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return []
    found: list[Rule] = []
    edges = tuple(ctypes.c_float() for _ in range(4))
    for at in range(count):
        thing = pdfium.FPDFPage_GetObject(page.raw, at)
        if pdfium.FPDFPageObj_GetType(thing) != _PATH:
            continue
        points = pdfium.FPDFPath_CountSegments(thing)
        if points > 5:
            if points <= _MOST_POINTS:
                found += _drawn(thing, points)
        elif pdfium.FPDFPageObj_GetBounds(thing, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            found.append(Rule(left, bottom, right, top))
    return found


def _drawn(path: Any, points: int) -> list[Rule]:
    """The straight stretches of a drawing of many."""
    import pypdfium2.raw as pdfium

    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return []
    found: list[Rule] = []
    last = (0.0, 0.0)
    for at in range(points):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO and (
            abs(point[0] - last[0]) < 1 or abs(point[1] - last[1]) < 1
        ):
            (left, right), (bottom, top) = sorted((last[0], point[0])), sorted((last[1], point[1]))
            found.append(Rule(left, bottom, right, top))
        last = point
    return found


def _runs(words: Any) -> Iterator[Run]:
    """The words of a page by font and line, in the order in which the file writes them."""
    text = words.get_text_range()
    characters = _Characters(words)
    if len(text) != words.count_chars():
        yield from _without_numbers(words, characters)
        return
    at = 0
    for line in text.split("\r\n"):
        if line and not line.isspace():
            yield from _written_on(line, at, characters)
        at += len(line) + 2


def _written_on(line: str, at: int, characters: _Characters) -> Iterator[Run]:
    """The runs of a line, whose characters begin at number `at`.

    PDFium's rectangles hold what was written in one go, and so in one font.
    """
    end = len(line)
    boxes = characters.boxes(at, end)
    starts = [0, *(characters.start(at, end, number) for number in range(1, len(boxes)))]
    runs = _boxed(line, at, boxes, starts, characters)
    yield from _by_words(runs) if len(boxes) * 2 > len(line) - line.count(" ") else runs


def _boxed(line: str, at: int, boxes: list[Box], starts: list[int], characters: _Characters) -> Iterator[Run]:
    """What is in each box of a line."""
    end = len(line)
    for number, box in enumerate(boxes):
        start = starts[number]
        said = line[start : starts[number + 1] if number + 1 < len(boxes) else end]
        ink = said.lstrip()
        if ink and box[2] > box[0] and box[3] > box[1]:
            yield Run(_tidy(said), *box, *characters.font(at + start + len(said) - len(ink), box))


def _by_words(runs: Iterator[Run]) -> Iterator[Run]:
    """Letters that were set one by one, as browsers set small print, put together as far as they are as near as words.

    By themselves they have the heights of their ink, by which no line is recognized.
    """
    last: Run | None = None
    for run in runs:
        if last is not None and (last.size, last.bold, last.italic) == (run.size, run.bold, run.italic):
            gap = run.left - last.right
            if -_NEAR * run.size < gap < _NEAR * run.size:
                last.text += run.text.lstrip() if last.text.endswith(" ") else run.text
                last.right = max(last.right, run.right)
                last.bottom, last.top = min(last.bottom, run.bottom), max(last.top, run.top)
                continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


_NEAR = 0.6
"""Times the size of the print up to which letters are in the same words or in neighbouring ones."""


def _without_numbers(words: Any, characters: _Characters) -> Iterator[Run]:
    """The runs of a page on which a character takes two places, or none: its number says nothing of its place."""
    import pypdfium2.raw as pdfium

    for number in range(words.count_rects()):
        left, bottom, right, top = box = words.get_rect(number)
        if right <= left or top <= bottom:
            continue
        said = _tidy(words.get_text_bounded(*box))
        if not said.strip():
            continue
        reach, middle = max(2.0, (top - bottom) / 2), (bottom + top) / 2
        at = pdfium.FPDFText_GetCharIndexAtPos(words.raw, left + 0.5, middle, reach, reach)
        size, bold, italic = characters.font(at, box) if at >= 0 else characters.last(box)
        yield Run(said, left, bottom, right, top, size, bold, italic)


def _tidy(text: str) -> str:
    # Of all white space, only the blank can be printed.
    if text.isprintable() and "  " not in text and not _LIGATURE.search(text):
        return text
    return _BLANK.sub(" ", text.translate(_SIGNS))


class _Characters:
    """Place, size and look of the characters of a page."""

    def __init__(self, words: Any) -> None:
        import pypdfium2.raw as pdfium

        self._words = words.raw
        self._size, self._info = pdfium.FPDFText_GetFontSize, pdfium.FPDFText_GetFontInfo
        self._count, self._rectangle = pdfium.FPDFText_CountRects, pdfium.FPDFText_GetRect
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._looks: dict[bytes, tuple[bool, bool]] = {}
        self._name = ctypes.create_string_buffer(200)
        self._flags = ctypes.c_int()
        self._last = (0.0, False, False)

    def boxes(self, at: int, length: int) -> list[Box]:
        """Where what was written in one go is, for so many characters from number `at` on."""
        left, top, right, bottom = self._edges
        found = []
        for number in range(self._count(self._words, at, length)):
            self._rectangle(self._words, number, left, top, right, bottom)
            found.append((left.value, bottom.value, right.value, top.value))
        return found

    def start(self, at: int, length: int, number: int) -> int:
        """How many characters from `at` on are before what was written at the given go, from 0."""
        low, high = number, length
        while low < high:
            middle = (low + high) // 2
            if self._count(self._words, at, middle) > number:
                high = middle
            else:
                low = middle + 1
        return low - 1

    def font(self, place: int, box: Box) -> tuple[float, bool, bool]:
        """Size in points of a character, whether it is bold, and whether it is italic."""
        size = self._size(self._words, place)
        if size <= 1.5:  # a font of one point that the page makes larger
            size = (box[3] - box[1]) * 1.15
        look = (False, False)
        if self._info(self._words, place, self._name, 200, self._flags):
            font = self._name.value
            if font not in self._looks:
                said = font.decode("latin-1")
                self._looks[font] = bool(_BOLD.search(said)), bool(_ITALIC.search(said))
            look = self._looks[font]
        self._last = (round(size, 1), *look)
        return self._last

    def last(self, box: Box) -> tuple[float, bool, bool]:
        """The last font, where that of a place is not known."""
        return self._last if self._last[0] else (round((box[3] - box[1]) * 1.15, 1), False, False)
