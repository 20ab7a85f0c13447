"""What is said about choosing a format."""

from __future__ import annotations

from ..messages import Table

define = Table("formats")

UNKNOWN_FORMAT = define("unknown-format", "{name}: unknown format; known formats: {known}")
UNKNOWN_EXTENSION = define("unknown-extension", "{file}: unknown extension; known extensions: {known}")
UNREADABLE = define("unreadable", "{file}: {remedy}")
OLD_WORD = define(
    "old-word",
    "the old Word format is not supported; save it as .docx or copy its text into a .txt",
)
FLAT_OPEN_DOCUMENT = define(
    "flat-open-document", "flat OpenDocument files are not supported; save it as .odt"
)
OLD_OPEN_OFFICE = define("old-open-office", "the old OpenOffice format is not supported; save it as .odt")
RTF = define("rtf", "RTF is not supported; save it as .docx, .odt or .txt")
PDF = define(
    "pdf",
    "a PDF has no paragraphs to translate; ask for the file it was made from, or copy its text into a .txt",
)
NO_LONGER_A_PAGE = define("no-longer-a-page", "{file}: no longer a web page; re-add it with --whole")
TOO_MANY_SEGMENTS = define(
    "too-many-segments",
    "{file}: has {count} segments; a statement can have at most {most}: split the file into several",
)
IN_PROPERTIES = define("in-properties", "its properties")
