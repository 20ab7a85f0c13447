"""What is said about marks in a text, about writing a text back into its file, and about a segment's place."""

from __future__ import annotations

from ..messages import Table

define = Table("markup")

MISSING = define("missing", "{mark} of the source is not in the translation")
EXTRA = define("extra", "{mark} is not in the source")
TWICE = define("twice", "{mark} appears more than once in the translation")
CROSSED = define("crossed", "{mark} overlaps another mark")
UNCLOSED = define("unclosed", "{mark} is not both opened and closed")

IN_SEGMENT = define("in-segment", "{file}: segment {key}: {problem}")
MISPLACED = define("misplaced", "{file}: segment {key}: {problem}; put it where it belongs")
FILE_CHANGED = define("file-changed", "{file}: the file has changed since it was read; add it again")

TABLE_HEAD = define("note-table-head", "table head")
TABLE_CAPTION = define("note-table", "table")
TEXT_BOX = define("note-text-box", "text box")
FRONT_TITLE = define("note-front-title", "title in the front matter")
STORED_TITLE = define("note-stored-title", "title in the document's properties")
IMAGE_TEXT = define("note-image-text", "text for an image")
IMAGE_TITLE = define("note-image-title", "title of an image")
PAGE_TITLE = define("note-page-title", "title of the page")
SEARCH_DESCRIPTION = define("note-search-description", "description for search engines")
SHARED_TITLE = define("note-shared-title", "title shown when the page is shared")
SHARED_DESCRIPTION = define("note-shared-description", "description shown when the page is shared")
SHARED_IMAGE = define("note-shared-image", "text for the image shown when the page is shared")
TOOLTIP = define("note-tooltip", "tooltip")
FIELD_HINT = define("note-field-hint", "hint in a form field")
READ_ALOUD = define("note-read-aloud", "read aloud by screen readers")
BUTTON = define("note-button", "button")
CHOICE = define("note-choice", "choice in a list")
FORM = define("note-form", "form")
NAVIGATION = define("note-navigation", "navigation")
PAGE_HEADER = define("note-page-header", "page header")
PAGE_FOOTER = define("note-page-footer", "page footer")
ENDNOTE = define("note-endnote", "endnote")
IMAGE = define("note-image", "image")
LINE_BREAK = define("note-line-break", "line break")
COMMENT = define("note-comment", "comment")
LINK_TARGET = define("note-link-target", "place that is linked to")
LINK_TO = define("note-link-to", "link to {address}")
MARK = define("note-mark", "{name}: {explanation}")
SEVERAL = define("note-several", "{first}; {rest}")
