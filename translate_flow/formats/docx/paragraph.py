"""One paragraph of WordprocessingML as stretches of text and things, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from ...errors import ReadError
from ...markup.notes import PlaceNote
from ...office.messages import TOO_DEEP
from ...office.pins import Pin
from ...office.places import Stretches
from ...office.spans import Link, Span
from ...office.xmlparts import DEEPEST
from .names import RELATION, XML_SPACE, W
from .package import local
from .styles import Styles, hidden_by

_THROUGH = frozenset("ins moveTo smartTag smartTagPr customXml sdt sdtContent bdo dir".split(" "))
"""Wrappers whose content is read as if they were not there."""
_GONE = frozenset(
    "pPr del moveFrom proofErr lastRenderedPageBreak sdtPr sdtEndPr smartTagPr customXmlPr rPr delText delInstrText".split(
        " "
    )
)
"""What is deleted, or shows nothing."""
_PINS = {
    "bookmarkStart": ("bookmark", "start"),
    "bookmarkEnd": ("bookmark", "end"),
    "commentRangeStart": ("comment", "start"),
    "commentRangeEnd": ("comment", "end"),
    "commentReference": ("comment", "reference"),
    "permStart": ("perm", "start"),
    "permEnd": ("perm", "end"),
}
"""Comments, bookmarks and parts that may be edited: what they are, and which end of it."""
_MOVES = re.compile(r"(?:move(?:From|To)|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$")
_NOTES = {
    "footnoteReference": "footnote reference",
    "endnoteReference": "endnote reference",
    "drawing": "image or drawing",
    "pict": "image or drawing",
    "object": "embedded object",
    "tab": "tab",
    "ptab": "tab",
    "sym": "symbol",
    "br": "break",
    "oMath": "formula",
    "oMathPara": "formula",
    "ruby": "text with its reading",
    "fldSimple": "field",
    "sdt": "form field",
    "AlternateContent": "image or drawing",
}
_ANCHORED = frozenset({"footnoteReference", "endnoteReference", "fldSimple", "oMath", "sdt"})
"""Things that belong to words, and so stay in the segment at its edges too."""
_CHOICES = frozenset("checkbox dropDownList comboBox date picture".split(" "))
_PLAIN = frozenset({"t", "tab", "br", "fldChar", "instrText"})
_CHARACTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "cr": "\n"}
_CONTROLS = re.compile(r"[\t\r\n]")
_PIECES = re.compile("[\n\t\u2011\u00ad]|[^\n\t\u2011\u00ad]+")
_ELEMENTS = {"\n": "br", "\t": "tab", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_RUN, _RUN_PROPERTIES = f"{W}r", f"{W}rPr"
_FIELD_PART = f"{W}fldCharType"
_LINK_FIELD = re.compile(r"\s*HYPERLINK\s+(?:\\l\s+)?\"?([^\"]*)", re.IGNORECASE)
_INDEX_FIELD = re.compile(r"\s*(?:XE|TC|RD|TA)\b", re.IGNORECASE)


@dataclass(slots=True)
class Atom:
    """One child of a run, or a child of the paragraph that is no run."""

    node: etree._Element
    run: etree._Element | None
    """Its run's properties; None if it has none, or is in no run."""
    link: Link | None
    name: str
    """The element's name without its namespace."""
    free: bool = False
    """Whether it stands in no run."""


@dataclass(slots=True)
class Content(Stretches):
    """What is in a paragraph."""

    front: list[Atom] = field(default_factory=list)
    """What is put before the text when it is written: entries of an index, beginnings of moves."""
    back: list[Atom] = field(default_factory=list)
    """What is put after it: hidden text, ends of moves."""

    def things(self) -> set[etree._Element]:
        """The elements that are kept when the paragraph is written anew."""
        things = (atom for span in self.spans for atom in span.thing or ())
        pins = (atom for pin in self.pins for atom in pin.thing)
        return {atom.node for atom in (*things, *pins, *self.front, *self.back)}


