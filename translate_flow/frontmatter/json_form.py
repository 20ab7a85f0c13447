"""JSON at the head of a file, in braces alone or between fences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from .messages import HALF_CHARACTER, KEY_NOT_TEXT, NO_BRACE, NO_COLON, NO_COMMA, TOO_DEEP_OR_LONG
from .value import Unreadable, Value, worded

_BLANK = re.compile(r"[ \t\r\n]*")
_OPENS = re.compile(r"\{[ \t\r\n]*(?:\"|\})")
_END_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSED = re.compile(r"^\}[ \t]*$", re.MULTILINE)
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which an escape such as `\\ud800` can give: no file can hold it."""
_DECODER = json.JSONDecoder(strict=False)


def read_head(text: str) -> int:
    """Where the text behind a JSON object at its head begins; 0 if it does not begin with one.

    An object that cannot be read ends with the first line that is a closing brace.
    """
    if not _OPENS.match(text):
        return 0
    try:
        _, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        closed = _CLOSED.search(text)
        if closed is None:
            return 0
        end = closed.end()
    after = _END_OF_LINE.match(text, end)
    return after.end() if after else 0


def values(text: str, start: int, stop: int) -> Iterator[Value]:
    """The keys and values in this part of the text, both of two equal keys included. Raises Unreadable."""
    part = text[start:stop]
    at = _skip(part, 0)
    wrapped = part[at : at + 1] == "{"
    found: list[Value] = []
    try:
        at = _members(part, at + wrapped, (), start, found)
    except RecursionError as error:
        raise Unreadable(TOO_DEEP_OR_LONG(), at) from error
    yield from found
    if wrapped and (part[at : at + 1] != "}" or part[at + 1 :].strip()):
        raise Unreadable(NO_BRACE(), at)


def _members(part: str, at: int, path: tuple[str, ...], start: int, found: list[Value]) -> int:
    """Read the keys and values of an object; the place of what ends it."""
    at = _skip(part, at)
    while part[at : at + 1] not in ("", "}"):
        key, at = _decoded(part, at)
        if not isinstance(key, str):
            raise Unreadable(KEY_NOT_TEXT(), at)
        at = _skip(part, at)
        if part[at : at + 1] != ":":
            raise Unreadable(NO_COLON(), at)
        at = _next(part, _value(part, _skip(part, at + 1), (*path, key), start, found), "}")
    return at


def _value(part: str, begin: int, path: tuple[str, ...], start: int, found: list[Value]) -> int:
    """Read one value, those in it too; the place behind it."""
    sign = part[begin : begin + 1]
    if sign not in ("{", "["):
        value, end = _decoded(part, begin)
        one_line = "\n" not in part[begin:end]
        found.append(Value(path, worded(value), *((start + begin, start + end) if one_line else (0, 0))))
        return end
    found.append(Value(path))
    if sign == "{":
        at = _members(part, begin + 1, path, start, found)
    else:
        at = _skip(part, begin + 1)
        while part[at : at + 1] not in ("", "]"):
            at = _next(part, _value(part, at, (*path, ""), start, found), "]")
    if part[at : at + 1] != ("}" if sign == "{" else "]"):
        raise Unreadable(NO_BRACE(), at)
    return at + 1


def _next(part: str, end: int, closing: str) -> int:
    """Where the next one begins, or where what ends them is."""
    at = _skip(part, end)
    if part[at : at + 1] == ",":
        return _skip(part, at + 1)
    if part[at : at + 1] not in ("", closing):
        raise Unreadable(NO_COMMA(), at)
    return at


def _decoded(part: str, at: int) -> tuple[object, int]:
    try:
        value, end = _DECODER.raw_decode(part, at)
        if isinstance(value, str) and _HALF.search(value):
            raise Unreadable(HALF_CHARACTER(), at)
        return value, end
    except json.JSONDecodeError as error:
        raise Unreadable(error.msg, error.pos) from error
    except ValueError as error:
        raise Unreadable(TOO_DEEP_OR_LONG(), at) from error


def _skip(part: str, at: int) -> int:
    found = _BLANK.match(part, at)
    return found.end() if found else at
