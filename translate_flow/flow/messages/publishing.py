"""What is said about publishing a statement, and about its list of signatories."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.publishing")

NOTHING_BUILT = define("nothing-built", "{name}: nothing has been built yet")
NO_NAME = define("no-name", "line {row}: the organisation is missing; fill it in, or delete the line")
LIST_CHANGED = define(
    "list-changed", "{file}: was changed meanwhile; look at the list again, and make your changes there"
)
IMPRINT_CHANGED = define(
    "imprint-changed", "{file}: was changed meanwhile; load the page again, and make your changes there"
)
IMPRINT_TOO_LONG = define("imprint-too-long", "the text has {n} characters; the limit is {most}; shorten it")
