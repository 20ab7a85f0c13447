"""Changing `translate-flow.toml`: its comments, its order and all else stay as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .parse import parse_settings


def changed(text: str, values: Mapping[tuple[str, str], Any], file: str) -> str:
    """The settings file's text with these values, by section and key; a value that is there already is not touched.

    Raises WorkspaceError naming section and key for what would not be valid settings, before or after.
    """
    import tomlkit

    parse_settings(text, file)
    document = tomlkit.parse(text)
    for (section, key), value in values.items():
        if section not in document:
            document.add(section, tomlkit.table())
        table: Any = document[section]
        if key not in table or table[key] != value:
            table[key] = value
    made = tomlkit.dumps(document)
    parse_settings(made, file)
    return made
