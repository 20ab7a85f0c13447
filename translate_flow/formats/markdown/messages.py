"""What is said about Markdown files."""

from __future__ import annotations

from ...messages import Table

define = Table("formats.markdown")

BLOCKS_CHANGE = define(
    "blocks-change",
    "{file}: segment {key}: this text would change the Markdown blocks around it; "
    "put a word or a backslash before its first character",
)
PARSER_FAILS = define(
    "parser-fails", "{file}: the Markdown parser fails on this text ({cause}); simplify its lists and quotes"
)
TABLES_LEFT = define(
    "tables-left",
    "{n} tables drawn with characters (not read; write them as tables with bars)",
    one="1 table drawn with characters (not read; write it as a table with bars)",
    count="n",
)
DIAGRAMS = define(
    "diagrams",
    "{n} diagrams written as code (not read)",
    one="1 diagram written as code (not read)",
    count="n",
)
