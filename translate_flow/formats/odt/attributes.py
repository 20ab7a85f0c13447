"""Texts of an OpenDocument text that stand in attributes: labels of forms, tooltips of links, automatic numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from ...language.text import has_letters
from ...language.whole import as_read
from ...markup.addresses import messages, with_message
from ...markup.inline import Mark, Naming, Token, written
from ...markup.notes import PlaceNote
from .names import DRAW, FORM, LO, OFFICE, STYLE, TABLE, TEXT, XLINK

_LABEL = f"{FORM}label"
_TITLE = f"{FORM}title"
_VALUES = (f"{FORM}current-value", f"{FORM}value")
_FILLED = frozenset({f"{FORM}text", f"{FORM}textarea", f"{FORM}formatted-text", f"{FORM}combobox"})
_CHOICES = frozenset({f"{FORM}option", f"{FORM}item"})
_FORMAT, _PREFIX, _SUFFIX = f"{LO}num-list-format", f"{STYLE}num-prefix", f"{STYLE}num-suffix"
_LEVELS = tuple(
    f"{TEXT}{name}" for name in ("list-level-style-number", "outline-level-style", "list-level-style-bullet")
)
_NOTES = f"{TEXT}notes-configuration"
_NUMBER = re.compile(r"(%\d+%)")
_WORD = re.compile(r"[^\W\d_ªº]")
_HREF = f"{XLINK}href"

Put = Callable[[str], None]


def forms(home: etree._Element) -> Iterator[tuple[str, PlaceNote, Put]]:
    """Texts of form controls: what they are, and what writes another in their place."""
    for node in home.iter(f"{FORM}*"):
        choice = node.tag in _CHOICES
        for name, note in (
            (_LABEL, PlaceNote.CHOICE if choice else PlaceNote.FORM_LABEL),
            (_TITLE, PlaceNote.TOOLTIP),
        ):
            if has_letters(node.get(name, "")):
                yield normal(node.get(name, "")), note, _onto(node, name)
        if node.tag in _FILLED:
            said = {node.get(name, "") for name in _VALUES} - {""}
            for text in sorted(said):
                if has_letters(text):
                    names = [name for name in _VALUES if node.get(name) == text]
                    yield normal(text), PlaceNote.FORM, _onto(node, *names)


_SAID = (
    (f"{TEXT}a", (f"{OFFICE}title",), PlaceNote.TOOLTIP),
    (f"{DRAW}a", (f"{OFFICE}title",), PlaceNote.TOOLTIP),
    (f"{TEXT}placeholder", (f"{TEXT}description",), PlaceNote.FIELD_HINT),
    *(
        (f"{TEXT}{kind}{end}", (f"{TEXT}string-value", f"{TEXT}key1", f"{TEXT}key2"), PlaceNote.INDEX_ENTRY)
        for kind in ("alphabetical-index-mark", "toc-mark", "user-index-mark")
        for end in ("", "-start")
    ),
)
"""Attributes with words that a reader sees, by element: tooltips of links and fields, entries of indexes."""


def spoken(home: etree._Element) -> Iterator[tuple[str, PlaceNote, Put]]:
    """Texts in attributes: shown when a pointer rests on a link, in an index, or in the message that a link begins."""
    notes = {tag: (names, note) for tag, names, note in _SAID}
    for node in home.iter(*notes):
        names, note = notes[node.tag]
        for name in names:
            if has_letters(said := node.get(name, "")):
                yield normal(said), note, _onto(node, name)
        for at, (_, _, said) in enumerate(messages(node.get(_HREF, ""))):
            yield written([said]), PlaceNote.MESSAGE, _into_address(node, at)


@dataclass(slots=True)
class Numbered:
    """The words of one level of automatic numbers."""

    node: etree._Element
    parts: list[Token]
    """Its words, with a mark for each number."""
    note: str
    """What the marks are."""
    numbers: dict[str, str]
    """The number that each mark stands for."""

    def put(self, tokens: Sequence[Token]) -> None:
        """Write other words around the numbers."""
        made = [t if isinstance(t, str) else self.numbers[t.name] for t in tokens]
        at = [n for n, t in enumerate(tokens) if not isinstance(t, str)]
        if self.node.get(_FORMAT) is not None:
            self.node.set(_FORMAT, "".join(made))
        first, last = (at[0], at[-1]) if at else (len(made), len(made))
        for name, text in ((_PREFIX, "".join(made[:first])), (_SUFFIX, "".join(made[last + 1 :]))):
            if text or self.node.get(name) is not None:
                self.node.set(name, text)


def numbers(roots: Sequence[etree._Element]) -> Iterator[tuple[int, Numbered]]:
    """The levels with words of the numberings that are used, and in which of the parts each is."""
    used = {str(n.get(f"{TEXT}style-name")) for root in roots for n in root.iter(f"{TEXT}list")}
    for root in roots:
        for style in root.iter(f"{STYLE}style"):
            used.add(str(style.get(f"{STYLE}list-style-name", "")))
    headed = {n.get(f"{TEXT}outline-level", "1") for root in roots for n in root.iter(f"{TEXT}h")}
    noted = {n.get(f"{TEXT}note-class", "footnote") for root in roots for n in root.iter(f"{TEXT}note")}
    for at, root in enumerate(roots):
        for node in root.iter(_NOTES):
            if node.get(f"{TEXT}note-class", "footnote") in noted and (found := _numbered(node)):
                yield at, found
        for node in root.iter(*_LEVELS):
            home = node.getparent()
            name = home.get(f"{STYLE}name", "") if home is not None else ""
            outline = node.tag == _LEVELS[1]
            if (node.get(f"{TEXT}level", "1") in headed if outline else name in used) and (
                found := _numbered(node)
            ):
                yield at, found


_NOTICES = (
    f"{TEXT}note-continuation-notice-forward",
    f"{TEXT}note-continuation-notice-backward",
    f"{TEXT}linenumbering-separator",
)
_CONTINUED = f"{TEXT}page-continuation"
_IN_ENTRIES = f"{TEXT}index-entry-span"


def continued(root: etree._Element) -> Iterator[tuple[str, PlaceNote, Put]]:
    """Words that appear where a text or a note goes over a page, and those between the parts of an index's entries."""
    for node in root.iter(_CONTINUED):
        said = node.get(f"{TEXT}string-value") or node.text or ""
        if has_letters(said):
            yield normal(said), PlaceNote.CONTINUED, _shown_as_well(node)
    for node in root.iter(*_NOTICES, _IN_ENTRIES):
        if has_letters(node.text or "") and not len(node):
            note = PlaceNote.INDEX_ENTRY if node.tag == _IN_ENTRIES else PlaceNote.CONTINUED
            yield normal(node.text or ""), note, _in_place(node)


