"""What is said about DOCX and ODT files."""

from __future__ import annotations

from ..messages import Table

define = Table("office")

DOCUMENT_TYPE = define(
    "document-type",
    "{file}: {part} in it declares a document type, which no word processor writes; it is not opened",
)
NOT_XML = define("not-xml", "not XML")
CONTROL_CHARACTER = define(
    "control-character", "{file}: segment {key}: contains the control character U+{code}; delete it"
)
MACROS = define("macros", "has macros; they are kept as they are and never run")
AT_SEGMENT = define("at-segment", "segment {n}")
TOO_DEEP = define(
    "too-deep", "{file}: its text is nested more than {n} levels deep; open it and save it again"
)
CHARTS = define("charts", "{n} charts (not read)", one="1 chart (not read)", count="n")
DIAGRAMS = define(
    "diagrams", "{n} SmartArt diagrams (not read)", one="1 SmartArt diagram (not read)", count="n"
)
EMBEDDED = define("embedded", "{n} embedded files (not read)", one="1 embedded file (not read)", count="n")
CHUNKS = define(
    "chunks",
    "{n} inserted files (not read; open the document in a word processor and save it again)",
    one="1 inserted file (not read; open the document in a word processor and save it again)",
    count="n",
)
CONTROLS = define(
    "controls", "{n} ActiveX controls (not read)", one="1 ActiveX control (not read)", count="n"
)
DATES = define(
    "dates",
    "{n} date fields (filled in by the word processor)",
    one="1 date field (filled in by the word processor)",
    count="n",
)
FIELDS = define(
    "fields",
    "{n} fields that show words (filled in by the word processor)",
    one="1 field that shows words (filled in by the word processor)",
    count="n",
)
RUBY = define(
    "ruby",
    "{n} words with a reading above them (kept as they are)",
    one="1 word with a reading above it (kept as it is)",
    count="n",
)
COMMENTS = define("comments", "{n} comments (kept as they are)", one="1 comment (kept as it is)", count="n")
HIDDEN = define(
    "hidden", "{n} hidden passages (kept as they are)", one="1 hidden passage (kept as it is)", count="n"
)
FORMULAS = define(
    "formulas", "{n} formulas with words (not read)", one="1 formula with words (not read)", count="n"
)
UNKNOWN_PARTS = define(
    "unknown-parts",
    "{n} parts of an unknown kind (not read)",
    one="1 part of an unknown kind (not read)",
    count="n",
)
