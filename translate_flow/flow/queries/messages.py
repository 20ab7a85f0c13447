"""What segments are called by: states, kinds, and the fields and values of a query, as people read and write them."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.queries")

STATE = {
    "missing": define("state-missing", "missing"),
    "draft": define("state-draft", "draft"),
    "stale": define("state-stale", "stale"),
    "translated": define("state-translated", "translated"),
    "approved": define("state-approved", "approved"),
    "kept": define("state-kept", "kept"),
    "returned": define("state-returned", "returned"),
    "open": define("state-open", "open"),
}
"""State (or what a query asks of it) → its name."""
KIND = {
    "title": define("kind-title", "title"),
    "heading": define("kind-heading", "heading"),
    "paragraph": define("kind-paragraph", "paragraph"),
    "item": define("kind-item", "item"),
    "name": define("kind-name", "name"),
    "quote": define("kind-quote", "quote"),
    "cell": define("kind-cell", "cell"),
    "caption": define("kind-caption", "caption"),
    "footnote": define("kind-footnote", "footnote"),
    "line": define("kind-line", "line"),
}
"""Kind of a segment → its name."""
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
