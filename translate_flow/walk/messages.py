"""What the walk in the terminal says."""

from __future__ import annotations

from ..messages import Table

define = Table("walk")

ASK_AGAIN = define(
    "ask-again",
    "{n} errors: {problem} …; the same key again keeps the text as it is",
    one="{problem} The same key again keeps the text as it is",
    count="n",
)
PUT_BACK = define("put-back", "put back by {person}")

# The line at the top
LEFT = define("left", "{n} left to confirm", one="1 left to confirm", count="n")
FILTER = define("filter", "filter {query}")

# Parts of the page
SOURCE = define("source", "Source")
SOURCE_CHANGED = define("source-changed", "The source changed since this was translated")
DRAFT_BY = define("draft-by", "Draft by {engine}")
TRANSLATION = define("translation", "Translation")
NONE_YET = define("none-yet", "none yet: press e to write one")
NOW = define("now", "Now")
NOW_ALIKE = define("now-alike", "Now, {percent} % alike")
TYPED = define("typed", "Typed but not saved: press e to continue")
RISK = define("risk", "Risk {percent}")
SEE_FINDINGS = define("see-findings", "see the findings")
FINDINGS = define("findings", "Findings")
TERMS = define("terms", "Terms")
MEMORY = define("memory", "Memory: press its number to use one")
COMMENTS = define("comments", "Comments")
KEPT = define("kept", "{term}, kept")
LIKE_PRESENT = define("like-present", "{where}, {percent} % like the present text")
RETURNED_ON = define("returned-on", "returned, {date}: ")
SAID_ON = define("said-on", "said, {date}: ")
KEYS = define("keys", "Keys")
HELP = define(
    "help",
    """\
c  confirm the text as it is, and go to the next open segment
e  edit here         E  edit in your own editor ($VISUAL, $EDITOR)
a  approve, and on   r  return to the translator with a note
m  comment           1 2 3  use this match from the memory
n → ↓ next   p ← ↑ previous   space b  scroll down, up
g  go to a number, a key, or the next segment with these words
f  filter, such as  state:draft  check:number-changed  by:ana  Juliaca;  empty: all segments
u  undo the last action of this walk
q  quit; everything is already saved
While editing: ctrl+s saves, escape leaves; what you typed is kept and offered again.""",
)

# Keys at the bottom
KEY = {
    "help": define("key-help", "help"),
    "confirm": define("key-confirm", "confirm"),
    "edit": define("key-edit", "edit"),
    "own_editor": define("key-own-editor", "own editor"),
    "approve": define("key-approve", "approve"),
    "return": define("key-return", "return"),
    "comment": define("key-comment", "comment"),
    "undo": define("key-undo", "undo"),
    "next": define("key-next", "next"),
    "back": define("key-back", "back"),
    "jump": define("key-jump", "go to"),
    "filter": define("key-filter", "filter"),
    "quit": define("key-quit", "quit"),
    "save": define("key-save", "save"),
    "leave": define("key-leave", "leave"),
}
"""What a key does, in a word."""

# What is asked
ASKED = {
    "return": define("asked-return", "What needs fixing?"),
    "comment": define("asked-comment", "Comment"),
    "jump": define("asked-jump", "Number, key or words"),
    "filter": define("asked-filter", "Filter, such as state:draft or check:any; empty for all"),
}
ESCAPE_LEAVES = define("escape-leaves", "{question} (escape leaves)")

# What came of it
QUESTION_MARK = define("question-mark", "press ? for a list of keys")
NONE_LEFT = define("none-left", "{said}; there are no more segments in this walk")
AT = define("at", "{key} {said}")
NO_OTHER = define("no-other", "there are no more segments that way")
BACK_TO_SEGMENTS = define("back-to-segments", "press n or p to go back to the segments")
SAVE_OR_LEAVE = define("save-or-leave", "ctrl+s saves, escape leaves")
NOT_SAVED = define("not-saved", "not saved; press e to continue")
LEFT_AS_IT_WAS = define("left-as-it-was", "left as it was")
SEGMENTS = define("segments", "{n} segments", one="1 segment", count="n")
IS_AT = define("is-at", "is {number} of {count}")
CONFIRMED_WITH = define(
    "confirmed-with",
    "confirmed, and the same paragraph {n} more times",
    one="confirmed, and the same paragraph one more time",
    count="n",
)
EDITED_WITH = define(
    "edited-with",
    "saved, and the same paragraph {n} more times",
    one="saved, and the same paragraph one more time",
    count="n",
)
CONFIRMED = define("confirmed", "confirmed")
EDITED = define("edited", "saved")
TAKEN = define("taken", "taken from the memory")
APPROVED = define("approved", "approved")
RETURNED = define("returned", "returned")
COMMENTED = define("commented", "comment saved")
UNDONE = define("undone", "undone")
UNDONE_BUT = define("undone-but", "undone; {lost}")
IN_HISTORY = define("in-history", "the source it was made for is in its history")
APPROVE_AGAIN = define("approve-again", "it has to be approved again")

# What cannot be done
NO_MATCHING = define("no-matching", "no segment matches {query}")
NO_SEGMENT = define("no-segment", "there are no segments")
NOT_AMONG = define(
    "not-among", "{where}: not a number from 1 to {count}, nor a key or text in these segments"
)
NO_MATCH = define("no-match", "the memory has no match {number}")
SAY_WHAT = define("say-what", "say what needs fixing")
NOTHING_TO_UNDO = define("nothing-to-undo", "there is nothing to undo in this walk")
WORKED_SINCE = define("worked-since", "{key}: {person} has worked on it since; see its history")
