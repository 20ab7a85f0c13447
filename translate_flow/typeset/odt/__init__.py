"""A statement as an OpenDocument text (ISO/IEC 26300, version 1.3): real headings, lists, footnotes and table heads."""

from __future__ import annotations

from ...language.tags import full_tag
from ..packed import packed
from ..publication import Publication
from .body import Body
from .parts import MIME, content, manifest, meta, styles


def odt(publication: Publication) -> bytes:
    """The document of what is published; the same publication makes the same bytes."""
    body = Body(publication.language)
    for at, section in enumerate(publication.sections):
        body.section(section, publication, first=at == 0)
    return packed(
        {
            "mimetype": MIME,
            "content.xml": content(body.styles, body.xml),
            "styles.xml": styles(full_tag(publication.language)),
            "meta.xml": meta(publication),
            **{f"Pictures/image{at}.{one.ending}": one.data for at, one in enumerate(body.pictures, 1)},
            "META-INF/manifest.xml": manifest(body.pictures),
        },
        stored=("mimetype",),
    )
