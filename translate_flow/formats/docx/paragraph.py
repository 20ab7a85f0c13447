"""One paragraph of WordprocessingML as stretches of text and things."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ...errors import ReadError
from ...language.text import has_letters
from ...markup.notes import NOTE, PlaceNote, note_label
from ...markup.signs import are_signs
from ...office.messages import TOO_DEEP
from ...office.omitted import Unread
from ...office.pins import Pin
from ...office.places import Stretches
from ...office.quiet import settle
from ...office.spans import Hyperlink, Props, Span
from ...office.xmlparts import DEEPEST
from . import fields
from .fields import LINK_CODE, Atom, Use
from .names import MC, RELATION, XML_SPACE, W
from .package import local
from .seen import OFF
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
_REFERENCES = frozenset({"footnoteReference", "endnoteReference"})
_ANCHORED = frozenset({"footnoteReference", "endnoteReference", "fldSimple", "oMath", "sdt"})
"""Things that belong to words, and so stay in the segment at its edges too."""
_FIXED_CONTROLS = frozenset({"checkbox", "picture"})
"""Content controls that hold no words."""
_PLAIN = frozenset({"t", "tab", "br", "fldChar", "instrText"})
_CHARACTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "cr": "\n"}
_CONTROLS = re.compile(r"[\t\r\n]")
_WORDED = re.compile(r"[^\W\d_]{4}")
"""A word, where letters may be those of a formula."""
_DRAWN = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "txbxContent"))
_RUN, _RUN_PROPERTIES = f"{W}r", f"{W}rPr"


def _letter(symbol: etree._Element) -> str | None:
    """The character of a symbol in a font of letters (ECMA-376 part 1, 17.3.3.30); None if it is a sign of a font."""
    code = symbol.get(f"{W}char", "")
    known = re.fullmatch(r"[0-9A-Fa-f]{4}", code) and not "E000" <= code.upper() <= "F8FF"
    return chr(int(code, 16)) if known and not are_signs("a", symbol.get(f"{W}font", "")) else None


@dataclass(slots=True)
class Content(Stretches):
    """What is in a paragraph."""

    front: list[Atom] = field(default_factory=list)
    """What is put before the text when it is written: entries of an index, beginnings of moves."""
    back: list[Atom] = field(default_factory=list)
    """What is put after it: hidden text, ends of moves."""
    unread: list[tuple[Unread, str]] = field(default_factory=list)
    """What shows words that are not in the text, and these words."""
    hidden: str = ""
    """Words that are not shown."""

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
    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Numbers of footnotes and endnotes, by kind and id."""
    _style: str = ""
    _unsure: Collection[str] = ()

    def read(self, paragraph: etree._Element, style: str = "", unsure: Collection[str] = ()) -> Content:
        """The content of a `w:p` of that style. Raises ReadError if it is nested beyond reason.

        `unsure`: names of run properties that its text may have from around it, as from a table's style.
        """
        self._style, self._unsure = style, unsure
        content = Content()
        self._spans(list(self._atoms(paragraph, None, 0)), content)
        settle(content.spans)
        if has_letters(content.hidden):
            content.unread.append((Unread.HIDDEN, content.hidden))
        return content

    def _atoms(self, node: etree._Element, link: Hyperlink | None, depth: int) -> Iterator[Atom]:
        if depth > DEEPEST:
            raise ReadError(TOO_DEEP(file=self.name, n=DEEPEST))
        for child in node:
            if child.tag == _RUN:
                run = child.find(_RUN_PROPERTIES)
                for element in child:
                    inner = local(element)
                    if not inner or inner in _GONE:
                        continue
                    if inner == "AlternateContent" and (choice := _worded(element)) is not None:
                        for one in choice:
                            if (named := local(one)) and named not in _GONE:
                                yield Atom(one, run, link, named)
                        continue
                    yield Atom(element, run, link, inner)
                continue
            name = local(child)
            if not name or name in _GONE:
                continue
            if name == "hyperlink":
                yield from self._atoms(child, link or self._link(child), depth + 1)
            elif name == "fldSimple" and (inner_link := _simple(child)) is not None:
                yield from self._atoms(child, link or inner_link, depth + 1)
            elif name == "AlternateContent" and (choice := _worded(child)) is not None:
                yield from self._atoms(choice, link, depth + 1)
            elif (name == "fldSimple" and fields.use(child.get(f"{W}instr", "")) is Use.FREED) or (
                name in _THROUGH and not (name == "sdt" and _fixed(child))
            ):
                yield from self._atoms(child, link, depth + 1)
            else:
                yield Atom(child, None, link, name, free=True)

    def _link(self, node: etree._Element) -> Hyperlink:
        key, anchor = node.get(f"{RELATION}id"), node.get(f"{W}anchor")
        where = self.links.get(key or "", "")
        return Hyperlink(
            f"link to {where}{'#' + anchor if anchor else ''}" if where or anchor else "link", node
        )

    def _aside(self, atom: Atom, content: Content) -> bool:
        """Put away what is not shown but has to be kept."""
        name = atom.name
        if name in _PINS:
            content.pins.append(_pin(atom, content))
        elif name not in _PLAIN and _MOVES.match(name):
            (content.front if name.endswith("Start") else content.back).append(atom)
        elif name not in ("fldChar", "instrText") and self._hidden(atom.run):
            content.back.append(atom)
            if name == "t":
                content.hidden += atom.node.text or ""
        else:
            return False
        return True

    def _props(self, run: etree._Element | None) -> Props:
        return self.styles.props(run, self._style, self._unsure)

    def _hidden(self, run: etree._Element | None) -> bool:
        if not self.hides:
            return False
        if run is None:
            return bool(self.styles.has(self._style, "").get("vanish"))
        said = hidden_by(run)
        if said is None:
            style = run.find(f"{W}rStyle")
            character = style.get(f"{W}val", "") if style is not None else ""
            return bool(self.styles.has(self._style, character).get("vanish"))
        return said

    def _spans(self, atoms: Sequence[Atom], content: Content) -> None:
        at = 0
        ends = fields.ends(atoms)
        while at < len(atoms):
            atom = atoms[at]
            if at in ends:
                self._field(atoms[at : ends[at] + 1], content)
                at = ends[at] + 1
                continue
            if begun := fields.begun(atoms, at):
                head = [one for one in atoms[at : at + begun] if not self._aside(one, content)]
                content.add(Span("", self._props(atom.run), atom.link, head, "beginning of a field"))
                at += begun
                continue
            at += 1
            if self._aside(atom, content):
                continue
            span = self._span(atom, content)
            content.add(span)
            if atom.name in _REFERENCES and atom.node.get(f"{W}customMarkFollows", "0") not in OFF:
                # The sign that stands for the note's number belongs to the reference.
                run = atom.node.getparent()
                while at < len(atoms) and atoms[at].node.getparent() is run:
                    span.thing.append(atoms[at])
                    at += 1

    def _span(self, atom: Atom, content: Content) -> Span:
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
        elif name == "sym":
            text = _letter(node)
        props = self._props(atom.run)
        if name == "t" and text and (font := _sign_font(atom.run, text)):
            return Span("", props, atom.link, [atom], f"symbol of the font {font}")
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
            shown = _words(node)
            note += f" “{shown}”"
            if name == "fldSimple":
                _tell(fields.kind(node.get(f"{W}instr", "")), shown, content)
        elif name == "ruby":
            content.unread.append((Unread.RUBY, " ".join(t.text or "" for t in node.iter(f"{W}t"))))
        target = ""
        if name in _REFERENCES:
            kind = name.removesuffix("Reference")
            number = self.notes.get((kind, node.get(f"{W}id", "")), "")
            target = NOTE + note_label(number, endnote=kind == "endnote") if number else ""
        return Span("", props, atom.link, [atom], note, name in _ANCHORED, target)

    def _field(self, atoms: Sequence[Atom], content: Content) -> None:
        """A field within the paragraph, by what becomes of it; see `fields.Use`."""
        split = fields.separator(atoms)
        head = atoms[: split if split is not None else len(atoms)]
        code = "".join(a.node.text or "" for a in head if a.name == "instrText")
        match = LINK_CODE.match(code)
        use = fields.use(code)
        if split is not None and (match or use is Use.AROUND):
            # a link within a link is the outer one's text, as in Word
            codes = [atom for atom in atoms[: split + 1] if not self._aside(atom, content)]
            note = f"link to {match[1]}" if match else "form field"
            default = _default(atoms[0].node, "".join(a.node.text or "" for a in atoms if a.name == "t"))
            link = atoms[0].link or Hyperlink(note, (codes, [atoms[-1]], default))
            inner = [Atom(a.node, a.run, link, a.name, a.free) for a in atoms[split + 1 : -1]]
            self._spans(inner, content)
        elif split is not None and use is Use.FREED:
            for atom in head:
                if atom.name in _PINS:
                    self._aside(atom, content)
            self._spans(atoms[split + 1 : -1], content)
        elif use is Use.BUTTON and sum(a.name == "fldChar" for a in atoms) < 4 and fields.button(code):
            first = next(a for a in head if a.name == "instrText")
            content.add(Span(fields.button(code), self._props(first.run), atoms[0].link))
            for atom in atoms:
                if atom.name in _PINS:
                    self._aside(atom, content)
        elif use is Use.INDEX:
            content.front += atoms
        else:
            atoms = [atom for atom in atoms if not self._aside(atom, content)]
            shown = "".join(a.node.text or "" for a in atoms if a.name == "t").strip()
            name = (code.split() or ["?"])[0]
            note = f"field {name}" + (f" “{shown[:40]}”" if shown else "")
            first = next((a for a in atoms if a.name == "t"), atoms[0])
            content.add(Span("", self._props(first.run), atoms[0].link, list(atoms), note, True))
            _tell(name.upper(), shown, content, code)


