"""What is said about lists of signatories."""

from __future__ import annotations

from ..messages import Table

define = Table("signatories")

NO_HEAD = define(
    "no-head",
    "{file}: the first row must name the columns: organisation, and if you like place, country, language, link, date",
)
UNKNOWN_COLUMN = define("unknown-column", "{file}: unknown column “{column}”; known columns: {known}")
TOO_MANY = define(
    "too-many", "{file}, row {row}: {n} values for {columns} columns; quote values that contain commas"
)
NO_NAME = define("no-name", "{file}, row {row}: no organisation; write its name, or delete the row")
NOT_CSV = define("not-csv", "{file}: not a CSV file ({cause}); export it again as CSV")
NO_COLUMN = define(
    "no-column",
    "{file}: no column holds the organisations; rename the head of the one that does to “organisation”",
)
ALIKE = define("alike", "{file}: rows {one} and {other} look like one organisation: {name} / {again}")
"""A warning."""
REFUSED = define("refused", "{file}, row {row}: does not agree to be published, and is not taken")
LISTED = define("listed", "{file}, row {row}: {name} is already in the statement, and is not listed again")
