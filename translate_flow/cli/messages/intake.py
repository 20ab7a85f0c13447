"""What the commands say that bring statements in, and files out and in again."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.intake")

# add
READING = define("reading", "reading")
ADD_ANYWAY = define("add-anyway", "Add it as a statement anyway?")
SEGMENTS = define("segments", "{n} segments", one="1 segment", count="n")
NAMES_TO_KEEP = define(
    "names-to-keep", "{n} of them names to keep", one="1 of them a name to keep", count="n"
)
NOTHING_WRITTEN = define("nothing-written", "nothing written")
HOW = {
    "same": define("how-same", "same"),
    "moved": define("how-moved", "moved"),
    "back": define("how-back", "back"),
    "safe": define("how-safe", "safe"),
    "edited": define("how-edited", "edited"),
    "split": define("how-split", "split"),
    "merged": define("how-merged", "merged"),
    "new": define("how-new", "new"),
    "gone": define("how-gone", "removed"),
}
"""What became of one paragraph."""
COUNT = {
    "same": define("count-same", "{n} same", one="1 same", count="n"),
    "moved": define("count-moved", "{n} moved", one="1 moved", count="n"),
    "back": define("count-back", "{n} back", one="1 back", count="n"),
    "safe": define("count-safe", "{n} safe", one="1 safe", count="n"),
    "edited": define("count-edited", "{n} edited", one="1 edited", count="n"),
    "split": define("count-split", "{n} split", one="1 split", count="n"),
    "merged": define("count-merged", "{n} merged", one="1 merged", count="n"),
    "new": define("count-new", "{n} new", one="1 new", count="n"),
    "gone": define("count-gone", "{n} removed", one="1 removed", count="n"),
}
"""What became of several."""
TO_TRANSLATE = define("to-translate", "{how}: to be translated")
NEEDS_A_LOOK = define("needs-a-look", "{how}: check its translation")
NEEDS_A_LOOK_BECAUSE = define("needs-a-look-because", "{how}: check its translation ({reason})")
STILL_HOLDS = define("still-holds", "{how}: only {reason}; its translation is still valid")

BECAUSE = define("because", "{how}: {reason}")

# align
PLACED = {
    "certain": define("placed-certain", "certain"),
    "doubtful": define("placed-doubtful", "doubtful"),
    "same": define("placed-same", "same"),
    "yours": define("placed-yours", "yours"),
    "name": define("placed-name", "name"),
    "none": define("placed-none", "none"),
}
"""How a segment was paired with the translation."""
PAIRED = {
    "certain": define("paired-certain", "{n} certain", one="1 certain", count="n"),
    "doubtful": define("paired-doubtful", "{n} to review", one="1 to review", count="n"),
    "same": define("paired-same", "{n} already there", one="1 already there", count="n"),
    "yours": define(
        "paired-yours",
        "{n} with a different text by a person, which stays",
        one="1 with a different text by a person, which stays",
        count="n",
    ),
    "name": define("paired-name", "{n} names to keep", one="1 name to keep", count="n"),
    "none": define("paired-none", "{n} without a translation", one="1 without a translation", count="n"),
}
ONLY_IN_TRANSLATION = define("only-in-translation", "only in the translation")
CORRECTED = define("corrected", "{n} corrections applied", one="1 correction applied", count="n")
NAME_TRANSLATION = define(
    "name-translation", "{source}: not a folder of pairs; name the finished translation after the statement"
)
FIX_ONE = define("fix-one", "--fix corrects one pair; name the statement and its translation")
HELPED_BY = define("helped-by", "paired with the help of {engine}")

# init
CLONE_READY = define(
    "clone-ready", "this is a workspace already; from now on git merges its catalogues segment by segment"
)
GIT_MERGES = define("git-merges", "from now on git merges this workspace's catalogues segment by segment")
GIT_NOT_WRITABLE = define(
    "git-not-writable", "{folder}: git's configuration cannot be written; see: git config --local -l"
)
READY = define("ready", "ready; put statements into {folder}/ and run: {command}")

# export, import
ONE_FILE = define("one-file", "--out: names one file, but {n} statements are chosen")
NOTE_WITHOUT_PACKAGE = define("note-without-package", "--note only works with --package")
CONFIDENTIAL_NOT_PACKED = define(
    "confidential-not-packed", "left out as confidential: {statements}; name them to include them"
)
PACKED = define("packed", "{path}: {n} statements", one="{path}: 1 statement", count="n")
EXPORTED = define(
    "exported",
    "{path}: {n} segments, {changed} with people's changes",
    one="{path}: 1 segment, {changed} with people's changes",
    count="n",
)
BROUGHT_IN = define("brought-in", "{file} → {name} ({language})")
BROUGHT_IN_DRY = define("brought-in-dry", "{file} → {name} ({language}), nothing is written")
OUTCOME = {
    "taken": define("outcome-taken", "taken"),
    "confirmed": define("outcome-confirmed", "confirmed"),
    "returned": define("outcome-returned", "returned"),
    "unchanged": define("outcome-unchanged", "unchanged"),
    "asked": define("outcome-asked", "not taken"),
    "stale": define("outcome-stale", "stale"),
    "refused": define("outcome-refused", "refused"),
    "unknown": define("outcome-unknown", "unknown"),
}
"""What became of a row of a review file."""
OUTCOMES = {
    "taken": define("outcomes-taken", "{n} taken", one="1 taken", count="n"),
    "confirmed": define("outcomes-confirmed", "{n} confirmed", one="1 confirmed", count="n"),
    "returned": define("outcomes-returned", "{n} returned", one="1 returned", count="n"),
    "unchanged": define("outcomes-unchanged", "{n} unchanged", one="1 unchanged", count="n"),
    "asked": define("outcomes-asked", "{n} not taken", one="1 not taken", count="n"),
    "stale": define("outcomes-stale", "{n} stale", one="1 stale", count="n"),
    "refused": define("outcomes-refused", "{n} refused", one="1 refused", count="n"),
    "unknown": define("outcomes-unknown", "{n} unknown", one="1 unknown", count="n"),
}
BY = define("by", "by {person}")
COMMENT_BY = define("comment-by", "comment by {person}: {text}")
LOOSE_COMMENT = define("loose-comment", "comment outside the table by {person}: {text}")
SOMEBODY = define("somebody", "somebody")
COMMENTS = define("comments", "{n} comments", one="1 comment", count="n")
ABSENT = define("absent", "{n} segments not in the file", one="1 segment not in the file", count="n")
