"""A YAML file with other values for some of its keys: what is not changed keeps its bytes, comments included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml


def with_entries(text: str, changes: Mapping[str, Any]) -> str:
    """The text, readable YAML with keys at its top, with these values of keys: a text, a list, a mapping, or None to
    have no such key. Keys it lacks are put at its end."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode) and root.flow_style:  # {a: b}: in lines, as people write it
        text = _lines(yaml.load(text, Loader=yaml.BaseLoader))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    left = dict(changes)
    pieces: list[str] = []
    at = 0
    for key, start, end in _places(root):
        if key in changes:
            end = start + _value_end(text[start:end])
            value = left.pop(key, None)
            pieces += [text[at:start], _lines({key: value}).rstrip("\n") if value is not None else ""]
            at = end
            if value is None:  # nor its line
                at += len(text[at:]) - len(text[at:].lstrip(" \t"))
                at += 2 if text[at : at + 2] == "\r\n" else text[at : at + 1] == "\n"
    made = "".join([*pieces, text[at:]])
    added = {key: value for key, value in left.items() if value is not None}
    if added:
        made = made.rstrip() + "\n" if made.strip() else ""
        made += _lines(added)
    return made


def _places(root: Any) -> Iterator[tuple[str, int, int]]:
    """The keys at the top, from where and to where each and its value reach."""
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if isinstance(key, yaml.ScalarNode):
                yield key.value, key.start_mark.index, max(key.end_mark.index + 1, value.end_mark.index)


def _lines(values: Mapping[str, Any]) -> str:
    return yaml.safe_dump(
        dict(values), allow_unicode=True, default_flow_style=False, sort_keys=False, width=10**9
    )


def _value_end(text: str) -> int:
    """Where the value ends of a key that a text begins with: blank lines and remarks behind it belong to what follows."""
    lines = text.split("\n")
    while lines and (not lines[-1].strip() or lines[-1].lstrip(" \t").startswith("#")):
        lines.pop()
    return len("\n".join(lines).rstrip())
