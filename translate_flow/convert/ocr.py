"""Scans and photographs as pages of lines, through Tesseract."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import groupby
from typing import Any

from ..errors import ReadError
from . import messages
from .lines import Page, PrintedLine, Run
from .misread import mended
from .scanned import with_tables, without_rules

_DPI = 300
"""Dots per inch at which pages are drawn for it: what Tesseract is trained on."""
_SURE = 60
"""Confidence, in percent, below which a word is marked."""
_TURNED = 2.0
"""Confidence of Tesseract from which on a page is turned as it says."""
_MOST_PIXELS = 80_000_000
"""Pixels of one picture at most; a page of A3 at 600 dots per inch has them."""
_NAMES = {
    "es": "spa", "en": "eng", "pt": "por", "fr": "fra", "de": "deu", "it": "ita", "ca": "cat", "qu": "que",
}  # fmt: skip
"""Tesseract's names of languages (ISO 639-3)."""
UNCERTAIN = " [?]"
"""What is behind a word that Tesseract is not sure of."""


def tesseract_name(language: str) -> str:
    """Tesseract's name of a language."""
    from langcodes import Language

    primary = language.split("-")[0].lower()
    return _NAMES.get(primary) or Language.get(primary).to_alpha3()


def there() -> bool:
    """Whether Tesseract and what calls it are installed."""
    wanted = ("PIL", "pytesseract")
    return all(find_spec(name) for name in wanted) and shutil.which("tesseract") is not None


def picture_pages(data: bytes, name: str, language: str, show: Callable[[int, int], None]) -> list[Page]:
    """The pages of a picture; a TIFF may have several. Raises ReadError."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise ReadError(messages.PICTURE_DAMAGED(file=name))
            frames = [frame.convert("RGB") for frame in ImageSequence.Iterator(picture)]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as cause:
        raise ReadError(messages.PICTURE_DAMAGED(file=name)) from cause
    return list(_read(frames, len(frames), name, language, show, [*range(len(frames))]))


def scanned_pages(
    data: bytes, name: str, language: str, numbers: list[int], show: Callable[[int, int], None]
) -> list[Page]:
    """The pages of a PDF with those numbers (from 0), drawn and recognized. Raises ReadError."""
    from .pdf import opened

    with opened(data, name) as document:

        def drawn() -> Iterator[Any]:
            for number in numbers:
                page = document[number]
                width, height = page.get_size()
                scale = min(_DPI / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
                yield page.render(scale=scale).to_pil().convert("RGB")
                page.close()

        return list(_read(drawn(), len(numbers), name, language, show, numbers))


def _read(
    pictures: Iterable[Any],
    total: int,
    name: str,
    language: str,
    show: Callable[[int, int], None],
    numbers: list[int],
) -> Iterator[Page]:
    import pytesseract

    lang = tesseract_name(language)
    try:
        known = pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError) as cause:
        raise ReadError(messages.OCR_FAILS(file=name, page=1, cause=type(cause).__name__)) from cause
    if lang not in known:
        raise ReadError(messages.OCR_LANGUAGE(file=name, language=lang))
    for done, (number, picture) in enumerate(zip(numbers, pictures, strict=True), start=1):
        try:
            upright = without_rules(_upright(picture))
            found = pytesseract.image_to_data(upright, lang=lang, output_type=pytesseract.Output.DICT)
        except (pytesseract.TesseractError, RuntimeError, OSError) as cause:
            raise ReadError(
                messages.OCR_FAILS(file=name, page=number + 1, cause=type(cause).__name__)
            ) from cause
        lines = list(_even(list(_lines(found, upright.height, number, language))))
        yield Page(tuple(with_tables(lines, number)), *_points(upright))
        show(done, total)


def _upright(picture: Any) -> Any:
    """The picture turned so that its text stands upright, as far as Tesseract can tell."""
    import pytesseract

    try:
        said = pytesseract.image_to_osd(picture, output_type=pytesseract.Output.DICT)
    except (pytesseract.TesseractError, RuntimeError):
        return picture  # too few letters to tell
    turned = int(said.get("rotate", 0))
    if turned and float(said.get("orientation_conf", 0)) >= _TURNED:
        return picture.rotate(-turned, expand=True)
    return picture


def _points(picture: Any) -> tuple[float, float]:
    return picture.width * 72 / _DPI, picture.height * 72 / _DPI


def _lines(found: dict[str, list[Any]], height: int, page: int, language: str) -> Iterator[PrintedLine]:
    """Tesseract's words by line, in points from the lower left corner."""
    words = [at for at, word in enumerate(found["text"]) if float(found["conf"][at]) >= 0 and word.strip()]
    for _, some in groupby(
        words, lambda at: [found[part][at] for part in ("block_num", "par_num", "line_num")]
    ):
        line = list(some)
        texts = mended([found["text"][at] for at in line], language)
        yield _line(
            [_run(found, at, text, height, at != line[0]) for at, text in zip(line, texts, strict=True)], page
        )


def _run(found: dict[str, list[Any]], at: int, word: str, height: int, behind: bool) -> Run:
    """A word of Tesseract's, perhaps mended, and so no longer in doubt; `behind` another it has a blank before it."""
    confidence = float(found["conf"][at])
    left, top = found["left"][at], found["top"][at]
    right, bottom = left + found["width"][at], top + found["height"][at]
    doubtful = confidence < _SURE and word == found["text"][at] and any(map(str.isalnum, word))
    text = word + (UNCERTAIN if doubtful else "")
    dot = 72 / _DPI
    words = (" " if behind else "") + text
    return Run(words, left * dot, (height - bottom) * dot, right * dot, (height - top) * dot, 0.0)


def _line(runs: list[Run], page: int) -> PrintedLine:
    """A line of one size: the height of most of its words, as letters with and without tails differ."""
    heights = sorted(run.top - run.bottom for run in runs)
    size = round(heights[len(heights) * 3 // 4])
    bottom, top = min(run.bottom for run in runs), max(run.top for run in runs)
    return PrintedLine(tuple(Run(run.text, run.left, bottom, run.right, top, size) for run in runs), page)


_EVEN = 0.25
"""How far from the usual height of a line, in proportion, a line is still in the same print."""


def _even(lines: list[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines with one size for all that are about as high: the heights of letters say no more."""
    if not lines:
        return
    usual = sorted(line.size for line in lines for _ in line.text)
    size = usual[len(usual) // 2]
    for line in lines:
        if abs(line.size - size) <= _EVEN * size:
            yield PrintedLine([replace(run, size=size) for run in line.runs], line.page)
        else:
            yield line
