"""Write the review table: four columns, people's changes to the draft as tracked changes.

The table keeps trackable what it was made from in three ways, of which word
processors leave at least one: a content control around each key (its tag), a hidden
bookmark in each row, and a custom XML part; the document's own properties name
statement, language and journal.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from xml.sax.saxutils import escape

from lxml import etree

from ..errors import BuildError
from ..language.tags import full_tag, language
from ..language.text import digest
from ..messages import reader, say
from ..model import Kind, State
from .docx_names import BOOKMARK, PROPERTY, SHEET, W, paragraph, run, w
from .messages import CONTROL_CHARACTER, INSTRUCTION, KEY, KEY_OF, NOTES, READ_SO_FAR
from .sheet import Remark, ReviewSheet, SheetRow, SheetRun

WIDTHS = (1080, 5260, 5260, 3538)
"""Of the columns key, source, target, notes, in twentieths of a point: A4 across, 1.5 cm margins."""
_HEADINGS = frozenset({Kind.TITLE, Kind.HEADING})
_WHOLE = 12
"""Lines up to which a row is not split between pages."""
_OPEN = frozenset({State.MISSING, State.DRAFT, State.STALE})


def write(sheet: ReviewSheet) -> bytes:
    """The sheet as a Word document; equal sheets make equal bytes.

    Raises BuildError, naming the segment, for a character that XML cannot hold.
    """
    body = _Body(sheet)
    document = _xml(body.document())
    parts = {
        "[Content_Types].xml": _part("content-types.xml"),
        "_rels/.rels": _part("package.rels"),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _part("document.rels"),
        "word/styles.xml": _part(
            "styles.xml",
            source=full_tag(sheet.source_language),
            target=full_tag(sheet.target_language),
        ),
        "word/settings.xml": _part("settings.xml", target=full_tag(sheet.target_language)),
        "word/comments.xml": _xml(body.comments),
        "word/footer1.xml": _part("footer.xml", name=sheet.statement),
        "docProps/core.xml": _part("core.xml", title=sheet.title, language=full_tag(sheet.target_language)),
        "docProps/custom.xml": _part(
            "custom.xml",
            prefix=PROPERTY,
            statement=sheet.statement,
            language=sheet.target_language,
            journal=sheet.journal,
        ),
        "customXml/item1.xml": _facts(sheet, digest(document.decode())),
        "customXml/itemProps1.xml": _part("item-properties.xml", namespace=SHEET),
        "customXml/_rels/item1.xml.rels": _part("item.rels"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _part(file: str, **values: str) -> bytes:
    """A part from its pattern, in which `{name}` stands for a value."""
    text = (files(__package__) / "parts" / file).read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", escape(value, {'"': "&quot;"}))
    return text.encode()


def _xml(root: etree._Element) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


_PREFIX = {"tf": SHEET}


def _facts(sheet: ReviewSheet, content: str) -> bytes:
    """The custom XML part: what the table was made from."""
    root = etree.Element(
        f"{{{SHEET}}}sheet",
        {
            "statement": sheet.statement,
            "source": sheet.source_language,
            "target": sheet.target_language,
            "journal": sheet.journal,
            "content": content,
        },
        nsmap=_PREFIX,
    )
    for row in sheet.rows:
        notes = " ".join(digest(n.text) for n in row.notes)
        etree.SubElement(root, f"{{{SHEET}}}row", {"key": row.key, "base": row.base, "notes": notes})
    return _xml(root)


class _Body:
    """The document part and, beside it, the comments its rows refer to."""

    def __init__(self, sheet: ReviewSheet) -> None:
        self.sheet = sheet
        self.comments = w("comments")
        self.ids = 0

    def document(self) -> etree._Element:
        """The whole document part."""
        sheet = self.sheet
        source, target = (language(tag, reader()) for tag in (sheet.source_language, sheet.target_language))
        read = sum(row.state not in _OPEN for row in sheet.rows)
        return w(
            "document",
            w(
                "body",
                paragraph("Title", run(sheet.title)),
                paragraph(
                    "Subtitle",
                    run(f"{source} → {target}  ·  {sheet.statement}  ·  "),
                    run(say(READ_SO_FAR(read=read, n=len(sheet.rows)))),
                ),
                paragraph("Instruction", run(say(INSTRUCTION(language=target)))),
                self._table((say(KEY()), source, target, say(NOTES()))),
                paragraph("AfterTable"),
                w(
                    "sectPr",
                    _footer_reference(),
                    w("pgSz", w=16838, h=11906, orient="landscape"),
                    w("pgMar", top=850, right=850, bottom=850, left=850, header=425, footer=425, gutter=0),
                ),
            ),
        )

    def _table(self, heads: tuple[str, ...]) -> etree._Element:
        head = w(
            "tr",
            w("trPr", w("cantSplit"), w("tblHeader")),
            *(_cell(i, paragraph("TableHead", run(text)), fill="1F3A4D") for i, text in enumerate(heads)),
        )
        return w(
            "tbl",
            w(
                "tblPr",
                w("tblStyle", val="ReviewTable"),
                w("tblW", w=sum(WIDTHS), type="dxa"),
                w("tblLayout", type="fixed"),
                w(
                    "tblLook",
                    val="0420",
                    firstRow=1,
                    lastRow=0,
                    firstColumn=0,
                    lastColumn=0,
                    noHBand=0,
                    noVBand=1,
                ),
            ),
            w("tblGrid", *(w("gridCol", w=width) for width in WIDTHS)),
            head,
            *(self._row(row) for row in self.sheet.rows),
        )

    def _row(self, row: SheetRow) -> etree._Element:
        heading = "Heading" if row.kind in _HEADINGS else ""
        kept = "Kept" if row.state is State.KEPT else ""
        try:
            return w(
                "tr",
                w("trPr", w("cantSplit")) if _lines(row) <= _WHOLE else None,
                _cell(0, self._key(row), edge=f"{row.state}"),
                _cell(1, paragraph(f"Source{heading or kept}", run(row.source))),
                _cell(2, paragraph(f"Target{heading or kept}", *self._target(row))),
                _cell(3, *(paragraph(f"Note{n.tone.title()}", run(n.text)) for n in row.notes)),
            )
        except ValueError as cause:
            statement = self.sheet.statement
            raise BuildError(CONTROL_CHARACTER(statement=statement, key=row.key, format="Word")) from cause

    def _key(self, row: SheetRow) -> etree._Element:
        """The key in a content control whose text is locked; a hidden bookmark says the same."""
        mark = self._id()
        control = w(
            "sdt",
            w(
                "sdtPr",
                w("alias", val=say(KEY_OF(number=row.number))),
                w("tag", val=f"{row.key}:{row.base}"),
                w("id", val=mark + 1000),
                w("lock", val="contentLocked"),
                w("text"),
            ),
            w("sdtContent", run(row.key, style="KeyText")),
        )
        name = f"{BOOKMARK}{row.key.replace('-', '_')}_{row.base}"
        return paragraph(
            "Key",
            w("bookmarkStart", id=mark, name=name),
            run(f"{row.number}  "),
            w("r", w("br")),
            control,
            w("bookmarkEnd", id=mark),
        )

    def _target(self, row: SheetRow) -> Iterator[etree._Element]:
        remarks = [(self._remark(r)) for r in row.remarks]
        for mark in remarks:
            yield w("commentRangeStart", id=mark)
        for piece in row.runs:
            yield self._piece(piece)
        for mark in remarks:
            yield w("commentRangeEnd", id=mark)
            yield w("r", w("commentReference", id=mark))

    def _piece(self, piece: SheetRun) -> etree._Element:
        if piece.op == "equal":
            return run(piece.text)
        by, at = piece.hand
        deleted = piece.op == "delete"
        change = w(
            "del" if deleted else "ins", run(piece.text, deleted=deleted), id=self._id(), author=by or "?"
        )
        if at:
            change.set(f"{W}date", at)
        return change

    def _remark(self, remark: Remark) -> int:
        mark = self._id()
        initials = "".join(word[0] for word in remark.by.split()[:3]).upper()
        comment = w("comment", id=mark, author=remark.by or "?", initials=initials or "?")
        if remark.at:
            comment.set(f"{W}date", remark.at)
        comment.extend(paragraph("CommentText", run(line)) for line in remark.text.split("\n"))
        self.comments.append(comment)
        return mark

    def _id(self) -> int:
        self.ids += 1
        return self.ids


_COLOURS = {
    "missing": "B3261E",
    "draft": "D08A00",
    "stale": "8A3FA0",
    "translated": "1F5FA8",
    "approved": "1B7A43",
    "kept": "B8BEC4",
}
"""Edge of the key cell, by state; the notes say the same in words."""


def _lines(row: SheetRow) -> int:
    """About how many lines the row's highest cell takes: 60 characters to a line, 45 among the notes."""
    texts = (row.source, "".join(r.text for r in row.runs))
    return max(
        *(1 + len(t) // 60 + t.count("\n") for t in texts), sum(1 + len(n.text) // 45 for n in row.notes)
    )


def _cell(column: int, *content: etree._Element, fill: str = "", edge: str = "") -> etree._Element:
    side = w("tcBorders", w("left", val="single", sz=36, space=0, color=_COLOURS[edge])) if edge else None
    shade = w("shd", val="clear", color="auto", fill=fill) if fill else None
    properties = w("tcPr", w("tcW", w=WIDTHS[column], type="dxa"), side, shade)
    return w("tc", properties, *(content or (paragraph("NotePlain"),)))


def _footer_reference() -> etree._Element:
    made = w("footerReference", type="default")
    made.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "rId3")
    return made
