"""What the commands say."""

from __future__ import annotations

from ..messages import Table

define = Table("cli")

BUILT_WITH_ERRORS = define(
    "built-with-errors",
    "{name}: built with {n} errors; the manifest lists the segments",
    one="{name}: built with an error; the manifest lists the segment",
    count="n",
)
LEFT_OUT = define("left-out", "{key}: not approved because of findings: {reason}")
LEFT_OUT_REMEDY = define(
    "left-out-remedy",
    "{n} left out; correct them, dismiss the findings, or approve --with-errors",
    one="one left out; correct it, dismiss its findings, or approve --with-errors",
    count="n",
)
