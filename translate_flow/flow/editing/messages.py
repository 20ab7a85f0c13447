"""What the verbs on segments say."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.editing")

SOURCE_CHANGED = define("source-changed", "{name}: {key}: the source has changed; edit or confirm it first")
NOT_CONFIRMED = define(
    "not-confirmed", "{name}: {key}: nobody has confirmed this text yet; confirm it first, then approve it"
)

# Reasons of events: their ids stand in journals, so they never change.

REPLACED = define("replaced", "replaced [{batch}] {label}")
REPLACEMENT_UNDONE = define("replacement-undone", "replacement [{batch}] undone")
SPREAD = define("spread", "spread from {origin}")
