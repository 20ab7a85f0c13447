"""The paragraphs, lists and tables of an OpenDocument text (OpenDocument 1.3 part 3, sections 5 to 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ... import tmx
from ...language.tags import full_tag
from ..blocks import Inline, Prose, ProseBlock
from ..pictures import Picture, picture
from ..publication import Publication
from ..signs import Sign, sign
from ..spacing import unbroken

_LOOKS = {
    "b": 'fo:font-weight="bold"',
    "i": 'fo:font-style="italic"',
    "s": 'style:text-line-through-style="solid"',
    "u": 'style:text-underline-style="solid"',
    "sub": 'style:text-position="sub 58%"',
    "sup": 'style:text-position="super 58%"',
    "code": 'style:font-name="Courier New"',
    "label": 'style:font-name="Arial" fo:font-weight="bold" fo:font-size="9pt" fo:color="#8f5504"',
}
_BLANKS = re.compile("  +")
_STEP = 0.7
"""Centimetres by which each level of a list is set in."""
_DEEPEST = 10
_COLUMNS = (
    '<style:section-properties text:dont-balance-text-columns="false">'
    '<style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties>'
)


@dataclass(slots=True)
class _Open:
    """A list that is open."""

    sign: Sign
    count: int
    item: bool = False
    """Whether an item of it is open."""


@dataclass(slots=True)
class Body:
    """What has been written so far."""

    main: str
    """Language of the document."""
    parts: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _made: dict[str, str] = field(default_factory=dict)
    """Styles made, by what they say: their names."""
    _definitions: list[str] = field(default_factory=list)
    _lists: list[_Open] = field(default_factory=list)
    _group: int = 0
    _sections: int = 0
    _columned: bool = False
    """Whether a part that is set in columns is open."""
    _language: str = ""
    _notes: dict[int, Sequence[ProseBlock]] = field(default_factory=dict)
    _noted: dict[int, int] = field(default_factory=dict)
    _count: int = 0
    _tables: int = 0

    @property
    def xml(self) -> str:
        """The text."""
        return "".join(self.parts)

    @property
    def styles(self) -> str:
        """The styles made for it."""
        return "".join(self._definitions)

    def section(self, prose: Prose, publication: Publication, *, first: bool) -> None:
        """Append a statement in one language."""
        self._language = prose.language
        self._notes, self._noted = dict(prose.notes), {}
        if first and publication.warning:
            self._paragraph("Notice", tmx.text(publication.warning))
        if not first and publication.between:
            style = self._style(
                "paragraph", "P", "Overline", '<style:paragraph-properties fo:break-before="page"/>'
            )
            self._paragraph(style, tmx.text(publication.between))
        self._blocks(prose.before, 0)
        if prose.title:
            words = self._inlines(prose.title)
            if first:
                self._paragraph("Title", words)
            else:
                self._heading(1, words)
        self._blocks(prose.body, 0 if first else 1)
        for credit in publication.credits if first else ():
            line = (Inline(f"{credit.name}: "), Inline(credit.value, href=credit.href))
            self._paragraph("Credit", self._inlines(line))
        left = [number for number in self._notes if number not in self._noted]
        for number in left:
            self._paragraph("Standard", self._note(number))

    def _blocks(self, blocks: Sequence[ProseBlock], lower: int) -> None:
        for block in blocks:
            if block.item is not None:
                self._item(block)
                continue
            self._close(0)
            words = self._inlines(block.inlines)
            if block.kind == "heading":
                self._heading(min(block.level + lower, 6), words)
            elif block.kind == "table":
                self._table(block)
            elif block.kind == "rule":
                line = '<style:paragraph-properties fo:border-bottom="0.05cm solid #a9a498"/>'
                self._paragraph(self._style("paragraph", "P", "Standard", line), "")
            else:
                style = "Code" if block.kind == "code" else "Quotations" if block.quoted else "Standard"
                self._paragraph(style, words)
        self._close(0)

    def _heading(self, level: int, words: str) -> None:
        self.parts.append(
            f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'
        )

    def _paragraph(self, style: str, words: str) -> None:
        self.parts.append(f'<text:p text:style-name="{style}">{words}</text:p>')

    def _item(self, block: ProseBlock) -> None:
        item = block.item
        assert item is not None
        depth = min(item.depth, _DEEPEST)
        if item.group != self._group:
            self._close(0)
            self._group = item.group
        if item.named and depth == 1 and not self._lists and not self._columned:
            self._sections += 1
            style = self._style("section", "S", "", _COLUMNS)
            self.parts.append(f'<text:section text:style-name="{style}" text:name="N{self._sections}">')
            self._columned = True
        self._close(depth)
        wanted = sign(item.sign)
        if item.first and len(self._lists) == depth:
            known = self._lists[-1].sign
            if (known.form, known.before, known.after) != (wanted.form, wanted.before, wanted.after):
                self._close(depth - 1)
        while len(self._lists) < depth:
            if self._lists and not self._lists[-1].item:
                self.parts.append("<text:list-item>")
                self._lists[-1].item = True
            self._open(wanted)
        top = self._lists[-1]
        if item.first:
            if top.item:
                self.parts.append("</text:list-item>")
            again = (
                f' text:start-value="{wanted.number}"'
                if wanted.form and wanted.number != top.count + 1
                else ""
            )
            self.parts.append(f"<text:list-item{again}>")
            top.item, top.count = True, wanted.number
        elif not top.item:
            self.parts.append("<text:list-header>")
            self._paragraph("List_20_Item", self._inlines(block.inlines))
            self.parts.append("</text:list-header>")
            return
        self._paragraph("Signatory" if item.named else "List_20_Item", self._inlines(block.inlines))

    def _open(self, wanted: Sign) -> None:
        level = len(self._lists) + 1
        if wanted.form:
            looks = (
                f'<text:list-level-style-number text:level="{level}" style:num-format="{wanted.form}"'
                f" style:num-prefix={tmx.attribute(wanted.before)} style:num-suffix={tmx.attribute(wanted.after)}>"
            )
            end = "</text:list-level-style-number>"
        else:
            dot = "•" if level % 2 else "–"
            looks, end = (
                f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{dot}">',
                "</text:list-level-style-bullet>",
            )
        place = (
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab"'
            f' fo:text-indent="-{_STEP}cm" fo:margin-left="{_STEP * level:.2f}cm"/></style:list-level-properties>'
        )
        name = self._style("list", "L", "", f"{looks}{place}{end}")
        self.parts.append(f'<text:list text:style-name="{name}">')
        self._lists.append(_Open(wanted, 0))

    def _close(self, depth: int) -> None:
        """Close lists until that many are open."""
        while len(self._lists) > depth:
            self.parts.append("</text:list-item></text:list>" if self._lists.pop().item else "</text:list>")
        if not depth and self._columned:
            self.parts.append("</text:section>")
            self._columned = False

    def _table(self, block: ProseBlock) -> None:
        self._tables += 1
        columns = max(len(row) for row in block.rows)
        cell = self._style(
            "table-cell",
            "C",
            "",
            '<style:table-cell-properties fo:border-bottom="0.018cm solid #a9a498" fo:padding="0.08cm" fo:padding-left="0.19cm" fo:padding-right="0.19cm"/>',
        )
        rows = []
        for at, row in enumerate(block.rows):
            style = "Table_20_Heading" if at == 0 else "Table_20_Contents"
            cells = "".join(
                f'<table:table-cell table:style-name="{cell}" office:value-type="string">'
                f'<text:p text:style-name="{self._sided(style, block.aligned[n : n + 1])}">{self._inlines(one)}</text:p></table:table-cell>'
                for n, one in enumerate(row)
            )
            line = f"<table:table-row>{cells}</table:table-row>"
            rows.append(f"<table:table-header-rows>{line}</table:table-header-rows>" if at == 0 else line)
        self.parts.append(
            f'<table:table table:name="T{self._tables}"><table:table-column'
            f' table:number-columns-repeated="{columns}"/>{"".join(rows)}</table:table>'
        )
        self._paragraph("Table_20_Contents", "")

    def _sided(self, style: str, aligned: Sequence[str]) -> str:
        """The style of a cell's paragraph in a column that is set so."""
        side = {"right": "end", "center": "center"}.get(aligned[0] if aligned else "", "")
        if not side:
            return style
        return self._style("paragraph", "P", style, f'<style:paragraph-properties fo:text-align="{side}"/>')

    def _inlines(self, inlines: Sequence[Inline], *, within: bool = False) -> str:
        made = []
        for inline in inlines:
            if inline.note:
                if not within:
                    made.append(self._note(inline.note))
                continue
            if inline.image and not within and (shown := picture(inline.image)):
                self.pictures.append(shown)
                made.append(_frame(shown, len(self.pictures), inline.text))
                continue
            words = self._words(inline)
            if inline.href and not within:
                made.append(
                    f'<text:a xlink:type="simple" xlink:href={tmx.attribute(inline.href)}'
                    f' text:style-name="Internet_20_link">{words}</text:a>'
                )
            else:
                made.append(words)
        return "".join(made)

    def _words(self, inline: Inline) -> str:
        words = inline.text if "code" in inline.styles else unbroken(inline.text, self._language)
        words = tmx.text(words).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
        words = _BLANKS.sub(lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', words)
        looks = " ".join(look for name, look in _LOOKS.items() if name in inline.styles)
        if self._language != self.main:
            tag, _, country = full_tag(self._language).partition("-")
            looks += f" fo:language={tmx.attribute(tag)} fo:country={tmx.attribute(country or 'none')}"
        if not looks:
            return words
        name = self._style("text", "T", "", f"<style:text-properties {looks.strip()}/>")
        return f'<text:span text:style-name="{name}">{words}</text:span>'

    def _note(self, number: int) -> str:
        """A footnote at its first mention; its number again at others."""
        if number in self._noted:
            raised = self._style("text", "T", "", f"<style:text-properties {_LOOKS['sup']}/>")
            return f'<text:span text:style-name="{raised}">{self._noted[number]}</text:span>'
        self._count += 1
        self._noted[number] = self._count
        blocks = self._notes.get(number, ())
        body = "".join(
            f'<text:p text:style-name="Footnote">{self._inlines(block.inlines, within=True)}</text:p>'
            for block in blocks
        )
        return (
            f'<text:note text:id="n{self._count}" text:note-class="footnote"><text:note-citation>{self._count}'
            f"</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
        )

    def _style(self, family: str, letter: str, parent: str, inner: str) -> str:
        """The name of a style that says so; made at its first use."""
        key = f"{family} {parent} {inner}"
        if key not in self._made:
            name = self._made[key] = f"{letter}{len(self._made) + 1}"
            base = f' style:parent-style-name="{parent}"' if parent else ""
            self._definitions.append(
                f'<text:list-style style:name="{name}">{inner}</text:list-style>'
                if family == "list"
                else f'<style:style style:name="{name}" style:family="{family}"{base}>{inner}</style:style>'
            )
        return self._made[key]


def _frame(shown: Picture, number: int, said: str) -> str:
    """A picture that is in the line; `said` is its alternative text."""
    return (
        f'<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" draw:name="image{number}" text:anchor-type="as-char" svg:width="{shown.width / 360_000:.3f}cm"'
        f' svg:height="{shown.height / 360_000:.3f}cm"><draw:image xlink:href="Pictures/image{number}.{shown.ending}"'
        f' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>{tmx.text(said)}</svg:desc></draw:frame>'
    )
