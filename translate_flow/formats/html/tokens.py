"""HTML cut into tags, text and what is neither, with exact places: tree-sitter's tolerant grammar.

The grammar is given a copy of the text in which each character is one byte, so that
its places are ours, and in which the signs it would stumble over are blanked: `<` and
`&` that are text by the HTML standard (section 13.2.5, tokenization), bogus comments,
and tags inside elements whose content is plain text. What it still cannot understand
becomes a token of its own, which is never translated and never lost.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass

import tree_sitter_html
from tree_sitter import Language, Node, Parser

from ...errors import ReadError
from .elements import OPTIONAL_END, VOID

_LANGUAGE = Language(tree_sitter_html.language())

_VALUE = rb"\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+"
_ATTRIBUTE = rb"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:" + _VALUE + rb"|(?=>)))?+"
_REST = rb"(?:[\s/]++|" + _ATTRIBUTE + rb")*+>"
_END = rb"(?=[\s/>])" + _REST

_TRAP = re.compile(
    rb"(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z)))"
    rb"|(?P<head><(?P<raw>script|style)" + _END + rb")(?P<code>.*?)(?=</(?P=raw)[\s/>]|\Z)"
    rb"|(?P<tag><(?P<plain>title|textarea|xmp|iframe|noembed|noframes)" + _END + rb")"
    rb"(?P<content>.*?)(?=</(?P=plain)[\s/>]|\Z)"
    rb"|<!doctype[^>]*>"
    rb"|(?P<any></?(?P<element>[a-z][^\s/>]*+)" + _REST + rb")"
    rb"|(?P<bogus><[?!][^>]*(?:>|\Z)|</(?![a-z])[^>]*(?:>|\Z)|</?[a-z].*\Z)"
    rb"|(?P<sign>[<>&])",
    re.DOTALL | re.IGNORECASE,
)
_PARTS = re.compile(
    rb"(?P<space>[\s/]++)|(?P<name>[^\s/>][^\s/>=]*+)(?P<is>\s*+=\s*+)?+(?(is)(?P<value>" + _VALUE + rb")?)"
)
_CLEAN = re.compile(
    rb"</?[a-z][a-z0-9-]*+(?:\s++[a-z_:][\w:.-]*+(?:=(?:\"[^\"]*+\"|'[^']*+'|[\w.:/#-]++))?+)*+\s*+/?>",
    re.IGNORECASE,
)
_NO_NAME = re.compile(rb"[^\w:.-]")

_TAGS = {"start_tag": "start", "self_closing_tag": "start", "end_tag": "end", "erroneous_end_tag": "end"}
_CHEAP = VOID | OPTIONAL_END
_DEEPEST = 10_000
"""Nesting the grammar is asked to follow: its time grows with the square."""

_INNER = frozenset({"document", "element", "script_element", "style_element"})


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a start tag."""

    value: str
    """Its value, character references resolved."""
    start: int
    """Where the value stands in the text, without quotes; the attribute's end if it has none."""
    end: int
    """One past the value."""
    quote: str
    """Its quotation mark; empty if it has none."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the file."""

    type: str
    """`start`, `end`, `text`, `raw` (script and style) or `other` (comment, doctype, what is no HTML)."""
    start: int
    """First character."""
    end: int
    """One past the last."""
    name: str = ""
    """Element, lower case."""
    node: Node | None = None
    """The grammar's node of a start tag, for its attributes."""


def tokens(text: str, name: str) -> list[Token]:
    """The tokens of an HTML text; together they cover it. Raises ReadError for one nested beyond reason."""
    copy, bogus = _tamed(text, name)
    found: list[Token] = []
    done = 0
    for token in sorted([*_leaves(copy, text), *bogus], key=lambda t: (t.start, -t.end)):
        if token.end <= done:
            continue  # a sign inside a tag or comment
        if token.start > done:
            found.append(Token("text", done, token.start))
        found.append(token)
        done = token.end
    if done < len(text):
        found.append(Token("text", done, len(text)))
    return found


