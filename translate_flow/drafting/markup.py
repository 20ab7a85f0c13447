"""Inline markup that goes around words: Markdown emphasis and links, HTML elements."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and a closing mark, as places in the text."""

    start: int
    """Where the opening mark begins."""
    inner: int
    """Where it ends."""
    outer: int
    """Where the closing mark begins."""
    end: int
    """Where it ends."""


_LINK = re.compile(
    r"!?\[(?!\^)((?:[^\[\]\\\n]|\\.|\[[^\[\]]*\])+)\](\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:\s+[^<>]*)?)>")
_RUN = re.compile(r"(?<!\\)(?:\*{1,3}|_{1,3}|~~)")


def pairs(text: str) -> list[Pair]:
    """Marks that belong together; never one across another."""
    found: list[Pair] = []
    for pair in [*_links(text), *_elements(text), *_emphasis(text)]:
        if all(_nested(pair, other) for other in found):
            found.append(pair)
    return found


def lone_tags(text: str) -> list[tuple[int, int]]:
    """Places of HTML tags without partner, such as `<br>`."""
    used = {place for pair in _elements(text) for place in (pair.start, pair.outer)}
    return [match.span() for match in _TAG.finditer(text) if match.start() not in used]


def _nested(one: Pair, other: Pair) -> bool:
    """Whether two pairs lie beside or within each other, with no mark inside the other's mark."""
    return (
        one.end <= other.start
        or other.end <= one.start
        or (other.inner <= one.start and one.end <= other.outer)
        or (one.inner <= other.start and other.end <= one.outer)
    )


def _links(text: str) -> list[Pair]:
    return [Pair(m.start(), m.start(1), m.end(1), m.end()) for m in _LINK.finditer(text)]


def _elements(text: str) -> list[Pair]:
    found: list[Pair] = []
    opened: list[re.Match[str]] = []
    for match in _TAG.finditer(text):
        if not match[1] and not match[3].endswith("/"):
            opened.append(match)
            continue
        for place in range(len(opened) - 1, -1, -1):
            start = opened[place]
            if match[1] and start[2].lower() == match[2].lower():
                found.append(Pair(start.start(), start.end(), match.start(), match.end()))
                del opened[place:]
                break
    return found


def _emphasis(text: str) -> list[Pair]:
    """Runs of `*`, `_` or `~~` that open before and close behind a word (CommonMark, section 6.2, narrowed)."""
    found: list[Pair] = []
    opened: list[re.Match[str]] = []
    for run in _RUN.finditer(text):
        left, right = text[: run.start()][-1:], text[run.end() : run.end() + 1]
        if left and not left.isspace() and not right.isalnum():
            for place in range(len(opened) - 1, -1, -1):
                start = opened[place]
                if start[0] == run[0] and start.end() < run.start():
                    found.append(Pair(start.start(), start.end(), run.start(), run.end()))
                    del opened[place:]
                    break
            else:
                if right and not right.isspace() and not left.isalnum():
                    opened.append(run)
        elif right and not right.isspace() and not left.isalnum():
            opened.append(run)
    return found
