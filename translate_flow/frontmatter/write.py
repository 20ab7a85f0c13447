"""A new text in the place of a value of front matter, in the manner of the old one."""

from __future__ import annotations

import json
import re

from ..language.text import squeeze

_DOUBLE = re.compile(r'"((?:[^"\\]|\\["\\])*)"[ \t]*(?:#.*)?$')
_SINGLE = re.compile(r"'((?:[^']|'')*)'[ \t]*(?:#.*)?$")
_PLAIN = re.compile(r"[^\s\"'\[\]{}>|*&!%#`@,?:-](?:[^:#\r\n]|:(?![ \t]|$)|(?<![ \t])#)*$")

_NO_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|~|[-+.]?\d[\d_.,:eE+/ TZ-]*|0[xo][0-9a-fA-F]+")
"""What YAML takes for a truth value, a number or a date unless it is quoted."""


def _scalar(value: str) -> str | None:
    """The text a one-line value stands for, or None for lists, blocks and other values."""
    if match := _DOUBLE.match(value):
        return squeeze(re.sub(r'\\(["\\])', r"\1", match[1]))
    if match := _SINGLE.match(value):
        return squeeze(match[1].replace("''", "'"))
    return squeeze(value) if _PLAIN.match(value) else None


def written(text: str, value: str, kind: str = "yaml") -> str:
    """A new text in place of an old value: in its quotes if it had them, else quoted only if it must be.

    `kind` is the front matter's. Between apostrophes TOML has no way to write one, YAML has; both have it
    between double quotes.
    """
    text = squeeze(text)
    if kind == "json":
        return json.dumps(text, ensure_ascii=False)
    if text == _scalar(value):
        return value
    if value.startswith("'") and "'" not in text:
        return f"'{text}'"
    if value.startswith(("'", '"')) or not _PLAIN.match(text) or _NO_TEXT.fullmatch(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text
