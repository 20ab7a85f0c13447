"""Words in automatic numbers, such as "Artículo 1.": they stand once for each level of a numbering."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ...markup.inline import Mark, Naming, Token
from ...markup.notes import PlaceNote
from .names import W
from .styles import Styles

_NUMBER = re.compile(r"(%[1-9])")
_WORD = re.compile(r"[^\W\d_ªº]")
_BULLET_WORD = re.compile(r"[^\W\d_ªº\ue000-\uf8ff]{2}")
_VAL = f"{W}val"

Level = tuple[str, str]
"""Id of a numbering and one of its levels."""


@dataclass(slots=True)
class Numbered:
    """The words of one level."""

    node: etree._Element
    """Its `w:lvlText`."""
    parts: list[Token]
    """Its words, with a mark for each number."""
    note: str
    """What the marks are."""

    def put(self, tokens: Sequence[Token]) -> None:
        """Write other words around the numbers."""
        numbers = dict(zip(_marks(self.parts), _NUMBER.findall(self.node.get(_VAL, "")), strict=True))
        self.node.set(_VAL, "".join(t if isinstance(t, str) else numbers[t.name] for t in tokens))


def levels(root: etree._Element, stories: Iterable[etree._Element], styles: Styles) -> list[Numbered]:
    """The levels with words that any paragraph uses, in the order of the numbering part."""
    worded = [node for node in root.iter(f"{W}lvlText") if _has_words(node)]
    if not worded:
        return []
    used = _used(root, stories, styles)
    return [_numbered(node) for node in worded if _home(node) in used]


def _has_words(node: etree._Element) -> bool:
    text = _NUMBER.sub("", node.get(_VAL, ""))
    level = node.getparent()
    form = next(level.iter(f"{W}numFmt"), None) if level is not None else None
    bullet = form is not None and form.get(_VAL) == "bullet"
    return bool((_BULLET_WORD if bullet else _WORD).search(text))


def _numbered(node: etree._Element) -> Numbered:
    naming = Naming()
    parts: list[Token] = []
    for piece in _NUMBER.split(node.get(_VAL, "")):
        if _NUMBER.fullmatch(piece):
            parts.append(Mark(naming.numbered("x", PlaceNote.NUMBER), "single"))
        elif piece:
            parts.append(piece)
    return Numbered(node, parts, naming.note)


def _marks(parts: Iterable[Token]) -> list[str]:
    return [part.name for part in parts if not isinstance(part, str)]


def _home(node: etree._Element) -> Level:
    """The numbering and level that a text belongs to; of an override, the one it overrides."""
    level = next(node.iterancestors(f"{W}lvl"))
    at = level.get(f"{W}ilvl", "0")
    for around in level.iterancestors(f"{W}abstractNum", f"{W}num"):
        kind = "abstractNumId" if around.tag == f"{W}abstractNum" else "numId"
        return f"{kind} {around.get(W + kind, '')}", at
    return "", at


def _used(root: etree._Element, stories: Iterable[etree._Element], styles: Styles) -> set[Level]:
    by_style = {(value(level, "pStyle"), level.get(f"{W}ilvl", "0")) for level in root.iter(f"{W}lvl")}
    linked = dict(pair for pair in by_style if pair[0])
    met: set[Level] = set()
    for story in stories:
        for properties in story.iter(f"{W}pPr"):
            met.update(numbering_of(properties, value(properties, "pStyle"), styles, linked))
    abstract = {num.get(f"{W}numId", ""): value(num, "abstractNumId") for num in root.iter(f"{W}num")}
    same = style_links(root)
    used: set[Level] = set()
    for number, level in met:
        own = abstract.get(number, "")
        used |= {(f"numId {number}", level), *((f"abstractNumId {a}", level) for a in same.get(own, (own,)))}
    return used


def numbering_of(
    properties: etree._Element | None, style: str, styles: Styles, linked: dict[str, str]
) -> Iterator[Level]:
    """The numbering of a paragraph of that style: its own, or its style's; nothing if it has none.

    `linked`: levels by the name of the style that they belong to.
    """
    own = properties.find(f"{W}numPr") if properties is not None else None
    number = value(own, "numId") if own is not None else ""
    level = value(own, "ilvl") if own is not None else ""
    for name, one in styles.named(style or styles.default):
        if one.number and not number:
            number, level = one.number, level or linked.get(name, "") or one.depth
    if number:
        yield number, level or "0"


def style_links(root: etree._Element) -> dict[str, tuple[str, ...]]:
    """For a numbering that is another's by a style's name, both."""
    nodes = list(root.iter(f"{W}abstractNum"))
    homes = {value(node, "styleLink"): node.get(f"{W}abstractNumId", "") for node in nodes}
    found: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        if (link := value(node, "numStyleLink")) and link in homes:
            own = node.get(f"{W}abstractNumId", "")
            found[own] = (own, homes[link])
    return found


def value(node: etree._Element, name: str) -> str:
    """What the child of that name says; empty if there is none."""
    child = node.find(f"{W}{name}")
    return child.get(_VAL, "") if child is not None else ""
