"""markdown-it-py's block parser, made to tell where in each line a block's own text begins.

Its tokens know lines only. But while a rule runs, the parser's state knows what lies
behind quote marks and list markers; the rules for blocks with text are wrapped to note
that. The inline pass is not run: a segment is the block's inline source, marks and all.
"""

from __future__ import annotations

from functools import cache, cached_property
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, code, heading, lheading, paragraph, table
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath.index import math_block_dollar
from mdit_py_plugins.footnote import footnote_plugin

from ...errors import ReadError
from ...language.whole import words_of
from ...markup.splice import line_ends
from .alone import spared
from .boxes import box, cell, directive, nested, terms
from .messages import PARSER_FAILS
from .metadata import metadata
from .standing import standing

_NESTING = 40

Line = tuple[int, int, int]
"""Number of a line, where the block's text begins in it, where the line ends: places in `MarkdownText.plain`."""


class MarkdownText:
    """A Markdown text behind its front matter, and the same with `\\n` for every line end."""

    def __init__(self, text: str, begin: int) -> None:
        """`text` is the whole file's; the Markdown begins at character `begin`."""
        body = text[begin:]
        self.text = text
        self.begin = begin
        self.first = len(line_ends(text[:begin])[0])
        self.starts, self.ends = line_ends(body)
        if "\r" in body:
            self.plain = "\n".join(
                [body[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
            )
            lost = (start - end - 1 for start, end in zip(self.starts[1:], self.ends, strict=False))
            self.shift = [begin + n for n in accumulate(lost, initial=0)]
        else:
            self.plain = body
            self.shift = [begin] * len(self.starts)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the whole text."""
        return words_of(self.plain)

    def line(self, number: int) -> str:
        """A line without its end."""
        return self.text[self.begin + self.starts[number] : self.begin + self.ends[number]]

    def starts_plain(self, number: int) -> int:
        """Where a line begins in the plain text."""
        return self.begin + self.starts[number] - self.shift[number]

    def ends_plain(self, number: int) -> int:
        """Where a line ends in the plain text."""
        return self.begin + self.ends[number] - self.shift[number]

    def place(self, line: int, position: int) -> int:
        """Where a position of the plain text, standing in that line, is in the file's text."""
        return position + self.shift[line]

    def before(self, line: int, position: int) -> str:
        """What is in that line before a position of the plain text."""
        return self.text[self.begin + self.starts[line] : position + self.shift[line]]

    def line_end(self, line: int) -> str:
        """The line end after a line, or before it if it is the last; `\\n` in a text of one line."""
        for at in (line, line - 1):
            if 0 <= at < len(self.starts) - 1:
                return self.text[self.begin + self.ends[at] : self.begin + self.starts[at + 1]]
        return "\n"


def parse(source: MarkdownText, name: str) -> list[Token]:
    """The block tokens of a text; `meta["lines"]` of each opening token is a list of `Line`.

    Raises ReadError, naming the statement, if the parser cannot cope with the text.
    """
    tokens: list[Token] = []
    parser = _parser()
    try:
        parser.block.parse(source.plain.replace("\0", "\ufffd"), parser, {}, tokens)
    except Exception as cause:
        raise ReadError(PARSER_FAILS(file=name, cause=type(cause).__name__)) from cause
    return tokens


@cache
def _parser() -> MarkdownIt:
    parser = extended(
        MarkdownIt("commonmark", {"maxNesting": _NESTING, "inline_definitions": True})
        .enable("table")
        .use(footnote_plugin)
    )
    rules = parser.block.ruler
    rules.at("code", _code)
    rules.at("table", _placed(table), {"alt": ["paragraph", "reference"]})
    rules.at("heading", _placed(heading), {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("lheading", _placed(lheading))
    prose = _placed(paragraph)
    rules.at("paragraph", prose)
    return spared(parser, prose)


def extended(parser: MarkdownIt) -> MarkdownIt:
    """The parser with the block rules for what programs add to CommonMark: standing lines, boxes, terms, formulas."""
    parser.use(deflist_plugin)
    rules = parser.block.ruler
    alone: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    for name, rule in (
        ("standing", standing),
        ("box", box),
        ("directive", directive),
        ("cell", cell),
        ("formula", _formula),
    ):
        rules.before("fence", name, rule, alone)
    rules.before("code", "nested", nested)
    rules.before("table", "metadata", metadata)
    rules.before("deflist", "terms", terms)
    return parser


def _code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for indented code, but for what follows an item's mark on its own line.

    By CommonMark, five blanks behind the mark make it code; people who write so mean an item, as which Markdown.pl,
    Python-Markdown and their kin show it.
    """
    begin = state.bMarks[start]
    if state.src[begin : begin + state.tShift[start]].strip():
        return False
    return code(state, start, end, silent)


def _placed(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    """The rule, noting in its first token where the block's text is in each line."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            state.tokens[before].meta["lines"] = [
                (line, state.bMarks[line] + state.tShift[line], state.eMarks[line])
                for line in range(start, state.line)
            ]
        return True

    return run


_DOLLARS = math_block_dollar()


def _formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for formulas between `$$`, which does not search again from each line of one that is not closed."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("$$", at):
        return False
    since, until = state.env.get("$$", (end, end))
    if since <= start < until:
        return False
    before = state.line
    if _DOLLARS(state, start, end, False):
        if silent:
            state.tokens.pop()
            state.line = before
        return True
    state.env["$$"] = (start, next((n for n in range(start, end) if state.isEmpty(n)), end))
    return False
