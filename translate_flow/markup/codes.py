"""A segment's text as words and codes: what exchange formats show as inline elements. Pure.

Which marks a text can have depends on the format of its statement: those of `inline` in DOCX, ODT and HTML,
Markdown's own in Markdown, none in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from . import inline
from .pairs import lone_tags, pairs

PLAIN = frozenset({"plain"})
"""Formats whose texts have no marks."""
MARKED = frozenset({"docx", "odt", "html"})
"""Formats whose marks are those of `inline`."""
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--.*?--)>")
_MARKDOWN = re.compile(r"\*{1,3}|_{1,3}|~~|!?\[|\]\([^()\s]*\)|\]\[[^\[\]]*\]|\[\^[^\[\]\s]+\]")
_KINDS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined", "s": "struck",
          "sub": "subscript", "sup": "superscript", "a": "link", "br": "break", "img": "image"}  # fmt: skip
_SIGNS = {
    "*": "italic",
    "_": "italic",
    "**": "bold",
    "__": "bold",
    "~~": "struck",
    "[": "link",
    "![": "image",
}


@dataclass(frozen=True, slots=True)
class InlineCode:
    """One mark in a text, or one half of a pair."""

    id: str
    """Number within the segment; the two halves of a pair share it, and a translation's those of its source."""
    role: str
    """`open`, `close` or `single`."""
    sign: str
    """As it is in the text."""
    kind: str = "other"
    """`bold italic underlined struck subscript superscript link image break note` or `other`."""


Part = str | InlineCode


def coded(text: str, format_name: str, source: Sequence[Part] = ()) -> list[Part]:
    """The text cut into words and codes; the words are plain, without escapes of `inline`.

    `source` are the parts of the source, for a translation: codes that mean the same get the same number.
    """
    if format_name in PLAIN or not text:
        return [text] if text else []
    if format_name in MARKED:
        parts: list[Part] = [p if isinstance(p, str) else _of_mark(p) for p in inline.tokens(text)]
    else:
        parts = _markdown(text)
    return _numbered(parts, source)


def text_of(parts: Iterable[Part], format_name: str) -> str:
    """The segment text of words and codes; `coded` gives them back."""
    if format_name not in MARKED:
        return "".join(p if isinstance(p, str) else p.sign for p in parts)
    made: list[str] = []
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
        else:
            made += (inline.escape(words), part.sign)
            words = ""
    return "".join([*made, inline.escape(words)])


def words(parts: Iterable[Part]) -> str:
    """The words alone."""
    return "".join(part for part in parts if isinstance(part, str))


def is_sign(text: str, format_name: str) -> bool:
    """Whether a text from elsewhere is a mark of that format, and nothing else."""
    if format_name in PLAIN:
        return False
    if format_name in MARKED:
        found = inline.tokens(text)
        return len(found) == 1 and not isinstance(found[0], str)
    return bool(_TAG.fullmatch(text) or _MARKDOWN.fullmatch(text))


def nested(parts: Sequence[Part]) -> dict[int, int]:
    """Places of opening codes and of their closing ones, for pairs that hold whole pairs only."""
    stack: list[int] = []
    found: dict[int, int] = {}
    for place, part in enumerate(parts):
        if isinstance(part, str) or part.role == "single":
            continue
        if part.role == "open":
            stack.append(place)
            continue
        opened = next((p for p in reversed(stack) if _id(parts[p]) == part.id), None)
        if opened is None:
            continue
        if stack[-1] == opened:
            found[opened] = place
            stack.pop()
        else:  # It crosses others: neither it nor they are whole.
            crossed = stack[stack.index(opened) :]
            stack = stack[: stack.index(opened)] + [p for p in crossed if p != opened]
            found = {a: b for a, b in found.items() if a < opened or a not in crossed}
    return _apart(found)


