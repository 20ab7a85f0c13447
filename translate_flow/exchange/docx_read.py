"""Read a review table as it came back, whatever its reviewer and their word processor did to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ..errors import ReadError
from ..files.zipped import Archive
from ..formats.docx.names import MC, STRICT
from ..formats.docx.package import package
from ..language.text import digest
from ..office.xmlparts import parsed
from . import messages
from .columns import AS_WRITTEN, SheetColumns, of_head
from .docx_cells import cell_atoms
from .docx_names import BOOKMARK, PROPERTY, SHEET, W
from .merged import Covered, added
from .sheet import KEY, Back, BackRow, CellAtom, Remark

_WIDEST = 60
"""Columns that one cell reaches over at most; a review table has four, and those people put in."""
_WRITER = "translate-flow"
"""Last author of a document nobody else has saved."""
_MARK = re.compile(rf"{BOOKMARK}([0-9a-f]{{8}}(?:_[0-9]+)?)_([0-9a-f]*)")
_TAG = re.compile(r"([0-9a-f]{8}(?:-[0-9]+)?):([0-9a-f]*)")


def read(data: bytes, name: str) -> Back:
    """What came back in a Word document. Raises ReadError if there is no table with keys in it."""
    found = package(data, name)
    archive = found.archive
    document = _transitional(archive, found.main)
    facts = _facts(archive)
    remarks = _Remarks(archive)
    notes = {row.get("key", ""): frozenset(row.get("notes", "").split()) for row in facts.rows}
    bases = {row.get("key", ""): row.get("base", "") for row in facts.rows}
    properties = _properties(archive)
    language = facts.root.get("target") or properties.get("language", "")
    columns, known = AS_WRITTEN, False
    rows: list[BackRow] = []
    for tr in document.iter(f"{W}tr"):
        cells, covered = _grid(tr)
        texts = ["" if cell is None else _plain(cell) for cell in cells]
        if head := of_head(texts, language):
            columns, known = head, True
        elif (made := _row(tr, cells, texts, columns, _Known(notes, bases, remarks))) is not None:
            added(rows, made, covered, columns, known=known)
    if not any(row.key or (known and row.source) for row in rows):
        raise ReadError(messages.NO_REVIEW_TABLE(file=name))
    return Back(
        tuple(rows),
        facts.root.get("statement") or properties.get("statement", ""),
        language,
        facts.root.get("journal") or properties.get("journal", ""),
        _saved_by(archive),
        remarks.outside(document),
    )


def untouched(data: bytes) -> bool:
    """Whether the table is byte for byte as it was written. Raises ReadError."""
    found = package(data, "")
    content = _facts(found.archive).root.get("content")
    return content == digest(found.archive.read(found.main).decode("utf-8", "replace"))


def _transitional(archive: Archive, part: str) -> etree._Element:
    """A part with the names of the transitional schema, if it was saved in the strict one."""
    root = parsed(archive, part)
    for node in root.iter(f"{STRICT}*"):
        node.tag = node.tag.replace(STRICT, W)
        for name in [str(n) for n in node.attrib if str(n).startswith(STRICT)]:
            node.set(name.replace(STRICT, W), node.attrib.pop(name))
    return root


@dataclass(frozen=True, slots=True)
class _Facts:
    root: etree._Element

    @property
    def rows(self) -> Sequence[etree._Element]:
        return self.root.findall(f"{{{SHEET}}}row")


def _facts(archive: Archive) -> _Facts:
    """The custom XML part; an empty one if the word processor dropped it."""
    for part in archive.parts:
        if part.startswith("customXml/") and part.endswith(".xml") and SHEET.encode() in archive.read(part):
            root = parsed(archive, part)
            if root.tag == f"{{{SHEET}}}sheet":
                return _Facts(root)
    return _Facts(etree.Element("none"))


def _properties(archive: Archive) -> dict[str, str]:
    """The document's own properties that this program wrote."""
    if "docProps/custom.xml" not in archive.parts:
        return {}
    return {
        name.removeprefix(PROPERTY): "".join(map(str, node.itertext())).strip()
        for node in parsed(archive, "docProps/custom.xml")
        if (name := node.get("name", "")).startswith(PROPERTY)
    }


def _saved_by(archive: Archive) -> str:
    if "docProps/core.xml" not in archive.parts:
        return ""
    for node in parsed(archive, "docProps/core.xml"):
        if isinstance(node.tag, str) and node.tag.endswith("}lastModifiedBy"):
            by = (node.text or "").strip()
            return "" if by == _WRITER else by
    return ""


