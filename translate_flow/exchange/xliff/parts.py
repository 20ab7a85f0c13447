"""What both kinds of XLIFF share: elements put together and taken apart, words with codes and terms among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from ...errors import ReadError
from ...language.text import digest
from ...markup.codes import InlineCode, Part, coded, text_of
from ...model import Policy, Term
from .. import messages
from ..sheet import Back, CellAtom, CodeRef, SheetRow, TermSpot

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
US = "translate-flow"
"""What this program is called in its files."""
DEEPEST = 60
"""Nesting of inline elements that is followed; real files stay below five."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A term of the glossary in the source, for the reader to see and the program to protect."""

    text: str
    """As it is there."""
    term: Term
    """The glossary's."""

    @property
    def kept(self) -> bool:
        """Whether it is in the translation as it is."""
        return self.term.policy is not Policy.TRANSLATE and self.term.target == self.term.es


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of an XLIFF file, of any version. Raises ReadError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        said = str(cause).splitlines()[0].partition(" (<string>")[0] if str(cause) else "no XML"
        raise ReadError(messages.NOT_XML(file=name, cause=said)) from cause
    if local(root) != "xliff":
        raise ReadError(messages.NOT_XLIFF(file=name))
    for entity in root.iter(etree.Entity):
        raise ReadError(messages.ENTITY(file=name, line=line_of(entity), entity=str(entity.text)))
    return root


def local(node: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and processing instructions."""
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def every(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """All elements of that name below, whatever their namespace."""
    return (node for node in root.iter() if local(node) == name)


_WORDS = frozenset(
    {"source", "target", "note", "internal-file", "data", "item", "term", "translation", "definition"}
)


def indent(node: etree._Element, depth: int = 0) -> None:
    """Put each element on a line of its own, those aside in which every blank counts."""
    if local(node) in _WORDS or not len(node):
        return
    node.text = "\n" + "  " * (depth + 1)
    for child in node:
        indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    node[-1].tail = "\n" + "  " * depth


def line_of(node: etree._Element) -> int:
    """Line of the file in which an element begins."""
    return int(str(node.sourceline or 1))


def foreign(node: etree._Element, name: str) -> str:
    """An attribute of another program's namespace; empty if there is none."""
    return next(
        (str(v) for n, v in node.attrib.items() if str(n).startswith("{") and str(n).endswith(f"}}{name}")),
        "",
    )


def native(node: etree._Element) -> str:
    """The text in an element, of a code or of words."""
    return "".join(map(str, node.itertext()))


def said_in(node: etree._Element) -> str:
    """The words in an element, without blanks around them."""
    return native(node).strip()


def say(parent: etree._Element, text: str) -> None:
    """Add text at the end of an element's content."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def with_terms(row: SheetRow, format_name: str) -> list[Part | Marked]:
    """The source's words and codes, with the terms that stand whole between two codes."""
    parts = coded(row.source, format_name)
    if text_of(parts, format_name) != row.source:
        return list(parts)
    made: list[Part | Marked] = []
    at = 0
    for part in parts:
        size = len(text_of([part], format_name))
        inside = [s for s in row.terms if at <= s.start and s.end <= at + size]
        if isinstance(part, InlineCode) or size != len(part) or not inside:
            made.append(part)
        else:
            made += _cut(part, at, inside)
        at += size
    return made


def _cut(text: str, start: int, spots: Iterable[TermSpot]) -> Iterator[str | Marked]:
    done = 0
    for spot in sorted(spots, key=lambda s: s.start):
        a, b = spot.start - start, spot.end - start
        if a < done:
            continue
        if a > done:
            yield text[done:a]
        yield Marked(text[a:b], spot.term)
        done = b
    if done < len(text):
        yield text[done:]


def atoms(found: Sequence[str | CodeRef]) -> tuple[CellAtom, ...]:
    """A translation that came back, its codes still to be put into the statement's words."""
    return tuple(CellAtom(p) if isinstance(p, str) else CellAtom("", code=p) for p in found if p != "")


def together(files: Sequence[Back]) -> Back:
    """What came back in a file, its parts of one statement as one and those of others beside it."""
    first, *rest = files
    made: dict[str, Back] = {first.statement: first}
    for back in rest:
        there = made.get(back.statement)
        made[back.statement] = back if there is None else replace(there, rows=(*there.rows, *back.rows))
    one, *others = made.values()
    return replace(one, others=tuple(others))


def plain(found: Sequence[str | CodeRef]) -> str:
    """The words alone."""
    return "".join(p for p in found if isinstance(p, str))


def sealed(root: etree._Element) -> bytes:
    """The file's bytes, with a digest at the end that tells whether anybody has worked in it."""
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
    return data + f"<!-- content {digest(data.decode())} -->\n".encode()
