"""What plan says, and status --by."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.plan")

WHICH_STATEMENTS = define("which-statements", "which statements? Name them: plan DOC... --due TIME")
NONE_LIKE_THAT = define("none-like-that", "no statement is like that")
STATEMENT = define("statement", "statement")
TO = define("to", "to")
TRANSLATOR = define("translator", "translator")
REVIEWER = define("reviewer", "reviewer")
DUE = define("due", "due")
WORDS_LEFT = define("words-left", "words left")
DONE = define("done", "done")

# status --by
PERSON = define("person", "person")
DAY = define("day", "day")
ENGINE = define("engine", "engine")
DRAFTED = define("drafted", "drafted")
EDITED = define("edited", "edited")
CONFIRMED = define("confirmed", "confirmed")
REVIEWED = define("reviewed", "reviewed")
RETURNED = define("returned", "returned")
EFFORT = define("effort", "changed")
PACE = define("pace", "words/hour")
IN_WORDS = define(
    "in-words",
    "source words; changed: percent of the words of edited translations that were put in, left out or replaced",
)
NOBODY_YET = define("nobody-yet", "nobody has done anything yet")
