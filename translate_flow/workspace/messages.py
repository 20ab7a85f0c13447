"""What is said about a workspace and the names of its statements."""

from __future__ import annotations

from ..messages import Table

define = Table("workspace")

NO_SUCH_FOLDER = define("no-such-folder", "{folder}: no such folder")
NO_WORKSPACE = define(
    "no-workspace", "{folder}: no workspace here or above; make one with: translate-flow init"
)
NOT_UTF_8 = define("not-utf-8", "{file}: not UTF-8 at byte {place}; save it as UTF-8")
WHICH_LANGUAGE = define("which-language", "say which language with --to: {languages}")
NOT_A_TARGET = define(
    "not-a-target",
    "--to {language}: this workspace translates into {languages}; add it under [languages] targets in {file}",
)
LIES_OUTSIDE = define(
    "lies-outside", "{file}: is outside {folder}; copy it there as {better} and add it from there"
)
LINK_OUTSIDE = define(
    "link-outside", "{file}: is a link that leads outside the workspace; put the file itself there"
)
CONTROL_IN_NAME = define(
    "control-in-name", "{file}: has a line break or control character in its name; rename it"
)
SAME_NAME = define("same-name", "{file}: has the same name as {other}; rename one")
SOURCE_GONE = define(
    "source-gone",
    "{pattern}: no such file; put it back, or, if the statement was given up or renamed, do the same "
    "with {catalogues} and its journal",
)
FOLDER_UNREAD = define(
    "folder-unread",
    "{folder}: cannot be read: {cause}; the files in it are left out: make the folder readable, or move it away",
)
EMPTY_NAME = define(
    "empty-name", "an empty name of a statement was given; translate-flow status lists the names"
)
NO_STATEMENT = define(
    "no-statement", "no statement yet; put one into statements/ and run: translate-flow add"
)
NO_SUCH_STATEMENT = define("no-such-statement", "{name}: no such statement{nearest}")
NOT_JUST_ONE = define("not-just-one", "{name}: means {n} statements: {found}; name one")
