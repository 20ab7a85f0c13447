"""What is said about changed settings and the sample statement."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.setting")

CHANGED_MEANWHILE = define(
    "changed-meanwhile", "{file} was changed meanwhile; load the page again and repeat the change"
)
NO_SAMPLE = define("no-sample", "{language}: has no sample statement")
NOT_THE_SAMPLE = define(
    "not-the-sample", "{name}: not the sample statement as it came; use: translate-flow forget {name}"
)
