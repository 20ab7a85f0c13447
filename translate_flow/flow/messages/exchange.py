"""What is said about review files and translation memories on their way in and out."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.exchange")

IMPORT_ONLY = define("import-only", "{kind}: this format is import-only; send the catalogue itself")
NONE_IN_STATE = define("none-in-state", "{name}: no segment is {states}; nothing was written")
CHANGED_SINCE = define(
    "changed-since",
    "{file}: was changed since it was exported; import it first, then move it away or give --force",
)
NO_SUCH_SEGMENT = define("no-such-segment", "--take {key}: {name} has no such segment")
OTHER_LANGUAGE = define(
    "other-language",
    "{file}: is a translation into {language}, which is not one of this workspace's languages; pass --to LANG",
)
WHICH_STATEMENT = define("which-statement", "{file}: doesn't say which statement it is for; pass --doc")
NOT_IN_THE_MEMORY = define("not-in-the-memory", "not in the memory: {problem}")
MEMORY_AS_IT_IS = define(
    "memory-as-it-is", "memory: another translate-flow is filling it; using what it has so far"
)
ONLY_TMX = define(
    "only-tmx",
    "{file}: only TMX files and Wordfast memories (.txt) can be imported; export a TMX file from the other program",
)
NOTHING_UNWANTED = define(
    "nothing-unwanted", "choose what to remove: --duplicates, --before DATE, --by PERSON, or several of them"
)
NO_DAY = define(
    "no-day", "'{value}' is not a date; write a year, a month or a day: 2019, 2019-06 or 2019-06-30"
)
NO_SUCH_MEMORY = define("no-such-memory", "{file}: is not in memory/; 'ls memory' lists the files there")
NO_PAIR = define("no-pair", "{file}: has no confirmed pair of {source} with {targets}; nothing was imported")
ANOTHER_THERE = define(
    "another-there", "{file}: is there already and is another file; rename yours, or give --replace"
)
NOTHING_IMPORTED = define("nothing-imported", "{problem}; nothing was imported")
AS_IT_WAS = define("as-it-was", "{file}: cannot be written: {cause}; it is unchanged")
NOT_IN_STATEMENT = define("not-in-statement", "{name} has no such segment")
SEVERAL_TEXTS = define(
    "several-texts", "appears {n} times in the file with different texts; keep one of them"
)
