"""The parts of a Word document around its text: styles, properties, relations (ECMA-376 parts 1 and 2)."""

from __future__ import annotations

from collections.abc import Sequence

from ... import tmx
from ..pictures import Picture
from ..publication import Publication

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NS = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
_NAMES = ("document", "styles", "numbering", "settings", "footnotes", "footer1")
_SERIF, _SANS = "Georgia", "Arial"

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in zip(
            _NAMES, ("document.main", "styles", "numbering", "settings", "footnotes", "footer"), strict=True
        )
    )
    + '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
PACKAGE_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
SETTINGS = (
    f'{_HEAD}<w:settings {_NS}><w:autoHyphenation/><w:hyphenationZone w:val="357"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="{language}"/></w:settings>'
)


def content_types(pictures: Sequence[Picture]) -> str:
    """What kind each part is of."""
    kinds = "".join(
        f'<Default Extension="{ending}" ContentType="image/{ending}"/>'
        for ending in sorted({one.ending for one in pictures})
    )
    return CONTENT_TYPES.replace("<Override", f"{kinds}<Override", 1)


def drawing(picture: Picture, number: int, said: str) -> str:
    """A run that shows a picture in the line; `said` is its alternative text."""
    drawn = "http://schemas.openxmlformats.org/drawingml/2006"
    size = f'cx="{picture.width}" cy="{picture.height}"'
    named = f'id="{number}" name="image{number}" descr={tmx.attribute(said)}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawn}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {named}/><a:graphic xmlns:a="{drawn}/main"><a:graphicData uri="{drawn}/picture">'
        f'<pic:pic xmlns:pic="{drawn}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="i{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def document(body: str) -> str:
    """The main part."""
    return f"{_HEAD}<w:document {_NS}><w:body>{body}</w:body></w:document>"


def page(columns: int, *, continued: bool) -> str:
    """What is said of the pages of a part (17.6): A4, with page numbers, set in so many columns; `continued`: on the
    page on which the part before ends."""
    kind = '<w:type w:val="continuous"/>' if continued else ""
    cols = f'<w:cols w:num="{columns}" w:space="454"/>' if columns > 1 else ""
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="f1"/>{kind}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1588" w:bottom="1418" w:left="1588" w:header="709" w:footer="709" w:gutter="0"/>'
        f"{cols}</w:sectPr>"
    )


def relations(links: Sequence[str], pictures: Sequence[Picture] = ()) -> str:
    """The main part's relations; addresses have the ids `l1`, `l2` …, pictures `i1`, `i2` …"""
    parts = "".join(
        f'<Relationship Id="p{at}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(("styles", "numbering", "settings", "footnotes"))
    )
    made = "".join(
        f'<Relationship Id="l{at}" Type="{_OFFICE}/hyperlink" Target={tmx.attribute(address)} TargetMode="External"/>'
        for at, address in enumerate(links, 1)
    )
    made += "".join(
        f'<Relationship Id="i{at}" Type="{_OFFICE}/image" Target="media/image{at}.{one.ending}"/>'
        for at, one in enumerate(pictures, 1)
    )
    foot = f'<Relationship Id="f1" Type="{_OFFICE}/footer" Target="footer1.xml"/>'
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{parts}{foot}{made}</Relationships>'


def footnotes(notes: Sequence[str]) -> str:
    """The footnotes' part; each is the XML of its paragraphs, numbered from 1."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    made = "".join(f'<w:footnote w:id="{at}">{note}</w:footnote>' for at, note in enumerate(notes, 1))
    return f"{_HEAD}<w:footnotes {_NS}>{lines}{made}</w:footnotes>"


def footer(title: str) -> str:
    """The statement's title and the number of the page."""
    short = title.replace("\n", " ")
    short = short if len(short) <= 80 else short[:79].rsplit(" ", 1)[0] + "…"
    number = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return (
        f'{_HEAD}<w:ftr {_NS}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{tmx.text(short)}</w:t></w:r><w:r><w:tab/></w:r>{number}</w:p></w:ftr>'
    )


