"""Words of charts, SmartArt diagrams and drawings of a Word document: paragraphs of DrawingML, and names in charts.

A chart shows what is stored of its table, a diagram the drawing that was stored of it; both are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ...errors import ReadError
from ...language.text import has_letters
from ...markup.notes import PlaceNote
from ...office.xmlparts import parsed
from .attributes import normal
from .package import Package, local, relations

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PARAGRAPH = f"{_A}p"
_TEXT, _BREAK = f"{_A}t", f"{_A}br"
_STORED = tuple(f"{_C}{name}" for name in ("strCache", "strLit", "multiLvlStrCache"))
READ = frozenset({"chart", "chartUserShapes", "diagramData"})
"""Kinds of relationship whose parts are read here."""

Put = Callable[[str], None]


@dataclass(slots=True)
class Words:
    """A text, and what writes another into each place that shows it."""

    text: str
    puts: list[Put] = field(default_factory=list)


@dataclass(slots=True)
class Drawing:
    """The texts of a chart or diagram."""

    parts: dict[str, etree._Element]
    """What is written with them."""
    words: list[Words]


def drawings(package: Package) -> Iterator[Drawing]:
    """The charts and diagrams of a document, in the order of its parts; those that are damaged are left out."""
    met: set[str] = set()
    homes = [part for part, _ in package.stories]
    for home in homes:
        known = relations(package.archive, home)
        for relation in known.values():
            part = relation.target
            if relation.type not in READ or part in met or part not in package.archive.parts:
                continue
            met.add(part)
            if relation.type == "chart":
                homes.append(part)
            try:
                parts = {part: parsed(package.archive, part)}
                if relation.type == "diagramData":
                    stored = next((n for n in parts[part].iter() if local(n) == "dataModelExt"), None)
                    shown = known.get(stored.get("relId", "")) if stored is not None else None
                    if shown is not None and shown.target in package.archive.parts:
                        parts[shown.target] = parsed(package.archive, shown.target)
            except ReadError:
                continue
            yield Drawing(parts, _words(list(parts.values())))


def _words(roots: Sequence[etree._Element]) -> list[Words]:
    """The texts of the first part, each with its places there and in the others; what repeats is listed once."""
    found: dict[str, Words] = {}
    for at, root in enumerate(roots):
        for node in root.iter(PARAGRAPH, f"{_C}v"):
            text = paragraph_text(node) if node.tag == PARAGRAPH else _stored(node)
            if not has_letters(text):
                continue
            if at == 0 or text in found:
                put = onto_paragraph(node) if node.tag == PARAGRAPH else _onto(node)
                found.setdefault(text, Words(text)).puts.append(put)
    return list(found.values())


def texts(node: etree._Element) -> Iterator[tuple[str, PlaceNote, Put]]:
    """The words of a paragraph of DrawingML that is in a story, as on a locked canvas."""
    if node.tag == PARAGRAPH and has_letters(text := paragraph_text(node)):
        yield text, PlaceNote.DRAWN, onto_paragraph(node)


def paragraph_text(node: etree._Element) -> str:
    """The words of a paragraph of DrawingML, as a segment."""
    said = (" " if child.tag == _BREAK else child.text or "" for child in node.iter(_TEXT, _BREAK))
    return normal("".join(said))


def _stored(node: etree._Element) -> str:
    """A name or category that a chart stores of its table."""
    kept = next(node.iterancestors(*_STORED), None) is not None
    # The name of a row may stand by itself.
    home = node.getparent()
    return normal(node.text or "") if kept or (home is not None and home.tag == f"{_C}tx") else ""


def onto_paragraph(node: etree._Element) -> Put:
    """What writes a text into a paragraph of DrawingML; it looks as its first words did."""

    def put(text: str) -> None:
        for at, child in enumerate(list(node.iter(_TEXT))):
            child.text = text if at == 0 else ""
        for child in list(node.iter(_BREAK)):
            node.remove(child)

    return put


def _onto(node: etree._Element) -> Put:
    def put(text: str) -> None:
        node.text = text

    return put
