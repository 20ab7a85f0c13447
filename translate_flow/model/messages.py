"""What the states and kinds of segments are called."""

from __future__ import annotations

from ..messages import Table

define = Table("model")

STATE = {
    "missing": define("state-missing", "missing"),
    "draft": define("state-draft", "draft"),
    "stale": define("state-stale", "stale"),
    "translated": define("state-translated", "translated"),
    "approved": define("state-approved", "approved"),
    "kept": define("state-kept", "kept"),
    "returned": define("state-returned", "returned"),
    "open": define("state-open", "open"),
    "doubtful": define("state-doubtful", "doubtful"),
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
