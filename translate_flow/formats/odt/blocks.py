"""The translatable places of an OpenDocument text: paragraphs, headers, notes, texts for images, the title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from ...files.zipped import Archive
from ...language.text import has_letters
from ...language.whole import as_read
from ...markup.inline import Token, written
from ...markup.notes import PlaceNote
from ...model import Kind
from ...office.omitted import Unread
from ...office.places import Rows, TextPlace, lost, plain
from ...office.spans import MarkedBlock, marked, setting
from ...office.xmlparts import parsed
from . import charts
from .attributes import TABLE_TEXTS, Numbered, continued, forms, numbers, spoken
from .labels import Labels
from .names import DC, OFFICE, PARAGRAPHS, SVG, TABLE, TEXT, local, words
from .package import archive
from .paragraph import Content, Reader
from .pictures import IMAGE, said, shown
from .styles import Styles, automatic_home
from .unread import unread

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "user-field-decls"}
)
_CAPTIONS = frozenset({"caption", "illustration", "figure", "drawing"})
_QUOTES = frozenset({"quotations", "quote", "intense quote"})
_TITLES = (f"{SVG}title", f"{SVG}desc", *TABLE_TEXTS)
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")


@dataclass(slots=True, kw_only=True)
class Block(TextPlace):
    """A paragraph, or the text of an element that holds nothing else."""

    node: etree._Element
    content: Content | None = None
    """None for a plain text."""
    marked: MarkedBlock | None = None
    put: Callable[[Sequence[Token]], None] | None = None
    """For a text in an attribute: writes it."""


@dataclass(slots=True)
class Scan:
    """What was found in a document."""

    archive: Archive
    blocks: list[Block]
    figures: list[TextPlace]
    """Table cells without words."""
    pictures: list[TextPlace]
    """Images of the body."""
    roots: dict[str, etree._Element]
    """All parts that were parsed."""
    styles: dict[str, Styles]
    """What each part with paragraphs sees."""
    unread: list[tuple[Unread, str]]
    """What is in the document and not offered."""


def scan(data: bytes, name: str) -> Scan:
    """The blocks of a document: its text, then headers and footers, then the title. Raises ReadError."""
    found = archive(data, name)
    roots = {
        part: parsed(found, part) for part in ("content.xml", "styles.xml", "meta.xml") if part in found.parts
    }
    scanner = _Scanner(name, list(roots.values()))
    styles: dict[str, Styles] = {}
    for part, place in (("content.xml", f"{OFFICE}body"), ("styles.xml", f"{OFFICE}master-styles")):
        if part not in roots:
            continue
        styles[part] = Styles(home=automatic_home(roots[part]))
        if "styles.xml" in roots:
            styles[part].collect(roots["styles.xml"])
        styles[part].collect(roots[part])
        home = roots[part].find(place)
        if home is not None:
            scanner.story(home, part, styles[part])
            for text, note, put in (*forms(home), *spoken(home), *continued(roots[part])):
                scanner.attribute(text, part, note, put)
    parts = [part for part in ("styles.xml", "content.xml") if part in roots]
    for at, level in numbers([roots[part] for part in parts]):
        scanner.number(level, parts[at])
    if "meta.xml" in roots:
        for node in roots["meta.xml"].iter(f"{DC}title"):
            scanner.plain(node, "meta.xml", Kind.LINE, PlaceNote.STORED_TITLE)
    for chart in charts.read(found):
        roots[chart.part] = chart.root
        scanner.chart(chart)
    told = [*scanner.unread, *unread(found, roots.get("content.xml"), roots)]
    return Scan(found, scanner.blocks, scanner.figures, scanner.pictures, roots, styles, told)


@dataclass(slots=True)
class _Home:
    """What is around a place; the same for all that stand beside each other."""

    node: etree._Element
    around: list[etree._Element]
    """It and what is around it, the innermost first."""
    names: list[str]
    """Of these."""
    lost: bool
    """Whether what is in it is lost when a paragraph around it is written anew."""


class _Scanner:
    def __init__(self, name: str, roots: Sequence[etree._Element]) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.figures: list[TextPlace] = []
        self.pictures: list[TextPlace] = []
        self.ordinal = 0
        self.groups: dict[etree._Element, int] = {}
        self.rows = Rows(f"{TABLE}table", f"{TABLE}table-row", _CELLS, _width)
        self.kept: dict[etree._Element, Callable[[], set[etree._Element]]] = {}
        """For each paragraph that may be written anew, what tells which of it is kept."""
        self.home: _Home | None = None
        """Of the place last looked at."""
        self.unread: list[tuple[Unread, str]] = []
        self.labels = Labels(roots)
        self.items: set[etree._Element] = set()
        """List items of which a paragraph was met."""

    def story(self, home: etree._Element, part: str, styles: Styles) -> None:
        reader = Reader(styles, self.name)
        for node in home.iter(f"{TEXT}section"):
            if node.get(f"{TEXT}display") == "none" and has_letters(words(node)):
                self.unread.append((Unread.HIDDEN, " ".join(map(words, node.iter(*PARAGRAPHS)))))
        for node in _places(home):
            if node.tag == IMAGE:
                if part == "content.xml" and (address := shown(node)):
                    self._picture(node, part, address)
            elif self._home(node).lost:
                self.ordinal += 1
            elif node.tag in _TITLES:
                image = PlaceNote.IMAGE_TEXT if local(node) == "desc" else PlaceNote.IMAGE_TITLE
                note = TABLE_TEXTS.get(node.tag, image)
                self.plain(node, part, Kind.CAPTION, note)
            else:
                self._paragraph(node, part, styles, reader)

    def _home(self, node: etree._Element) -> _Home:
        parent = node.getparent()
        if self.home is None or self.home.node is not parent:
            around = list(node.iterancestors())
            self.home = _Home(around[0], around, [local(one) for one in around], lost(around, self.kept))
        return self.home

    def plain(self, node: etree._Element, part: str, kind: Kind, note: str) -> None:
        """An element that holds text alone."""
        self.ordinal += 1
        text = as_read(written([" ".join((node.text or "").split())]))
        if has_letters(text) and not len(node):
            self.blocks.append(Block(self.ordinal, text, part, kind, note, node=node))

    def attribute(self, text: str, part: str, note: str, put: Callable[[str], None]) -> None:
        """A text in an attribute."""
        self.ordinal += 1
        node = self.blocks[-1].node if self.blocks else etree.Element("none")
        block = Block(self.ordinal, text, part, Kind.CAPTION, note, node=node)
        block.put = lambda tokens: put(plain(tokens, note))
        self.blocks.append(block)

    def chart(self, shown: charts.Words) -> None:
        """A text of a chart."""
        self.ordinal += 1
        block = Block(self.ordinal, shown.text, shown.part, Kind.CAPTION, PlaceNote.DRAWN, node=shown.node)
        block.put = lambda tokens: shown.put(plain(tokens))
        self.blocks.append(block)

    def number(self, level: Numbered, part: str) -> None:
        """The words of an automatic number."""
        self.ordinal += 1
        text = as_read(written(level.parts))
        note = f"{PlaceNote.AUTOMATIC_NUMBER}; {level.note}"
        block = Block(self.ordinal, text, part, Kind.CAPTION, note, node=level.node, put=level.put)
        self.blocks.append(block)

    def _paragraph(self, node: etree._Element, part: str, styles: Styles, reader: Reader) -> None:
        self.ordinal += 1
        style = node.get(f"{TEXT}style-name", "")
        if styles.paragraph_hidden(style):
            if has_letters(words(node)):
                self.unread.append((Unread.HIDDEN, words(node)))
            return
        content = reader.read(node)
        self.unread += content.unread
        hidden = "".join(said for said, _ in content.hidden)
        if has_letters(hidden):
            self.unread.append((Unread.HIDDEN, hidden))
        if not any(span.thing is None and has_letters(span.text) for span in content.spans):
            self._figure(node, part, styles, content)
            return
        self.kept[node] = content.things
        found = marked(content.spans, styles.describe)
        text = as_read(written(found.parts))
        block = Block(self.ordinal, text, part, Kind.PARAGRAPH, "", node=node, content=content, marked=found)
        block.setting = setting(found)
        self._place(block, node, styles.chain(style))
        block.note = "; ".join(part for part in (block.note, found.note) if part)
        self.blocks.append(block)

    def _figure(self, node: etree._Element, part: str, styles: Styles, content: Content) -> None:
        """A paragraph without words, noted if it is in a table."""
        home = self._home(node)
        if home.names[0] == "table-cell" and any(span.text.strip() for span in content.spans):
            found = marked(content.spans, styles.describe)
            text = as_read(written(found.parts))
            figure = TextPlace(self.ordinal, text, part, Kind.CELL, "", setting=setting(found))
            self._cell(figure, home.node)
            self.figures.append(figure)

    def _picture(self, node: etree._Element, part: str, address: str) -> None:
        words = as_read(written([said(node)]))
        place = TextPlace(self.ordinal, words, part, Kind.CAPTION, "", image=address)
        if (cell := next(node.iterancestors(f"{TABLE}table-cell"), None)) is not None:
            self._cell(place, cell)
        self.pictures.append(place)

    def _place(self, block: Block, node: etree._Element, chain: list[str]) -> None:
        """What kind of paragraph it is, by its style and what is around it."""
        home = self._home(node)
        around, names = home.around, home.names
        for one, name in zip(around, names, strict=True):
            if name == "note-body":
                block.kind = Kind.FOOTNOTE
                owner = one.getparent()
                if owner is not None:
                    block.note = PlaceNote.ENDNOTE if owner.get(f"{TEXT}note-class") == "endnote" else ""
                    citation = owner.find(f"{TEXT}note-citation")
                    block.marker = words(citation) if citation is not None else ""
                break
            if name in ("text-box", "custom-shape", "rect", "ellipse"):
                block.note = PlaceNote.TEXT_BOX
                break
            if name.startswith(("header", "footer")) and block.part == "styles.xml":
                header = name.startswith("header")
                block.kind = Kind.LINE
                block.note = PlaceNote.PAGE_HEADER if header else PlaceNote.PAGE_FOOTER
                break
        self._by_style(block, node, chain, around, names)

    def _by_style(
        self,
        block: Block,
        node: etree._Element,
        chain: list[str],
        around: list[etree._Element],
        names: list[str],
    ) -> None:
        level = node.get(f"{TEXT}outline-level", "1") if local(node) == "h" else ""
        inner = names[: names.index("note-body")] if "note-body" in names else names
        if chain[:1] == ["title"]:
            block.kind, block.titled = Kind.TITLE, True
        elif not _CAPTIONS.isdisjoint(chain):
            block.kind = Kind.CAPTION
        elif level:
            block.kind, block.level = Kind.HEADING, min(int(level), 6) if level.isdecimal() else 1
        elif "table-cell" in inner:
            self._cell(block, around[names.index("table-cell")])
        elif not _QUOTES.isdisjoint(chain):
            block.kind = Kind.QUOTE
        elif "list-item" in inner or "list-header" in inner:
            block.kind, block.level = Kind.ITEM, inner.count("list")
            item = around[min(inner.index(name) for name in ("list-item", "list-header") if name in inner)]
            block.marker = self.labels.next(item) if item not in self.items else ""
            block.setting = replace(block.setting, continues=item in self.items)
            self.items.add(item)
            outer = [one for one, name in zip(around, inner, strict=False) if name == "list"][-1:]
            for one in outer:
                block.group = self.groups.setdefault(one, len(self.groups) + 1)

    def _cell(self, block: TextPlace, cell: etree._Element) -> None:
        block.kind = Kind.CELL
        row, table = cell.getparent(), next(cell.iterancestors(f"{TABLE}table"), None)
        if row is None or table is None:
            return
        block.group = self.groups.setdefault(table, len(self.groups) + 1)
        block.row, block.column = self.rows.number(table, row), self.rows.column(row, cell)
        home = row.getparent()
        if home is not None and local(home) == "table-header-rows":
            block.note = PlaceNote.TABLE_HEAD


def _width(cell: etree._Element) -> str | None:
    """How many columns stand in one element; those that a cell spans are elements of their own."""
    return cell.get(f"{TABLE}number-columns-repeated")


def _places(home: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, images and their titles in order; those in deletions, comments and hidden sections are left out."""
    wanted = {*PARAGRAPHS, *_TITLES, IMAGE}
    skip: etree._Element | None = None
    for event, node in etree.iterwalk(home, events=("start", "end")):
        if event == "end":
            if node is skip:
                skip = None
        elif skip is None:
            name = local(node)
            if name in _SKIPPED or (name == "section" and node.get(f"{TEXT}display") == "none"):
                skip = node
            elif node.tag in wanted:
                yield node