def _apart(found: dict[int, int]) -> dict[int, int]:
    """The pairs of which none crosses another."""
    whole: dict[int, int] = {}
    for start, end in sorted(found.items()):
        if all(end < b or start > b for a, b in whole.items() if a < start):
            whole[start] = end
    return whole


def _id(part: Part) -> str:
    return "" if isinstance(part, str) else part.id


def _of_mark(mark: inline.Mark) -> InlineCode:
    """A mark of `inline`; its name is in place of the number until it gets one."""
    name = mark.name.rstrip("0123456789")
    kind = _KINDS.get(name, "other")
    return InlineCode(mark.name, mark.role, mark.sign, kind)


def _markdown(text: str) -> list[Part]:
    cuts: list[tuple[int, int, str, str, str]] = []
    for number, pair in enumerate(pairs(text)):
        opening, closing = text[pair.start : pair.inner], text[pair.outer : pair.end]
        kind = _kind(opening)
        name = f"{number} {opening} {closing}"
        cuts += [(pair.start, pair.inner, "open", name, kind), (pair.outer, pair.end, "close", name, kind)]
    taken = sorted((start, end) for start, end, *_ in cuts)
    alone = [(a, b, _kind(text[a:b])) for a, b in lone_tags(text)]
    alone += [(m.start(), m.end(), "note") for m in _FOOTNOTE.finditer(text)]
    for start, end, kind in alone:
        if not any(a < end and start < b for a, b in taken):
            cuts.append((start, end, "single", text[start:end], kind))
    parts: list[Part] = []
    at = 0
    for start, end, role, name, kind in sorted(cuts):
        if start < at:
            continue
        if start > at:
            parts.append(text[at:start])
        parts.append(InlineCode(name, role, text[start:end], kind))
        at = end
    return [*parts, text[at:]] if at < len(text) else parts


def _kind(sign: str) -> str:
    if sign.startswith("<"):
        return _KINDS.get(re.split(r"[\s/>]", sign[1:].lower(), maxsplit=1)[0], "other")
    return _SIGNS.get(sign, "other")


def _numbered(parts: Sequence[Part], source: Sequence[Part]) -> list[Part]:
    """The parts with numbers for ids, those of the source where its codes have the same characters."""
    free: dict[tuple[str, ...], list[str]] = {}
    for signs, id in _units(source):
        free.setdefault(signs, []).append(id)
        free.setdefault((signs[0][:1], "kind"), []).append(id)
    taken: set[str] = set()
    used = {id for _, id in _units(source)}
    names: dict[int, str] = {}
    pending: dict[str, list[int]] = {}
    closing: dict[str, str] = {p.id: p.sign for p in parts if not isinstance(p, str) and p.role == "close"}
    for place, part in enumerate(parts):
        if isinstance(part, str):
            continue
        if part.role == "close" and pending.get(part.id):
            names[place] = names[pending[part.id].pop()]
            continue
        signs = (part.sign,) if part.role != "open" else (part.sign, closing.get(part.id, ""))
        near = free.get((part.sign[:1], "kind"), []) if part.sign[:1] == "[" else []
        name = next((id for id in [*free.get(signs, []), *near] if id not in taken), "")
        if not name:
            name = next(str(n) for n in range(1, len(parts) + len(used) + 2) if str(n) not in taken | used)
        taken.add(name)
        names[place] = name
        if part.role == "open":
            pending.setdefault(part.id, []).append(place)
    return [p if isinstance(p, str) else replace(p, id=names[n]) for n, p in enumerate(parts)]


def _units(parts: Sequence[Part]) -> list[tuple[tuple[str, ...], str]]:
    """Characters and number of each pair and single code, in order."""
    closing = {p.id: p.sign for p in parts if not isinstance(p, str) and p.role == "close"}
    return [
        ((p.sign,) if p.role != "open" else (p.sign, closing.get(p.id, "")), p.id)
        for p in parts
        if not isinstance(p, str) and p.role != "close"
    ]