def core(publication: Publication) -> str:
    """The document's properties, in Dublin Core's terms; no date and no name but those that are published."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{tmx.text(publication.title)}</dc:title>"
        f"<dc:language>{tmx.text(publication.language)}</dc:language>{_said(publication)}</cp:coreProperties>"
    )


def _said(publication: Publication) -> str:
    about = publication.about
    values = {
        "dc:creator": "; ".join(about.issuers),
        "cp:keywords": ", ".join(about.tags),
        "dc:description": "; ".join(f"{credit.name}: {credit.value}" for credit in publication.credits),
    }
    return "".join(f"<{name}>{tmx.text(value)}</{name}>" for name, value in values.items() if value)


def _style(
    kind: str, key: str, name: str, properties: str = "", run: str = "", based: str = "Normal", then: str = ""
) -> str:
    first = ' w:default="1"' if key == "Normal" else ""
    base = f'<w:basedOn w:val="{based}"/>' if based and key != "Normal" else ""
    after = f'<w:next w:val="{then}"/>' if then else ""
    paragraph = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="{kind}"{first} w:styleId="{key}"><w:name w:val="{name}"/>{base}{after}<w:qFormat/>'
        f"{paragraph}{look}</w:style>"
    )


def _space(before: int, after: int, line: int = 0) -> str:
    rule = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_KEPT = "<w:keepNext/><w:keepLines/>"
_BOLD = "<w:b/><w:bCs/>"
_STYLES = "".join(
    (
        _style("paragraph", "Normal", "Normal", f"<w:widowControl/>{_space(0, 140, 288)}"),
        _style("paragraph", "Title", "Title", f"{_KEPT}<w:suppressAutoHyphens/>{_space(0, 280, 252)}", f"{_BOLD}{_size(40)}", then="Normal"),
        _style("paragraph", "Overline", "Overline", f"{_KEPT}{_space(0, 120)}", f'{_font(_SANS)}<w:color w:val="545B67"/>{_size(18)}', then="Title"),
        *(
            _style("paragraph", f"Heading{level}", f"heading {level}", f'{_KEPT}<w:suppressAutoHyphens/>{_space(before, 100, 252)}<w:outlineLvl w:val="{level - 1}"/>', f"{_BOLD}{_size(size)}", then="Normal")
            for level, before, size in ((1, 360, 28), (2, 300, 24), (3, 240, 22), (4, 240, 22), (5, 200, 22), (6, 200, 22))
        ),
        _style("paragraph", "ListParagraph", "List Paragraph", f"{_space(0, 90, 288)}"),
        _style("paragraph", "Signatory", "Signatory", f"<w:keepLines/><w:suppressAutoHyphens/>{_space(0, 140, 300)}<w:contextualSpacing/>", based="ListParagraph"),
        _style("paragraph", "Quote", "Quote", f'{_space(60, 180, 288)}<w:ind w:left="567" w:right="567"/>', "<w:i/><w:iCs/>"),
        _style("paragraph", "Code", "Code", f"<w:suppressAutoHyphens/>{_space(0, 140)}", f'{_font("Courier New")}{_size(18)}'),
        _style("paragraph", "TableText", "Table Text", f"<w:suppressAutoHyphens/>{_space(50, 50, 252)}", f"{_font(_SANS)}{_size(18)}"),
        _style("paragraph", "BilingualText", "Bilingual Text", _space(60, 60, 264), _size(20)),
        _style("paragraph", "TurnSource", "Original in Turn", f'<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>{_space(0, 40, 264)}<w:ind w:left="567" w:hanging="567"/>', f'<w:color w:val="545B67"/>{_size(20)}', then="TurnTarget"),
        _style("paragraph", "TurnTarget", "Translation in Turn", f'<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>{_space(0, 200, 276)}<w:ind w:left="567" w:hanging="567"/>', then="TurnSource"),
        _style("paragraph", "Term", "Term", f'<w:keepLines/>{_space(0, 60, 264)}<w:ind w:left="284" w:hanging="284"/>', _size(20)),
        _style("paragraph", "Credit", "Credit", f"<w:keepLines/>{_space(80, 0)}<w:contextualSpacing/>", f'{_font(_SANS)}<w:color w:val="545B67"/>{_size(17)}'),
        _style("paragraph", "Notice", "Notice", f'{_KEPT}<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="8F5504"/></w:pBdr>{_space(0, 240, 264)}', f"{_font(_SANS)}{_size(19)}"),
        _style("paragraph", "FootnoteText", "footnote text", f'{_space(0, 60, 252)}<w:ind w:left="227" w:hanging="227"/>', _size(18)),
        _style("paragraph", "Footer", "footer", f'<w:tabs><w:tab w:val="right" w:pos="8730"/></w:tabs>{_space(0, 0)}', f'{_font(_SANS)}<w:color w:val="545B67"/>{_size(16)}'),
        _style("character", "FootnoteReference", "footnote reference", run='<w:vertAlign w:val="superscript"/>', based=""),
        _style("character", "Hyperlink", "Hyperlink", run='<w:color w:val="0F5C6E"/><w:u w:val="single"/>', based=""),
        _style("character", "Unread", "Unread", run=f'{_font(_SANS)}{_BOLD}<w:color w:val="8F5504"/>{_size(18)}', based=""),
    )
)  # fmt: skip


def styles(language: str) -> str:
    """The styles, for text in that language."""
    return (
        f"{_HEAD}<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>{_font(_SERIF)}{_size(22)}"
        f"<w:lang w:val={tmx.attribute(language)}/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{_STYLES}</w:styles>"
    )
