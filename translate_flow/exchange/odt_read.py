"""Read a review table that LibreOffice saved as OpenDocument (ODF 1.3, part 3), tracked changes and comments included.

OpenDocument keeps no content controls and no XML part of ours: rows are known by key or bookmark, which holds the
digest of the translation too, and statement, language and journal by the document's own properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ..errors import ReadError
from ..files.zipped import opened
from ..office.xmlparts import parsed
from . import messages
from .columns import AS_WRITTEN, SheetColumns, of_head
from .docx_names import BOOKMARK, PROPERTY
from .merged import Covered, added
from .sheet import KEY, Back, BackRow, CellAtom, Hand, Remark

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MARK = re.compile(rf"{BOOKMARK}([0-9a-f]{{8}}(?:_[0-9]+)?)_([0-9a-f]*)")
_BLANKS = re.compile(r"[ \t\r\n]+")
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_DEEPEST = 60
_WIDEST = 60
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}soft-page-break": ""}


def read(data: bytes, name: str) -> Back:
    """What came back in an OpenDocument text. Raises ReadError if there is no table with keys in it."""
    archive = opened(data, name, messages.A_TABLE())
    if "content.xml" not in archive.parts:
        raise ReadError(messages.NO_REVIEW_TABLE(file=name))
    content = parsed(archive, "content.xml")
    properties: dict[str, str] = {}
    by = ""
    if "meta.xml" in archive.parts:
        meta = parsed(archive, "meta.xml")
        for node in meta.iter(f"{_META}user-defined"):
            properties[node.get(f"{_META}name", "").removeprefix(PROPERTY)] = _words(node).strip()
        by = next((_words(node).strip() for node in meta.iter(f"{_DC}creator")), "")
    changes = _changes(content)
    gone = _gone(content)
    columns, known, grid = AS_WRITTEN, False, _Grid()
    rows: list[BackRow] = []
    for node in content.iter(f"{_TABLE}table-row"):
        reader = _Reader(changes, gone)
        atoms, covered = grid.row(node, reader)
        texts = ["".join(a.text for a in cell if not a.cut).strip("\n") for cell in atoms]
        if head := of_head(texts, properties.get("language", "")):
            columns, known = head, True
        elif (row := _row(node, atoms, texts, columns)) is not None:
            added(rows, row, covered, columns, known=known)
    if not any(row.key or (known and row.source) for row in rows):
        raise ReadError(messages.NO_REVIEW_TABLE(file=name))
    inside = {id(n) for table in content.iter(f"{_TABLE}table") for n in table.iter(f"{_OFFICE}annotation")}
    loose = tuple(_remark(n) for n in content.iter(f"{_OFFICE}annotation") if id(n) not in inside)
    return Back(
        tuple(rows),
        properties.get("statement", ""),
        properties.get("language", ""),
        properties.get("journal", ""),
        "" if by == "translate-flow" else by,
        tuple(remark for remark in loose if remark.text),
    )


@dataclass(slots=True)
class _Change:
    """A tracked change."""

    kind: str
    """`insertion`, `deletion` or `format-change`."""
    hand: Hand
    deleted: list[etree._Element] = field(default_factory=list)
    """Paragraphs of what was taken out."""


def _changes(content: etree._Element) -> dict[str, _Change]:
    found = {}
    for region in content.iter(f"{_TEXT}changed-region"):
        for node in region:
            if not isinstance(node.tag, str):
                continue
            hand = _hand(node)
            deleted = [p for p in node if p.tag in _PARAGRAPHS]
            found[region.get(f"{_TEXT}id", "")] = _Change(node.tag.removeprefix(_TEXT), hand, deleted)
    return found


def _gone(content: etree._Element) -> frozenset[str]:
    """Names of the styles whose words somebody has struck through by hand, or hidden."""
    made = set()
    for style in content.iter(f"{_STYLE}style"):
        for node in style.iter(f"{_STYLE}text-properties"):
            struck = node.get(
                f"{_STYLE}text-line-through-style", node.get(f"{_STYLE}text-line-through-type", "none")
            )
            if struck != "none" or node.get(f"{_TEXT}display") == "none":
                made.add(style.get(f"{_STYLE}name", ""))
    return frozenset(made - {""})


def _hand(node: etree._Element) -> Hand:
    """Who and when; times have no zone there, and are those that Word's file had."""
    by = next((_words(n).strip() for n in node.iter(f"{_DC}creator")), "")
    at = next((_words(n).strip()[:19] for n in node.iter(f"{_DC}date")), "")
    return by, f"{at}Z" if at and not at.startswith("0000") else ""


