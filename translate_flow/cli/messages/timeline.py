"""What undo, redo and timeline say."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.timeline")

DEEDS = {
    "draft": define("deed-draft", "drafts"),
    "edit": define("deed-edit", "edits"),
    "confirm": define("deed-confirm", "confirmations"),
    "approve": define("deed-approve", "approvals"),
    "return": define("deed-return", "returns"),
    "comment": define("deed-comment", "comments"),
    "carry": define("deed-carry", "carried over"),
    "keep": define("deed-keep", "kept as they are"),
    "dismiss": define("deed-dismiss", "findings dismissed"),
    "undismiss": define("deed-undismiss", "findings reopened"),
    "resolve": define("deed-resolve", "comments resolved"),
    "undo": define("deed-undo", "undone"),
    "redo": define("deed-redo", "done again"),
    "split": define("deed-split", "splits"),
    "join": define("deed-join", "joins"),
}
"""Kind of event → what a number of them are."""
UNDONE = define(
    "undone",
    "{name} {language}: {n} segments are as before ({deeds} by {person}, {act})",
    one="{name} {language}: 1 segment is as before ({deeds} by {person}, {act})",
    count="n",
)
REDONE = define(
    "redone",
    "{name} {language}: done again in {n} segments ({deeds} by {person}, {act})",
    one="{name} {language}: done again in 1 segment ({deeds} by {person}, {act})",
    count="n",
)
WOULD_BE_UNDONE = define(
    "would-be-undone",
    "{name} {language}: {n} segments would be as before ({deeds} by {person}, {act})",
    one="{name} {language}: 1 segment would be as before ({deeds} by {person}, {act})",
    count="n",
)
LEFT_ALONE = define("left-alone", "{name}: {key}: left as it is: {why}")
IS_UNDONE = define("is-undone", "undone since")
NOTHING_YET = define("nothing-yet", "{name}: nothing has happened yet")
NOTHING_CHANGED = define("nothing-changed", "{name}: no text or state changed between the two")
