"""The text of a table cell as atoms that know the tracked changes they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from ..formats.docx.names import MC
from ..formats.docx.seen import OFF
from .docx_names import CHARACTERS, SPACE, W
from .sheet import CellAtom, Hand

_PUT = frozenset({f"{W}ins", f"{W}moveTo"})
_CUT = frozenset({f"{W}del", f"{W}moveFrom"})
_SKIPPED = frozenset({f"{W}{n}" for n in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "drawing", "pict")})
_DEEPEST = 60
"""Nesting that is followed; real documents stay below ten."""
_NONE: frozenset[Hand] = frozenset()


def cell_atoms(paragraphs: Sequence[etree._Element]) -> list[CellAtom]:
    """Atoms of a cell's paragraphs; between two is a line break, itself tracked if its mark is."""
    made: list[CellAtom] = []
    for number, node in enumerate(paragraphs):
        made += _atoms(node, _NONE, _NONE, 0)
        if number + 1 < len(paragraphs):
            mark = node.find(f"{W}pPr/{W}rPr")
            put = [_hand(c) for c in mark if c.tag in _PUT] if mark is not None else []
            cut = [_hand(c) for c in mark if c.tag in _CUT] if mark is not None else []
            made.append(CellAtom("\n", frozenset(put), frozenset(cut)))
    return made


def _hand(change: etree._Element) -> Hand:
    return change.get(f"{W}author", "").strip(), change.get(f"{W}date", "")


_STRUCK = tuple(f"{W}{name}" for name in ("strike", "dstrike", "vanish"))


def _gone(run: etree._Element) -> bool:
    """Whether somebody has struck the words of a run through by hand, or hidden them: they are no longer meant."""
    properties = run.find(f"{W}rPr")
    return properties is not None and any(
        node.tag in _STRUCK and node.get(f"{W}val", "1") not in OFF for node in properties
    )


def _symbol(code: str) -> str:
    """The character of a symbol; that of a font's own is a bullet, or nothing that could be written."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xE000 <= number < 0xF900:
        return "•" if number in (0xF0B7, 0xF0A7) else ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE else ""


def _atoms(
    node: etree._Element, put: frozenset[Hand], cut: frozenset[Hand], depth: int
) -> Iterator[CellAtom]:
    for child in node:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag == f"{MC}Fallback" or depth > _DEEPEST:
            continue
        if tag == f"{W}r" and _gone(child):
            continue
        if tag == f"{W}sym":
            yield CellAtom(_symbol(child.get(f"{W}char", "")), put, cut)
        elif tag in (f"{W}t", f"{W}delText"):
            text = child.text or ""
            yield CellAtom(text if child.get(SPACE) == "preserve" else text.strip(" \t\r\n"), put, cut)
        elif tag.startswith(W) and (char := CHARACTERS.get(tag[len(W) :])) is not None:
            if not (char == "\n" and child.get(f"{W}type") in ("page", "column")):
                yield CellAtom(char, put, cut)
        elif tag in _PUT:
            yield from _atoms(child, put | {_hand(child)}, cut, depth + 1)
        elif tag in _CUT:
            yield from _atoms(child, put, cut | {_hand(child)}, depth + 1)
        else:
            yield from _atoms(child, put, cut, depth + 1)