def _words(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def _remark(node: etree._Element) -> Remark:
    by, at = _hand(node)
    return Remark(by, "\n".join(_words(p) for p in node if p.tag in _PARAGRAPHS).strip(), at)


def _row(
    row: etree._Element, atoms: Sequence[list[CellAtom]], texts: Sequence[str], columns: SheetColumns
) -> BackRow | None:
    """A row of the table; None for a head or an empty one."""
    if len(atoms) < 2:
        return None
    key, base = _identity(row, columns.cell(texts, columns.key))
    parent = row.getparent()
    head = parent is not None and parent.tag == f"{_TABLE}table-header-rows"
    if not key and (head or not any(t.strip() for t in texts)):
        return None
    place = min(columns.target, len(atoms) - 1)
    remarks = [_remark(node) for node in row.iter(f"{_OFFICE}annotation")]
    if 0 <= columns.notes < len(atoms) and place == columns.target:
        remarks += _typed(atoms[columns.notes])
    remarks += [Remark("", text.strip()) for text in columns.others(texts)]
    return BackRow(
        key,
        tuple(atoms[place]),
        columns.cell(texts, columns.source) if place == columns.target else "",
        base,
        tuple(remark for remark in remarks if remark.text),
    )


def _identity(row: etree._Element, first: str) -> tuple[str, str]:
    """Key and base of a row: from the key that is seen, else its bookmark."""
    marks = {}
    for node in row.iter(f"{_TEXT}bookmark-start", f"{_TEXT}bookmark"):
        if found := _MARK.fullmatch(node.get(f"{_TEXT}name", "")):
            marks[found[1].replace("_", "-")] = found[2]
    seen = KEY.findall(first)
    if len(seen) == 1:
        return seen[0], marks.get(seen[0], "")
    return next(iter(marks.items()), ("", ""))


def _typed(cell: list[CellAtom]) -> Iterator[Remark]:
    """What a person has typed among the notes."""
    line, hands = "", set[Hand]()
    for atom in [*cell, CellAtom("\n")]:
        if atom.text == "\n":
            if line.strip():
                by, at = sorted(hands)[0]
                yield Remark(by, line.strip(), at)
            line, hands = "", set()
        elif atom.put and not atom.cut:
            line += atom.text
            hands |= atom.put


@dataclass(slots=True)
class _Grid:
    """The table's cells, a place for each column, though some reach over others."""

    below: dict[int, int] = field(default_factory=dict)
    """For columns over which a cell from above reaches: in how many rows still."""

    def row(self, row: etree._Element, reader: _Reader) -> tuple[list[list[CellAtom]], list[Covered]]:
        """What is in a row's cells, and which are covered by others."""
        atoms: list[list[CellAtom]] = []
        covered: list[Covered] = []
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            place, left = len(atoms), self.below.get(len(atoms), 0)
            if cell.tag == f"{_TABLE}table-cell":
                wide, deep = (
                    int(said) if (said := cell.get(f"{_TABLE}number-{what}-spanned", "1")).isdecimal() else 1
                    for what in ("columns", "rows")
                )
                self.below |= {place + n: deep for n in range(min(wide, _WIDEST)) if deep > 1}
                covered.append(Covered.NO)
            else:
                covered.append(Covered.ABOVE if left > 0 else Covered.LEFT)
            atoms.append(reader.cell(cell))
        self.below = {place: rest - 1 for place, rest in self.below.items() if rest > 1}
        return atoms, covered


class _Reader:
    """Reads cells in the document's order; what was put in may begin in one paragraph and end in another."""

    def __init__(self, changes: dict[str, _Change], gone: frozenset[str] = frozenset()) -> None:
        self.changes = changes
        self.gone = gone
        self.open: dict[str, Hand] = {}

    def cell(self, cell: etree._Element) -> list[CellAtom]:
        """Atoms of a cell's paragraphs; between two is a line break."""
        made: list[CellAtom] = []
        for number, node in enumerate(p for p in cell.iter(*_PARAGRAPHS) if not _aside(p, cell)):
            if number:
                made.append(CellAtom("\n", frozenset(self.open.values())))
            made += self._inside(node, frozenset(), 0)
        return made

    def _inside(self, node: etree._Element, cut: frozenset[Hand], depth: int) -> Iterator[CellAtom]:
        yield from self._atom(_BLANKS.sub(" ", node.text or ""), cut)
        for child in node:
            yield from self._child(child, cut, depth)
            yield from self._atom(_BLANKS.sub(" ", child.tail or ""), cut)

    def _atom(self, text: str, cut: frozenset[Hand]) -> Iterator[CellAtom]:
        if text:
            yield CellAtom(text, frozenset(self.open.values()), cut)

    def _child(self, node: etree._Element, cut: frozenset[Hand], depth: int) -> Iterator[CellAtom]:
        tag = node.tag
        if not isinstance(tag, str) or depth > _DEEPEST or tag in (f"{_OFFICE}annotation", f"{_TEXT}note"):
            return
        change = self.changes.get(node.get(f"{_TEXT}change-id", ""))
        if tag == f"{_TEXT}change-start":
            if change is not None and change.kind == "insertion":
                self.open[node.get(f"{_TEXT}change-id", "")] = change.hand
        elif tag == f"{_TEXT}change-end":
            self.open.pop(node.get(f"{_TEXT}change-id", ""), None)
        elif tag == f"{_TEXT}change":
            if change is not None and change.kind == "deletion":
                for number, paragraph in enumerate(change.deleted):
                    if number:
                        yield from self._atom("\n", cut | {change.hand})
                    yield from self._inside(paragraph, cut | {change.hand}, depth + 1)
        elif node.get(f"{_TEXT}style-name", "") in self.gone:
            return
        elif tag == f"{_TEXT}s":
            count = node.get(f"{_TEXT}c", "1")
            yield from self._atom(" " * min(int(count) if count.isdecimal() else 1, 1000), cut)
        elif tag in _SIGNS:
            yield from self._atom(_SIGNS[tag], cut)
        else:
            yield from self._inside(node, cut, depth + 1)


def _aside(paragraph: etree._Element, cell: etree._Element) -> bool:
    """Whether a paragraph belongs to a comment, a note or a table inside the cell."""
    for node in paragraph.iterancestors():
        if node is cell:
            return False
        if node.tag in (f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TABLE}table-cell"):
            return True
    return False
