"""What is in a Word document's package beside the parts that are read, by the relationships that lead to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from ...office.omitted import Unread
from ...office.xmlparts import parsed
from .names import MATH, W
from .package import Package, relations

_KINDS = {
    "chartEx": Unread.CHART,
    "package": Unread.EMBEDDED,
    "oleObject": Unread.EMBEDDED,
    "subDocument": Unread.EMBEDDED,
    "aFChunk": Unread.CHUNK,
    "control": Unread.CONTROL,
}
_DRAWN = {"chart": Unread.CHART, "chartUserShapes": Unread.CHART, "diagramData": Unread.DIAGRAM}
"""Kinds whose parts are read, unless they are damaged."""
_KNOWN = frozenset(
    "officeDocument core-properties custom-properties extended-properties thumbnail styles stylesWithEffects"
    " settings webSettings fontTable font numbering theme themeOverride footnotes endnotes header footer image"
    " hyperlink comments commentsExtended commentsIds commentsExtensible people customXml customXmlProps"
    " glossaryDocument vbaProject wordVbaData keyMapCustomizations attachedToolbars attachedTemplate"
    " recipientData mailMergeSource mailMergeHeaderSource transform printerSettings video audio media ink"
    " diagramLayout diagramQuickStyle diagramColors diagramDrawing chartStyle chartColorStyle"
    " activeXControlBinary origin signature certificate webextension webextensiontaskpanes taskpanes"
    " documenttasks documentTasks hdphoto model3d svg frame classificationlabels"
    " customProperty xmlMaps metadata graphicFrameDoc slicer volatileDependencies ctrlProp"
    " userShapes bibliography intelligence intelligence2 digital-signature".split(" ")
)
"""Kinds of relationship whose parts are read, show no words, or are shown by another part."""
_WORDS_IN_MATH = 4
"""Letters in a row that make a word of a formula."""


def unread(package: Package, read: Collection[str]) -> Iterator[tuple[Unread, str]]:
    """Parts that are not read, each with its name; `read`: the charts and diagrams that are."""
    met: set[str] = set()
    for part in ("", *package.archive.parts):
        if part.endswith(".rels"):
            continue
        for relation in relations(package.archive, part).values():
            if relation.target in met:
                continue
            met.add(relation.target)
            if relation.type in _DRAWN and relation.target in read:
                continue
            if kind := _KINDS.get(relation.type) or _DRAWN.get(relation.type):
                yield kind, relation.target
            elif relation.type not in _KNOWN and not relation.external:
                yield Unread.UNKNOWN, relation.target
    for part in package.archive.parts:
        lone = not part.endswith((".rels", "/")) and part != "[Content_Types].xml"
        if lone and part not in met and part.startswith("word/") and part.endswith(".xml"):
            yield Unread.UNKNOWN, part


def in_story(root: etree._Element) -> Iterator[tuple[Unread, str]]:
    """Formulas of a story that hold words."""
    for node in root.iter(f"{MATH}t"):
        words = node.text or ""
        if sum(letter.isalpha() for letter in words) >= _WORDS_IN_MATH and " " in words.strip():
            yield Unread.FORMULA, words


def comments(package: Package) -> Iterator[tuple[Unread, str]]:
    """The comments of a document, with their words."""
    for relation in relations(package.archive, package.main).values():
        if relation.type == "comments" and relation.target in package.archive.parts:
            for node in parsed(package.archive, relation.target).iter(f"{W}comment"):
                yield Unread.COMMENT, "".join(t.text or "" for t in node.iter(f"{W}t"))
