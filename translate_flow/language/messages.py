"""What is said about files on languages that cannot be used."""

from __future__ import annotations

from ..messages import Table

define = Table("language")

FAULT = define("fault", "{file}, line {row}, column {column}: {problem}")
TABLE_TWICE = define("table-twice", "[{name}] appears twice; make one table of the two")
NOT_UTF_8 = define("not-utf-8", "not UTF-8; save the file as UTF-8")
EMPTY_CELL = define("empty-cell", "there is nothing here; write the name, or take the row out")
OTHER_COLUMNS = define("other-columns", "a row has {n} columns parted by tabs")
OTHER_VALUE = define("other-value", "“{key}” must be words, a list of phrases or a number")
