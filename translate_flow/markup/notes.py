"""What a segment's note says of its place in the file: the words that PO files carry, and their meaning."""

from __future__ import annotations

import re
from enum import StrEnum

from ..messages import Message, Template
from . import messages


class PlaceNote(StrEnum):
    """A place that a translator should know about; the value is what PO files say, and stays as it is."""

    TABLE_HEAD = "table head"
    TABLE_CAPTION = "table"
    TEXT_BOX = "text box"
    FRONT_TITLE = "title in the front matter"
    FRONT_TEXT = "text in the front matter"
    BOX_TITLE = "title of a box or section"
    TITLE_IN_TAG = "title or caption"
    ABBREVIATION = "meaning of an abbreviation"
    OWN_LINE = "line by itself"
    MAIL_SUBJECT = "subject of the e-mail"
    STORED_TITLE = "title in the document's properties"
    IMAGE_TEXT = "text for an image"
    IMAGE_TITLE = "title of an image"
    PAGE_TITLE = "title of the page"
    SEARCH_DESCRIPTION = "description for search engines"
    SHARED_TITLE = "title shown when the page is shared"
    SHARED_DESCRIPTION = "description shown when the page is shared"
    SHARED_IMAGE = "text for the image shown when the page is shared"
    TOOLTIP = "tooltip"
    FIELD_HINT = "hint in a form field"
    READ_ALOUD = "read aloud by screen readers"
    BUTTON = "button"
    CHOICE = "choice in a list"
    FORM = "form"
    NAVIGATION = "navigation"
    PAGE_HEADER = "page header"
    PAGE_FOOTER = "page footer"
    ENDNOTE = "endnote"
    IMAGE = "image"
    LINE_BREAK = "line break"
    COMMENT = "comment"
    TABLE_TITLE = "title of a table"
    TABLE_TEXT = "description of a table"
    SHAPE_TEXT = "text of a shape or watermark"
    DRAWN = "text of a chart, diagram or drawing"
    MESSAGE = "text of a message that a link begins"
    INDEX_ENTRY = "entry of an index"
    FORM_LABEL = "label of a form control"
    AUTOMATIC_NUMBER = "automatic number"
    NUMBER = "number"
    CONTINUED = "shown where the text goes over a page"
    LINK_TARGET = "place that is linked to"


OF_THE_PAGE = frozenset(
    {
        PlaceNote.PAGE_TITLE,
        PlaceNote.SEARCH_DESCRIPTION,
        PlaceNote.SHARED_TITLE,
        PlaceNote.SHARED_DESCRIPTION,
    }
)
"""Places that are about a web page as a whole."""

_OUTSIDE = OF_THE_PAGE | {
    PlaceNote.FRONT_TITLE,
    PlaceNote.FRONT_TEXT,
    PlaceNote.STORED_TITLE,
    PlaceNote.MAIL_SUBJECT,
    PlaceNote.SHARED_IMAGE,
    PlaceNote.IMAGE_TITLE,
    PlaceNote.TOOLTIP,
    PlaceNote.FIELD_HINT,
    PlaceNote.READ_ALOUD,
    PlaceNote.BUTTON,
    PlaceNote.CHOICE,
    PlaceNote.FORM,
    PlaceNote.FORM_LABEL,
    PlaceNote.NAVIGATION,
    PlaceNote.PAGE_HEADER,
    PlaceNote.PAGE_FOOTER,
    PlaceNote.TABLE_TITLE,
    PlaceNote.TABLE_TEXT,
    PlaceNote.SHAPE_TEXT,
    PlaceNote.DRAWN,
    PlaceNote.INDEX_ENTRY,
    PlaceNote.MESSAGE,
    PlaceNote.AUTOMATIC_NUMBER,
    PlaceNote.CONTINUED,
}
"""Places that are no part of the statement's running text."""


def is_outside(note: str) -> bool:
    """Whether a segment with that note is not part of the statement's running text."""
    return note.partition("; ")[0] in _OUTSIDE


NOTE = "note:"
"""What a footnote's label follows in what a mark refers to (`Setting.targets`)."""

QUOTED = "quotation"
"""What a mark around quoted words refers to, where the file leaves the quotation marks to its reader."""


def note_label(number: str, *, endnote: bool = False) -> str:
    """The label of a footnote of that number; endnotes are counted for themselves."""
    return f"e{number}" if endnote and number else number


_SAID: dict[str, Template] = {note: getattr(messages, note.name) for note in PlaceNote}
LINK = "link to "
"""What a link's note begins with, before its address."""
_MARK = re.compile(r"([afx]\d+): (.+)", re.DOTALL)


def note_message(note: str) -> Message | str:
    """A segment's note as a message, as far as its words are known; what else it holds as it is."""
    first, several, rest = note.partition("; ")
    if several:
        return messages.SEVERAL(first=note_message(first), rest=note_message(rest))
    if found := _MARK.fullmatch(note):
        return messages.MARK(name=found[1], explanation=note_message(found[2]))
    if note.startswith(LINK):
        return messages.LINK_TO(address=note.removeprefix(LINK))
    return _SAID[note]() if note in _SAID else note
