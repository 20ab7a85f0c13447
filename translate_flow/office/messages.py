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
