"""What `forget` says."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.forget")

NO_TRACE = define("no-trace", "{name}: nothing here has a statement of that name{nearest}")
DESK_OPEN = define(
    "desk-open", "a desk is open on port {port} and has the statement in its memory; end it first"
)
NOT_REMOVED = define("not-removed", "{file}: cannot be removed: {cause}")
ALL_ELSE_REMOVED = define("all-else-removed", "{problem}; all else of {name} was removed")
NOT_A_NAME = define("not-a-name", "{name}: is not a statement's name")
SENT = define("sent", "{engine} was sent it (first on {day}), and keeps what it keeps; ask the company")
IN_MEMORY = define(
    "in-memory",
    "{file} has {n} of its paragraphs; take them out, or the file away",
    one="{file} has one of its paragraphs; take it out, or the file away",
    count="n",
)
NAMED = define("named", "{file} names it as the source of a text that was taken over")
NAMED_IN_SETTINGS = define("named-in-settings", "{file} names it; take it out there")
IN_GIT = define(
    "in-git",
    "git: {n} commits have it, and so do all clones and servers these were sent to; see docs/privacy.md for how "
    "to take it out of the history",
    one="git: one commit has it, and so do all clones and servers it was sent to; see docs/privacy.md for how "
    "to take it out of the history",
    count="n",
)
