"""What is said about OpenDocument texts."""

from __future__ import annotations

from ...messages import Table

define = Table("formats.odt")

OPEN_DOCUMENT_TEXT = define("open-document-text", "an OpenDocument text (.odt)")
OFFICE_FILE = define(
    "office-file", "{file}: an Office file; give it the extension .docx if it is a Word document"
)
NOT_OPEN_DOCUMENT = define("not-open-document", "{file}: not an OpenDocument text; save it as .odt again")
IN_PROPERTIES = define("in-properties", "its document properties")
IN_HEADER_OR_FOOTER = define("in-header-or-footer", "its page header or footer")
