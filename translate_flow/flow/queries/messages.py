"""The fields and values of a query, as people read and write them."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.queries")

FIELD = {
    "state": define("field-state", "state"),
    "check": define("field-check", "check"),
    "risk": define("field-risk", "risk"),
    "term": define("field-term", "term"),
    "by": define("field-by", "by"),
    "kind": define("field-kind", "kind"),
    "has": define("field-has", "has"),
    "key": define("field-key", "key"),
    "text": define("field-text", "text"),
}
"""Field of a query → its name."""
RISK = {
    "high": define("risk-high", "high"),
    "medium": define("risk-medium", "medium"),
    "low": define("risk-low", "low"),
}
HAS = {
    "comment": define("has-comment", "comment"),
    "draft": define("has-draft", "draft"),
    "edit": define("has-edit", "edit"),
}
CHECK = {
    "any": define("check-any", "any"),
    "error": define("check-error", "error"),
    "warning": define("check-warning", "warning"),
    "info": define("check-info", "info"),
}

UNKNOWN_FIELD = define("unknown-field", "{field}: unknown field{nearest}; use one of {known}")
UNKNOWN_VALUE = define("unknown-value", "{field}:{value}: unknown value; use one of {known}")
