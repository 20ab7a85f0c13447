"""WordprocessingML names that the review table uses (ECMA-376 part 1), and a short way to write elements."""

from __future__ import annotations

from typing import Any

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_W}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SHEET = "urn:translate-flow:review:1"
"""Namespace of the custom XML part that tells what a table was made from."""
PROPERTY = "translate-flow "
"""How the names of the document's own properties begin."""
BOOKMARK = "_tf_"
"""How the name of a row's bookmark begins; the underscore hides it in Word."""


def w(tag: str, *children: Any, **attributes: object) -> etree._Element:
    """A WordprocessingML element; attributes get the same namespace, None children are left out."""
    made = etree.Element(W + tag, {W + k: str(v) for k, v in attributes.items()}, nsmap={"w": _W})
    made.extend([c for c in children if c is not None])
    return made


def paragraph(style: str, *children: Any) -> etree._Element:
    """A paragraph in a style."""
    return w("p", w("pPr", w("pStyle", val=style)), *children)


def run(text: str, *, style: str = "", deleted: bool = False) -> etree._Element:
    """A run with this text; line breaks, tabs and special hyphens as Word writes them."""
    made = w("r", w("rPr", w("rStyle", val=style)) if style else None)
    name = "delText" if deleted else "t"
    stretch = ""
    for char in text + "\0":
        if char in _ELEMENTS or char == "\0":
            if stretch:
                part = w(name)
                part.text = stretch
                part.set(SPACE, "preserve")
                made.append(part)
                stretch = ""
            if char != "\0":
                made.append(w(_ELEMENTS[char]))
        else:
            stretch += char
    return made


_ELEMENTS = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
CHARACTERS = {name: char for char, name in _ELEMENTS.items()} | {"cr": "\n", "ptab": "\t"}
"""Elements of a run that stand for a character."""
