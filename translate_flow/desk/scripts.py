"""A page's script with all that it imports, in one file: a page asks for one script, not for thirty.

Each request costs the browser more than what most of these scripts do, and over a slow line a way there and back. The
modules stay as they are written; each becomes a function's body in the order in which the browser would run them, and
what it imports are constants of that function. They keep to what that allows, which `whole` looks at: imports on one
line each, by name; functions, classes and constants exported where they are made; no circles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r"^import (?:\{ (?P<names>[\w ,]+) \} from )?'\./(?P<file>\w+)\.js';$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function|class|const) (?P<name>\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import\b(?!\()|export\b).*", re.MULTILINE)
"""What is left of either kind when the two before are taken out: nothing."""


def whole(name: str, sources: Mapping[str, str]) -> str:
    """The script of that name, with all that it needs before it; `sources`: every script's text by its name.

    Raises ValueError for what cannot be put together so.
    """
    order: dict[str, bool] = {}
    _needed(name, sources, order)
    before = [_part(one, sources[one]) for one in list(order)[:-1]]
    return "\n".join([*before, _imports(name, sources[name])])


def _needed(name: str, sources: Mapping[str, str], order: dict[str, bool]) -> None:
    """Put what it imports into `order`, and then itself; False while that is under way."""
    if name in order:
        if not order[name]:
            raise ValueError(f"{name} imports itself")
        return
    order[name] = False
    for found in _IMPORT.finditer(sources[name]):
        _needed(f"{found['file']}.js", sources, order)
    del order[name]
    order[name] = True


def _imports(name: str, text: str) -> str:
    """The text with constants in the place of imports."""

    def constants(found: re.Match[str]) -> str:
        if not found["names"]:
            return ""
        names = found["names"].replace(" as ", ": ")
        return f"const {{ {names} }} = ${found['file']};"

    text = _IMPORT.sub(constants, text)
    if other := _OTHER.search(_EXPORT.sub("", text)):
        raise ValueError(f"{name}: {other[0]}")
    return text


def _part(name: str, text: str) -> str:
    """A module as a function that is called once and gives what it exports."""
    exported = ", ".join(found["name"] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub("", _imports(name, text))
    return f"const ${name.removesuffix('.js')} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();"
