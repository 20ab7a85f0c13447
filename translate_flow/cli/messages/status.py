"""What the commands say that tell how things stand: status, check, build, doctor, forget, desk, merge-driver."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.status")

# status
CONFIDENTIAL = define("confidential", "{mark} confidential, nothing leaves this machine: {name}: {where}")
NOTICE = define("notice", "{name}: {notice}; {remedy}")
DOUBTFUL = define(
    "doubtful",
    "{name}: {n} segments have another text from an older PO file or the other side of a merge; the newer one "
    "counts, both are kept: see {command}, then confirm it or restore the other",
    one="{name}: 1 segment has another text from an older PO file or the other side of a merge; the newer one "
    "counts, both are kept: see {command}, then confirm it or restore the other",
    count="n",
)
BELOW = define("below", "below {limit} %: {found}")
RUN_ADD = define("run-add", "run: translate-flow add")
PUT_IT_BACK = define(
    "put-it-back", "put it back, or remove or rename its catalogue and journal in locales/ too"
)
ADD_RESTORES = define(
    "add-restores", "run: translate-flow add, which restores them from the journal where it can"
)
RETURNED = define(
    "returned",
    "{n} returned by a reviewer; see: translate-flow history DOC",
    one="1 returned by a reviewer; see: translate-flow history DOC",
    count="n",
)
TO_GO = define("to-go", "{left}/{words} to go")
STATEMENT = define("statement", "statement")
TO = define("to", "to")
SOURCE_WORDS = define("source-words", "source words")
CONFIRMED = define("confirmed", "confirmed")
WORDS_LEFT = define("words-left", "to go")
ALL = define("all", "all")

# check
NO_SUCH_RULE = define("no-such-rule", "--rule {rule}: no such rule{nearest}")
CHECKED = define("checked", "{name}: {errors}, {warnings}")
ERRORS = define("errors", "{n} errors", one="1 error", count="n")
WARNINGS = define("warnings", "{n} warnings", one="1 warning", count="n")
MANY_SEGMENTS = define("many-segments", "{n} segments: {problem}", one="1 segment: {problem}", count="n")
SUCH_AS = define("such-as", "such as “{problem}”")
LINE = define("line", "line {number}")

# build
WATCHING = define("watching", "rebuilds whenever something changes; press Ctrl+C to stop")
OWN_FORMAT = define("own-format", "the finished statement in its source's own format")
BUILT_WITH_ERRORS = define(
    "built-with-errors",
    "{name}: built with {n} errors; the manifest lists the segments",
    one="{name}: built with an error; the manifest lists the segment",
    count="n",
)
GUESSED = define(
    "guessed",
    "{name}: {n} drafts lack a mark of their source; it was put where it may belong ({keys}): correct them before you confirm",
    one="{name}: 1 draft lacks a mark of its source; it was put where it may belong ({keys}): correct it before you confirm",
    count="n",
)
MACHINE_TEXT = define(
    "machine-text",
    "{name}: {n} segments are marked as machine text",
    one="{name}: 1 segment is marked as machine text",
    count="n",
)

# forget
REMOVE_COPIES = define("remove-copies", "Remove the copies? This cannot be undone")
REMOVE_ALL = define(
    "remove-all", "Remove all of this, including the statement and its translations? This cannot be undone"
)
REMOVED = define(
    "removed", "{name}: {n} files and folders removed", one="{name}: 1 file or folder removed", count="n"
)
NOT_REMOVED = define("not-removed", "not removed: {what}")
ELSEWHERE = (
    define(
        "elsewhere-copies",
        "exported files, mails, printouts and the print queue, backups, the recycle bin, an editor's own copies",
    ),
    define(
        "elsewhere-disk",
        "what the disk still holds of deleted files: only an encrypted disk protects that",
    ),
)
"""Where nobody can look from here."""

# desk
DESK_FIRST = define(
    "desk-first",
    "{folder}: no workspace yet; the page at the address below asks for what it needs to create one",
)
DESK_OPEN = define(
    "desk-open",
    "The desk is open at the address below; only those who have it get in. Press Ctrl+C to stop.",
)
DESK_STUCK = define(
    "desk-stuck",
    "the desk was stopped while it was still working; what was saved is in the journals, and the next "
    "command brings the PO files up to date",
)

# merge-driver
BOTH_SIDES = define(
    "both-sides",
    "{path}: {n} segments translated on both sides: {keys}; the later text is there as a draft, the other is in "
    "the entry's comment: edit or confirm it, then git add",
    one="{path}: 1 segment translated on both sides: {keys}; the later text is there as a draft, the other is in "
    "the entry's comment: edit or confirm it, then git add",
    count="n",
)
