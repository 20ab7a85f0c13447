"""What is said about files on languages that cannot be used."""

from __future__ import annotations

from ..messages import Table

define = Table("language")

FAULT = define("fault", "{file}, line {row}, column {column}: {problem}")
TABLE_TWICE = define("table-twice", "[{name}] appears twice; merge the two tables into one")
ROW_TWICE = define("row-twice", "“{key}” appears twice; delete one of the two rows (the second is left out)")
NOT_UTF_8 = define("not-utf-8", "not UTF-8; save the file as UTF-8")
EMPTY_CELL = define("empty-cell", "the cell is empty; write the name, or delete the row")
OTHER_COLUMNS = define("other-columns", "a row has {n} columns separated by tabs")
OTHER_VALUE = define("other-value", "“{key}” must be words, a list of phrases or a number")
