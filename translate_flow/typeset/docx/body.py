"""The paragraphs of a Word document (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ... import tmx
from ...language.tags import full_tag, language
from ..blocks import Inline, Inlines, Prose, ProseBlock
from ..chrome import spoken
from ..pictures import Picture, picture
from ..publication import Publication
from ..signs import sign
from ..spacing import unbroken
from .numbering import Lists
from .parts import drawing, page

_RUN = {
    "b": "<w:b/><w:bCs/>",
    "i": "<w:i/><w:iCs/>",
    "s": "<w:strike/>",
    "u": '<w:u w:val="single"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
    "sup": '<w:vertAlign w:val="superscript"/>',
}
"""In the order that the schema asks for."""
_SMALL = '<w:color w:val="62676F"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
_CODE = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
_WIDTH = 8730
"""Of the text, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class BilingualRow:
    """A passage in both languages."""

    source: Inlines
    target: Inlines
    heading: bool = False
    """Whether it is a title or a heading."""
    sign: str = ""
    """Of a list's item or a footnote."""
    numbered: bool = True
    """Whether it is a passage; else one of the terms listed below them."""


@dataclass(slots=True)
class Body:
    """What has been written so far."""

    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)
    _language: str = ""
    _main: str = ""
    _numbers: dict[int, int] = field(default_factory=dict)
    """Ids of the footnotes of the section, by number."""
    _groups: int = 0
    _columns: int = 1
    """Of the part of the page that is open."""
    _parted: bool = False
    """Whether a page has had parts of other columns."""

    @property
    def xml(self) -> str:
        """The body's paragraphs, and what is said of the last page."""
        return "".join([*self.parts, page(self._columns, continued=self._parted)])

    def _set_in(self, columns: int) -> None:
        """Begin a part of so many columns; what was before ends with its last paragraph."""
        if columns == self._columns:
            return
        if self.parts:
            ended = page(self._columns, continued=self._parted)
            self.parts[-1] = self.parts[-1].replace("</w:pPr>", f"{ended}</w:pPr>", 1)
            self._parted = True
        self._columns = columns

    def section(self, prose: Prose, publication: Publication, *, first: bool) -> None:
        """Append a statement in one language."""
        self._language, self._main = prose.language, publication.language
        self._numbers = {number: len(self.notes) + at for at, (number, _) in enumerate(prose.notes, 1)}
        self.notes += [""] * len(prose.notes)
        if first and publication.warning:
            self._add("Notice", self._run(Inline(publication.warning), main=True))
        self._set_in(1)
        if not first and publication.between:
            broken = "<w:pageBreakBefore/>"
            self._add("Overline", self._run(Inline(publication.between), main=True), broken)
        for block in prose.before:
            self.block(block, 0)
        if prose.title:
            apart = '<w:spacing w:before="280"/>' if prose.before else ""
            self._add("Title" if first else "Heading1", self._inlines(prose.title), apart)
        for block in prose.body:
            self.block(block, 0 if first else 1)
        self._set_in(1)
        for credit in publication.credits if first else ():
            words = (Inline(f"{credit.name}: "), Inline(credit.value, href=credit.href))
            self._add("Credit", self._inlines(words))
        for number, blocks in prose.notes:
            self.notes[self._numbers[number] - 1] = self._note(blocks)
        self._groups = len(self.lists.known) + self._groups + 1

    def _head(self, publication: Publication) -> None:
        """Title and warning of a document of both languages."""
        self._main = self._language = publication.language
        self._add("Title", self._run(Inline(publication.title)))
        if publication.warning:
            self._add("Notice", self._run(Inline(publication.warning)))

    def table_of(
        self, pairs: Sequence[BilingualRow], publication: Publication, languages: tuple[str, str]
    ) -> None:
        """Append both languages side by side."""
        self._head(publication)
        widths = (630, 4050, 4050)
        names = ("", *(language(tag, spoken(publication.language)) for tag in languages))
        heads = [
            _in_cell("TableText", self._run(Inline(name, frozenset({"b"})), main=True), width)
            for name, width in zip(names, widths, strict=True)
        ]
        rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"]
        for number, pair in enumerate(pairs, 1):
            count = str(number) if pair.numbered else ""
            cells = [_in_cell("TableText", self._run(Inline(count)), widths[0])]
            for tag, words, width in zip(languages, (pair.source, pair.target), widths[1:], strict=True):
                self._language = tag
                sign = (Inline(f"{pair.sign} "),) if pair.sign else ()
                shown = [replace(i, styles=i.styles | {"b"}) for i in words] if pair.heading else words
                cells.append(_in_cell("BilingualText", self._inlines([*sign, *shown]), width))
            kept = "<w:cantSplit/>" if sum(len(i.text) for i in pair.source) < 900 else ""
            rows.append(f"<w:tr><w:trPr>{kept}</w:trPr>{''.join(cells)}</w:tr>")
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows_ = "".join(rows)
        self.parts.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>'
            '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="DCD7CB"/></w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows_}</w:tbl>'
        )
        self._add("TableText", "")

    def in_turn(
        self, pairs: Sequence[BilingualRow], publication: Publication, languages: tuple[str, str]
    ) -> None:
        """Append both languages in turn; what is the same in both is given once."""
        self._head(publication)
        for number, pair in enumerate(pairs, 1):
            if pair.numbered:
                self._turn(number, pair, languages)
            elif pair.heading:
                self._add("Heading2", self._inlines(pair.source))
            else:
                self._term(pair, languages)

    def _turn(self, number: int, pair: BilingualRow, languages: tuple[str, str]) -> None:
        sides = [
            (style, tag, words)
            for style, tag, words in zip(
                ("TurnSource", "TurnTarget"), languages, (pair.source, pair.target), strict=True
            )
            if words
        ]
        if len(sides) == 2 and _said(pair.source) == _said(pair.target):
            del sides[0]
        for at, (style, tag, words) in enumerate(sides):
            self._language = tag
            counted = f"<w:r><w:rPr>{_SMALL}</w:rPr><w:t>{number}</w:t></w:r>" if at == 0 else ""
            sign = (Inline(f"{pair.sign} "),) if pair.sign else ()
            bold = pair.heading and style == "TurnTarget"
            shown = [replace(i, styles=i.styles | {"b"}) for i in words] if bold else words
            kept = "<w:keepNext/>" if pair.heading else ""
            self._add(style, f"{counted}<w:r><w:tab/></w:r>{self._inlines([*sign, *shown])}", kept)

    def _term(self, pair: BilingualRow, languages: tuple[str, str]) -> None:
        """A term on one line: in bold as the original has it, and what it is in the translation."""
        self._language = languages[0]
        source = self._inlines([replace(i, styles=i.styles | {"b"}) for i in pair.source])
        self._language = languages[1]
        same = _said(pair.source) == _said(pair.target)
        self._add("Term", source if same else source + self._inlines([Inline(" – "), *pair.target]))

    def block(self, block: ProseBlock, lower: int) -> None:
        """Append a block; `lower`: by how many levels headings are lowered."""
        self._set_in(2 if block.item is not None and block.item.named else 1)
        if block.kind == "table":
            self._table(block)
        elif block.kind == "rule":
            line = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="A9A498"/></w:pBdr>'
            self._add("Normal", "", line)
        elif block.kind == "code":
            self._add("Code", self._inlines(block.inlines))
        elif block.kind == "heading":
            self._add(f"Heading{min(block.level + lower, 6)}", self._inlines(block.inlines))
        elif block.item is not None:
            self._item(block)
        else:
            self._add("Quote" if block.quoted else "Normal", self._inlines(block.inlines))

    def _item(self, block: ProseBlock) -> None:
        item = block.item
        assert item is not None
        style = "Signatory" if item.named else "Quote" if block.quoted else "ListParagraph"
        if item.first:
            number = self.lists.next(self._groups * 10_000 + item.group, item.depth - 1, sign(item.sign))
            extra = (
                f'<w:numPr><w:ilvl w:val="{min(item.depth - 1, 8)}"/><w:numId w:val="{number}"/></w:numPr>'
            )
        else:
            extra = f'<w:ind w:left="{397 * min(item.depth, 9)}"/>'
        self._add(style, self._inlines(block.inlines), extra)

    def _table(self, block: ProseBlock) -> None:
        columns = max(len(row) for row in block.rows)
        width = _WIDTH // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="A9A498"/>'
            for side, size in (("top", 8), ("bottom", 8), ("insideH", 4))
        )
        rows = []
        for at, row in enumerate(block.rows):
            head = "<w:cantSplit/><w:tblHeader/>" if at == 0 else "<w:cantSplit/>"
            cells = "".join(
                self._cell(cell, width, block.aligned[n : n + 1], bold=at == 0) for n, cell in enumerate(row)
            )
            rows.append(f"<w:tr><w:trPr>{head}</w:trPr>{cells}</w:tr>")
        self.parts.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            '<w:tblLayout w:type="autofit"/><w:tblLook w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )
        self._add("TableText", "")  # two tables in a row would be one

    def _cell(self, inlines: Inlines, width: int, aligned: Sequence[str], *, bold: bool) -> str:
        side = {"right": "right", "center": "center"}.get(aligned[0] if aligned else "", "")
        extra = f'<w:jc w:val="{side}"/>' if side else ""
        shown = [replace(i, styles=i.styles | {"b"}) for i in inlines] if bold else inlines
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{_paragraph('TableText', self._inlines(shown), extra)}</w:tc>"
        )

    def _note(self, blocks: Sequence[ProseBlock]) -> str:
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        made = [
            _paragraph("FootnoteText", (mark if at == 0 else "") + self._inlines(block.inlines, linked=False))
            for at, block in enumerate(blocks)
        ]
        return "".join(made) or _paragraph("FootnoteText", mark)

    def _add(self, style: str, runs: str, extra: str = "") -> None:
        self.parts.append(_paragraph(style, runs, extra))

    def _inlines(self, inlines: Sequence[Inline], *, linked: bool = True) -> str:
        made = []
        for inline in inlines:
            if inline.note:
                if number := self._numbers.get(inline.note):
                    made.append(
                        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                        f'<w:footnoteReference w:id="{number}"/></w:r>'
                    )
            elif inline.image and linked and (shown := picture(inline.image)):
                self.pictures.append(shown)
                made.append(drawing(shown, len(self.pictures), inline.text))
            elif inline.href and linked:
                self.links.append(inline.href)
                made.append(
                    f'<w:hyperlink r:id="l{len(self.links)}" w:history="1">{self._run(inline)}</w:hyperlink>'
                )
            else:
                made.append(self._run(inline))
        return "".join(made)

    def _run(self, inline: Inline, *, main: bool = False) -> str:
        language = self._main if main else self._language
        look = ""
        if "label" in inline.styles:
            look = '<w:rStyle w:val="Unread"/>'
        elif inline.href:
            look = '<w:rStyle w:val="Hyperlink"/>'
        if "code" in inline.styles:
            look += _CODE
        look += "".join(xml for name, xml in _RUN.items() if name in inline.styles)
        if language != self._main:
            look += f"<w:lang w:val={tmx.attribute(full_tag(language))}/>"
        words = unbroken(inline.text, language, joined=False) if "code" not in inline.styles else inline.text
        lines = "<w:br/>".join(
            f'<w:t xml:space="preserve">{tmx.text(line)}</w:t>' if line else "" for line in words.split("\n")
        )
        return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{lines}</w:r>"


def _said(words: Inlines) -> str:
    """What is said, without how it looks."""
    return "".join(inline.text for inline in words).strip()


def _paragraph(style: str, runs: str, extra: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'


def _in_cell(style: str, runs: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(style, runs)}</w:tc>'
