"""What the desk says of requests it cannot answer."""

from __future__ import annotations

from ..messages import Table

define = Table("desk")

UNKNOWN_ACTION = define("unknown-action", "{name}: unknown action")
