"""What is said about versions, comments and dismissals."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.reviewing")

VERSION_RESTORED = define("version-restored", "version {number} restored")
