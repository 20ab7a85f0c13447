"""Words that mark a statement as confidential, and those that say it is not. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice

from ..frontmatter import FrontMatter, Value, front_matter
from ..messages import Message
from .messages import FIRST_LINE, FIRST_LINES, FRONT_MATTER, FRONT_MATTER_OPEN, FRONT_MATTER_UNREADABLE

HEAD_LINES = 40
"""Lines at the head of a text in which a mark is looked for."""

_NO = frozenset("false no n off 0 none falso ninguno nein non nao faux".split())
"""A plain no. Nothing at all is none: whoever writes `confidential:` and no more means something by it."""
_STEM = re.compile(r"confiden[tcz]i|vertraulich")
_MARKS = ("confidential", "confidencial", "confidentiel", "confidenziale")
_FURTHEST = 2
"""Letters by which a misspelt key may differ, as in `confidental`."""
_ADJECTIVE = r"(?:confiden(?:tial|cial|tielle?|ziale)(?:es)?|vertraulich)"
_BEFORE = (
    r"(?:(?:estrictamente|strictly|muy|very|highly|documento?|document|material|texto|text|uso|es|is|this|este)"
    r"[\s:,.–—-]+){0,3}"
)
_STAMP = re.compile(rf"[\W_]*{_BEFORE}{_ADJECTIVE}(?:[\W_]*$|[\W_]*[-–—/(|,;!][\W_]*\w)", re.IGNORECASE)
"""A line that is the word alone, or begins with it and a sign: "CONFIDENCIAL - NO PUBLICAR"."""
_SHOUTED = re.compile(r"[\W_]*(?:CONFIDEN(?:T|C|Z)IAL[A-Z]*|VERTRAULICH)\b")
_KEYED = re.compile(
    rf"[\W_]*(?:{_ADJECTIVE}|confiden(?:tiality|cialidad|tialit[eé]))\b[\W_]*?[:=](?P<value>.*)",
    re.IGNORECASE,
)
_TAGGED = re.compile(rf"(?<!\w)#{_ADJECTIVE}\b", re.IGNORECASE)
_UNCLOSED = re.compile(
    r"\s*(?:(?:---|\+\+\+|;;;)[^\n]{0,40}\n\s*[\"']?[\w-]+[\"']?[ \t]*[:=]|\{\s*\"[\w-]+\"\s*:)"
)
"""What front matter begins with; where none could be found, its end is missing."""
_NOT = re.compile(r"\b(?:not?|non|sin|un)[\s_-]*(?=confiden|vertraulich)")
_LABELS = frozenset(
    "tag tags keyword keywords category categories label labels status visibility classification privacy "
    "sensitivity access audience etiqueta etiquetas palabrasclave categoria categorias estado visibilidad "
    "clasificacion privacidad acceso motscles schlagworte contentstatus".split()
)
"""Keys whose value may be the mark: `tags: [paro, confidencial]`."""
_COMMENT = re.compile(r"\s#.*|<!--.*|-->.*")
_AROUND = " \t*_\"'`“”«»‘’()[]{}<>/|,;.!-–—"


def folded(word: str) -> str:
    """A word in small letters without accents, signs and blanks: what a key is known by."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in plain if c.isalnum())


def is_mark(key: str) -> bool:
    """Whether a key is the word, some form of it, or meant to be."""
    plain = folded(key)
    if _STEM.search(plain):
        return True
    if not 10 <= len(plain) <= 14 or plain[0] != "c":
        return False
    from rapidfuzz.distance import OSA

    return any(OSA.distance(plain, mark, score_cutoff=_FURTHEST) <= _FURTHEST for mark in _MARKS)


def says_no(value: str) -> bool:
    """Whether a value is a plain no, and nothing besides."""
    return folded(value) in _NO if value.strip(_AROUND) else False


def names_it(text: str) -> bool:
    """Whether a label says so: it holds the word, and no "not" before it."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    found = _STEM.search("".join(c for c in plain if not unicodedata.combining(c)))
    return found is not None and _NOT.search(plain) is None


def in_property(key: str, value: str) -> bool:
    """Whether a property of that name and value, such as `<meta>` in a page, marks the document."""
    if is_mark(key):
        return not says_no(value)
    return folded(key) in _LABELS and names_it(value)


def in_front_matter(front: FrontMatter) -> Message | None:
    """Where front matter marks the statement, in words; None if it does not."""
    if front.trouble:
        return FRONT_MATTER_UNREADABLE(cause=front.trouble)
    return FRONT_MATTER() if any(_marks(value) for value in front.values) else None


def _marks(value: Value) -> bool:
    keys = [key for key in value.path if key]
    for key in keys:
        if is_mark(key):
            # A list or keys within are no plain no, whatever they hold.
            return value.text is None or not value.clear or value.path[-1] != key or not says_no(value.text)
    if value.text is None:
        return False
    return (not keys or folded(keys[-1]) in _LABELS) and names_it(value.text)


def in_text(text: str, front: FrontMatter | None = None) -> Message | None:
    """Where a plain or Markdown text marks itself, in words: in its front matter, or in its first lines.

    `front` is its front matter, if that was read before.
    """
    front = front_matter(text) if front is None else front
    if found := in_front_matter(front):
        return found
    body = text[front.end :]
    if not front.kind and body[:1].isspace():
        # Programs differ in whether blank lines may stand before it.
        inner = front_matter(body.lstrip())
        if found := in_front_matter(inner):
            return found
        if inner.values:
            front, body = inner, body.lstrip()[inner.end :]
    if not front.kind and _UNCLOSED.match(text):
        return FRONT_MATTER_OPEN()
    refused = any(v.text is not None and is_mark(v.path[-1]) for v in front.values if v.path)
    return in_lines(_lines(body), stamps=not refused)


def in_lines(lines: Iterable[str], *, stamps: bool = True) -> Message | None:
    """Where the first lines mark the text: `Confidential: yes`, or (`stamps`) "CONFIDENCIAL" as a line."""
    for number, line in enumerate(islice(lines, HEAD_LINES)):
        if (
            "onf" not in (plain := unicodedata.normalize("NFKC", line[:1000])).lower()
            and "vert" not in plain.lower()
        ):
            continue
        keyed = _KEYED.match(plain)
        if keyed is not None:
            if not says_no(_COMMENT.sub("", keyed["value"])):
                return FIRST_LINES() if number else FIRST_LINE()
        elif stamps and (_STAMP.match(plain) or _SHOUTED.match(plain) or _TAGGED.search(plain)):
            return FIRST_LINES() if number else FIRST_LINE()
    return None


def _lines(text: str) -> list[str]:
    """The first lines that are not blank."""
    head = text[: HEAD_LINES * 400]
    return [line for line in head.splitlines() if line.strip()][:HEAD_LINES]
