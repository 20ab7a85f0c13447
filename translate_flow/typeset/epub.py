"""A statement as an EPUB 3.3 book of one chapter (W3C recommendation of 2023)."""

from __future__ import annotations

from html import escape
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml import html as lxml_html

from .. import tmx
from ..language.tags import direction
from ..model import About, Edition
from ..pages import css
from .credits import credits
from .labels import warning
from .packed import packed
from .webpage import translation

_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0"'
    ' xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf"'
    ' media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_NEVER = "2000-01-01T00:00:00Z"
"""EPUB wants a time of the last change; a fixed one keeps the same statement the same bytes, and tells nothing."""


def epub(edition: Edition) -> bytes:
    """The translation as a book. Unconfirmed passages are marked."""
    laid = translation(edition)
    tag = edition.target_language
    title = tmx.legal(laid.title.striptags() or edition.document.title or edition.document.name)
    warned = f'<aside class="notice">{escape(warning(edition))}</aside>' if warning(edition) else ""
    notes = "".join(
        f'<aside epub:type="footnote" role="doc-footnote" id="note-t-{note.number}"><div class="note">'
        f'<span class="number">{note.number}</span> {_xhtml(note.html)}</div></aside>'
        for note in laid.notes
    )
    strays = "".join(f"<p>{_xhtml(stray)}</p>" for stray in laid.strays)
    body = _xhtml(laid.body).replace('href="#note-', 'epub:type="noteref" role="doc-noteref" href="#note-')
    below = "".join(f"<p class='credit'>{escape(c.name)}: {escape(c.value)}</p>" for c in credits(edition))
    chapter = f"{warned}{_xhtml(laid.before)}<h1>{_xhtml(laid.title) or escape(title)}</h1>{body}{strays}{notes}{below}"
    name = f"translate-flow:{edition.document.name}:{tag}"
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "EPUB/package.opf": _package(title, tag, str(uuid5(NAMESPACE_URL, name)), edition.about),
            "EPUB/nav.xhtml": _page(
                title,
                tag,
                f'<nav epub:type="toc"><ol><li><a href="text.xhtml">{escape(title)}</a></li></ol></nav>',
            ),
            "EPUB/text.xhtml": _page(title, tag, f"<section>{chapter}</section>"),
            "EPUB/book.css": str(css("book.css")) + "\n",
        },
        stored=("mimetype",),
    )


def _page(title: str, tag: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}" dir="{direction(tag)}"><head>'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="book.css"/></head><body>{body}</body></html>\n'
    )


def _package(title: str, tag: str, identifier: str, about: About) -> str:
    said = {
        "creator": about.issuers,
        "contributor": about.translators,
        "subject": about.tags,
        "rights": (about.licence,) if about.licence else (),
        "source": (about.source,) if about.source else (),
    }
    more = "".join(f"<dc:{name}>{escape(one)}</dc:{name}>" for name, values in said.items() for one in values)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
        f' unique-identifier="id" xml:lang="{tag}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier><dc:title>{escape(title)}</dc:title>'
        f'<dc:language>{tag}</dc:language>{more}<meta property="dcterms:modified">{_NEVER}</meta></metadata><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="css" href="book.css" media-type="text/css"/></manifest>'
        '<spine><itemref idref="text"/></spine></package>\n'
    )


def _xhtml(html: str) -> str:
    """Safe HTML as well-formed XHTML."""
    if not html:
        return ""
    parsed = lxml_html.fragment_fromstring(tmx.legal(str(html)), create_parent="div")
    text = etree.tostring(parsed, encoding="unicode", method="xml")
    return str(text)[len("<div>") : -len("</div>")] if not str(text).endswith("<div/>") else ""
