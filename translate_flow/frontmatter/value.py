"""One key of front matter and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..messages import Message


@dataclass(frozen=True, slots=True)
class Value:
    """A key and its value."""

    path: tuple[str, ...]
    """The key, behind those it is in; a text that has none has the empty path, or that of its list."""
    text: str | None = None
    """A single value as it is written, quotes and marks resolved; None for a list or keys within it."""
    start: int = 0
    """Where the value begins in the file (characters), with its quotes, or the sign (`>`) above its lines."""
    end: int = 0
    """One past it; 0 where the place is not known."""
    clear: bool = True
    """Whether the text is all there is to it: false for a reference, or a value of a type of its own."""
    lines: bool = False
    """Whether its line breaks count (`|` in YAML, three quotation marks in TOML)."""


class Unreadable(Exception):
    """Front matter that is not what its fences promise."""

    def __init__(self, what: Message | str, place: int = 0) -> None:
        """`what` is wrong, and the `place` of it: characters from the beginning of what was read."""
        super().__init__(what)
        self.what = what
        self.place = place


def walked(path: tuple[str, ...], value: object) -> Iterator[Value]:
    """The values of a structure that a TOML or JSON reader made, without places. Raises Unreadable."""
    waiting: list[tuple[tuple[str, ...], object]] = [(path, value)]
    while waiting:
        at, one = waiting.pop()
        if isinstance(one, dict):
            if at:
                yield Value(at)
            waiting += [((*at, str(key)), inner) for key, inner in reversed(one.items())]
        elif isinstance(one, list):
            yield Value(at)
            waiting += [((*at, ""), inner) for inner in reversed(one)]
        else:
            yield Value(at, worded(one))


def worded(value: object) -> str:
    """A single value as a person would write it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
