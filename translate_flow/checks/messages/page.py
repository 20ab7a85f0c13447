"""What the page about a check says around the check's own words."""

from __future__ import annotations

from ...messages import Table

define = Table("checks.page")

SEVERITY = {
    "error": define("severity-error", "Severity: error."),
    "warning": define("severity-warning", "Severity: warning."),
    "info": define("severity-info", "Severity: info."),
}
"""Severity → what is said of it."""
SOURCE = define("source", "source")
FOUND = define("found", "reported")
NOT_FOUND = define("not-found", "not reported")
WHAT_TO_DO = define("what-to-do", "**What to do.** {remedy}")
TO_DISMISS = define(
    "to-dismiss",
    "**To dismiss it.** `translate-flow dismiss DOC KEY {rule} --reason WHY`; it comes back when the translation "
    "changes.",
)
SEE = define("see", "See [dismissing](README.md#dismissing).")
