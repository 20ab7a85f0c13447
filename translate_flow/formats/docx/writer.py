"""One paragraph of WordprocessingML written anew, from stretches of text and things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree

from ...office.spans import Hyperlink, Span
from .fields import Atom
from .names import XML_SPACE, W
from .package import local
from .paragraph import Content
from .styles import Styles

_PIECES = re.compile("[\n\t\u2011\u00ad]|[^\n\t\u2011\u00ad]+")
_ELEMENTS = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}


def write(paragraph: etree._Element, content: Content, spans: Sequence[Span], styles: Styles) -> None:
    """Put stretches and things in the place of a paragraph's content, deletions and wrappers left out."""
    kept = [child for child in paragraph if local(child) == "pPr"]
    made: list[etree._Element] = []
    for atom in content.front:
        _put(made, atom)
    used: set[int] = set()
    for _, group in groupby(spans, key=lambda span: id(span.link) if span.link else 0):
        stretch = list(group)
        inner: list[etree._Element] = []
        for span in stretch:
            if span.thing is not None:
                _put_thing(inner, span.thing)
            else:
                inner.append(_run(span, styles))
        link = stretch[0].link
        made += inner if link is None else _linked(link, inner, used)
    for atom in content.back:
        _put(made, atom)
    tail = paragraph.tail
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.tail = tail
    for element in (*kept, *made):
        element.tail = None
        paragraph.append(element)


def _linked(link: Hyperlink, inner: list[etree._Element], used: set[int]) -> list[etree._Element]:
    """A link around runs; the second time a field is used, its codes are copied."""
    if isinstance(link.payload, tuple):
        head, tail, default = link.payload
        if default is not None:
            default.set(f"{W}val", "".join(t.text or "" for one in inner for t in one.iter(f"{W}t")).strip())
        again = id(head) in used
        used.add(id(head))
        out: list[etree._Element] = []
        for atom in head:
            _put(out, atom, copy=again)
        out += inner
        for atom in tail:
            _put(out, atom, copy=again)
        return out
    node = etree.Element(link.payload.tag, dict(link.payload.attrib), nsmap=link.payload.nsmap)
    node.extend(inner)
    return [node]


def _put_thing(out: list[etree._Element], atoms: Sequence[Atom]) -> None:
    """Append the parts of a thing; those of one run stay in one, as a note's reference and its sign must."""
    last = None
    for atom in atoms:
        home = atom.node.getparent()
        if last is not None and home is last and not atom.free:
            atom.node.tail = None
            out[-1].append(atom.node)
        else:
            _put(out, atom)
        last = home


def _put(out: list[etree._Element], atom: Atom, copy: bool = False) -> None:
    """Append an atom, in a run of its own unless it is in none."""
    node = deepcopy(atom.node) if copy else atom.node
    if atom.free:
        out.append(node)
        return
    run = etree.Element(f"{W}r")
    if atom.run is not None:
        run.append(deepcopy(atom.run))
    node.tail = None
    run.append(node)
    out.append(run)


def _run(span: Span, styles: Styles) -> etree._Element:
    run = etree.Element(f"{W}r")
    properties = styles.written(span.props)
    if properties is not None:
        run.append(properties)
    for piece in _PIECES.findall(span.text):
        element = etree.SubElement(run, f"{W}{_ELEMENTS.get(piece, 't')}")
        if piece not in _ELEMENTS:
            element.text = piece
            if piece != piece.strip():
                element.set(XML_SPACE, "preserve")
    return run
