"""Front matter: the metadata between `---` lines (or `+++`) at the head of a Markdown file.

It is left alone, but for two things: strings on one line become `Document.meta`,
and `title` is a segment where the statement has no first-level heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...language.text import squeeze

_EOL = r"(?:\r\n|\r(?!\n)|\n)"
"""A line end in one way only: where `\\r\\n` could also be two, a search could try all combinations."""
_FENCED = re.compile(
    rf"(?P<fence>---|\+\+\+)[ \t]*{_EOL}"
    rf"(?P<body>(?:(?!(?:(?P=fence)|\.\.\.)[ \t]*(?:[\r\n]|\Z))[^\r\n]*{_EOL})*)"
    rf"(?:(?P=fence)|\.\.\.)[ \t]*(?:{_EOL}|\Z)"
)
_PAIR = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*[:=][ \t]+([^\r\n]*)", re.MULTILINE)
_DOUBLE = re.compile(r'"((?:[^"\\]|\\["\\])*)"[ \t]*(?:#.*)?$')
_SINGLE = re.compile(r"'((?:[^']|'')*)'[ \t]*(?:#.*)?$")
_PLAIN = re.compile(r"[^\s\"'\[\]{}>|*&!%#`@,?:-](?:[^:#\r\n]|:(?![ \t]|$)|(?<![ \t])#)*$")

_NO_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|~|[-+.]?\d[\d_.,:eE+/ TZ-]*|0[xo][0-9a-fA-F]+")
"""What YAML takes for a truth value, a number or a date unless it is quoted."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What was found at the head of the file."""

    end: int = 0
    """Where the Markdown begins (characters); 0 without front matter."""
    meta: tuple[tuple[str, str], ...] = ()
    """Keys with their strings, in file order."""
    title: tuple[int, int] = (0, 0)
    """Start and end of the title's value in the file, quotes included; equal if it has none."""


def front_matter(text: str) -> FrontMatter:
    """The front matter of a file's text; an empty one if it has none."""
    fenced = _FENCED.match(text)
    if fenced is None:
        return FrontMatter()
    meta, title = [], (0, 0)
    for pair in _PAIR.finditer(text, fenced.start("body"), fenced.end("body")):
        value = pair[2].rstrip()
        if (plain := scalar(value)) is None:
            continue
        meta.append((pair[1], plain))
        if pair[1] == "title" and title == (0, 0):
            title = (pair.start(2), pair.start(2) + len(value))
    return FrontMatter(fenced.end(), tuple(meta), title)


def scalar(value: str) -> str | None:
    """The string a one-line value stands for, or None for lists, blocks and other values."""
    if match := _DOUBLE.match(value):
        return squeeze(re.sub(r'\\(["\\])', r"\1", match[1]))
    if match := _SINGLE.match(value):
        return squeeze(match[1].replace("''", "'"))
    return squeeze(value) if _PLAIN.match(value) else None


def written(text: str, value: str) -> str:
    """A new string in place of an old value: in its quotes if it had them, else quoted only if it must be.

    Between apostrophes TOML has no way to write one, YAML has; both have it between double quotes.
    """
    text = squeeze(text)
    if text == scalar(value):
        return value
    if value.startswith("'") and "'" not in text:
        return f"'{text}'"
    if value.startswith(("'", '"')) or not _PLAIN.match(text) or _NO_TEXT.fullmatch(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text
