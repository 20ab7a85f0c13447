"""What an OpenDocument text says a second time, beside a paragraph, and follows its translation."""

from __future__ import annotations

from lxml import etree

from .names import OFFICE, TABLE, TEXT, words

_TEMPLATE, _TITLE = f"{TEXT}index-title-template", f"{TEXT}index-title"
_BODY = f"{TEXT}index-body"


def follow(paragraph: etree._Element) -> None:
    """Put right what repeats a paragraph that was just written.

    A table's cell may keep its text as a value, which LibreOffice shows in its place, and an index the
    title that it is given when it is updated.
    """
    for cell in paragraph.iterancestors(f"{TABLE}table-cell"):
        cell.attrib.pop(f"{OFFICE}string-value", "")
    for title in paragraph.iterancestors(_TITLE):
        body = title.getparent()
        index = body.getparent() if body is not None and body.tag == _BODY else None
        for template in index.iter(_TEMPLATE) if index is not None else ():
            template.text = words(paragraph)
