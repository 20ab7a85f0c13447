"""Signs within a line that belong to the programs Markdown is written for: attributes, shortcodes, remarks, marked words."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_UNSEEN = re.compile(
    r"\{::comment\}.*?\{:/(?:comment)?\}|\{::?/?[^{}\n]*\}"  # kramdown: remarks, extensions, attributes
    r"|\{/\*.*?\*/\}"  # MDX: remarks
    r"|\{\{<[^\n]*?>\}\}|\{\{%[^\n]*?%\}\}|\{%[^\n]*?%\}",  # Hugo, Liquid, Jinja
    re.DOTALL,
)
_ATTRIBUTES = re.compile(r"\{(?:[#.][\w-][^{}\n]*|[\w-]+=[^{}\n]*)\}")
_BEFORE_ATTRIBUTES = frozenset(')]*_`"”')
_SPAN = re.compile(r"\[(?P<words>[^\[\]\n]+)\]\{[#.][^{}\n]*\}")
_PAIRED = re.compile(
    r"==(?P<mark>[^\s=](?:[^=\n]*[^\s=])?)==|(?<!~)~(?P<sub>[^\s~]{1,40})~(?!~)|\^(?P<sup>[^\s^\[]{1,40})\^"
)


def with_spans(parser: MarkdownIt) -> MarkdownIt:
    """The parser with these rules."""
    parser.enable("strikethrough")
    parser.inline.ruler.before("link", "unseen", _unseen)
    parser.inline.ruler.before("link", "paired", _paired)
    return parser


def _unseen(state: StateInline, silent: bool) -> bool:
    """Attributes, shortcodes and remarks are left out; of a span with attributes its words are left."""
    sign = state.src[state.pos]
    if sign == "[":
        found = _SPAN.match(state.src, state.pos)
        if found is None:
            return False
        if not silent:
            _inside(state, found.start("words"), found.end("words"))
    elif sign == "{":
        found = _UNSEEN.match(state.src, state.pos)
        if found is None:
            found = _ATTRIBUTES.match(state.src, state.pos)
            if found is None or not (_behind(state) or found.end() == state.posMax):
                return False
    else:
        return False
    before, after = state.src[state.pos - 1 : state.pos], state.src[found.end() : found.end() + 1]
    state.pos = found.end() + (sign == "{" and after == " " and before in ("", " "))
    return True


def _behind(state: StateInline) -> bool:
    """Whether what is before could have attributes."""
    return state.pos > 0 and state.src[state.pos - 1] in _BEFORE_ATTRIBUTES


def _paired(state: StateInline, silent: bool) -> bool:
    """`==marked==`, `H~2~O` and `10^6^`."""
    if state.src[state.pos] not in "=~^":
        return False
    found = _PAIRED.match(state.src, state.pos)
    if found is None or found.lastgroup is None:
        return False
    if not silent:
        for tag in (f"<{found.lastgroup}>", f"</{found.lastgroup}>"):
            token = state.push("html_inline", "", 0)
            token.content = tag
            if tag[1] != "/":
                _inside(state, found.start(found.lastgroup), found.end(found.lastgroup))
    state.pos = found.end()
    return True


def _inside(state: StateInline, start: int, end: int) -> None:
    """Read a part of the text."""
    pos, most = state.pos, state.posMax
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.pos, state.posMax = pos, most
