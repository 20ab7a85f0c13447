"""Files that are not read as they are, made into ones that are: PDF, pictures, old word processors' files.

What is made is kept beside the original and can be corrected before it is translated.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from ..errors import ReadError
from ..messages import Message
from . import messages
from .lines import Page

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})
"""Extensions of pictures, which are read by Tesseract."""
OFFICE = frozenset({".doc", ".dot", ".rtf", ".sxw", ".fodt", ".wpd", ".pages", ".abw"})
"""Extensions of files that LibreOffice makes into Word documents."""
CONVERTIBLE = frozenset({".pdf", *PICTURES, *OFFICE})
"""Extensions of all that is made into another file before it is read."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What was made of a file."""

    data: bytes
    """The new file."""
    extension: str
    """Its extension, with the point."""
    notices: tuple[Message, ...] = ()
    """What a person should know before correcting it."""


def convertible(file: str) -> bool:
    """Whether a file of that name is made into another before it is read."""
    return PurePath(file).suffix.lower() in CONVERTIBLE


def pictured(file: str) -> bool:
    """Whether a file of that name is a picture."""
    return PurePath(file).suffix.lower() in PICTURES


def becomes(file: str) -> str:
    """The extension of what a file of that name is made into."""
    return ".docx" if PurePath(file).suffix.lower() in OFFICE else ".md"


def convert(
    data: bytes, file: str, language: str, show: Callable[[int, int], None] = lambda done, total: None
) -> Converted:
    """A file that is not read as it is as one that is.

    `language` is that of its text, for Tesseract; `show` is told the pages done and to do.
    Raises ReadError with the remedy if that cannot be done.
    """
    extension = PurePath(file).suffix.lower()
    if extension in OFFICE:
        from .office import docx

        return Converted(docx(data, file, extension), ".docx")
    if extension in PICTURES:
        return _picture(data, file, language, show)
    return _pdf(data, file, language, show)


def _pdf(data: bytes, file: str, language: str, show: Callable[[int, int], None]) -> Converted:
    from . import ocr
    from .pdf import pages

    found, pictures = pages(data, file, show)
    notices: tuple[Message, ...] = ()
    if beside := [words for page in found for words in page.beside]:
        shown = (*(words[:40] for words in beside[:3]), *("…" for _ in beside[3:4]))
        notices = (messages.TYPED_ON(n=len(beside), words=shown),)
    if pictures:
        if ocr.there():
            read = ocr.scanned_pages(data, file, language, pictures, show)
            for number, page in zip(pictures, read, strict=True):
                found[number] = page
        elif len(pictures) == len(found) or not any(page.lines for page in found):
            raise ReadError(messages.PDF_OF_PICTURES(file=file, language=ocr.tesseract_name(language)))
        else:
            numbers = tuple(number + 1 for number in pictures)
            some = (*numbers[:5], "…") if len(numbers) > 6 else numbers
            notices = (*notices, messages.PAGES_NOT_READ(n=len(numbers), pages=tuple(map(str, some))))
    return _written(found, file, notices)


def _picture(data: bytes, file: str, language: str, show: Callable[[int, int], None]) -> Converted:
    from . import ocr

    if not ocr.there():
        raise ReadError(messages.PICTURE(file=file, language=ocr.tesseract_name(language)))
    return _written(ocr.picture_pages(data, file, language, show), file, ())


def _written(pages: list[Page], file: str, notices: tuple[Message, ...]) -> Converted:
    from .markdown import markdown
    from .ocr import UNCERTAIN
    from .order import columns
    from .paragraphs import passages

    read, heads = columns(pages)
    found, notes = passages(read)
    if heads:
        shown = (*(words[:40] for words in heads[:3]), *("…" for _ in heads[3:4]))
        notices = (*notices, messages.RUNNING_HEADS(n=len(heads), words=shown))
    if tables := sum(passage.kind == "table" for passage in found):
        notices = (*notices, messages.TABLES(n=tables))
    text = markdown(found, notes)
    if not any(map(str.isalpha, text)):
        raise ReadError(messages.NO_TEXT_IN_PICTURE(file=file))
    doubtful = sum(line.text.count(UNCERTAIN) for page in pages for line in page.lines)
    if doubtful:
        notices = (*notices, messages.UNCERTAIN(n=doubtful))
    return Converted(text.encode(), ".md", notices)