@dataclass(slots=True)
class Reader:
    """Reads the paragraphs of one part."""

    styles: Styles
    links: Mapping[str, str]
    """Addresses by relationship id."""
    name: str
    hides: bool = True
    """Whether anything in the part may be hidden."""

    def read(self, paragraph: etree._Element) -> Content:
        """The content of a `w:p`. Raises ReadError if it is nested beyond reason."""
        content = Content()
        self._spans(list(self._atoms(paragraph, None, 0)), content)
        return content

    def _atoms(self, node: etree._Element, link: Link | None, depth: int) -> Iterator[Atom]:
        if depth > DEEPEST:
            raise ReadError(TOO_DEEP(file=self.name, n=DEEPEST))
        for child in node:
            if child.tag == _RUN:
                run = child.find(_RUN_PROPERTIES)
                for element in child:
                    inner = local(element)
                    if inner and inner not in _GONE:
                        yield Atom(element, run, link, inner)
                continue
            name = local(child)
            if not name or name in _GONE:
                continue
            if name == "hyperlink":
                yield from self._atoms(child, link or self._link(child), depth + 1)
            elif name == "fldSimple" and (match := _LINK_FIELD.match(child.get(f"{W}instr", ""))):
                yield from self._atoms(child, link or Link(f"link to {match[1]}", child), depth + 1)
            elif name in _THROUGH and not (name == "sdt" and _chooses(child)):
                yield from self._atoms(child, link, depth + 1)
            else:
                yield Atom(child, None, link, name, free=True)

    def _link(self, node: etree._Element) -> Link:
        key, anchor = node.get(f"{RELATION}id"), node.get(f"{W}anchor")
        where = self.links.get(key or "", "")
        return Link(f"link to {where}{'#' + anchor if anchor else ''}" if where or anchor else "link", node)

    def _aside(self, atom: Atom, content: Content) -> bool:
        """Put away what is not shown but has to be kept."""
        name = atom.name
        if name in _PINS:
            content.pins.append(_pin(atom, content))
        elif name not in _PLAIN and _MOVES.match(name):
            (content.front if name.endswith("Start") else content.back).append(atom)
        elif name not in ("fldChar", "instrText") and self._hidden(atom.run):
            content.back.append(atom)
        else:
            return False
        return True

    def _hidden(self, run: etree._Element | None) -> bool:
        if run is None or not self.hides:
            return False
        said = hidden_by(run)
        if said is None and (style := run.find(f"{W}rStyle")) is not None:
            return self.styles.hidden(style.get(f"{W}val", ""))
        return bool(said)

    def _spans(self, atoms: Sequence[Atom], content: Content) -> None:
        at = 0
        ends = _field_ends(atoms)
        while at < len(atoms):
            atom = atoms[at]
            if at in ends:
                self._field(atoms[at : ends[at] + 1], content)
                at = ends[at] + 1
                continue
            if not self._aside(atom, content):
                content.add(self._span(atom))
            at += 1

    def _span(self, atom: Atom) -> Span:
        node, name = atom.node, atom.name
        text = None
        if name == "t":
            text = node.text or ""
            if node.get(XML_SPACE) != "preserve":
                text = text.strip(" \t\r\n")
            text = _CONTROLS.sub(" ", text)
        elif name == "br" and node.get(f"{W}type", "textWrapping") == "textWrapping":
            text = "\n"
        elif name in _CHARACTERS:
            text = _CHARACTERS[name]
        props = self.styles.props(atom.run)
        if text is not None:
            return Span(text, props, atom.link)
        note = _NOTES.get(name, name)
        if name == "br":
            note = f"{node.get(f'{W}type')} break"
        elif name == "sym":
            note = f"symbol of the font {node.get(f'{W}font', '')}"
        elif (
            name in ("drawing", "pict", "AlternateContent")
            and next(node.iter(f"{W}txbxContent"), None) is not None
        ):
            note = PlaceNote.TEXT_BOX
        elif name in ("fldSimple", "sdt"):
            note += f" “{_words(node)}”"
        return Span("", props, atom.link, [atom], note, name in _ANCHORED)

    def _field(self, atoms: Sequence[Atom], content: Content) -> None:
        """A field within the paragraph: a link's words are text, others stay as they are."""
        split = _separator(atoms)
        head = atoms[: split if split is not None else len(atoms)]
        code = "".join(a.node.text or "" for a in head if a.name == "instrText")
        match = _LINK_FIELD.match(code)
        if match and split is not None:
            # a link within a link is the outer one's text, as in Word
            codes = [atom for atom in atoms[: split + 1] if not self._aside(atom, content)]
            link = atoms[0].link or Link(f"link to {match[1]}", (codes, [atoms[-1]]))
            inner = [Atom(a.node, a.run, link, a.name, a.free) for a in atoms[split + 1 : -1]]
            self._spans(inner, content)
        elif _INDEX_FIELD.match(code):
            content.front += atoms
        else:
            atoms = [atom for atom in atoms if not self._aside(atom, content)]
            shown = "".join(a.node.text or "" for a in atoms if a.name == "t").strip()
            note = f"field {(code.split() or ['?'])[0]}" + (f" “{shown[:40]}”" if shown else "")
            first = next((a for a in atoms if a.name == "t"), atoms[0])
            content.add(Span("", self.styles.props(first.run), atoms[0].link, list(atoms), note, True))


