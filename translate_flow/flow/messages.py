"""What is said about the languages of a workspace."""

from __future__ import annotations

from ..messages import Table

define = Table("flow")

NOTHING_KNOWN = define(
    "nothing-known",
    "nothing is known of the language “{language}”: in its translations only markup, addresses and figures in digits are "
    "compared",
)
LANGUAGE_FAULT = define("language-fault", "language file {fault}; that table is not used")
