"""What `forget` says."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.forget")

NO_TRACE = define("no-trace", "{name}: no trace of a statement of that name here{nearest}")
DESK_OPEN = define(
    "desk-open", "a desk is open on port {port} and has the statement in its memory; end it first"
)
NOT_REMOVED = define("not-removed", "{file}: cannot be removed: {cause}")
ALL_ELSE_REMOVED = define("all-else-removed", "{problem}; everything else of {name} was removed")
NOT_A_NAME = define("not-a-name", "{name}: is not a statement's name")
SENT = define("sent", "it was sent to {engine} (first on {day}); ask the company what it keeps")
IN_MEMORY = define(
    "in-memory",
    "{file} has {n} of its paragraphs; remove them, or delete the file",
    one="{file} has one of its paragraphs; remove it, or delete the file",
    count="n",
)
NAMED = define("named", "{file} names it as the source of a text that was taken over")
NAMED_IN_SETTINGS = define("named-in-settings", "{file} names it; remove it there")
IN_GIT = define(
    "in-git",
    "git: {n} commits have it, and so do all clones and servers these were sent to; see docs/privacy.md for how "
    "to take it out of the history",
    one="git: one commit has it, and so do all clones and servers it was sent to; see docs/privacy.md for how "
    "to take it out of the history",
    count="n",
)
