"""Numbers and characters that stand before the items of lists (OpenDocument 1.3 part 3, 4.3 and 16.30)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from ...markup.counting import counted
from .names import STYLE, TEXT

_ITEM, _LIST = f"{TEXT}list-item", f"{TEXT}list"
_LEVELS = (f"{TEXT}list-level-style-number", f"{TEXT}list-level-style-bullet")
_BULLET = "•"
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    """As `markup.counting` has it; empty for a level without numbers."""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    """How many levels' numbers are shown."""


_PLAIN = _Level("")


@dataclass(slots=True)
class Labels:
    """Counts the items of a document in order."""

    roots: Iterable[etree._Element]
    """The parts that may define list styles."""
    _styles: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _counts: dict[etree._Element, int] = field(default_factory=dict)
    """Of each list, the number of its last item."""
    _last: dict[str, int] = field(default_factory=dict)
    """By list style, the number of the last item on the first level: where a list may go on."""
    _named: dict[str, etree._Element] = field(default_factory=dict)
    """Lists by the name that others go on with."""

    def __post_init__(self) -> None:
        for root in self.roots:
            for style in root.iter(f"{TEXT}list-style"):
                levels = self._styles.setdefault(style.get(f"{STYLE}name", ""), {})
                for node in style.iter(*_LEVELS):
                    levels[_whole(node.get(f"{TEXT}level"), 1)] = _level(node)

    def next(self, item: etree._Element) -> str:
        """What is before an item of a list, asked for in document order; empty for a list's heading."""
        if item.tag != _ITEM:
            return ""
        lists = list(item.iterancestors(_LIST))[:_DEEPEST]
        if not lists:
            return ""
        style = next((name for node in lists if (name := node.get(f"{TEXT}style-name"))), "")
        levels = self._styles.get(style, {})
        level = levels.get(len(lists), _PLAIN)
        count = self._count(item, lists, style, level)
        self._counts[lists[0]] = count
        if len(lists) == 1:
            self._last[style] = count
        if not level.form:
            return _BULLET
        numbers = []
        for at in range(max(len(lists) - level.shown, 0), len(lists)):
            outer = lists[len(lists) - 1 - at]
            numbers.append(counted(self._counts.get(outer, 1), levels.get(at + 1, level).form or "1"))
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()

    def _count(self, item: etree._Element, lists: list[etree._Element], style: str, level: _Level) -> int:
        said = item.get(f"{TEXT}start-value")
        if said is not None:
            return _whole(said, 1)
        own = lists[0]
        if own in self._counts:
            return self._counts[own] + 1
        for key, value in own.attrib.items():
            if str(key).endswith("}id"):
                self._named.setdefault(str(value), own)
        before = self._named.get(own.get(f"{TEXT}continue-list", ""))
        if before is not None and before is not own:
            return self._counts.get(before, 0) + 1
        if own.get(f"{TEXT}continue-numbering") == "true" and len(lists) == 1:
            return self._last.get(style, level.start - 1) + 1
        return level.start


def _level(node: etree._Element) -> _Level:
    if node.tag != _LEVELS[0]:
        return _PLAIN
    return _Level(
        node.get(f"{STYLE}num-format", ""),
        node.get(f"{STYLE}num-prefix", ""),
        node.get(f"{STYLE}num-suffix", ""),
        _whole(node.get(f"{TEXT}start-value"), 1),
        _whole(node.get(f"{TEXT}display-levels"), 1),
    )


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isdecimal() else otherwise
