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

_VALUE = r"\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+"
_ATTRIBUTE = rf"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:{_VALUE}|(?=>))|(?!\s*+=))"
_REST = rf"(?:[\s/]++|{_ATTRIBUTE})*+>"

_TOKEN = re.compile(
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
    r")",
    re.DOTALL | re.IGNORECASE | re.ASCII,
)

_PARTS = re.compile(rf"[\s/]++|(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?P<value>{_VALUE}|(?=>)))?+", re.ASCII)


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


def tokens(text: str) -> Iterator[Token]:
    """The tokens of an HTML text; together they cover it."""
    done = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start > done:
            yield Token("text", done, start)
        done = end
        kind = match.lastgroup
        if kind in ("start", "end"):
            yield Token(kind, start, end, match[kind].lower())
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
