"""What is in an OpenDocument package beside the parts that are read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from ...files.zipped import Archive
from ...office.omitted import Unread
from ...office.xmlparts import parsed
from .names import OFFICE, local, words

_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_CHART = "application/vnd.oasis.opendocument.chart"
_FORMULA = "application/vnd.oasis.opendocument.formula"
_MATH = "{http://www.w3.org/1998/Math/MathML}"
_WORD = re.compile(r"[^\W\d_]{4}")
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


def charts(archive: Archive) -> Iterator[str]:
    """The parts that hold the words of charts."""
    for path, kind in _kinds(archive).items():
        if kind.startswith(_CHART) and f"{path}content.xml" in archive.parts:
            yield f"{path}content.xml"


def _kinds(archive: Archive) -> dict[str, str]:
    """What the manifest says of each part."""
    kinds: dict[str, str] = {}
    if "META-INF/manifest.xml" in archive.parts:
        for node in parsed(archive, "META-INF/manifest.xml").iter(f"{_MANIFEST}file-entry"):
            kinds[node.get(f"{_MANIFEST}full-path", "")] = node.get(f"{_MANIFEST}media-type", "")
    return kinds


def unread(
    archive: Archive, content: etree._Element | None, read: Collection[str]
) -> Iterator[tuple[Unread, str]]:
    """Parts that are not read, each with its name, formulas and comments with their words.

    `read`: the parts of charts that are.
    """
    kinds = _kinds(archive)
    objects = {
        path: kind
        for path, kind in kinds.items()
        if path.endswith("/") and path != "/" and kind and not path.startswith(_KNOWN)
    }
    for path, kind in objects.items():
        if kind == _FORMULA:
            yield from _formula(archive, f"{path}content.xml")
        elif f"{path}content.xml" not in read:
            yield Unread.CHART if kind.startswith(_CHART) else Unread.EMBEDDED, path
    for part in archive.parts:
        if part in _READ or part.endswith("/") or part.startswith((*_KNOWN, *objects)):
            continue
        embedded = not part.endswith((".xml", ".html", ".txt")) and kinds.get(part, "") != "text/xml"
        yield Unread.EMBEDDED if embedded else Unread.UNKNOWN, part
    if content is not None:
        for node in content.iter(f"{_MATH}mtext"):
            yield from _worded(node)
        for node in content.iter(f"{OFFICE}annotation"):
            said = [words(child) for child in node if local(child) in ("p", "list")]
            yield Unread.COMMENT, " ".join(said)


def _formula(archive: Archive, part: str) -> Iterator[tuple[Unread, str]]:
    """The words in a formula that is a part of its own."""
    if part in archive.parts:
        for node in parsed(archive, part).iter(f"{_MATH}mtext"):
            yield from _worded(node)


def _worded(node: etree._Element) -> Iterator[tuple[Unread, str]]:
    if _WORD.search(said := words(node)):
        yield Unread.FORMULA, said
