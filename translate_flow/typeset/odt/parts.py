"""The parts of an OpenDocument text around its text: named styles, properties, the list of files."""

from __future__ import annotations

from collections.abc import Sequence

from ... import tmx
from ..pictures import Picture
from ..publication import Publication

MIME = "application/vnd.oasis.opendocument.text"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NS = " ".join(
    [
        *(
            f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
            for prefix, name in {
                "office": "office", "style": "style", "text": "text", "table": "table", "meta": "meta",
                "fo": "xsl-fo-compatible", "svg": "svg-compatible",
            }.items()
        ),
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'office:version="1.3"',
    ]
)  # fmt: skip
MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>'
        for name in ("content", "styles", "meta")
    )
    + "</manifest:manifest>"
)


def manifest(pictures: Sequence[Picture]) -> str:
    """The list of the package's files."""
    files = "".join(
        f'<manifest:file-entry manifest:full-path="Pictures/image{at}.{one.ending}" manifest:media-type="image/{one.ending}"/>'
        for at, one in enumerate(pictures, 1)
    )
    return MANIFEST.replace("</manifest:manifest>", f"{files}</manifest:manifest>")


_SERIF, _SANS = "Georgia", "Arial"


def content(automatic: str, body: str) -> str:
    """The text with the styles made for it."""
    return (
        f"{_HEAD}<office:document-content {_NS}><office:font-face-decls>{_fonts()}</office:font-face-decls>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def meta(publication: Publication) -> str:
    """The document's properties; no date and no name but those that are published."""
    return (
        f"{_HEAD}<office:document-meta {_NS}><office:meta><dc:title>{tmx.text(publication.title)}</dc:title>"
        f"{_said(publication)}<dc:language>{tmx.text(publication.language)}</dc:language></office:meta>"
        "</office:document-meta>"
    )


def _said(publication: Publication) -> str:
    about = publication.about
    credits = "; ".join(f"{credit.name}: {credit.value}" for credit in publication.credits)
    made = "".join(f"<meta:keyword>{tmx.text(tag)}</meta:keyword>" for tag in about.tags)
    made += f"<dc:creator>{tmx.text('; '.join(about.issuers))}</dc:creator>" if about.issuers else ""
    return made + (f"<dc:description>{tmx.text(credits)}</dc:description>" if credits else "")


def _fonts() -> str:
    return "".join(
        f'<style:font-face style:name="{name}" svg:font-family="{name}" style:font-family-generic="{kind}"/>'
        for name, kind in ((_SERIF, "roman"), (_SANS, "swiss"), ("Courier New", "modern"))
    )


def _paragraph(
    name: str,
    paragraph: str = "",
    text: str = "",
    *,
    parent: str = "Standard",
    shown: str = "",
    more: str = "",
) -> str:
    base = f' style:parent-style-name="{parent}"' if name != "Standard" else ""
    label = f' style:display-name="{shown}"' if shown else ""
    inner = f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    inner += f"<style:text-properties {text}/>" if text else ""
    return (
        f'<style:style style:name="{name}"{label} style:family="paragraph"{base}{more}>{inner}</style:style>'
    )


_BOLD = 'fo:font-weight="bold"'
_KEPT = 'fo:keep-with-next="always" fo:keep-together="always" fo:hyphenation-ladder-count="no-limit"'
_STYLES = "".join(
    (
        _paragraph("Standard", 'fo:margin-bottom="0.25cm" fo:line-height="125%" fo:orphans="2" fo:widows="2"'),
        _paragraph("Title", f'{_KEPT} fo:margin-bottom="0.5cm" fo:line-height="110%"', f'{_BOLD} fo:font-size="20pt"'),
        _paragraph("Overline", f'{_KEPT} fo:margin-bottom="0.2cm"', f'style:font-name="{_SANS}" fo:font-size="9pt" fo:color="#545b67"'),
        *(
            _paragraph(f"Heading_20_{level}", f'{_KEPT} fo:margin-top="{before}cm" fo:margin-bottom="0.18cm" fo:line-height="110%"', f'{_BOLD} fo:font-size="{size}pt"', shown=f"Heading {level}", more=f' style:default-outline-level="{level}"')
            for level, before, size in ((1, 0.63, 14), (2, 0.53, 12), (3, 0.42, 11), (4, 0.42, 11), (5, 0.35, 11), (6, 0.35, 11))
        ),
        _paragraph("List_20_Item", 'fo:margin-bottom="0.16cm"', shown="List Item"),
        _paragraph("Signatory", 'fo:margin-bottom="0.08cm" fo:keep-together="always"'),
        _paragraph("Quotations", 'fo:margin-left="1cm" fo:margin-right="1cm" fo:margin-bottom="0.3cm"', 'fo:font-style="italic"'),
        _paragraph("Code", "", 'style:font-name="Courier New" fo:font-size="9pt"'),
        _paragraph("Table_20_Contents", 'fo:margin-top="0.08cm" fo:margin-bottom="0.08cm" fo:line-height="110%"', f'style:font-name="{_SANS}" fo:font-size="9pt"', shown="Table Contents"),
        _paragraph("Table_20_Heading", "", _BOLD, parent="Table_20_Contents", shown="Table Heading"),
        _paragraph("Credit", 'fo:margin-bottom="0cm"', f'style:font-name="{_SANS}" fo:font-size="8.5pt" fo:color="#545b67"'),
        _paragraph("Notice", f'{_KEPT} fo:border-left="0.15cm solid #8f5504" fo:padding-left="0.3cm" fo:margin-bottom="0.4cm"', f'style:font-name="{_SANS}" fo:font-size="9.5pt"'),
        _paragraph("Footnote", 'fo:margin-left="0.4cm" fo:text-indent="-0.4cm" fo:margin-bottom="0.1cm" fo:line-height="110%"', 'fo:font-size="9pt"'),
        _paragraph("Footer", "", f'style:font-name="{_SANS}" fo:font-size="8pt" fo:color="#545b67"'),
    )
)  # fmt: skip


def styles(language: str) -> str:
    """The named styles, for text in that language, and the page: A4 with its number at the foot."""
    tag, _, country = language.partition("-")
    said = (
        f'fo:language={tmx.attribute(tag)} fo:country={tmx.attribute(country or "none")} fo:hyphenate="true"'
    )
    return (
        f"{_HEAD}<office:document-styles {_NS}><office:font-face-decls>{_fonts()}</office:font-face-decls>"
        '<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties/>'
        f'<style:text-properties style:font-name="{_SERIF}" fo:font-size="11pt" {said}/></style:default-style>'
        f"{_STYLES}"
        '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">'
        '<style:text-properties fo:color="#0f5c6e" style:text-underline-style="solid"/></style:style>'
        '<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0"'
        ' text:footnotes-position="page" text:start-numbering-at="document"/></office:styles>'
        '<office:automatic-styles><style:page-layout style:name="P1"><style:page-layout-properties'
        ' fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.4cm" fo:margin-bottom="1.6cm"'
        ' fo:margin-left="2.8cm" fo:margin-right="2.8cm"/><style:footer-style><style:header-footer-properties'
        ' fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P1"><style:footer>'
        '<text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p>'
        "</style:footer></style:master-page></office:master-styles></office:document-styles>"
    )
