"""One paragraph of OpenDocument text as stretches of text and things, and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from ...errors import ReadError
from ...language.text import has_letters
from ...markup.notes import NOTE, note_label
from ...markup.signs import are_signs
from ...office.messages import TOO_DEEP
from ...office.omitted import Unread
from ...office.pins import Pin
from ...office.places import Stretches
from ...office.quiet import settle
from ...office.spans import Hyperlink, Span
from ...office.xmlparts import DEEPEST
from . import tracked
from .names import DRAW, LO, OFFICE, PARAGRAPHS, TEXT, XLINK, local, words
from .styles import Styles

_SPACE = re.compile(r"[ \t\r\n]+")
_PIECES = re.compile(r"\n|\t|(?:[^\n\t ]|(?<=[^\n\t ]) (?! ))+| +")
_THROUGH = frozenset("meta content-control".split(" "))
"""Wrappers whose content is read as if they were not there."""
_GONE = frozenset({"soft-page-break"})
_ENTRIES = (f"{TEXT}label", f"{LO}list-item")
"""Choices of lists; the text shows the one that was chosen."""
_WORD = re.compile(r"[^\W\d_]{2}")
_FRONT = frozenset({"number"})
"""What is put before the text when it is written."""
_SHOWN = frozenset(
    "text-input variable-set variable-get variable-input user-field-get user-field-input user-defined"
    " conditional-text description subject keywords database-display hidden-text expression drop-down meta-field"
    " execute-macro title".split(" ")
)
"""Fields whose words are text; the field goes, since its next update would bring the source back."""
_DATES = frozenset(
    "date time creation-date creation-time modification-date modification-time print-date print-time".split(
        " "
    )
)
_NAMES = frozenset(
    "page-number page-count paragraph-count word-count character-count table-count image-count object-count"
    " sequence author-name author-initials creator initial-creator printed-by editing-cycles editing-duration"
    " script file-name template-name page-continuation page-variable-get page-variable-set".split(" ")
)
"""Fields that show a number, a name or a sign, or the title, which is offered elsewhere."""
_SENDER = "sender-"
_SENDERS_WORDS = frozenset({"sender-title", "sender-position"})
"""What the sender is, in words that a translation changes."""
_PINS = frozenset(
    "bookmark reference-mark toc-mark user-index-mark alphabetical-index-mark annotation".split(" ")
)
"""Comments, bookmarks and entries of indexes; `-start` and `-end` behind it is their extent."""
_NOTES = {"tab": "tab", "ruby": "text with its reading", "object": "embedded object"}


@dataclass(slots=True)
class Content(Stretches):
    """What is in a paragraph."""

    front: list[etree._Element] = field(default_factory=list)
    """What is put before the text when it is written."""
    hidden: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Hidden texts with the styles of their spans, put at the end."""
    changes: set[str] = field(default_factory=set)
    """Tracked changes in it, accepted when it is written anew."""
    unread: list[tuple[Unread, str]] = field(default_factory=list)
    """What shows words that are not in the text, and these words."""

    def things(self) -> set[etree._Element]:
        """The elements that are kept when the paragraph is written anew."""
        things = {span.thing[0] for span in self.spans if span.thing is not None}
        return things | {pin.thing[0] for pin in self.pins} | set(self.front)


