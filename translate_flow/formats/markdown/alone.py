"""A rule of the block parser that spares the others most of their work: one line of prose between blank lines."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import paragraph as usual

_MODULES = ("import", "export")
"""What lines of JavaScript begin with (MDX)."""
_PROSE = frozenset("¿¡«“‘„\ufdd0")
"""What else only prose begins with: signs of Spanish and of speech, and the mark of a unit (`typeset.marks`)."""
_LABEL = re.compile(r"\[[^\W\d_][^\[\]\\\n]*\] \S")
"""Words in brackets with others behind them: `[not translated] The river`, no definition and no sign."""
_EXPLAINS = frozenset(":~")
"""What the explanation of the term above it begins with, also behind a blank line."""


def spared(parser: MarkdownIt, paragraph: RuleFuncBlockType = usual) -> MarkdownIt:
    """The parser, whose rule for paragraphs is `paragraph`, with this rule before all others.

    A line that begins with a letter, or with one of a few other signs, has a blank line or nothing below it and is not
    explained behind that, is a paragraph: every other rule of CommonMark, of tables, footnotes, terms and our own wants
    another first sign or a second line. So a dozen rules need not look at it.
    """

    def alone(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at, after = state.bMarks[start] + state.tShift[start], start + 1
        if silent or at >= state.eMarks[start]:
            return False
        first = state.src[at]
        if (
            not first.isalpha()
            and first not in _PROSE
            and not _LABEL.match(state.src, at, state.eMarks[start])
        ):
            return False
        if after < state.lineMax and not state.isEmpty(after):
            return False
        if state.is_code_block(start) or state.src.startswith(_MODULES, at):
            return False
        below = after + 1
        if below < state.lineMax:
            sign = state.bMarks[below] + state.tShift[below]
            if sign < state.eMarks[below] and state.src[sign] in _EXPLAINS:
                return False
        return paragraph(state, start, end, False)

    parser.block.ruler.before("table", "alone", alone)
    return parser
