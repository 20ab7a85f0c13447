"""TOML between `+++` lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from .messages import TOO_DEEP_OR_LONG
from .value import Unreadable, Value, walked

_LINE = re.compile(
    r"^[ \t]*(?:(?P<table>\[)|(?P<key>[A-Za-z0-9_-]+|\"[^\"\\\r\n]*\"|'[^'\r\n]*')[ \t]*=[ \t]*"
    r"(?P<value>\"(?:[^\"\\\r\n]|\\[^\r\n])*\"|'[^'\r\n]*')[ \t]*(?:#[^\r\n]*)?$)",
    re.MULTILINE,
)
"""A table's head, or a key at the line's beginning with a text on that line."""


def values(text: str, start: int, stop: int) -> Iterator[Value]:
    """The keys and values in this part of the text. Raises Unreadable."""
    part = text[start:stop]
    try:
        data = tomllib.loads(re.sub(r"\r\n?", "\n", part))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        lines = part.splitlines(keepends=True)
        place = len("".join(lines[: int(line[1]) - 1])) if line else max(0, len(part) - 1)
        raise Unreadable(str(error).split(" (at ")[0], place) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(TOO_DEEP_OR_LONG()) from error
    places = _places(part, data)
    for value in walked((), data):
        if len(value.path) == 1 and value.path[0] in places:
            begin, end = places[value.path[0]]
            yield Value(value.path, value.text, start + begin, start + end)
        else:
            yield value


def _places(part: str, data: dict[str, object]) -> dict[str, tuple[int, int]]:
    """Where the texts of keys at the top stand, as far as they stand on one line.

    What looks like such a line may be a part of a longer text: it is one if the reader agrees.
    """
    found: dict[str, tuple[int, int]] = {}
    for line in _LINE.finditer(part):
        if line["table"]:
            break
        key = line["key"].strip("\"'")
        try:
            same = tomllib.loads(f"key = {line['value']}")["key"] == data.get(key)
        except tomllib.TOMLDecodeError:
            continue
        if same:
            found.setdefault(key, line.span("value"))
    return found