class Reader:
    """Reads the paragraphs of one part."""

    def __init__(self, styles: Styles, name: str) -> None:
        self.styles = styles
        self.name = name
        self._blank = True
        """Whether white space here would follow white space, and so not be seen."""
        self._style = ""

    def read(self, paragraph: etree._Element) -> Content:
        """The content of a `text:p` or `text:h`. Raises ReadError if it is nested beyond reason."""
        content = Content()
        self._blank = True
        self._style = paragraph.get(f"{TEXT}style-name", "")
        self._inside(paragraph, (), None, content, 0)
        settle(content.spans)
        ended = {pin.name for pin in content.pins if pin.role == "end"}
        for pin in content.pins:
            if pin.role == "point" and pin.name in ended:
                pin.role = "start"
        return content

    def _inside(
        self,
        node: etree._Element,
        names: tuple[str, ...],
        link: Hyperlink | None,
        content: Content,
        depth: int,
    ) -> None:
        if depth > DEEPEST:
            raise ReadError(TOO_DEEP(file=self.name, n=DEEPEST))
        self._text(node.text, names, link, content)
        for child in node:
            self._child(child, names, link, content, depth)
            self._text(child.tail, names, link, content)

    def _child(
        self,
        child: etree._Element,
        names: tuple[str, ...],
        link: Hyperlink | None,
        content: Content,
        depth: int,
    ) -> None:
        name = local(child)
        if not name or name in _GONE:
            return
        if name == "span":
            style = child.get(f"{TEXT}style-name")
            self._inside(child, (*names, style) if style else names, link, content, depth + 1)
        elif name == "a" and child.tag == f"{TEXT}a":
            self._inside(
                child,
                names,
                link or Hyperlink(f"link to {child.get(f'{XLINK}href', '')}", child),
                content,
                depth + 1,
            )
        elif name == "placeholder" and _shows(child):
            # It stays around its words: on paper it is not shown.
            self._inside(child, names, link or Hyperlink("placeholder", child), content, depth + 1)
        elif name in _THROUGH or (name in _SHOWN and _shows(child)):
            self._inside(child, names, link, content, depth + 1)
        elif child.tag in _ENTRIES:
            pass  # a choice of a list, of which the text shows one
        elif name == "number" and _WORD.search(words(child)):
            pass  # what the numbering said when the document was saved, in the language of the source
        elif name == "s":
            count = child.get(f"{TEXT}c", "1")
            self._add(" " * (min(int(count), 1000) if count.isdecimal() else 1), names, link, content)
            self._blank = False
        elif name == "line-break":
            self._add("\n", names, link, content)
            self._blank = False
        elif name in _FRONT:
            content.front.append(child)
        elif name in tracked.MARKS:
            content.changes.add(tracked.change_of(child))
        elif _is_pin(child):
            content.pins.append(_pin(child, name, content.length))
        else:
            props, _ = self.styles.props(names, self._style)
            content.add(
                Span("", props, link, (child, names), _note(child), _belongs(child), _target(child, name))
            )
            _tell(child, name, content)
            self._blank = False

    def _text(
        self, text: str | None, names: tuple[str, ...], link: Hyperlink | None, content: Content
    ) -> None:
        if not text:
            return
        text = _collapsed(text)
        if self._blank and text[0] == " ":
            text = text[1:]
        if text:
            self._blank = text[-1] == " "
            self._add(text, names, link, content)

    def _add(self, text: str, names: tuple[str, ...], link: Hyperlink | None, content: Content) -> None:
        props, hidden = self.styles.props(names, self._style)
        font = props.get("font-name") or props.get("font-family") or ""
        if hidden:
            content.hidden.append((text, names))
        elif font and are_signs(text, font):
            node = etree.Element(f"{TEXT}span")
            node.text = text
            content.add(Span("", props, link, (node, names), f"symbol of the font {font}"))
        else:
            content.add(Span(text, props, link))


def _collapsed(text: str) -> str:
    """White space as it is seen: each run of it one blank."""
    if "\n" in text or "\t" in text or "\r" in text or "  " in text:
        return _SPACE.sub(" ", text)
    return text


def _is_pin(node: etree._Element) -> bool:
    return local(node).removesuffix("-start").removesuffix("-end") in _PINS


def _pin(node: etree._Element, name: str, at: int) -> Pin:
    """A comment's beginning has the name of a comment without extent; its end tells."""
    role = "start" if name.endswith("-start") else "end" if name.endswith("-end") else "point"
    kind = name.removesuffix("-start").removesuffix("-end")
    own = next(
        (node.get(key, "") for key in (f"{OFFICE}name", f"{TEXT}name", f"{TEXT}id") if node.get(key)), ""
    )
    return Pin(at, (node, ()), f"{kind} {own}", role)


def _note(node: etree._Element) -> str:
    """What a thing is, in words."""
    name = local(node)
    if name in _NOTES:
        return _NOTES[name]
    if name == "note":
        return f"{node.get(f'{TEXT}note-class', 'footnote')} reference"
    if node.tag.startswith(DRAW):
        return "text box" if next(node.iter(*PARAGRAPHS), None) is not None else "image or drawing"
    shown = " ".join(words(node).split())[:40]
    return f"field {name}" + (f" “{shown}”" if shown else "")


def _target(node: etree._Element, name: str) -> str:
    """What a thing refers to, as `Setting.targets` has it."""
    citation = node.find(f"{TEXT}note-citation") if name == "note" else None
    if citation is None:
        return ""
    return NOTE + note_label(words(citation).strip(), endnote=node.get(f"{TEXT}note-class") == "endnote")


