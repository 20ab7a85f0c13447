"""YAML between `---` lines, read from the parser's events.

Events and not objects: they have places, keep both of two equal keys, take `no` for the two letters it
is, and neither build what a tag asks for nor unfold a reference to references.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from .messages import BAD_CHARACTER, NOT_YAML, TOO_DEEP
from .value import Unreadable, Value

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it: forty times as fast."""
_USUAL = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "bool", "int", "float", "null"))
_DEEPEST = 100


class _Around:
    """A list or mapping whose inside is being read."""

    def __init__(self, path: tuple[str, ...], mapping: bool) -> None:
        self.path = path
        self.mapping = mapping
        self.key: str | None = None
        """Of a mapping: the key whose value comes next; None if a key comes next."""

    def inner(self) -> tuple[str, ...]:
        """The path of the value that comes next."""
        return (*self.path, self.key or "")


def values(text: str, start: int, stop: int) -> Iterator[Value]:
    """The keys and values in this part of the text. Raises Unreadable."""
    try:
        yield from _values(text[start:stop], start)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(error.problem or NOT_YAML(), mark.index if mark else 0) from error
    except yaml.YAMLError as error:
        raise Unreadable(BAD_CHARACTER(), getattr(error, "position", 0)) from error


def _values(text: str, offset: int) -> Iterator[Value]:
    around: list[_Around] = []
    anchors: dict[str, str] = {}
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            around.pop()
            _done(around)
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        here = around[-1] if around else None
        if len(around) > _DEEPEST:
            raise Unreadable(TOO_DEEP(), event.start_mark.index if event.start_mark else 0)
        if isinstance(event, yaml.ScalarEvent) and event.anchor:
            anchors[event.anchor] = event.value
        single = isinstance(event, yaml.ScalarEvent | yaml.AliasEvent)
        if here is not None and here.mapping and here.key is None:
            if single:
                here.key = _word(event, anchors) or ""
            else:
                # A key that is a list: its words count as texts of their own.
                around.append(_Around(here.path, False))
            continue
        path = here.inner() if here is not None else ()
        if single:
            yield _value(path, event, _word(event, anchors), offset, text)
            _done(around)
        else:
            if path:
                yield Value(path)
            around.append(_Around(path, isinstance(event, yaml.MappingStartEvent)))


def _done(around: list[_Around]) -> None:
    """A value (or a key that is a list) has ended."""
    if around and around[-1].mapping:
        around[-1].key = None if around[-1].key is not None else ""


def _word(event: yaml.NodeEvent, anchors: dict[str, str]) -> str | None:
    """A scalar's text, or that of the scalar referred to."""
    return event.value if isinstance(event, yaml.ScalarEvent) else anchors.get(event.anchor or "")


def _value(path: tuple[str, ...], event: yaml.NodeEvent, word: str | None, offset: int, text: str) -> Value:
    start, end = event.start_mark, event.end_mark
    if not isinstance(event, yaml.ScalarEvent) or start is None or end is None:
        return Value(path, word, clear=False)
    clear = event.tag is None or event.tag in _USUAL
    if start.index == end.index or event.tag or event.anchor:
        return Value(path, word, clear=clear)
    stop = start.index + len(text[start.index : end.index].rstrip())
    return Value(path, word, offset + start.index, offset + stop, clear, event.style == "|")
