"""Inline markup that goes around words: Markdown emphasis and links, HTML elements."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkPair:
    """An opening and a closing mark, as places in the text."""

    start: int
    """Where the opening mark begins."""
    inner: int
    """Where it ends."""
    outer: int
    """Where the closing mark begins."""
    end: int
    """Where it ends."""


_SIGN = re.compile(r"[\[<*_~]")
"""Without one of these there is no markup."""
_LINK = re.compile(
    r"!?\[(?!\^)((?:[^\[\]\\\n]|\\.|\[[^\[\]]*\])+)\](\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?/?)>")
_RUN = re.compile(r"(?<!\\)(?:\*{1,3}|_{1,3}|~~)")


def pairs(text: str) -> list[MarkPair]:
    """Marks that belong together; never one across another."""
    found: list[MarkPair] = []
    if not _SIGN.search(text):
        return found
    # Each of the three is well nested in itself.
    for more in (_links(text), _elements(text), _emphasis(text)):
        if more and found:
            around = _surroundings(found, len(text))
            more = [pair for pair in more if _fits(pair, around)]
        found += more
    return found


def lone_tags(text: str) -> list[tuple[int, int]]:
    """Places of tags without partner, such as `<br>` and `<x1/>`."""
    used = {place for pair in _elements(text) for place in (pair.start, pair.outer)}
    return [match.span() for match in _TAG.finditer(text) if match.start() not in used]


def _surroundings(pairs: list[MarkPair], length: int) -> list[int]:
    """For each character the innermost pair it is between, counted from 1; -1 inside a mark."""
    around = [0] * length
    for number, pair in sorted(enumerate(pairs, 1), key=lambda item: item[1].start):
        around[pair.start : pair.end] = [
            *[-1] * (pair.inner - pair.start),
            *[number] * (pair.outer - pair.inner),
            *[-1] * (pair.end - pair.outer),
        ]
    return around


def _fits(pair: MarkPair, around: list[int]) -> bool:
    """Whether both marks of a pair stand in the same surroundings, so that it crosses no other pair."""
    there = {*around[pair.start : pair.inner], *around[pair.outer : pair.end]}
    return len(there) == 1 and -1 not in there


def _links(text: str) -> list[MarkPair]:
    return [MarkPair(m.start(), m.start(1), m.end(1), m.end()) for m in _LINK.finditer(text)]


def _elements(text: str) -> list[MarkPair]:
    found: list[MarkPair] = []
    opened: list[re.Match[str]] = []
    for match in _TAG.finditer(text):
        if not match[1] and not match[3].endswith("/"):
            opened.append(match)
            continue
        for place in range(len(opened) - 1, -1, -1):
            start = opened[place]
            if match[1] and start[2].lower() == match[2].lower():
                found.append(MarkPair(start.start(), start.end(), match.start(), match.end()))
                del opened[place:]
                break
    return found


def _emphasis(text: str) -> list[MarkPair]:
    """Runs of `*`, `_` or `~~` that open before and close behind a word (CommonMark, section 6.2, narrowed)."""
    found: list[MarkPair] = []
    opened: list[re.Match[str]] = []
    for run in _RUN.finditer(text):
        left, right = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
        if left and not left.isspace() and not right.isalnum():
            for place in range(len(opened) - 1, -1, -1):
                start = opened[place]
                if start[0] == run[0] and start.end() < run.start():
                    found.append(MarkPair(start.start(), start.end(), run.start(), run.end()))
                    del opened[place:]
                    break
            else:
                if right and not right.isspace() and not left.isalnum():
                    opened.append(run)
        elif right and not right.isspace() and not left.isalnum():
            opened.append(run)
    return found
