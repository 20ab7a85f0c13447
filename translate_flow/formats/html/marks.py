"""Where a web page says of itself that it is confidential."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ...confidential import in_lines, in_property, in_text
from ...frontmatter import front_matter
from ...language.text import squeeze
from ...messages import Message
from .messages import IN_COMMENT, IN_ELEMENT
from .tokens import Token, attributes, tokens

_FRAME = frozenset({"html", "head", "body", "main", "article"})
"""Elements whose own attributes are about the page."""
_INLINE = frozenset("a abbr b bdi bdo cite code em font i ins mark s small span strong sub sup u wbr".split())
_UNSEEN = frozenset({"title"})
"""What is no line of the text: a title may speak of a confidential report without being one."""
_FRONT = re.compile(r"\s*(?:---|\+\+\+|;;;)")


def marks(text: str) -> Message | None:
    """In which of its `<meta>`, attributes, comments, front matter or first lines; empty if in none.

    What is commented out or stands in the wrong place counts too.
    """
    front = front_matter(text)
    if (front.kind or _FRONT.match(text)) and (found := in_text(text, front)):
        return found
    if "onf" not in text.lower() and "vert" not in text.lower() and "&#" not in text:
        return None
    for token in tokens(text):
        if token.type == "start" and (token.name == "meta" or token.name in _FRAME):
            if _says_so(token, text):
                return IN_ELEMENT(name=token.name)
        elif token.type == "other" and text.startswith("<!--", token.start):
            inner = text[token.start + 4 : token.end].removesuffix("-->")
            if in_lines(inner.splitlines(), stamps=False) or ("<meta" in inner.lower() and marks(inner)):
                return IN_COMMENT()
    return in_lines(_lines(text))


def _says_so(token: Token, text: str) -> bool:
    found = {name: html.unescape(one.value) for name, one in attributes(token, text).items()}
    if token.name == "meta":
        value = found.get("content", found.get("value", ""))
        names = (found[key] for key in ("name", "property", "itemprop", "http-equiv") if key in found)
        if any(in_property(name, value) for name in names):
            return True
    return any(in_property("label" if name == "class" else name, value) for name, value in found.items())


def _lines(text: str) -> Iterator[str]:
    """The lines of the page's text, as far as they are asked for."""
    line: list[str] = []
    unseen = ""
    for token in tokens(text):
        if token.type == "text" and not unseen:
            line.append(text[token.start : token.end])
        elif token.type in ("start", "end") and token.name not in _INLINE:
            unseen = token.name if token.type == "start" and token.name in _UNSEEN else ""
            if words := squeeze(html.unescape("".join(line))):
                yield words
            line = []
    if words := squeeze(html.unescape("".join(line))):
        yield words
