"""What is said about choosing an output."""

from __future__ import annotations

from ..messages import Table

define = Table("outputs")

UNKNOWN = define("unknown", "{name}: unknown output; known outputs: {known}")