@dataclass
class _Remarks:
    """The comments part, and which of its comments stand in rows."""

    archive: Archive
    placed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.all: dict[str, Remark] = {}
        for part in self.archive.parts:
            if part.endswith("/comments.xml"):
                for node in _transitional(self.archive, part).iter(f"{W}comment"):
                    lines = [
                        "".join(a.text for a in cell_atoms([p]) if not a.cut) for p in node.iter(f"{W}p")
                    ]
                    text = "\n".join(lines).strip()
                    by = node.get(f"{W}author", "").strip()
                    self.all[node.get(f"{W}id", "")] = Remark(by, text, node.get(f"{W}date", ""))

    def within(self, node: etree._Element) -> list[Remark]:
        """Comments that begin or are anchored in an element, each once."""
        marks = [
            place.get(f"{W}id", "")
            for tag in ("commentRangeStart", "commentReference")
            for place in node.iter(f"{W}{tag}")
        ]
        new = [m for m in dict.fromkeys(marks) if m in self.all and m not in self.placed]
        self.placed.update(new)
        return [self.all[m] for m in sorted(new, key=_as_number) if self.all[m].text]

    def outside(self, document: etree._Element) -> tuple[Remark, ...]:
        """Comments that stand in no row."""
        return tuple(self.within(document))


def _as_number(text: str) -> tuple[int, str]:
    return (int(text), "") if text.isdecimal() else (-1, text)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the file's other parts say of its rows, by key."""

    notes: Mapping[str, frozenset[str]]
    """Digests of the notes that went out."""
    bases: Mapping[str, str]
    """Digests of the translations that went out."""
    remarks: _Remarks
    """Its comments."""


def _row(
    tr: etree._Element,
    cells: Sequence[etree._Element | None],
    texts: Sequence[str],
    columns: SheetColumns,
    known: _Known,
) -> BackRow | None:
    """A row of the table; None for a head, an empty or a deleted one."""
    properties = tr.find(f"{W}trPr")
    if properties is not None and properties.find(f"{W}del") is not None:
        return None
    if len(cells) < 2:
        return None
    head = properties is not None and properties.find(f"{W}tblHeader") is not None
    key, base = _identity(tr, columns.cell(texts, columns.key))
    if not key and (head or not any(t.strip() for t in texts)):
        return None
    place = min(columns.target, len(cells) - 1)
    own = known.remarks.within(tr)
    if (
        0 <= columns.notes < len(cells)
        and place == columns.target
        and (aside := cells[columns.notes]) is not None
    ):
        own += _written(aside, known.notes.get(key))
    own += [Remark("", text.strip()) for text in columns.others(texts)]
    return BackRow(
        key,
        () if (target := cells[place]) is None else tuple(cell_atoms(_paragraphs(target))),
        columns.cell(texts, columns.source) if place == columns.target else "",
        base or known.bases.get(key, ""),
        tuple(own),
    )


def _cells(tr: etree._Element) -> Iterator[etree._Element]:
    """The row's cells, also those inside content controls; not those of tables in them."""
    for node in tr:
        if node.tag == f"{W}tc":
            yield node
        elif node.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _cells(node)


def _grid(tr: etree._Element) -> tuple[list[etree._Element | None], list[Covered]]:
    """The row's cells, a place for each column, and which are covered by others."""
    cells: list[etree._Element | None] = []
    covered: list[Covered] = []
    for cell in _cells(tr):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        above = merged is not None and merged.get(f"{W}val", "continue") != "restart"
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = span.get(f"{W}val", "1") if span is not None else "1"
        more = min(int(width), _WIDEST) - 1 if width.isdecimal() else 0
        cells += [cell, *([None] * more)]
        covered += [Covered.ABOVE if above else Covered.NO, *([Covered.LEFT] * more)]
    return cells, covered


def _paragraphs(cell: etree._Element) -> list[etree._Element]:
    return [p for p in cell.iter(f"{W}p") if not any(a.tag == f"{MC}Fallback" for a in p.iterancestors())]


def _plain(cell: etree._Element) -> str:
    """A cell's text with tracked changes accepted."""
    return _accepted(cell_atoms(_paragraphs(cell)))


def _accepted(atoms: Sequence[CellAtom]) -> str:
    return "".join(a.text for a in atoms if not a.cut).strip("\n")


def _identity(tr: etree._Element, first: str) -> tuple[str, str]:
    """Key and base of a row: from the key that is seen, else its control, else its bookmark."""
    marks: dict[str, str] = {}
    for node in tr.iter(f"{W}tag"):
        if found := _TAG.fullmatch(node.get(f"{W}val", "")):
            marks[found[1]] = found[2]
    for node in tr.iter(f"{W}bookmarkStart"):
        if found := _MARK.fullmatch(node.get(f"{W}name", "")):
            key = found[1].replace("_", "-")
            marks[key] = marks.get(key) or found[2]
    seen = KEY.findall(first)
    if len(seen) == 1:
        return seen[0], marks.get(seen[0], "")
    return next(iter(marks.items()), ("", ""))


def _written(cell: etree._Element, known: frozenset[str] | None) -> list[Remark]:
    """What a person wrote among the notes: lines that were not exported, or tracked insertions."""
    made = []
    for node in _paragraphs(cell):
        atoms = cell_atoms([node])
        text = _accepted(atoms).strip()
        hands = sorted(hand for a in atoms if not a.cut for hand in a.put)
        by = hands[0][0] if hands else ""
        if not text or (known is not None and digest(text) in known):
            continue
        typed = "".join(a.text for a in atoms if a.put and not a.cut).strip()
        if known is not None and not typed:
            made.append(Remark("", text))
        elif typed:
            made.append(Remark(by, typed, hands[0][1]))
    return made
