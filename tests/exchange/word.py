"""Edits to a review table's XML, as Word would make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from translate_flow.exchange.docx_names import W, run, w

DOCUMENT = "word/document.xml"


def changed(data: bytes, change: Callable[[etree._Element], None], drop: tuple[str, ...] = ()) -> bytes:
    """The file with its document part changed and some parts left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name.startswith(drop) and drop:
                continue
            part = old.read(name)
            if name == DOCUMENT:
                root = etree.fromstring(part)
                change(root)
                part = etree.tostring(root)
            new.writestr(name, part)
    return out.getvalue()


def rows(root: etree._Element) -> list[etree._Element]:
    """The table's rows, without its head."""
    return list(root.iter(f"{W}tr"))[1:]


def row_of(root: etree._Element, text: str) -> etree._Element:
    """The row in which a text stands."""
    return next(r for r in rows(root) if text in "".join(map(str, r.itertext())))


def cell(row: etree._Element, column: int) -> etree._Element:
    """A cell's first paragraph."""
    found = row.findall(f"{W}tc")[column].find(f"{W}p")
    assert found is not None
    return found


def retype(row: etree._Element, text: str) -> None:
    """Type another translation, tracking switched off."""
    place = cell(row, 2)
    for node in [n for n in place if n.tag != f"{W}pPr"]:
        place.remove(node)
    place.append(run(text))


def insert(
    row: etree._Element, text: str, author: str, date: str = "2023-02-01T10:00:00Z", column: int = 2
) -> None:
    """Type at the end of the translation, tracking switched on."""
    cell(row, column).append(w("ins", run(text), id=9000, author=author, date=date))


def strike(row: etree._Element, author: str, date: str = "2023-02-01T10:00:00Z") -> None:
    """Delete the translation's plain text, tracking switched on."""
    place = cell(row, 2)
    for node in place.findall(f"{W}r"):
        gone = w("del", id=9001, author=author, date=date)
        place.replace(node, gone)
        for text in node.findall(f"{W}t"):
            text.tag = f"{W}delText"
        gone.append(node)


def accept_all(root: etree._Element) -> None:
    """What Word's "Accept all changes" does."""
    _resolve(root, keep="ins", drop="del")


def reject_all(root: etree._Element) -> None:
    """What Word's "Reject all changes" does."""
    _resolve(root, keep="del", drop="ins")


def _resolve(root: etree._Element, keep: str, drop: str) -> None:
    for node in list(root.iter(f"{W}{drop}")):
        parent = node.getparent()
        assert parent is not None
        parent.remove(node)
    for node in list(root.iter(f"{W}{keep}")):
        parent = node.getparent()
        assert parent is not None
        place = parent.index(node)
        for child in list(node):
            parent.insert(place, child)
            place += 1
        parent.remove(node)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
