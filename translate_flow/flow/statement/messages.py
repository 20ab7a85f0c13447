"""What is said about findings that stand in the way."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.statement")

DONE_BEFORE = define("done-before", "{error}; this was done before the error and stays: {done}")
STOPPED = define(
    "stopped",
    "{name}: {n} findings stop the build (first: {key}, {rule}: {problem}); see: translate-flow check {name}. "
    "Correct the text, dismiss the finding with a reason, or build --with-errors",
    one="{name}: a finding stops the build ({key}, {rule}: {problem}); see: translate-flow check {name}. "
    "Correct the text, dismiss the finding with a reason, or build --with-errors",
    count="n",
)
KEPT_BACK = define("kept-back", "{n} findings, first: {problem}", one="{problem}", count="n")
NOT_OFFERED = define("not-offered", "not offered for translation: {what}")