def write(paragraph: etree._Element, content: Content, spans: Sequence[Span], styles: Styles) -> None:
    """Put stretches and things in the place of a paragraph's content, deletions and wrappers left out."""
    kept = [child for child in paragraph if local(child) == "pPr"]
    made: list[etree._Element] = []
    for atom in content.front:
        _put(made, atom)
    used: set[int] = set()
    for _, group in groupby(spans, key=lambda span: id(span.link) if span.link else 0):
        stretch = list(group)
        inner: list[etree._Element] = []
        for span in stretch:
            if span.thing is not None:
                for atom in span.thing:
                    _put(inner, atom)
            else:
                inner.append(_run(span, styles))
        link = stretch[0].link
        made += inner if link is None else _linked(link, inner, used)
    for atom in content.back:
        _put(made, atom)
    tail = paragraph.tail
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.tail = tail
    for element in (*kept, *made):
        element.tail = None
        paragraph.append(element)


def _linked(link: Link, inner: list[etree._Element], used: set[int]) -> list[etree._Element]:
    """A link around runs; the second time a field is used, its codes are copied."""
    if isinstance(link.payload, tuple):
        head, tail = link.payload
        again = id(head) in used
        used.add(id(head))
        out: list[etree._Element] = []
        for atom in head:
            _put(out, atom, copy=again)
        out += inner
        for atom in tail:
            _put(out, atom, copy=again)
        return out
    node = etree.Element(link.payload.tag, dict(link.payload.attrib), nsmap=link.payload.nsmap)
    node.extend(inner)
    return [node]


def _put(out: list[etree._Element], atom: Atom, copy: bool = False) -> None:
    """Append an atom, in a run of its own unless it stands in none."""
    node = deepcopy(atom.node) if copy else atom.node
    if atom.free:
        out.append(node)
        return
    run = etree.Element(f"{W}r")
    if atom.run is not None:
        run.append(deepcopy(atom.run))
    node.tail = None
    run.append(node)
    out.append(run)


def _run(span: Span, styles: Styles) -> etree._Element:
    run = etree.Element(f"{W}r")
    properties = styles.written(span.props)
    if properties is not None:
        run.append(properties)
    for piece in _PIECES.findall(span.text):
        element = etree.SubElement(run, f"{W}{_ELEMENTS.get(piece, 't')}")
        if piece not in _ELEMENTS:
            element.text = piece
            if piece != piece.strip():
                element.set(XML_SPACE, "preserve")
    return run


def _pin(atom: Atom, content: Content) -> Pin:
    kind, role = _PINS[atom.name]
    name = f"{kind} {atom.node.get(f'{W}id', '')}"
    if role == "reference":
        # The sign of a comment follows its range; without one, it is about the place it stands at.
        ranged = any(pin.name == name and pin.role == "end" for pin in content.pins)
        role = "end" if ranged else "point"
    return Pin(content.length, [atom], name, role)


def _mark(atom: Atom) -> str:
    return atom.node.get(_FIELD_PART, "") if atom.name == "fldChar" else ""


def _separator(atoms: Sequence[Atom]) -> int | None:
    """Where the code of the outermost field ends and its shown words begin."""
    level = 0
    for at, atom in enumerate(atoms):
        mark = _mark(atom)
        level += (mark == "begin") - (mark == "end")
        if mark == "separate" and level == 1:
            return at
    return None


def _field_ends(atoms: Sequence[Atom]) -> dict[int, int]:
    """Where each field that begins and ends in the paragraph ends."""
    begun: list[int] = []
    found: dict[int, int] = {}
    for at, atom in enumerate(atoms):
        if atom.name != "fldChar":
            continue
        mark = _mark(atom)
        if mark == "begin":
            begun.append(at)
        elif mark == "end" and begun:
            found[begun.pop()] = at
    return found


def _chooses(node: etree._Element) -> bool:
    properties = node.find(f"{W}sdtPr")
    return properties is not None and any(local(child) in _CHOICES for child in properties)


def _words(node: etree._Element) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))[:40]
