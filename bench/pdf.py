"""PDF files as text: the whole reading beside the time that the library alone takes for words and their places.

    python -m bench.pdf [FILE…]

Processor time, the best of several, over a made file of 100 pages (prose, and a table on each) or the files named. The
library's own time is what PDFium takes to lay out the words of each page, to give them all, and the rectangles they are
in: no fonts, no lines drawn, no order. What the reading adds to it is shown for the words as lines, with their fonts and
tables, and for all of it, to the Markdown; the aim is that it adds no more than 1.5 times the library's own time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pypdfium2

from tests.convert.pdfs import lines, pdf
from tests.convert.test_tables import ROWS, ruled, typed
from translate_flow.convert import convert
from translate_flow.convert.pdf import pages

PAGES = 100
RUNS = 5
SENTENCE = "Las familias del valle piden que el agua sea examinada cada mes y que la asamblea lea"


def made() -> bytes:
    """A file of prose with a table on each page."""
    prose = lines(60, 620, *(f"{SENTENCE} {n}" for n in range(40)), step=14)
    return pdf([[*typed(ROWS), *prose]] * PAGES, extra=ruled(715, 693, 673, 650))


def library(data: bytes) -> None:
    """The words of a file and the boxes they are in, by the library alone."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        words = page.get_textpage()
        words.get_text_range()
        for number in range(words.count_rects()):
            words.get_rect(number)
        words.close()
        page.close()
    document.close()


def best(work: Callable[[], object]) -> float:
    """Processor seconds of the quickest of some runs."""
    found = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)


def main(files: Sequence[str] = ()) -> None:
    """Print the times, and what is added in shares of the library's own."""
    print(
        "pdf: reading a file beside PDFium's words and boxes alone, CPU seconds (aim: adds 1.5 times at most)"
    )
    for name, data in [(f, Path(f).read_bytes()) for f in files] or [(f"{PAGES} pages", made())]:
        alone, lined = (
            best(partial(library, data)),
            best(partial(pages, data, name, lambda done, total: None)),
        )
        ours = best(partial(convert, data, "a.es.pdf", "es"))
        print(f"  {name:<40} PDFium {alone:.2f}", end="; ")
        print(f"lines and tables {lined:.2f} (adds {(lined - alone) / alone:.1f} times)", end="; ")
        print(f"Markdown {ours:.2f} = {ours / alone:.1f} times (adds {(ours - alone) / alone:.1f})")


if __name__ == "__main__":
    main(sys.argv[1:])
