"""Texts of a Word document that stand in attributes: for images, tables, links, lists to choose from, and shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from ...language.text import has_letters
from ...language.whole import as_read
from ...markup.inline import written
from ...markup.notes import PlaceNote
from .names import W
from .package import local

_VML = "{urn:schemas-microsoft-com:vml}"
_VAL = f"{W}val"
_IMAGE = (("descr", PlaceNote.IMAGE_TEXT), ("title", PlaceNote.IMAGE_TITLE))
_DRAWINGML = "{http://schemas.openxmlformats.org/drawingml/2006/%s}"
_SHAPES = "{http://schemas.microsoft.com/office/word/2010/wordprocessing%s}cNvPr"
_HYPERLINK = f"{W}hyperlink"

_TEXTS: dict[str, tuple[tuple[str, PlaceNote], ...]] = {
    _DRAWINGML % "wordprocessingDrawing" + "docPr": _IMAGE,
    _DRAWINGML % "picture" + "cNvPr": (("descr", PlaceNote.IMAGE_TEXT),),
    _SHAPES % "Shape": (("descr", PlaceNote.IMAGE_TEXT),),
    _SHAPES % "Group": (("descr", PlaceNote.IMAGE_TEXT),),
    _DRAWINGML % "main" + "hlinkClick": (("tooltip", PlaceNote.TOOLTIP),),
    _HYPERLINK: ((f"{W}tooltip", PlaceNote.TOOLTIP),),
    f"{W}tblCaption": ((_VAL, PlaceNote.TABLE_TITLE),),
    f"{W}tblDescription": ((_VAL, PlaceNote.TABLE_TEXT),),
    f"{W}listEntry": ((_VAL, PlaceNote.CHOICE),),
    f"{W}statusText": ((_VAL, PlaceNote.FIELD_HINT),),
    f"{W}helpText": ((_VAL, PlaceNote.FIELD_HINT),),
    f"{W}listItem": ((f"{W}displayText", PlaceNote.CHOICE),),
    f"{_VML}textpath": (("string", PlaceNote.SHAPE_TEXT),),
}
"""Attributes with texts, by element, and what they are."""
_VML_TEXTS = (("alt", PlaceNote.IMAGE_TEXT), ("title", PlaceNote.TOOLTIP))
_MADE_AGAIN = frozenset({_HYPERLINK, f"{W}instrText", f"{W}statusText", f"{W}helpText", f"{W}fldSimple"})
"""Elements of links and form fields, which are written with the paragraph around them."""
_GONE = frozenset({"del", "moveFrom", "Fallback"})

TAGS = (*_TEXTS, f"{_VML}*")
"""What to look for."""

Text = tuple[str, PlaceNote, Callable[[str], None]]
"""A text, what it is, and what writes another in its place."""


def texts(node: etree._Element) -> Iterator[Text]:
    """The texts in an element's attributes."""
    for name, note in _TEXTS.get(node.tag, _VML_TEXTS):
        said = node.get(name)
        if said and has_letters(text := normal(said)):
            yield text, note, _onto(node, name)


def around(node: etree._Element) -> Iterator[etree._Element]:
    """What an element is in that must stay for its text to stay, the innermost first.

    A link is made again with the paragraph it is in.
    """
    if node.tag not in _MADE_AGAIN:
        return node.iterancestors()
    paragraph = next(node.iterancestors(f"{W}p"), node)
    return paragraph.iterancestors()


def gone(node: etree._Element) -> bool:
    """Whether a link or code is in what is deleted, or in what older programs show."""
    return node.tag in _MADE_AGAIN and any(local(one) in _GONE for one in node.iterancestors())


def normal(text: str) -> str:
    """An attribute's text as a segment."""
    return written([as_read(" ".join(text.split()))])


def _onto(node: etree._Element, name: str) -> Callable[[str], None]:
    def put(text: str) -> None:
        node.set(name, text)

    return put