def attributes(token: Token, text: str) -> dict[str, Attribute]:
    """A start tag's attributes by lower-case name; of equal names the first counts."""
    found: dict[str, Attribute] = {}
    for node in token.node.named_children if token.node else ():
        if node.type != "attribute" or not node.named_children:
            continue
        name = text[node.named_children[0].start_byte : node.named_children[0].end_byte].lower()
        value = node.named_children[-1]
        start, end, quote = value.start_byte, value.end_byte, ""
        if value.type == "quoted_attribute_value":
            quote = text[start]
            start, end = start + 1, end - 1
        elif value.type != "attribute_value":
            start = end = node.end_byte
        found.setdefault(name, Attribute(html.unescape(text[start:end]), start, end, quote))
    return found


def _tamed(text: str, name: str) -> tuple[bytes, list[Token]]:
    """The copy for the grammar, one byte a character, and the tokens that are blanked in it."""
    bogus: list[Token] = []
    opened: Counter[bytes] = Counter()

    def tame(match: re.Match[bytes]) -> bytes:
        if match["any"]:
            ends = match["any"][1:2] == b"/"
            element = match["element"].lower()
            opened[element] += -1 if ends and opened[element] else 0 if ends else 1
            return _tidy(match["any"])
        if match["sign"]:
            return b"."
        if match["bogus"] or match["comment"]:
            bogus.append(Token("other", match.start(), match.end()))
            return b"." * len(match[0])
        if match["raw"]:
            return _tidy(match["head"]) + b"." * len(match["code"])
        if match["plain"]:
            return _tidy(match["tag"]) + re.sub(rb"[<>&]", b".", match["content"])
        return match[0]

    copy = _TRAP.sub(tame, text.encode("ascii", "replace"))
    if sum(count for element, count in opened.items() if element.decode() not in _CHEAP) > _DEEPEST:
        raise ReadError(f"{name}: more than {_DEEPEST} tags are never closed; the page is damaged")
    return copy, bogus


def _tidy(tag: bytes) -> bytes:
    """A tag of the same length whose attribute names and unquoted values hold ordinary characters only."""
    if _CLEAN.fullmatch(tag):
        return tag
    head = re.match(rb"</?[^\s/>]+", tag)
    assert head is not None

    def part(match: re.Match[bytes]) -> bytes:
        if match["space"]:
            return (
                match[0].replace(b"/", b" ")
                if match.end() < len(tag) - 1
                else match[0][:-1].replace(b"/", b" ") + match[0][-1:]
            )
        value = match["value"] or b""
        if value[:1] not in b"\"'":
            value = _NO_NAME.sub(b".", value)
        return _NO_NAME.sub(b".", match["name"]) + (match["is"] or b"") + value

    return (
        b"<"
        + head[0][1:2].replace(b"/", b"/")
        + _NO_NAME.sub(b"-", head[0][2:])
        + _PARTS.sub(part, tag[head.end() : -1])
        + b">"
    )


def _leaves(copy: bytes, text: str) -> list[Token]:
    """Tags and what is not text, in order."""
    found: list[Token] = []
    cursor = Parser(_LANGUAGE).parse(copy).walk()
    while True:
        node = cursor.node
        assert node is not None
        kind = node.type
        inside = False
        if kind in _INNER or (kind == "ERROR" and node.named_child_count and _holds_tags(node)):
            inside = cursor.goto_first_child()
        elif kind in _TAGS:
            if node.end_byte > node.start_byte and not node.is_missing:
                found.append(_tag(node, text))
        elif kind == "raw_text":
            found.append(Token("raw", node.start_byte, node.end_byte))
        elif kind not in ("text", "entity") and node.end_byte > node.start_byte:
            found.append(Token("other", node.start_byte, node.end_byte))
        while not inside and not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return found
        # with a sibling or first child reached, go on from there


def _tag(node: Node, text: str) -> Token:
    for child in node.named_children:
        if child.type in ("tag_name", "erroneous_end_tag_name"):
            name = text[child.start_byte : child.end_byte].lower()
            return Token(_TAGS[node.type], node.start_byte, node.end_byte, name, node)
    return Token("other", node.start_byte, node.end_byte)


def _holds_tags(node: Node) -> bool:
    return any(
        child.type in _TAGS or child.type in _INNER or child.type == "ERROR" for child in node.children
    )
