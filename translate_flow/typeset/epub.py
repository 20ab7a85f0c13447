"""A statement as an EPUB 3.3 book of one chapter (W3C recommendation of 2023)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from html import escape
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml import html as lxml_html

from .. import tmx
from ..imprint import About
from ..language.tags import direction
from ..model import Edition
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
_IMAGE = re.compile(r'src="data:(image/[\w.+-]+);base64,([A-Za-z0-9+/=]+)"')
_ENDINGS = {"image/jpeg": "jpg", "image/svg+xml": "svg"}
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
    chapter, pictures = _apart(chapter)
    name = f"translate-flow:{edition.document.name}:{tag}"
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "EPUB/package.opf": _package(
                title, tag, str(uuid5(NAMESPACE_URL, name)), edition.about, pictures
            ),
            "EPUB/nav.xhtml": _page(
                title,
                tag,
                f'<nav epub:type="toc"><ol><li><a href="text.xhtml">{escape(title)}</a></li></ol></nav>',
            ),
            "EPUB/text.xhtml": _page(title, tag, f"<section>{chapter}</section>"),
            "EPUB/book.css": str(css("book.css")) + "\n",
            **{f"EPUB/{file}": data for file, (_, data) in pictures.items()},
        },
        stored=("mimetype",),
    )


def _apart(body: str) -> tuple[str, dict[str, tuple[str, bytes]]]:
    """A text with its images as files of their own; for each its type and bytes."""
    files: dict[str, tuple[str, bytes]] = {}
    known: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        if match[0] not in known:
            file = f"image-{len(known) + 1}.{_ENDINGS.get(match[1], match[1].partition('/')[2])}"
            known[match[0]] = file
            files[file] = match[1], b64decode(match[2])
        return f'src="{known[match[0]]}"'

    return _IMAGE.sub(named, body), files


def _page(title: str, tag: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
        f' xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}" dir="{direction(tag)}"><head>'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="book.css"/></head><body>{body}</body></html>\n'
    )


def _package(
    title: str, tag: str, identifier: str, about: About, pictures: Mapping[str, tuple[str, bytes]]
) -> str:
    said = {
        "creator": about.issuers,
        "contributor": about.translators,
        "subject": about.tags,
        "rights": (about.licence,) if about.licence else (),
        "source": (about.source,) if about.source else (),
    }
    more = "".join(f"<dc:{name}>{escape(one)}</dc:{name}>" for name, values in said.items() for one in values)
    items = "".join(
        f'<item id="{file.partition(".")[0]}" href="{file}" media-type="{kind}"/>'
        for file, (kind, _) in pictures.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
        f' unique-identifier="id" xml:lang="{tag}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier><dc:title>{escape(title)}</dc:title>'
        f'<dc:language>{tag}</dc:language>{more}<meta property="dcterms:modified">{_NEVER}</meta></metadata><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="css" href="book.css" media-type="text/css"/>'
        f"{items}</manifest>"
        '<spine><itemref idref="text"/></spine></package>\n'
    )


def _xhtml(html: str) -> str:
    """Safe HTML as well-formed XHTML."""
    if not html:
        return ""
    parsed = lxml_html.fragment_fromstring(tmx.legal(str(html)), create_parent="div")
    text = etree.tostring(parsed, encoding="unicode", method="xml")
    return str(text)[len("<div>") : -len("</div>")] if not str(text).endswith("<div/>") else ""