def _shows(node: etree._Element) -> bool:
    """Whether a field shows words that are to be translated."""
    if local(node) == "title" and node.get(f"{TEXT}fixed") != "true":
        return False
    return not _is_hidden(node) and has_letters(words(node))


def _is_hidden(node: etree._Element) -> bool:
    return node.get(f"{TEXT}display") == "none" or node.get(f"{TEXT}is-hidden") == "true"


def _tell(node: etree._Element, name: str, content: Content) -> None:
    """Note a field whose words are not offered."""
    if name in _NAMES or (name.startswith(_SENDER) and name not in _SENDERS_WORDS) or name in _SHOWN:
        if name == "hidden-text" and has_letters(words(node)):
            content.unread.append((Unread.HIDDEN, words(node)))
        return
    if (
        name == "note"
        or node.tag.startswith((DRAW, OFFICE))
        or next(node.iter(*PARAGRAPHS), None) is not None
    ):
        return
    if has_letters(shown := " ".join(map(str, node.itertext())) if name == "ruby" else words(node)):
        kinds = {"ruby": Unread.RUBY} | dict.fromkeys(_DATES, Unread.DATE)
        content.unread.append((kinds.get(name, Unread.FIELD), f"{name} “{shown}”"))


def _belongs(node: etree._Element) -> bool:
    """Whether a thing belongs to words: notes and fields do, drawings and tabs do not."""
    return local(node) != "tab" and not node.tag.startswith((DRAW, OFFICE))


class Writer:
    """Writes the paragraphs of one part."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._blank = True

    def write(self, paragraph: etree._Element, content: Content, spans: Sequence[Span]) -> None:
        """Put stretches and things in the place of a paragraph's content."""
        for child in list(paragraph):
            paragraph.remove(child)
        paragraph.text = None
        self._blank = True
        for node in content.front:
            _append(paragraph, node)
        for _, group in groupby(spans, key=lambda span: id(span.link) if span.link else 0):
            stretch = list(group)
            home = paragraph
            if (link := stretch[0].link) is not None:
                home = etree.SubElement(paragraph, link.payload.tag, dict(link.payload.attrib))
            for span in stretch:
                self._span(home, span)
        for text, names in content.hidden:
            self._text(self._wrapped(paragraph, names), text)

    def _span(self, home: etree._Element, span: Span) -> None:
        if span.thing is not None:
            node, names = span.thing
            _append(self._wrapped(home, names), node)
            # Beside what has no extent, white space is seen as if it were not there.
            self._blank = self._blank and _is_pin(node)
        else:
            self._text(self._wrapped(home, self.styles.spans_for(span.props)), span.text)

    def _wrapped(self, home: etree._Element, names: Sequence[str]) -> etree._Element:
        for name in names:
            home = etree.SubElement(home, f"{TEXT}span")
            home.set(f"{TEXT}style-name", name)
        return home

    def _text(self, home: etree._Element, text: str) -> None:
        for piece in _pieces(text):
            if piece == "\n":
                etree.SubElement(home, f"{TEXT}line-break")
                self._blank = False
            elif piece == "\t":
                etree.SubElement(home, f"{TEXT}tab")
                self._blank = False
            elif piece[0] == " ":
                rest = len(piece)
                if not self._blank:
                    _say(home, " ")
                    rest -= 1
                    self._blank = True
                if rest:
                    space = etree.SubElement(home, f"{TEXT}s")
                    if rest > 1:
                        space.set(f"{TEXT}c", str(rest))
                    self._blank = False
            else:
                _say(home, piece)
                self._blank = piece[-1] == " "


def _pieces(text: str) -> list[str]:
    """Line breaks, tabs, runs of blanks that have to be written as such, and what is between them."""
    if text[:1] in ("", " ") or "  " in text or "\n" in text or "\t" in text:
        return _PIECES.findall(text)
    return [text]


def _say(home: etree._Element, text: str) -> None:
    if len(home):
        home[-1].tail = (home[-1].tail or "") + text
    else:
        home.text = (home.text or "") + text


def _append(home: etree._Element, node: etree._Element) -> None:
    if node.getparent() is home:
        node = deepcopy(node)
    node.tail = None
    home.append(node)
