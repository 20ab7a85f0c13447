"""What `signatories` says."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.signatories")

WOULD_ADD = define(
    "would-add",
    "{file}: {n} new (+), {known} already listed (=); nothing was written, --write adds the new ones",
)
ADDED = define("added", "{file}: {n} added, {known} already listed")
