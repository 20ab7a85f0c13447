"""What the journal says of its events, and what is said about files that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..messages import Message, Table

define = Table("catalogue")

# Reasons of events: their ids stand in journals, so they never change.

OUTSIDE = define("outside", "made in another program")
UNSURE = define("unsure", "made in another program, still marked as needing work")
MET = define("met", "translated on both sides of a merge; the other text is in the translator's comment")
MARKED_OUTSIDE = define("marked-outside", "marked as needing work in another program")
OLDER_FINISHED = define(
    "older-finished", "the PO file had an older text, marked as finished; the newer one is kept"
)
OLDER_UNFINISHED = define(
    "older-unfinished", "the PO file had an older text, marked as unfinished; the newer one is kept"
)
NO_TEXT = define("no-text", "the PO file had no text, as it once was; the newer one is kept")
MARK_FINISHED = define(
    "mark-finished", "the PO file had this text marked as finished, as it once was; the newer mark is kept"
)
MARK_UNFINISHED = define(
    "mark-unfinished",
    "the PO file had this text marked as unfinished, as it once was; the newer mark is kept",
)
SAME_PARAGRAPH = define("same-paragraph", "the same paragraph")
SAFE_CHANGE = define("safe-change", "only {why} changed; the translation still holds")
WHITE_SPACE = define("white-space", "white space")
TYPOGRAPHY = define("typography", "typography")
ACCENTS = define("accents", "the accent of {terms}")
SPLIT = define("split", "split between sentences, part {part} of {parts}")
SPLIT_WHOLE = define(
    "split-whole", "split, part {part} of {parts}: the complete earlier translation; keep what belongs here"
)
MERGED = define("merged", "merged from {n} paragraphs")
MERGED_JOINED = define("merged-joined", "merged from {n} paragraphs: their translations, one after the other")
CERTAIN = define("certain", "{text}")
FROM_FILE = define("from-file", "from {file}")
FROM_FILE_OPEN = define("from-file-open", "from {file}, still marked as needing work")
MARKED_IN_FILE = define("marked-in-file", "marked as needing work in {file}")
UNDONE = define("undone", "undid [{act}]")
UNDONE_OPEN = define("undone-open", "undid [{act}]; to be confirmed")
READING_UNDONE = define(
    "reading-undone", "taken back: a new reading of the statement that did not reach the PO file"
)
READING_UNDONE_OPEN = define(
    "reading-undone-open",
    "taken back: a new reading of the statement that did not reach the PO file; to be confirmed",
)

# Files that cannot be used.

UNDECIDED_TEXTS = define(
    "undecided-texts",
    "{file}:{line}: msgcat has put two translations together here (#-#-#-#-#); keep one of them and delete the "
    "lines with these characters, or restore the file from git",
)
WRONG_CHARSET = define(
    "wrong-charset",
    "{file}:{line}: the header declares {charset}, but the file is UTF-8; write charset=UTF-8 in its Content-Type",
)
SPOILT = define(
    "spoilt",
    "{file}:{line}: the Spanish of {key} is not the statement's: {said}. Another program has read or saved the "
    "file with a wrong charset; restore the file from git, or move it away and run translate-flow add (the journal "
    "has all texts that were saved)",
)
NAMED_FILE = define("named-file", "{file}: {problem}")
REMARK = define("remark", "{text}")
BOTH = define("both", "{first}; {second}")

# Files that cannot be used.

EMPTY = define(
    "empty",
    "{file}: is empty; restore it from git, or read the statement again: move the file away, then "
    "translate-flow add (the journal has all texts that were saved)",
)
CONFLICT_MARKS = define(
    "conflict-marks",
    "{file}:{line}: git's conflict marks are in the file; let the merge driver decide: run "
    "translate-flow init, then git checkout --merge -- {file}; or, if the marks were committed, take "
    "one side of each and delete the marks (the journal has all texts that were saved)",
)
UTF_16 = define("utf-16", "{file}: is UTF-16; save it as UTF-8 in the PO editor")
NOT_UTF_8 = define("not-utf-8", "{file}:{line}: not UTF-8; save it as UTF-8 in the PO editor")
NULL_BYTE = define(
    "null-byte", "{file}:{line}: a null byte, which no text has; restore the file from git, or send it again"
)
NOT_AS_DECLARED = define(
    "not-as-declared",
    "{file}:{line}: not {charset}, which its header declares; save it as UTF-8 in the PO editor",
)
UNKNOWN_CHARSET = define(
    "unknown-charset",
    "{file}: declares the charset {charset}, which is not known here; save it as UTF-8 in the PO editor",
)
ESCAPED_BYTES = define(
    "escaped-bytes",
    "{file}:{line}: {escape} is an escape for bytes that are not {charset}; write the characters themselves",
)
UNKNOWN_ESCAPE = define(
    "unknown-escape",
    "{file}:{line}: {escape} is not an escape that PO files have; write the character itself, and \\\\ for a backslash",
)
WITH_PLURALS = define(
    "with-plurals",
    "{file}:{line}: an entry with plural forms, which a statement's catalogue does not have; make it one "
    "msgid and one msgstr again",
)
WITHOUT_KEY = define(
    "without-key",
    "{file}:{line}: an entry without msgctxt; the file is not one of this tool's catalogues: move it away "
    "and add the statement again",
)
KEY_TWICE = define(
    "key-twice",
    "{file}:{line}: {key} is in the file twice (first in line {first}); delete one of the two entries",
)
NOT_ALL_READ = define(
    "not-all-read",
    "{file}: {n} entries are in the file, but only {read} can be read (line {line} is the last); "
    "fix the file in a PO editor, or restore it from git",
)
TOO_MANY_PLURALS = define(
    "too-many-plurals",
    "{file}:{line}: no language has so many plural forms; fix the line in a text editor, or restore the file "
    "from git",
)
BROKEN = define(
    "broken",
    "{file}: broken PO file{what}; fix the line in a text editor, or restore the file from git; or move it "
    "away and read the statement again with translate-flow add (the journal has all texts that were saved)",
)
WRITE_UTF_8 = define("write-utf-8", "a name, note or text is not UTF-8; write it in UTF-8")


def combined(reasons: Iterable[Message]) -> Message | None:
    """Several reasons as one; None if there is none."""
    made: Message | None = None
    for reason in reversed(list(reasons)):
        made = reason if made is None else BOTH(first=reason, second=made)
    return made


def parts(reason: Message | None) -> Iterator[Message]:
    """The reasons that were combined, in order."""
    while reason is not None and reason.id == BOTH.id:
        first, second = reason.values.get("first"), reason.values.get("second")
        yield from parts(first if isinstance(first, Message) else None)
        reason = second if isinstance(second, Message) else None
    if reason is not None:
        yield reason
