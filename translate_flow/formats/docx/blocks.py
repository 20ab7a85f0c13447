"""The translatable places of a Word document: paragraphs of all its stories, and texts in attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ...errors import ReadError
from ...language.text import has_letters
from ...language.whole import as_read
from ...markup.inline import Token, written
from ...markup.notes import PlaceNote
from ...model import Kind
from ...office.omitted import Unread
from ...office.places import Rows, TextPlace, lost, plain
from ...office.spans import MarkedBlock, marked, setting
from ...office.xmlparts import parsed
from . import attributes, codes, drawn
from .attributes import normal
from .capital import capital, joined
from .labels import Labels
from .links import messages_of_links
from .listing import Listing
from .messages import STRICT_XML
from .names import DC_TITLE, MC, STRICT, W
from .numbering import levels
from .package import Package, local
from .paragraph import Content, Reader
from .pictures import addresses, said, shown
from .styles import Style, Styles, hidden_by, read_styles
from .twins import twins
from .unread import comments, in_story, unread

_HEADING = re.compile(r"heading ([1-9])$")
_QUOTES = frozenset({"quote", "intense quote", "block text"})
_NOTES = {
    "header": PlaceNote.PAGE_HEADER,
    "footer": PlaceNote.PAGE_FOOTER,
    "endnotes": PlaceNote.ENDNOTE,
}


@dataclass(slots=True, kw_only=True)
class Block(TextPlace):
    """A paragraph, or a text in an attribute or element."""

    puts: list[Callable[[Sequence[Token]], None]] = field(default_factory=list)
    """For what is not a paragraph: what writes it, in each place that repeats it."""
    capital: list[etree._Element] = field(default_factory=list)
    """The paragraph with its drop capital, and the twin of that."""
    nodes: list[etree._Element] = field(default_factory=list)
    """The paragraph, and its twins in fallbacks for older programs."""
    content: list[Content] = field(default_factory=list)
    marked: list[MarkedBlock] = field(default_factory=list)
    others: tuple[str, ...] = ()
    """Further parts that show the text."""


@dataclass(slots=True)
class Scan:
    """What was found in a document."""

    blocks: list[Block]
    figures: list[TextPlace]
    """Table cells without words."""
    pictures: list[TextPlace]
    """Images of the body."""
    roots: dict[str, etree._Element]
    """The parts that hold blocks."""
    styles: Styles
    unread: list[tuple[Unread, str]]
    """What is in the document and not offered."""


def scan(package: Package) -> Scan:
    """The blocks of a document, in order: body, notes, headers and footers, properties. Raises ReadError."""
    archive = package.archive
    styles = read_styles(parsed(archive, package.styles) if package.styles else None)
    scanner = _Scanner(package, styles)
    for part, story in package.stories:
        scanner.story(part, story)
    scanner.addresses()
    scanner.drawings()
    scanner.numbering()
    scanner.core()
    found = [*scanner.unread, *unread(package, scanner.roots), *comments(package)]
    return Scan(scanner.blocks, scanner.figures, scanner.pictures, scanner.roots, styles, found)


class _Scanner:
    def __init__(self, package: Package, styles: Styles) -> None:
        self.package = package
        self.styles = styles
        self.blocks: list[Block] = []
        self.figures: list[TextPlace] = []
        self.pictures: list[TextPlace] = []
        self.images = addresses(package)
        self.roots: dict[str, etree._Element] = {}
        self.ordinal = 0
        self.groups: dict[object, int] = {}
        self.notes: dict[tuple[str, str], str] = {}
        self.rows = Rows(f"{W}tbl", f"{W}tr", (f"{W}tc",), _width)
        self.kept: dict[etree._Element, Callable[[], set[etree._Element]]] = {}
        """For each paragraph that may be written anew, what tells which of it is kept."""
        self.in_tables = styles.in_tables
        self.capital: tuple[etree._Element, str] | None = None
        """A drop capital that the next paragraph begins with."""
        self.described: dict[tuple[etree._Element, str], Block] = {}
        """Texts of images by what holds all forms of the image."""
        self.unread: list[tuple[Unread, str]] = []
        part = package.numbering
        labels = Labels(parsed(package.archive, part) if part else None, styles)
        self.lists = Listing(labels, styles, self.groups)

    def story(self, part: str, story: str) -> None:
        root = parsed(self.package.archive, part)
        if root.tag.startswith(STRICT):
            raise ReadError(STRICT_XML(file=self.package.archive.name))
        self.roots[part] = root
        hides = self.styles.hides or next(root.iter(f"{W}vanish"), None) is not None
        reader = Reader(self.styles, self.package.links[part], self.package.archive.name, hides)
        repeats, skipped = twins(root)
        if story == "document":
            reader.notes = self._number_notes(root)
        self.unread += in_story(root)
        for node in root.iter(f"{W}p", *attributes.TAGS, drawn.PARAGRAPH, *codes.CODES):
            self.ordinal += 1
            if node.tag != f"{W}p":
                if story == "document" and (address := shown(node, self.images)):
                    self._picture(node, part, address)
                self._described(node, part)
            elif node not in skipped:
                self._paragraph(node, repeats.get(node), part, story, reader)

    def core(self) -> None:
        """The title among the document's properties."""
        part = self.package.core
        if not part:
            return
        root = parsed(self.package.archive, part)
        for node in root.iter(DC_TITLE):
            self.ordinal += 1
            text = normal(node.text or "")
            if has_letters(text):
                self.roots[part] = root
                self._plain(text, part, Kind.LINE, PlaceNote.STORED_TITLE, _into(node))

    def addresses(self) -> None:
        """The words of messages that links begin."""
        for part, (root, found) in messages_of_links(self.package, self.roots).items():
            self.roots[part] = root
            for text, put in found:
                self.ordinal += 1
                self._plain(text, part, Kind.LINE, PlaceNote.MESSAGE, put)

    def drawings(self) -> None:
        """The words of charts and diagrams."""
        for drawing in drawn.drawings(self.package):
            first = next(iter(drawing.parts))
            for words in drawing.words:
                self.ordinal += 1
                block = self._plain(words.text, first, Kind.CAPTION, PlaceNote.DRAWN, words.puts[0])
                block.puts += map(_plainly, words.puts[1:])
                block.others = tuple(drawing.parts)[1:]
            self.roots |= drawing.parts

    def numbering(self) -> None:
        """The words of automatic numbers."""
        part = self.package.numbering
        if not part:
            return
        root = parsed(self.package.archive, part)
        stories = [self.roots[story] for story, _ in self.package.stories]
        for level in levels(root, stories, self.styles):
            self.ordinal += 1
            self.roots[part] = root
            text = as_read(written(level.parts))
            note = f"{PlaceNote.AUTOMATIC_NUMBER}; {level.note}" if level.note else PlaceNote.AUTOMATIC_NUMBER
            self.blocks.append(Block(self.ordinal, text, part, Kind.CAPTION, note, puts=[level.put]))

    def _plain(self, text: str, part: str, kind: Kind, note: str, put: Callable[[str], None]) -> Block:
        block = Block(self.ordinal, text, part, kind, note, puts=[_plainly(put, note)])
        self.blocks.append(block)
        return block

    def _number_notes(self, root: etree._Element) -> dict[tuple[str, str], str]:
        for kind in ("footnote", "endnote"):
            for count, node in enumerate(root.iter(f"{W}{kind}Reference"), 1):
                self.notes.setdefault((kind, node.get(f"{W}id", "")), str(count))
        return self.notes

    def _described(self, node: etree._Element, part: str) -> None:
        """The texts in an element's attributes; one that an older form of the same image repeats is listed once."""
        found = [*attributes.texts(node), *drawn.texts(node), *codes.texts(node)]
        if not found or attributes.gone(node) or lost(attributes.around(node), self.kept):
            return
        outer = list(node.iterancestors(f"{W}drawing", f"{W}pict", f"{MC}AlternateContent"))
        for text, note, put in found:
            known = self.described.get((outer[-1], text)) if outer else None
            if known is not None:
                known.puts.append(_plainly(put, note))
                continue
            block = self._plain(text, part, Kind.CAPTION, note, put)
            if outer:
                self.described[outer[-1], text] = block
            self.ordinal += 1

    def _paragraph(
        self, node: etree._Element, twin: etree._Element | None, part: str, story: str, reader: Reader
    ) -> None:
        properties = node.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        style_id = style.get(f"{W}val", "") if style is not None else ""
        if self.styles.hidden(style_id) and not _shown(node):
            words = "".join(t.text or "" for t in node.iter(f"{W}t"))
            if has_letters(words):
                self.unread.append((Unread.HIDDEN, words))
            return
        if lost(node.iterancestors(), self.kept):
            return
        unsure = self._unsure(node)
        content = reader.read(node, style_id, unsure)
        self.unread += content.unread
        if (letter := capital(node, content)) and _next(node).tag == f"{W}p" and _next(node) is not node:
            self.capital = node, letter
            return
        before, self.capital = self.capital, None
        if before and _next(before[0]) is not node:
            before = None
        if not any(span.thing is None and has_letters(span.text) for span in content.spans):
            self._figure(node, part, content)
            return
        self.kept[node] = content.things
        if before:
            joined(before[1], content)
        found = marked(content.spans, self.styles.describe)
        text = as_read(written(found.parts))
        block = Block(
            self.ordinal, text, part, Kind.PARAGRAPH, "", nodes=[node], content=[content], marked=[found]
        )
        if before:
            block.capital.append(before[0])
        if twin is not None:
            other = reader.read(twin, style_id, unsure)
            block.nodes.append(twin)
            block.content.append(other)
            block.marked.append(marked(other.spans, self.styles.describe))
        block.setting = setting(found)
        self._place(block, node, properties, style_id, story)
        block.note = "; ".join(part for part in (block.note, found.note) if part)
        self.blocks.append(block)

    def _unsure(self, node: etree._Element) -> Collection[str]:
        """Properties that text in the paragraph may have from the style of a table around it."""
        if not self.in_tables:
            return ()
        names: set[str] = set()
        for table in node.iterancestors(f"{W}tbl"):
            style = table.find(f"{W}tblPr/{W}tblStyle")
            names |= self.styles.table(style.get(f"{W}val", "") if style is not None else "")
        return names

    def _place(
        self, block: Block, node: etree._Element, properties: etree._Element | None, style: str, story: str
    ) -> None:
        """What kind of paragraph it is, by its style, numbering and what is around it."""
        block.note = _NOTES.get(story, "")
        if story in ("header", "footer"):
            block.kind = Kind.LINE
        chain = self.styles.chain(style)
        name = chain[0].name if chain else ""
        numbering = properties.find(f"{W}numPr") if properties is not None else None
        level = _heading(properties, chain)
        box = cell = None
        for around in node.iterancestors(f"{W}tc", f"{W}txbxContent", f"{W}footnote", f"{W}endnote"):
            kind = local(around)
            if kind == "tc" and cell is None:
                cell = around
            elif kind == "txbxContent" and box is None:
                box = around
            elif kind in ("footnote", "endnote"):
                block.kind = Kind.FOOTNOTE
                block.marker = self.notes.get((kind, around.get(f"{W}id", "")), "")
        if box is not None:
            block.note = PlaceNote.TEXT_BOX
        if name == "title":
            block.kind, block.titled = Kind.TITLE, True
        elif name == "caption":
            block.kind = Kind.CAPTION
        elif level:
            block.kind, block.level = Kind.HEADING, level
        elif cell is not None:
            self._cell(block, cell)
        elif name in _QUOTES:
            block.kind = Kind.QUOTE
        elif _is_listed(numbering, chain):
            self.lists.item(block, node, properties, style)
        elif block.kind is Kind.PARAGRAPH:
            self.lists.further(block, node, properties, style)

    def _figure(self, node: etree._Element, part: str, content: Content) -> None:
        """A paragraph without words, noted if it is in a table."""
        cell = node.getparent()
        if cell is not None and local(cell) == "tc" and any(span.text.strip() for span in content.spans):
            found = marked(content.spans, self.styles.describe)
            text = as_read(written(found.parts))
            figure = TextPlace(self.ordinal, text, part, Kind.CELL, "", setting=setting(found))
            self._cell(figure, cell)
            self.figures.append(figure)

    def _picture(self, node: etree._Element, part: str, address: str) -> None:
        place = TextPlace(self.ordinal, normal(said(node)), part, Kind.CAPTION, "", image=address)
        if (cell := next(node.iterancestors(f"{W}tc"), None)) is not None:
            self._cell(place, cell)
        self.pictures.append(place)

    def _cell(self, block: TextPlace, cell: etree._Element) -> None:
        row = cell.getparent()
        while row is not None and local(row) not in ("tr", "tbl"):
            row = row.getparent()
        table = next(cell.iterancestors(f"{W}tbl"), None)
        block.kind = Kind.CELL
        if table is not None and row is not None:
            block.group = self.groups.setdefault(table, len(self.groups) + 1)
            block.row, block.column = self.rows.number(table, row), self.rows.column(row, cell)
            head = row.find(f"{W}trPr/{W}tblHeader")
            if head is not None:
                block.note = PlaceNote.TABLE_HEAD