def _in_place(node: etree._Element) -> Put:
    """What writes an element's text, with the blanks that are around it."""

    def put(text: str) -> None:
        old = node.text or ""
        node.text = old[: len(old) - len(old.lstrip())] + text + old[len(old.rstrip()) :]

    return put


def _shown_as_well(node: etree._Element) -> Put:
    def put(text: str) -> None:
        node.set(f"{TEXT}string-value", text)
        node.text = text

    return put


def _numbered(node: etree._Element) -> Numbered | None:
    text = node.get(_FORMAT) or f"{node.get(_PREFIX, '')}%1%{node.get(_SUFFIX, '')}"
    if not _WORD.search(_NUMBER.sub("", text)) or not _NUMBER.search(text):
        return None
    naming = Naming()
    parts: list[Token] = []
    numbers: dict[str, str] = {}
    for piece in _NUMBER.split(text):
        if _NUMBER.fullmatch(piece):
            name = naming.numbered("x", PlaceNote.NUMBER)
            numbers[name] = piece
            parts.append(Mark(name, "single"))
        elif piece:
            parts.append(piece)
    return Numbered(node, parts, naming.note, numbers)


def normal(text: str) -> str:
    """An attribute's text as a segment."""
    return written([as_read(" ".join(text.split()))])


def _into_address(node: etree._Element, at: int) -> Put:
    def put(text: str) -> None:
        node.set(_HREF, with_message(node.get(_HREF, ""), at, text))

    return put


def _onto(node: etree._Element, *names: str) -> Put:
    def put(text: str) -> None:
        for name in names:
            node.set(name, text)

    return put


TABLE_TEXTS = {f"{TABLE}title": PlaceNote.TABLE_TITLE, f"{TABLE}desc": PlaceNote.TABLE_TEXT}
"""Elements that describe a table."""
