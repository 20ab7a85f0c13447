"""Review files: a statement on a sheet that people correct in another program, out and back. Pure.

A form writes a sheet as bytes and reads the bytes that came back. Adding one is one
file and one row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ..errors import ReadError
from .messages import NOT_A_REVIEW_FILE
from .sheet import Back, ReviewSheet

FORMS: dict[str, tuple[str, str, str, str]] = {
    "docx": (".docx_write:write", ".docx_read:read", ".docx_read:untouched", ".review.docx"),
    "xliff": (".xliff.v1:write", ".xliff.reading:read", ".xliff.reading:untouched", ".review.xlf"),
    "xliff-2.0": (".xliff.v2:write_20", ".xliff.reading:read", ".xliff.reading:untouched", ".review.xlf"),
    "xliff-2.1": (".xliff.v2:write_21", ".xliff.reading:read", ".xliff.reading:untouched", ".review.xlf"),
    "xliff-2.2": (".xliff.v2:write_22", ".xliff.reading:read", ".xliff.reading:untouched", ".review.xlf"),
    "odt": ("", ".odt_read:read", "", ".review.odt"),
    "po": ("", ".po_form:read", "", ".po"),
}
"""Name of a form → what writes it, reads it and tells whether anybody has worked in it; how its files' names end."""


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
    """Whether a file is as it was written, so that nobody's work is in it; None if it cannot be determined."""


def load(name: str) -> ReviewFormat:
    """The form of that name."""
    write, read, untouched, suffix = FORMS[name]
    found = _named(read)
    return ReviewFormat(name, suffix, _named(write), found, _named(untouched))


def _named(place: str) -> Any:
    """What is at a place of the table; None for an empty one."""
    module, _, name = place.partition(":")
    return getattr(import_module(module, __package__), name) if place else None


def form_of(data: bytes, name: str) -> ReviewFormat:
    """The form a file is in, recognised from its content and not its name. Raises ReadError."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK") and b"application/vnd.oasis.opendocument" in data[:200]:
        return load("odt")
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or not data:
        return load("docx")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"m\0s\0g\0i\0d" in data
    if head.startswith((b"<", b"\xff\xfe", b"\xfe\xff")) and not wide:
        return load("xliff")
    if wide or b"msgid" in data:
        return load("po")
    raise ReadError(NOT_A_REVIEW_FILE(file=name))
