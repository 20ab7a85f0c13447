"""Words in the codes of fields (ECMA-376 part 1, 17.16.5): entries of indexes and what they refer to, tooltips."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from ...language.text import has_letters
from ...markup.addresses import messages, with_message
from ...markup.inline import written
from ...markup.notes import PlaceNote
from .attributes import normal
from .names import W

CODE = f"{W}instrText"
_SIMPLE, _INSTRUCTION = f"{W}fldSimple", f"{W}instr"
CODES = frozenset({CODE, _SIMPLE})
"""Elements with the code of a field."""
_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_PASSED = r'"(?:[^"\\]|\\.)*"'
_WORDS = (
    (re.compile(rf"\s*(?:XE|TC)\s+{_QUOTED}", re.IGNORECASE), PlaceNote.INDEX_ENTRY),
    (re.compile(rf'\s*XE\s+{_PASSED}[^"]*\\t\s+{_QUOTED}', re.IGNORECASE), PlaceNote.INDEX_ENTRY),
    (re.compile(rf'\s*TA\b[^"]*(?:{_PASSED}[^"]*?)*?\\l\s+{_QUOTED}', re.IGNORECASE), PlaceNote.INDEX_ENTRY),
    (re.compile(rf'\s*HYPERLINK\b[^"]*(?:"[^"]*"[^"]*?)*?\\o\s+{_QUOTED}', re.IGNORECASE), PlaceNote.TOOLTIP),
)
"""Codes with words that a reader sees, and what these are."""

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)

Text = tuple[str, PlaceNote, Callable[[str], None]]


def texts(node: etree._Element) -> Iterator[Text]:
    """The words in the code that begins at a `w:instrText`, or is that of a `w:fldSimple`, with what writes others in their place."""
    if node.tag not in CODES:
        return
    nodes = [node] if node.tag == _SIMPLE else _pieces(node)
    code = _code(nodes)
    for pattern, note in _WORDS:
        match = pattern.match(code) if nodes else None
        if match and has_letters(match[1]):
            yield normal(match[1].replace('\\"', '"')), note, _onto(nodes, pattern)
    if link := _LINK.match(code) if nodes else None:
        for at, (_, _, words) in enumerate(messages(link[1])):
            yield written([words]), PlaceNote.MESSAGE, _into_address(nodes, at)


def _pieces(node: etree._Element) -> list[etree._Element]:
    """The pieces that Word has cut a code in; none if it began before the node."""
    run = node.getparent()
    if run is None:
        return []
    found: list[etree._Element] = []
    homes = [run, *run.itersiblings(f"{W}r")]
    earlier = run.getprevious()
    while earlier is not None and earlier.tag != f"{W}r":
        earlier = earlier.getprevious()
    if earlier is not None and earlier.find(CODE) is not None and earlier.find(f"{W}fldChar") is None:
        return []
    for home in homes:
        codes = home.findall(CODE)
        if not codes or (found and home.find(f"{W}fldChar") is not None):
            break
        found += codes
    return found if found and found[0] is node else []


def _into_address(nodes: Sequence[etree._Element], at: int) -> Callable[[str], None]:
    def put(text: str) -> None:
        code = _code(nodes)
        match = _LINK.match(code)
        assert match is not None
        _say(nodes, code[: match.start(1)] + with_message(match[1], at, text) + code[match.end(1) :])

    return put


def _say(nodes: Sequence[etree._Element], code: str) -> None:
    for at, node in enumerate(nodes):
        if node.tag == _SIMPLE:
            node.set(_INSTRUCTION, code)
        else:
            node.text = code if at == 0 else ""


def _code(nodes: Sequence[etree._Element]) -> str:
    return "".join(node.get(_INSTRUCTION, "") if node.tag == _SIMPLE else node.text or "" for node in nodes)


def _onto(nodes: Sequence[etree._Element], pattern: re.Pattern[str]) -> Callable[[str], None]:
    def put(text: str) -> None:
        code = _code(nodes)  # other words of it may have been written
        match = pattern.match(code)
        assert match is not None
        said = text.replace('"', '\\"')
        _say(nodes, code[: match.start(1)] + said + code[match.end(1) :])

    return put
