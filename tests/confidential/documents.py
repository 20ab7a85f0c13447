"""Word and LibreOffice documents with properties, parts and headers, for the markings in them."""

from __future__ import annotations

from ..formats.wordfiles import OFFICE, docx, paragraph, zipped

BODY = "La testigo vio la camioneta guinda.\n"
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property'
    ' fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="%s"><vt:lpwstr>%s</vt:lpwstr></property></Properties>'
)


def core(inner: str) -> bytes:
    """The properties every Word document has."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>'
    ).encode()


def word(*first: str, properties: str = "", custom: tuple[str, str] | None = None, header: str = "") -> bytes:
    """A Word document with such properties and page header."""
    extra: dict[str, bytes] = {}
    if properties:
        extra["docProps/core.xml"] = core(properties)
    if custom:
        extra["docProps/custom.xml"] = (CUSTOM % custom).encode()
        extra["_rels/.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r3" Type="{OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>'
        ).encode()
    parts = {"header": header} if header else {}
    return docx(*map(paragraph, first), paragraph(BODY.strip()), parts=parts, extra=extra)


def beside(part: str, inner: str) -> bytes:
    """A Word document with such a part beside its text."""
    return docx(paragraph(BODY.strip()), extra={part: inner.encode()})


def odt(*first: str, meta: str = "", header: str = "") -> bytes:
    """An OpenDocument text with such properties and page header."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{n}="{oasis}:{n}:1.0"' for n in ("office", "text", "style", "meta"))
    names += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    lines = "".join(f"<text:p>{line}</text:p>" for line in (*first, BODY.strip()))
    page = f"<style:header><text:p>{header}</text:p></style:header>" if header else ""
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{lines}</office:text>"
            "</office:body></office:document-content>".encode(),
            "styles.xml": f"<office:document-styles {names}><office:master-styles>"
            f'<style:master-page style:name="Standard">{page}</style:master-page></office:master-styles>'
            "</office:document-styles>".encode(),
            "meta.xml": f"<office:document-meta {names}><office:meta>{meta}</office:meta>"
            "</office:document-meta>".encode(),
        },
        stored=("mimetype",),
    )
