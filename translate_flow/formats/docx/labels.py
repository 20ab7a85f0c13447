"""Numbers and characters that Word puts before the paragraphs of lists (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ...markup.counting import counted
from .names import W
from .numbering import numbering_of, style_links, value
from .styles import Styles, left_of

_NUMBER = re.compile(r"%([1-9])")
_FORMS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_BULLET = "•"
_DEEPEST = 8


@dataclass(slots=True)
class _Level:
    form: str
    text: str
    start: int
    left: int | None
    """Where the text of its items begins; None if it does not say."""


@dataclass(slots=True)
class _Numbering:
    """A `w:num`: which counters it uses, its levels, and where it begins anew."""

    home: str
    levels: dict[int, _Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)


class Labels:
    """Counts the items of a document in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """`root`: the numbering part, if there is one."""
        self._styles = styles
        self._known = _numberings(root) if root is not None else {}
        by_style = () if root is None else root.iter(f"{W}lvl")
        self._linked = {value(level, "pStyle"): level.get(f"{W}ilvl", "0") for level in by_style}
        self._linked.pop("", None)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: etree._Element | None, style: str) -> str:
        """What is before the next item, which has these properties; empty if that is unknown."""
        found = next(numbering_of(properties, style, self._styles, self._linked), None)
        if found is None or found[0] not in self._known:
            return ""
        name, depth = found[0], int(found[1]) if found[1].isdecimal() else 0
        numbering, depth = self._known[name], min(depth, _DEEPEST)
        level = numbering.levels.get(depth)
        counts = self._counts.setdefault(numbering.home, {})
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if depth in numbering.restarts and (name, depth) not in self._begun:
            self._begun.add((name, depth))
            counts[depth] = numbering.restarts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else (level.start if level else 1)
        if level is None or level.form == "bullet":
            return _BULLET
        return _NUMBER.sub(lambda m: self._shown(numbering, counts, int(m[1]) - 1), level.text).strip()

    def left(self, properties: etree._Element | None, style: str) -> int | None:
        """Where the text of an item begins by its numbering, in twentieths of a point; None if that does not say."""
        found = next(numbering_of(properties, style, self._styles, self._linked), None)
        if found is None or found[0] not in self._known:
            return None
        level = self._known[found[0]].levels.get(int(found[1]) if found[1].isdecimal() else 0)
        return level.left if level is not None else None

    def _shown(self, numbering: _Numbering, counts: dict[int, int], at: int) -> str:
        level = numbering.levels.get(at)
        form = level.form if level else "decimal"
        count = counts.setdefault(at, level.start if level else 1)
        if form == "none":
            return ""
        return f"{count:02}" if form == "decimalZero" else counted(count, _FORMS.get(form, "1"))


def _numberings(root: etree._Element) -> dict[str, _Numbering]:
    abstract = {node.get(f"{W}abstractNumId", ""): node for node in root.iter(f"{W}abstractNum")}
    links = style_links(root)
    found = {}
    for node in root.iter(f"{W}num"):
        home = links.get(value(node, "abstractNumId"), (value(node, "abstractNumId"),))[-1]
        one = found[node.get(f"{W}numId", "")] = _Numbering(home)
        if home in abstract:
            one.levels = dict(map(_level, abstract[home].iter(f"{W}lvl")))
        for override in node.iter(f"{W}lvlOverride"):
            one.levels |= dict(map(_level, override.iter(f"{W}lvl")))
            start = value(override, "startOverride")
            if start.isdecimal():
                one.restarts[_depth(override)] = int(start)
    return found


def _level(node: etree._Element) -> tuple[int, _Level]:
    start = value(node, "start")
    form = value(node, "numFmt") or "decimal"
    left = left_of(node.find(f"{W}pPr"))
    return _depth(node), _Level(form, value(node, "lvlText"), int(start) if start.isdecimal() else 1, left)


def _depth(node: etree._Element) -> int:
    said = node.get(f"{W}ilvl", "0")
    return int(said) if said.isdecimal() else 0
