"""What is in an OpenDocument package beside the parts that are read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...files.zipped import Archive
from ...office.omitted import Unread
from ...office.xmlparts import parsed
from .names import OFFICE, local, words

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_CHART = "application/vnd.oasis.opendocument.chart"
_FORMULA = "application/vnd.oasis.opendocument.formula"
_KNOWN = (
    "META-INF/",
    "Pictures/",
    "Thumbnails/",
    "Configurations2/",
    "ObjectReplacements/",
    "Basic/",
    "Scripts/",
    "Fonts/",
    "media/",
    "Dialogs/",
    "Versions/",
)
_READ = frozenset(
    "mimetype content.xml styles.xml meta.xml settings.xml manifest.rdf layout-cache statistics.xml"
    " styles.xml.rels rdf/ current.xml".split(" ")
)


def unread(archive: Archive, content: etree._Element | None) -> Iterator[tuple[Unread, str]]:
    """Parts that are not read, each with its name, and comments with their words."""
    kinds: dict[str, str] = {}
    if "META-INF/manifest.xml" in archive.parts:
        for node in parsed(archive, "META-INF/manifest.xml").iter(f"{_MANIFEST}file-entry"):
            kinds[node.get(f"{_MANIFEST}full-path", "")] = node.get(f"{_MANIFEST}media-type", "")
    objects = {
        path: kind
        for path, kind in kinds.items()
        if path.endswith("/") and path != "/" and kind and not path.startswith(_KNOWN)
    }
    for path, kind in objects.items():
        if kind != _FORMULA:
            yield Unread.CHART if kind.startswith(_CHART) else Unread.EMBEDDED, path
    for part in archive.parts:
        if part in _READ or part.endswith("/") or part.startswith((*_KNOWN, *objects)):
            continue
        embedded = not part.endswith((".xml", ".html", ".txt")) and kinds.get(part, "") != "text/xml"
        yield Unread.EMBEDDED if embedded else Unread.UNKNOWN, part
    if content is not None:
        for node in content.iter(f"{OFFICE}annotation"):
            said = [words(child) for child in node if local(child) in ("p", "list")]
            yield Unread.COMMENT, " ".join(said)
