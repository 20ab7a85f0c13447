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
HTML_LEFT = define("html-left", "HTML blocks with words in them are left as they are (line {lines})")
