"""What is said about Word documents."""

from __future__ import annotations

from ...messages import Table

define = Table("formats.docx")

WORD_DOCUMENT = define("word-document", "a Word document (.docx)")
OPEN_DOCUMENT = define("open-document", "{file}: an OpenDocument file; give it the extension .odt")
NO_DOCUMENT_PART = define(
    "no-document-part", "{file}: not a Word document (no document part in it); save it as .docx again"
)
NOT_TEXT = define("not-text", "{file}: not a text document; save its text as .docx, .odt or .txt")
STRICT_XML = define(
    "strict-xml", "{file}: a Strict Open XML document; save it as an ordinary Word document (.docx)"
)
IN_PROPERTIES = define("in-properties", "its document properties")
IN_HEADER = define("in-header", "its page header or watermark")
IN_FOOTER = define("in-footer", "its page footer")
IN_COMMENT = define("in-comment", "a comment in it")
