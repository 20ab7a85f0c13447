"""A new text in the place of a value of front matter, in the manner of the old one."""

from __future__ import annotations

import json
import re

from ..language.text import squeeze
from ..markup.splice import lines_of, wrap

_DOUBLE = re.compile(r'"((?:[^"\\]|\\["\\])*)"[ \t]*(?:#.*)?$')
_SINGLE = re.compile(r"'((?:[^']|'')*)'[ \t]*(?:#.*)?$")
_PLAIN = re.compile(r"[^\s\"'\[\]{}>|*&!%#`@,?:-](?:[^:#\r\n]|:(?![ \t]|$)|(?<![ \t])#)*$")

_NO_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|~|[-+.]?\d[\d_.,:eE+/ TZ-]*|0[xo][0-9a-fA-F]+")
"""What YAML takes for a truth value, a number or a date unless it is quoted."""


_BLOCK = re.compile(r"(?P<sign>[|>])[^\r\n]*(?P<end>\r\n|\r|\n)(?:[ \t]*+(?:\r\n|\r|\n))*+(?P<indent> +)")
"""The head of a value in lines of its own (YAML, block scalars)."""
_NARROWEST = 40


def _block(text: str, block: re.Match[str], value: str) -> str:
    """The lines of a value below their sign: broken at the width they had, or where the text is."""
    end, indent = block["end"], block["indent"]
    if block["sign"] == "|":
        lines = [line.strip() for line in lines_of(text.strip())]
    else:
        width = max(_NARROWEST, *map(len, lines_of(value)))
        lines = []
        for paragraph in filter(None, map(squeeze, lines_of(text))):
            lines += [
                *([""] if lines else []),
                *wrap(paragraph, width, len(indent), len(indent), lambda _: False),
            ]
    head = (
        value[: block.end("end")] if block["sign"] == ">" or "-" in block[0] else block[0].split(end)[0] + end
    )
    return head + end.join(indent + line if line else "" for line in lines)


def _long(text: str, value: str) -> str:
    """A text between three quotation marks of TOML, which may have several lines."""
    text = text.strip()
    if value.startswith("'''") and "'''" not in text and not text.endswith("'"):
        return f"'''{_opening(value)}{text}'''"
    return '"""' + _opening(value) + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'


def _opening(value: str) -> str:
    """The line end that may follow the opening marks, and does not count."""
    found = re.match(r"\r\n|\r|\n", value[3:])
    return found[0] if found else ""


def _scalar(value: str) -> str | None:
    """The text a one-line value stands for, or None for lists, blocks and other values."""
    if match := _DOUBLE.match(value):
        return squeeze(re.sub(r'\\(["\\])', r"\1", match[1]))
    if match := _SINGLE.match(value):
        return squeeze(match[1].replace("''", "'"))
    return squeeze(value) if _PLAIN.match(value) else None


def written_value(text: str, value: str, kind: str = "yaml") -> str:
    """A new text in place of an old value: in its quotes if it had them, else quoted only if it must be.

    `kind` is the front matter's. Between apostrophes TOML has no way to write one, YAML has; both have it
    between double quotes. A value on lines of its own keeps them.
    """
    if kind == "yaml" and (block := _BLOCK.match(value)):
        return _block(text, block, value)
    if kind == "toml" and value.startswith(('"""', "'''")):
        return _long(text, value)
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
