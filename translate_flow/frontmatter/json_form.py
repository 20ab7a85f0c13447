"""JSON at the head of a file, in braces alone or between fences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from .messages import KEY_NOT_TEXT, NO_BRACE, NO_COLON, NO_COMMA, TOO_DEEP_OR_LONG
from .value import Unreadable, Value, walked, worded

_BLANK = re.compile(r"[ \t\r\n]*")
_OPENS = re.compile(r"\{[ \t\r\n]*(?:\"|\})")
_END_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSED = re.compile(r"^\}[ \t]*$", re.MULTILINE)
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
    at = _skip(part, at + wrapped)
    while part[at : at + 1] not in ("", "}"):
        key, at = _decoded(part, at)
        if not isinstance(key, str):
            raise Unreadable(KEY_NOT_TEXT(), at)
        at = _skip(part, at)
        if part[at : at + 1] != ":":
            raise Unreadable(NO_COLON(), at)
        begin = _skip(part, at + 1)
        value, end = _decoded(part, begin)
        if isinstance(value, dict | list):
            yield from walked((key,), value)
        else:
            one_line = "\n" not in part[begin:end]
            yield Value((key,), worded(value), *((start + begin, start + end) if one_line else (0, 0)))
        at = _skip(part, end)
        if part[at : at + 1] == ",":
            at = _skip(part, at + 1)
        elif part[at : at + 1] not in ("", "}"):
            raise Unreadable(NO_COMMA(), at)
    if wrapped and (part[at : at + 1] != "}" or part[at + 1 :].strip()):
        raise Unreadable(NO_BRACE(), at)


def _decoded(part: str, at: int) -> tuple[object, int]:
    try:
        return json.JSONDecoder(strict=False, object_pairs_hook=_pairs).raw_decode(part, at)
    except json.JSONDecodeError as error:
        raise Unreadable(error.msg, error.pos) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(TOO_DEEP_OR_LONG(), at) from error


def _pairs(pairs: list[tuple[str, object]]) -> object:
    """An object; one that has a key twice as a list of its pairs, so that none is lost."""
    made = dict(pairs)
    return made if len(made) == len(pairs) else [{key: value} for key, value in pairs]


def _skip(part: str, at: int) -> int:
    found = _BLANK.match(part, at)
    return found.end() if found else at
