"""What is said about findings that stand in the way."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.statement")

DONE_BEFORE = define("done-before", "{error}; what was done before the error is kept: {done}")
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

NO_SUCH_FILE = define("no-such-file", "{file}: no such file")
EMPTY_KEY = define(
    "empty-key", "an empty key was given; the command 'show' lists the keys of a statement's segments"
)
NO_SUCH_KEY = define("no-such-key", "{name}: {key}: no segment has that key{nearest}")
MANY_SUCH_KEYS = define(
    "many-such-keys", "{name}: {key}: {n} segments have keys that begin like this; write more of it"
)
NO_SUCH_STATEMENT = define("no-such-statement", "{name}: no such statement in {language}")
NOT_YOUR_ROLE = define(
    "not-your-role", "{name}: your role in the team does not include this; ask a coordinator"
)
SETTINGS_UNMATCHED = define(
    "settings-unmatched",
    "translate-flow.toml: something in it matches no statement; ask whoever administers the desk to correct it",
)
ENTRIES_MISSING = define(
    "entries-missing",
    "{file}: has no entry for {n} of the statement's {total} segments; run: translate-flow add "
    "{source}, which restores what the journal has of them",
)
SOURCE_CHANGED = define(
    "source-changed", "{file}: changed since it was added; read it again: translate-flow add {file}"
)
IN_THE_JOURNAL = define(
    "in-the-journal",
    "{problem}; nothing is lost: the change is in the journal, and the next command that can write brings the "
    "PO file up to date",
)
TAKEN_BACK = define("taken-back", "{problem}; nothing of the statement was changed")
TOLD_ALREADY = define(
    "told-already",
    "{problem}; the journal already records the change, and it could not be taken back: once the disk "
    "can be written to, run the command again",
)
KEEPS_WRITING = define("keeps-writing", "{file}: another program keeps writing it")
TEXT_TOO_LONG = define("text-too-long", "the text has {n} characters; the limit is {limit}")
FILE_GONE = define("file-gone", "its file is gone")
NAMED_SO = define("named-so", "the name of its file or folder")
FILE_UNREADABLE = define("file-unreadable", "its file cannot be read")
