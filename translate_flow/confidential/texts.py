"""Whether a text says that it is confidential: in its front matter, or in its first lines. Pure."""

from __future__ import annotations

import re

from ..frontmatter import FrontMatter, Value, front_matter
from ..messages import Message
from .lines import HEAD_LINES, in_end, in_lines, in_notes
from .messages import FRONT_MATTER, FRONT_MATTER_OPEN, FRONT_MATTER_UNREADABLE
from .words import in_property, is_free, is_mark, names_it, refused, says_no

_REMARK = re.compile(r"(?:^|\s)#(.{0,200})", re.MULTILINE)
_YAML_TAG = re.compile(r"(?:^|[\s:,\[])!([\w-]{4,40})", re.MULTILINE)
_NOTE = re.compile(r"^ {0,3}\[\^[^\]\n]{1,80}\]:[ \t]*(\S.{0,400})", re.MULTILINE)
_UNCLOSED = re.compile(
    r"\s*(?:(?:---|\+\+\+|;;;)[^\n]{0,40}\n\s*[\"']?[\w-]+[\"']?[ \t]*[:=]|\{\s*\"[\w-]+\"\s*:)"
)
"""What front matter begins with; where none could be found, its end is missing."""


def in_text(text: str, front: FrontMatter | None = None) -> Message | None:
    """Where a plain or Markdown text marks itself, in words: in its front matter, or in its first lines.

    `front` is its front matter, if that was read before.
    """
    front = front_matter(text) if front is None else front
    if found := in_front_matter(front):
        return found
    if front.kind and _beside_values(text[: front.end], stamps=not refused(front)):
        return FRONT_MATTER()
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
    stamps = not refused(front)
    found = in_lines(_lines(body), stamps=stamps)
    return found or (stamps and (in_notes(_NOTE.findall(body)) or in_end(_last(body)))) or None


def _beside_values(front: str, *, stamps: bool) -> bool:
    """Whether a remark in front matter says so, or one of YAML's tags: `title: Letter  # CONFIDENTIAL`."""
    if any(is_mark(tag) for tag in _YAML_TAG.findall(front)):
        return stamps
    return in_lines(_REMARK.findall(front), stamps=stamps, weak=False) is not None


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
    if not keys:
        return names_it(value.text)
    if in_property(keys[-1], value.text):
        return True
    return is_free(keys[-1]) and in_lines(value.text.splitlines(), weak=False) is not None


def _lines(text: str) -> list[str]:
    """The first lines that are not blank."""
    head = text[: HEAD_LINES * 400]
    return [line for line in head.splitlines() if line.strip()][:HEAD_LINES]


def _last(text: str) -> list[str]:
    """The last lines that are not blank."""
    return [line for line in text[-2000:].splitlines() if line.strip()]
