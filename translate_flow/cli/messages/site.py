"""What `site` says."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.site")

BUILT = define(
    "built",
    "{folder}: {pages} pages of {n} statements",
    one="{folder}: {pages} pages of one statement",
    count="n",
)
LEFT_OUT = define("left-out", "not ready to be published: {names}")
