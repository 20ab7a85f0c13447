"""Content controls whose words are kept elsewhere in the document as well, in its properties or its data."""

from __future__ import annotations

from lxml import etree

from .names import W
from .package import local


def unbind(paragraph: etree._Element) -> None:
    """Let the controls around a paragraph show the words that stand in them.

    A word processor would put the bound value in their place on opening, which is the source's.
    """
    for control in paragraph.iterancestors(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        for child in list(properties) if properties is not None else ():
            if local(child) == "dataBinding":
                properties.remove(child)  # type: ignore[union-attr]
