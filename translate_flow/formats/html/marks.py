"""Where a web page says of itself that it is confidential."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator

from ...confidential import in_end, in_lines, in_property, in_text, is_free, is_stamp
from ...frontmatter import front_matter
from ...language.text import squeeze
from ...messages import Message
from .messages import IN_COMMENT, IN_ELEMENT
from .tokens import Token, attributes, tokens

_FRAME = frozenset({"html", "head", "body", "main", "article"})
"""Elements whose own attributes are about the page."""
_INLINE = frozenset("a abbr b bdi bdo cite code em font i ins mark s small span strong sub sup u wbr".split())
_FRONT = re.compile(r"\s*(?:---|\+\+\+|;;;)")
_MARKED = re.compile(r"c[o0]nf[il1|!]d[e3]n|vertraulich", re.IGNORECASE)
_SHOWN = frozenset({"title", "alt", "aria-label"})
"""Attributes whose words a reader meets."""
_CONTENT = re.compile(r"""content\s*:\s*["']([^"'\n]{4,200})["']""")
"""Words that a style sheet writes onto a page."""
_HEAD = 50_000
"""Characters in which a page's head is looked for if it has none of the strong words."""


def marks(text: str) -> Message | None:
    """In which of its `<meta>`, attributes, comments, front matter or first lines; None if in none.

    What is commented out or is in the wrong place counts too.
    """
    front = front_matter(text)
    if (front.kind or _FRONT.match(text)) and (found := in_text(text, front)):
        return found
    if found := in_elements(text) or in_lines(_lines(text)):
        return found
    return in_end([*deque(_lines(text), 3)]) if _MARKED.search(text) else None


def in_elements(text: str) -> Message | None:
    """In which of its elements or comments a page, or a text with pieces of one, marks itself; None if in none."""
    low = text.lower()
    strong = "onf" in low or "vert" in low or "&#" in text
    data = False
    for token in tokens(text if strong else text[:_HEAD]):
        if token.type == "start":
            data = token.name == "script" and "json" in low[token.start : token.end]
            if _says_so(token, text):
                return IN_ELEMENT(name=token.name)
            if token.name == "body" and not strong:
                return None
        elif token.type == "raw" and data:
            if in_text(text[token.start : token.end].strip()):
                return IN_ELEMENT(name="script")
        elif token.type == "raw" and in_lines(_CONTENT.findall(text, token.start, token.end), weak=False):
            return IN_ELEMENT(name="style")
        elif token.type == "other" and text.startswith("<!--", token.start):
            inner = text[token.start + 4 : token.end].removesuffix("-->")
            if in_lines(inner.splitlines(), weak=False) or ("<meta" in inner.lower() and in_elements(inner)):
                return IN_COMMENT()
    return None


def _says_so(token: Token, text: str) -> bool:
    """Whether a `<meta>` says so, an attribute of what is around the page, or the class or name of any element."""
    frame = token.name in _FRAME
    if token.name != "meta" and not frame and not _MARKED.search(text, token.start, token.end):
        return False
    found = {name: html.unescape(one.value) for name, one in attributes(token, text).items()}
    if token.name == "meta":
        value = found.get("content", found.get("value", ""))
        names = [found[key] for key in ("name", "property", "itemprop", "http-equiv") if key in found]
        if any(in_property(name, value) for name in names):
            return True
        return any(is_free(name) and in_lines([value], weak=False) is not None for name in names)
    if any(
        in_property("label", word)
        for key in ("class", "id")
        for word in found.get(key, "").split()
        if _one(word)
    ):
        return True
    if any(name in _SHOWN and is_stamp(value) for name, value in found.items()):
        return True
    if token.name == "input" and in_property(found.get("name", ""), found.get("value", "")):
        return True
    if token.name in ("base", "link") and in_property("label", found.get("href", "").strip("#/")):
        return True
    return any(
        in_property(name, value)
        for name, value in found.items()
        if name not in ("class", "id") and (frame or name.startswith("data-"))
    )


def _one(word: str) -> bool:
    """Whether a class is a word, and not the name of something that has to do with it (`confidential-link`)."""
    return not re.search(r"[-_]", word)


def _lines(text: str) -> Iterator[str]:
    """The lines of the page's text, as far as they are asked for."""
    line: list[str] = []
    for token in tokens(text):
        if token.type == "text":
            line.append(text[token.start : token.end])
        elif token.type in ("start", "end") and token.name not in _INLINE:
            if words := squeeze(html.unescape("".join(line))):
                yield words
            line = []
    if words := squeeze(html.unescape("".join(line))):
        yield words