def _width(cell: etree._Element) -> str | None:
    """How many columns a cell takes, as it says."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return span.get(f"{W}val") if span is not None else None


def _heading(properties: etree._Element | None, chain: Sequence[Style]) -> int:
    outline = properties.find(f"{W}outlineLvl") if properties is not None else None
    level = outline.get(f"{W}val", "") if outline is not None else ""
    if level.isdecimal():
        return int(level) + 1 if int(level) < 9 else 0
    for style in chain:
        match = _HEADING.match(style.name)
        if match:
            return min(int(match[1]), 6)
        if style.outline is not None:
            return min(style.outline + 1, 6) if style.outline < 9 else 0
    return 0


def _next(node: etree._Element) -> etree._Element:
    """The element that follows, or itself if none does."""
    after = node.getnext()
    return node if after is None else after


def _is_listed(numbering: etree._Element | None, chain: Sequence[Style]) -> bool:
    if numbering is not None:
        number = numbering.find(f"{W}numId")
        return number is None or number.get(f"{W}val") != "0"
    return any(style.listed for style in chain)


def _shown(node: etree._Element) -> bool:
    return any(hidden_by(run) is False for run in node.iter(f"{W}rPr"))


def _into(node: etree._Element) -> Callable[[str], None]:
    def put(text: str) -> None:
        node.text = text

    return put


def _plainly(put: Callable[[str], None], note: str = "") -> Callable[[Sequence[Token]], None]:
    """What writes tokens into a place that holds nothing but text."""
    return lambda tokens: put(plain(tokens, note))
