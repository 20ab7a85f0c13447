"""Keeping text from turning into structure: Markdown that a translation may not become by accident.

A translation that begins with `1. ` is not a list, one that holds `|` makes no new cell.
`guard` puts the backslash where the block grammar (CommonMark 0.31, chapter 4 and 5,
with GFM tables and footnotes) would see a block; `bare` takes it away on reading, so
that translators never see it. Characters that also mean something inside a line (`<`, `[`,
backtick, `~`, `_`) keep their backslash on reading: taken away, they could come to life
when a translator moves them.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block.html_block import HTML_SEQUENCES

from ...language.text import squeeze
from .signs import begins, looks_standing

_NUMBER = re.compile(r"(\d{1,9})(\\?)([.)])(?=[ \t]|$)")
_PLAIN_START = re.compile(
    r"""\#{1,6}(?=[ \t]|$)              # heading
      | >                               # quote
      | [-+*](?=[ \t]|$)                # bullet, rules with blanks
      | =+[ \t]*$ | -+[ \t]*$           # heading's underline, rule
      | [|:-][-:|][-:| \t]*$ | \|[ \t]+[-:|][-:| \t]*$  # second row of a table
      | [:~][ \t]                       # definition
    """,
    re.VERBOSE,
)
_INLINE_START = re.compile(
    r"""`{3,}[^`]*$ | ~{3,}             # fence
      | ([*_])[ \t]*(\1[ \t]*){2,}$     # rule
      | \[\^[^\[\]\s]+\]:                 # footnote
      | \[(?:[^\[\]\\]|\\.)+\]:         # link definition
    """,
    re.VERBOSE,
)
_SIGNS = frozenset("#>-+*=|:`~_[<!?{(/%^$")
_BARED = frozenset(":!?{(/%^$+=|")
"""First characters of lines that stand by themselves which mean nothing within a line."""
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]:")
_TASK = re.compile(r"\[[ xX]\][ \t]")
_CLOSING = re.compile(r"(?:(?<=[ \t])|^)(\\?)(#+)$")
_PIPE = re.compile(r"\\?\|")
_BRACKET = re.compile(r"\\?([\[\]])")
BREAK = re.compile(r"(?:(?<![ \t])[ \t]+)?<br[ \t]*/?>[ \t]*", re.IGNORECASE)
"""How a line break is written where a real one cannot stand: in cells and `#` headings."""


def guard(line: str) -> str:
    """A line of running text, without outer blanks, that begins no block."""
    if not line:
        return line
    first = line[0]
    if first in _SIGNS:
        begins = _PLAIN_START.match(line) or starts_inline(line) or looks_standing(line)
        return f"\\{line}" if begins else line
    if first.isdigit() and (match := _NUMBER.match(line)) and not match[2]:
        return f"{match[1]}\\{line[match.end(1) :]}"
    return line


def bare(line: str) -> str:
    """A line as it was before `guard`."""
    if line[:1] == "\\":
        if _PLAIN_START.match(line, 1) or (line[1:2] in _BARED and looks_standing(line[1:])):
            return line[1:]
        return line
    if line[:1].isdigit() and (match := _NUMBER.match(line)) and match[2]:
        return match[1] + line[match.end(2) :]
    return line


def starts_inline(line: str) -> bool:
    """Whether a line begins a block with a sign that means something within a line too."""
    if line[0] == "<":
        return any(opening.search(line) for opening, _, _ in HTML_SEQUENCES)
    return _INLINE_START.match(line) is not None


def may_define(line: str) -> bool:
    """Whether a line begins like a link definition, and not like a footnote."""
    return line[0] == "[" and not _FOOTNOTE.match(line)


def defines(text: str) -> bool:
    """Whether a paragraph that begins like a link definition would be one: if all of it fits, down to its end."""
    found: dict[str, object] = {}
    MarkdownIt("commonmark").parse(text, found)
    return bool(found.get("references"))


def task(line: str) -> str:
    """The first line of an item, which must not begin like the box of a task (GFM)."""
    return f"\\{line}" if _TASK.match(line) else line


def unfit(word: str) -> bool:
    """Whether a word should not come to stand at the beginning of a wrapped line."""
    return word[0] in _SIGNS or word[0] == "\\" or _NUMBER.match(word) is not None or begins(word)


def cell(text: str, opens_line: bool, closes_tight: bool) -> str:
    """A line of text as (part of) a table cell, its pipes escaped (GFM, tables extension).

    `opens_line`: nothing but white space, list and quote marks is before it in
    its line. `closes_tight`: the next character is the pipe.
    """
    text = text.replace("|", r"\|")
    if opens_line:
        text = guard(text)
    return text + " " if closes_tight and text.endswith("\\") else text


def bare_cell(text: str, opens_line: bool) -> str:
    """A cell's text as a translator sees it."""
    if opens_line:
        text = bare(text)
    return BREAK.sub("\n", text.replace(r"\|", "|"))


def underlined(line: str) -> str:
    """A line of an underlined heading: with a pipe, even an escaped one, it could be the head of a table."""
    return guard(_PIPE.sub("&#124;", line))


def bare_underlined(line: str) -> str:
    """Such a line as a translator sees it."""
    return bare(line).replace("&#124;", "|")


def heading(text: str) -> str:
    """The text of a `#` heading, whose last characters must not be taken for the closing ones."""
    return _CLOSING.sub(r"\\\2", text)


def bare_heading(text: str) -> str:
    """A `#` heading's text as a translator sees it."""
    return BREAK.sub("\n", _CLOSING.sub(r"\2", text))


def words(text: str, ends: str) -> str:
    """Words within a standing line or a tag, which end with a sign that so cannot be among them."""
    if ends in ('"', "'"):
        for at, sign in enumerate(text):
            if sign == ends:
                opens = at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,;:!?")
                text = text[:at] + ("“" if opens else "”" if ends == '"' else "’") + text[at + 1 :]
        return text
    if ends in ("]", ")"):
        return text.translate(
            {ord("["): "(", ord("]"): ")"} if ends == "]" else {ord("("): "[", ord(")"): "]"}
        )
    return text


def caption(text: str) -> str:
    """The alternative text of an image."""
    text = _BRACKET.sub(r"\\\1", squeeze(text))
    return text + "\\" if (len(text) - len(text.rstrip("\\"))) % 2 else text


def bare_caption(text: str) -> str:
    """An image's alternative text as a translator sees it."""
    return squeeze(_BRACKET.sub(r"\1", text))
