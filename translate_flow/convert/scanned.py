"""Tables in scans: their rules are wiped out before a page is recognized, their cells found by the white between words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from .aligned import aligned
from .lines import PrintedLine, Run
from .rows import last_ink

_LONG = 15
"""A rule is at least as long as the page's width divided by this."""
_STEPS = 6
"""Places within that length from which it is looked for."""
_INK = 170
"""Grey, of 255, up to which a dot is dark."""
_GAPS = 20
"""Dots, of 255, that may be light in a stretch that is drawn through."""
_BROAD = 8
"""Dots in either direction that are all dark are no rule but a picture, or the ground of white letters."""
_EDGE = 2
"""Dots beside a rule that are wiped out with it, for its edges are grey and may be a little aslant."""
_GAP = 1.0
"""Times the size of the print from which on words beside each other may be in two cells."""


def without_rules(picture: Any) -> Any:
    """The picture without the lines that are drawn between its words: Tesseract loses what is in boxes."""
    from PIL import Image, ImageChops

    grey = picture.convert("L").point(lambda value: 0 if value <= _INK else 255)
    ruled = Image.new("L", grey.size, 0)
    length = max(40, grey.width // _LONG)
    dark, reach = ImageChops.invert(grey), length // _STEPS
    for across in (True, False):
        found = Image.new("L", grey.size, 0)
        for step in range(_STEPS):
            found = ImageChops.lighter(found, _drawn(grey, length, step * reach, across))
        # To its very ends, where less than a whole stretch is left of it.
        ends = [ImageChops.offset(found, *((by, 0) if across else (0, by))) for by in (-reach, reach)]
        ruled = ImageChops.lighter(
            ruled, ImageChops.lighter(found, ImageChops.darker(ImageChops.lighter(*ends), dark))
        )
    small = ruled.resize((max(1, grey.width // _BROAD), max(1, grey.height // _BROAD)), Image.Resampling.BOX)
    broad = small.point(lambda share: 255 if share == 255 else 0).resize(grey.size, Image.Resampling.NEAREST)
    lines = ImageChops.subtract(_grown(ruled, _EDGE), _grown(broad, _BROAD))
    if lines.getbbox() is None:
        return picture
    return Image.composite(Image.new(picture.mode, picture.size, "white"), picture, lines)


def _grown(mask: Any, by: int) -> Any:
    """What is marked, and as many dots beside it in each direction."""
    from PIL import ImageChops

    for across, down in ((by, 0), (-by, 0), (0, by), (0, -by)):
        mask = ImageChops.lighter(mask, ImageChops.offset(mask, across, down))
    return mask


def _drawn(grey: Any, length: int, shift: int, across: bool) -> Any:
    """Where stretches of that length, the first from `shift` on, are dark throughout."""
    from PIL import Image

    width, height = grey.size
    count = ((width if across else height) - shift) // length
    found = Image.new("L", grey.size, 0)
    if count < 1:
        return found
    box = (shift, 0, shift + count * length, height) if across else (0, shift, width, shift + count * length)
    size = (count, height) if across else (width, count)
    means = grey.resize(size, Image.Resampling.BOX, box=box)
    dark = means.point(lambda mean: 255 if mean <= _GAPS else 0)
    found.paste(dark.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.NEAREST), box[:2])
    return found


def with_tables(lines: Sequence[PrintedLine], page: int) -> list[PrintedLine]:
    """The lines of a page, those that are rows of a table as such."""
    phrases = [_phrases(line) for line in lines]
    tables, rest = aligned([run for some in phrases for run in some], [], page)
    if not tables:
        return list(lines)
    free = {id(run) for run in rest}
    left = [[run for run in some if id(run) in free] for some in phrases]
    return [*(PrintedLine(some, page) for some in left if some), *tables]


def _phrases(line: PrintedLine) -> list[Run]:
    """The words of a line, those that are as near as words are put together."""
    found = [line.runs[0]]
    for last, run in pairwise(line.runs):
        if run.left - last_ink(last) < _GAP * run.size:
            before = found[-1]
            found[-1] = Run(
                before.text + run.text, before.left, before.bottom, run.right, before.top, before.size
            )
        else:
            found.append(Run(run.text.lstrip(), run.left, run.bottom, run.right, run.top, run.size))
    return found
