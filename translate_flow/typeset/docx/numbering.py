"""Lists of a Word document: a numbering for each, with the characters that its items have."""

from __future__ import annotations

from dataclasses import dataclass, field

from ... import tmx
from ..signs import Sign

_DEEPEST = 9
_WIDTH = 397
"""Twentieths of a point by which each level is set in."""
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BULLETS = "•–•–•–•–•"


@dataclass(slots=True)
class WordList:
    """A list as Word counts it."""

    levels: dict[int, Sign] = field(default_factory=dict)
    """The first sign of each level, from 0."""
    counts: dict[int, int] = field(default_factory=dict)
    """The number last given on each level."""


@dataclass(slots=True)
class Lists:
    """All lists of a document; a `w:num` for each beginning of a count."""

    known: list[tuple[WordList, dict[int, int]]] = field(default_factory=list)
    """For each `w:num`, from 1, its list and where levels of it begin anew."""
    _open: dict[int, dict[int, int]] = field(default_factory=dict)
    """For each group the numberings in use, by the depth that they begin at: one begun for a list within an item
    leaves the count around it as it is."""

    def next(self, group: int, depth: int, sign: Sign) -> int:
        """The id of the numbering of an item whose list is that group's; `depth` from 0."""
        depth = min(depth, _DEEPEST - 1)
        inside = self._open.setdefault(group, {})
        for deeper in [at for at in inside if at > depth]:
            del inside[deeper]
        if not inside:
            self.known.append((WordList(), {}))
            inside[0] = len(self.known)
        number = inside[max(inside)]
        found = self.known[number - 1][0]
        level = found.levels.setdefault(depth, sign)
        for deeper in [at for at in found.counts if at > depth]:
            del found.counts[deeper]
        alike = (sign.form, sign.before, sign.after) == (level.form, level.before, level.after)
        expected = found.counts.get(depth, level.number - 1) + 1
        if alike and (not sign.form or sign.number == expected):
            found.counts[depth] = sign.number
        else:
            fresh = WordList({**found.levels, depth: sign}, {depth: sign.number})
            self.known.append((fresh, {depth: sign.number} if sign.form else {}))
            number = inside[depth] = len(self.known)
        return number


def numbering(lists: Lists) -> str:
    """The numbering part."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="hybridMultilevel"/>'
        + "".join(_level(depth, found.levels.get(depth)) for depth in range(_DEEPEST))
        + "</w:abstractNum>"
        for at, (found, _) in enumerate(lists.known, 1)
    )
    numbers = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/>'
        + "".join(
            f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for depth, start in starts.items()
        )
        + "</w:num>"
        for at, (_, starts) in enumerate(lists.known, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering'
        ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{abstract}{numbers}</w:numbering>"
    )


def _level(depth: int, sign: Sign | None) -> str:
    if sign is None or not sign.form:
        form, text, start = "bullet", _BULLETS[depth], 1
    else:
        form, text, start = _FORMS[sign.form], f"{sign.before}%{depth + 1}{sign.after}", sign.number
    left = _WIDTH * (depth + 1)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val={tmx.attribute(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{_WIDTH}"/></w:pPr></w:lvl>'
    )
