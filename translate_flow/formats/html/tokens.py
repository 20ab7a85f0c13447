"""HTML cut into tags, text and what is neither, with exact places.

The tokenizer of the HTML standard (section 13.2.5, Tokenization) as one regular
expression: linear in the text, and defined for every input. Python's HTML libraries
give a tree and no places (lxml, html5lib, Lexbor), or places and another language
than browsers read: tree-sitter's grammar takes `a < b`, `x > y`, `href=?id=1` and a
stray end tag for errors, and its time grows with the square of the nesting. Tests
compare this one with Lexbor's reading.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .elements import VOID

_VALUE = r"\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+"
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:{_VALUE}|(?=>))|(?!\s*+=))"
_REST = rf"(?:[\s/]++|{_ATTRIBUTE})*+>"

_RULES = (
    # all begin with the same sign, so that the search for it is a search for a character
    r"<(?:"
    # `<!-->` and `<!--->` are empty comments; one that is not closed goes on to the end
    r"(?P<comment>!--(?:-?>|.*?(?:--!?>|\Z)))"
    rf"|(?P<raw>script|style|xmp|iframe|noembed|noframes)(?=[\s/>]){_REST}(?P<code>.*?)(?=</(?P=raw)[\s/>]|\Z)"
    rf"|(?P<plain>title|textarea)(?=[\s/>]){_REST}(?P<words>.*?)(?=</(?P=plain)[\s/>]|\Z)"
    rf"|(?P<start>[a-z][^\s/>]*+){_REST}"
    rf"|/(?P<end>[a-z][^\s/>]*+){_REST}"
    # doctypes, processing instructions, CDATA, `</>`, and a tag that the file ends in
    r"|(?P<other>[?!][^>]*(?:>|\Z)|/(?![a-z])[^>]*(?:>|\Z)|/?[a-z].*\Z)"
    r")"
)
_TOKEN = re.compile(_RULES, re.DOTALL | re.IGNORECASE | re.ASCII)
_XML_TOKEN = re.compile(
    _RULES.replace(f"{_REST}(?P<", f"{_REST}(?<!/>)(?P<").replace(
        "(?P<other>", r"(?P<cdata>!\[CDATA\[.*?(?:\]\]>|\Z))|(?P<other>"
    ),
    re.DOTALL | re.IGNORECASE | re.ASCII,
)
"""By the rules of XML, where a tag that ends in `/>` is the whole of its element."""
_ENDED = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)[a-z][^<>]*/>", re.I
)
CDATA = "<![CDATA["
"""What begins a stretch of XML's text in which no sign means anything."""
_SWALLOWS = re.compile(r"<(?:script|style|title|textarea|iframe)\b[^<>]*/>", re.I)
_XML = re.compile(
    r"\s*(?:<\?xml\b|(?:<!DOCTYPE[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<html\b[^>]*\bxmlns\s*=)",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)[A-Za-z][A-Za-z0-9]*;")

_PARTS = re.compile(rf"[\s/]++|(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?P<value>{_VALUE}|(?=>)))?+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a start tag."""

    value: str
    """Its value, character references resolved."""
    start: int
    """Where the value is in the text, without quotes; the attribute's end if it has none."""
    end: int
    """One past the value."""
    quote: str
    """Its quotation mark; empty if it has none."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the file."""

    type: str
    """`start`, `end`, `text`, `raw` (script and style) or `other` (comment, doctype, what is not HTML)."""
    start: int
    """First character."""
    end: int
    """One past the last."""
    name: str = ""
    """Element, lower case."""


def is_xml(text: str) -> bool:
    """Whether a page is XHTML that has to be read by XML's rules: it says so, is well-formed, and they matter."""
    if not _XML.match(text) or not (_ENDED.search(text) or CDATA in text):
        return False
    if _SWALLOWS.search(text):
        return True  # by HTML's rules nothing behind it would be text
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    data = re.sub(r"^\s*<\?xml[^>]*\?>", "", _ENTITY.sub("x", text)).strip().encode("utf-8", "surrogatepass")
    try:
        etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def tokens(text: str, xml: bool = False) -> Iterator[Token]:
    """The tokens of an HTML text; together they cover it. By XML's rules a tag ending in `/>` has an empty end tag."""
    done = 0
    for match in (_XML_TOKEN if xml else _TOKEN).finditer(text):
        start, end = match.span()
        if start > done:
            yield Token("text", done, start)
        done = end
        kind = match.lastgroup
        if kind in ("start", "end"):
            name = match[kind].lower()
            yield Token(kind, start, end, name)
            if xml and kind == "start" and name not in VOID and text.endswith("/>", start, end):
                yield Token("end", end, end, name)
        elif kind == "cdata":
            yield Token("text", start, end)
        elif kind == "code":
            yield Token("start", start, match.start("code"), match["raw"].lower())
            if match["code"]:
                yield Token("raw", match.start("code"), end)
        elif kind == "words":
            yield Token("start", start, match.start("words"), match["plain"].lower())
            if match["words"]:
                yield Token("text", match.start("words"), end)
        else:
            yield Token("other", start, end)
    if done < len(text):
        yield Token("text", done, len(text))


def attributes(token: Token, text: str) -> dict[str, Attribute]:
    """A start tag's attributes by lower-case name; of equal names the first counts."""
    found: dict[str, Attribute] = {}
    for match in _PARTS.finditer(text, token.start + 1 + len(token.name), token.end - 1):
        if match["name"] is None:
            continue
        name = match["name"].lower()
        raw = match["value"] or ""
        start, end = (match.end() - len(raw), match.end())
        quote = raw[:1] if raw[:1] in ("'", '"') else ""
        if quote:
            start, end = start + 1, end - 1
        found.setdefault(name, Attribute(html.unescape(text[start:end]), start, end, quote))
    return found
