"""TOML between `+++` lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from .messages import TOO_DEEP_OR_LONG
from .value import Unreadable, Value, walked

_LINE = re.compile(
    r"^[ \t]*(?:\[(?P<table>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|[^\r\n]*)\][ \t]*(?:#[^\r\n]*)?$"
    r"|(?P<key>[A-Za-z0-9_-]+|\"[^\"\\\r\n]*\"|'[^'\r\n]*')[ \t]*=[ \t]*"
    r"(?P<value>\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}.*?'{3}|\"(?:[^\"\\\r\n]|\\[^\r\n])*\"|'[^'\r\n]*')[ \t]*(?:#[^\r\n]*)?$)",
    re.MULTILINE | re.DOTALL,
)
"""A table's head, or a key at the line's beginning with a text."""


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
        if value.path in places:
            begin, end = places[value.path]
            several = part.startswith(('"""', "'''"), begin)
            yield Value(value.path, value.text, start + begin, start + end, lines=several)
        else:
            yield value


def _places(part: str, data: dict[str, object]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Where the texts of keys stand, those in tables too.

    What looks like such a line may be a part of a longer text: it is one if the reader agrees.
    """
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    table: tuple[str, ...] = ()
    for line in _LINE.finditer(part):
        if line["table"] is not None:
            table = tuple(line["table"].split("."))
            continue
        path = (*table, line["key"].strip("\"'"))
        try:
            said = tomllib.loads(re.sub(r"\r\n?", "\n", f"key = {line['value']}"))["key"]
        except tomllib.TOMLDecodeError:
            continue
        if said == _at(data, path):
            found.setdefault(path, line.span("value"))
    return found


def _at(data: object, path: tuple[str, ...]) -> object:
    for key in path:
        if not isinstance(data, dict):
            return None
        data = data.get(key)
    return data
