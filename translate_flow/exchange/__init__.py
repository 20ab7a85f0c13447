"""Review files: a statement on a sheet that people correct in another program, out and back. Pure.

A form writes a sheet as bytes and reads the bytes that came back. Adding one is one
file and one row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ..errors import ReadError
from .messages import NOT_A_REVIEW_FILE
from .sheet import Back, ReviewSheet

FORMS: dict[str, tuple[str, str]] = {
    "docx": (".docx_form", ".review.docx"),
    "xliff": (".xliff_form", ".review.xlf"),
    "po": (".po_form", ".po"),
}
"""Name of a form → its module, and how its files' names end."""


@dataclass(frozen=True, slots=True)
class ReviewFormat:
    """One kind of review file."""

    name: str
    """Its name on the command line."""
    suffix: str
    """How its files' names end."""
    write: Callable[[ReviewSheet], bytes] | None
    """The sheet as a file; None for a form that is only read."""
    read: Callable[[bytes, str], Back]
    """What came back, from a file's bytes and its name for messages. Raises ReadError."""
    untouched: Callable[[bytes], bool] | None
    """Whether a file is as it was written, so that nobody's work is in it; None if it cannot be told."""


def load(name: str) -> ReviewFormat:
    """The form of that name."""
    module, suffix = FORMS[name]
    found = import_module(module, __package__)
    return ReviewFormat(
        name, suffix, getattr(found, "write", None), found.read, getattr(found, "untouched", None)
    )


def form_of(data: bytes, name: str) -> ReviewFormat:
    """The form a file is in, told from its content and not its name. Raises ReadError."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or not data:
        return load("docx")
    if head.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return load("xliff")
    if b"msgid" in data:
        return load("po")
    raise ReadError(NOT_A_REVIEW_FILE(file=name))
