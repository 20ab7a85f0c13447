"""What the commands of the translation memory say."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.memory")

CONFIDENTIAL_LEFT_OUT = define(
    "confidential-left-out",
    "{name}: confidential; its {n} pairs are left out (--confidential includes them)",
    one="{name}: confidential; its pair is left out (--confidential includes it)",
    count="n",
)
PAIRS = define("pairs", "{file}: {n} pairs", one="{file}: 1 pair", count="n")
OTHER_LANGUAGES = define(
    "other-languages",
    "{file}: {n} units without both of this workspace's languages were skipped",
    one="{file}: 1 unit without both of this workspace's languages was skipped",
    count="n",
)
UNCONFIRMED = define(
    "unconfirmed",
    "{file}: {n} units that no person has confirmed were skipped",
    one="{file}: 1 unit that no person has confirmed was skipped",
    count="n",
)
DROPPED = define(
    "dropped",
    "{file}: {n} characters that XML does not allow were dropped",
    one="{file}: 1 character that XML does not allow was dropped",
    count="n",
)
IMPORTING = define("importing", "importing")
FILES_ARE_IN = define(
    "files-are-in", "{problem}; the files are in memory/ now: the next command that can write imports them"
)
NOTHING_FOUND = define("nothing-found", "nothing found; try fewer words, or the beginning of a word with *")
FIRST = define("first", "only the first {count} are shown; see more with --limit")
FIGURE = {
    "units": define("figure-units", "units"),
    "sentences": define("figure-sentences", "sentences"),
    "approved": define("figure-approved", "approved"),
    "translated": define("figure-translated", "translated"),
    "imported": define("figure-imported", "imported"),
    "documents": define("figure-documents", "documents"),
    "people": define("figure-people", "people"),
    "oldest": define("figure-oldest", "oldest"),
    "newest": define("figure-newest", "newest"),
}
"""Rows of the statistics."""
FILE = define("file", "{file}, {size} MB; it can be deleted and is rebuilt when needed")
UNITS = define("units", "{language}: {n} units", one="{language}: 1 unit", count="n")
EMPTY = define("empty", "nobody has confirmed anything yet; the memory is empty")
CLEANED = define(
    "cleaned",
    "{file}: {n} of {units} units are removed ({duplicates} duplicates, {others} others)",
    one="{file}: 1 of {units} units is removed ({duplicates} duplicates, {others} others)",
    count="n",
)
NOTHING_TO_CLEAN = define("nothing-to-clean", "no unit in memory/*.tmx fits; nothing was changed")
ONLY_COUNTED = define("only-counted", "nothing was written; without --dry-run they are removed")