def _default(begin: etree._Element, shown: str) -> etree._Element | None:
    """What a form field shows before it is filled in, if it still shows it."""
    found = next(begin.iter(f"{W}default"), None)
    said = found.get(f"{W}val", "").strip() if found is not None else ""
    return found if said and said == shown.strip() else None


def _pin(atom: Atom, content: Content) -> Pin:
    kind, role = _PINS[atom.name]
    name = f"{kind} {atom.node.get(f'{W}id', '')}"
    if role == "reference":
        # The sign of a comment follows its range; without one, it is about the place it stands at.
        ranged = any(pin.name == name and pin.role == "end" for pin in content.pins)
        role = "end" if ranged else "point"
    return Pin(content.length, [atom], name, role)


def _fixed(node: etree._Element) -> bool:
    """Whether a content control has no words."""
    properties = node.find(f"{W}sdtPr")
    return properties is not None and any(local(child) in _FIXED_CONTROLS for child in properties)


def _sign_font(run: etree._Element | None, text: str) -> str:
    """The font that draws signs in the place of the text's letters; empty if it is text."""
    fonts = run.find(f"{W}rFonts") if run is not None else None
    font = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "" if fonts is not None else ""
    return font if font and are_signs(text, font) else ""


def _words(node: etree._Element) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))[:40]


def _simple(node: etree._Element) -> Hyperlink | None:
    """The link that a field without parts is; None if it is none."""
    code = node.get(f"{W}instr", "")
    if match := LINK_CODE.match(code):
        return Hyperlink(f"link to {match[1]}", node)
    return Hyperlink("form field", node) if fields.use(code) is Use.AROUND else None


def _worded(alternate: etree._Element) -> etree._Element | None:
    """Of several forms of a content, the one that is read if it holds words and no drawing."""
    if next(alternate.iter(*_DRAWN), None) is not None:
        return None
    forms = (*alternate.findall(f"{MC}Choice"), *alternate.findall(f"{MC}Fallback"))
    return next((form for form in forms if next(form.iter(f"{W}t"), None) is not None), None)


def _tell(kind: str, shown: str, content: Content, code: str = "") -> None:
    """Note a field whose words are not offered."""
    if kind == "EQ" and _WORDED.search(code):
        content.unread.append((Unread.FORMULA, code.strip()))
    elif kind not in fields.NAMES and has_letters(shown):
        what = Unread.DATE if kind in fields.DATES else Unread.FIELD
        content.unread.append((what, f"{kind} “{shown}”"))
