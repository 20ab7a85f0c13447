"""What is said about engines of every kind."""

from __future__ import annotations

from ..messages import Table

define = Table("engines")

UNKNOWN = define("unknown", "{name}: unknown engine; known engines: {known}")
CLOSED = define("closed", "{name}: the engine was closed; start it again")
SAME_LANGUAGE = define(
    "same-language", "{name} cannot translate from {source} to {target}: they are the same language"
)
UNKNOWN_LANGUAGE = define(
    "unknown-language", "{name} does not support the language {tag}; choose another engine"
)
