"""What find says."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.find")

MORE = define(
    "more", "and {n} more; show them with --limit", one="and 1 more; show it with --limit", count="n"
)
NOTHING_FOUND = define("nothing-found", "nothing found")
