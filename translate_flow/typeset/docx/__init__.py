"""A statement as a Word document (ECMA-376): real headings, lists, footnotes, links and table heads.

Made from nothing but the statement's blocks; the same blocks make the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...language.tags import full_tag
from ..packed import packed
from ..publication import Publication
from .body import BilingualRow, Body
from .numbering import numbering
from .parts import (
    PACKAGE_RELATIONS,
    SETTINGS,
    content_types,
    core,
    document,
    footer,
    footnotes,
    relations,
    styles,
)


def docx(publication: Publication) -> bytes:
    """The document of what is published; see `Publication`."""
    body = Body()
    for at, section in enumerate(publication.sections):
        body.section(section, publication, first=at == 0)
    return _document(body, publication)


def bilingual_docx(
    publication: Publication, pairs: Sequence[BilingualRow], languages: tuple[str, str]
) -> bytes:
    """Both languages side by side in a table, numbered; `languages`: the tags of its two columns."""
    body = Body()
    body.table_of(pairs, publication, languages)
    return _document(body, publication)


def interleaved_docx(
    publication: Publication, pairs: Sequence[BilingualRow], languages: tuple[str, str]
) -> bytes:
    """Both languages in turn, numbered: each passage, its translation below it; `languages`: the tags of the two."""
    body = Body()
    body.in_turn(pairs, publication, languages)
    return _document(body, publication)


def _document(body: Body, publication: Publication) -> bytes:
    language = full_tag(publication.language)
    return packed(
        {
            "[Content_Types].xml": content_types(body.pictures),
            "_rels/.rels": PACKAGE_RELATIONS,
            "word/document.xml": document(body.xml),
            "word/_rels/document.xml.rels": relations(body.links, body.pictures),
            "word/styles.xml": styles(language),
            "word/numbering.xml": numbering(body.lists),
            "word/footnotes.xml": footnotes(body.notes),
            "word/footer1.xml": footer(publication.title),
            "word/settings.xml": SETTINGS.format(language=language),
            "docProps/core.xml": core(publication),
            **{f"word/media/image{at}.{one.ending}": one.data for at, one in enumerate(body.pictures, 1)},
        }
    )


__all__ = ["BilingualRow", "bilingual_docx", "docx", "interleaved_docx"]
