"""What is said about plans."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.planning")

HEAD = define(
    "head", "Who translates and reviews this statement, and by when. Change it here, or with: {command}"
)
NOT_TOML = define("not-toml", "{file}: not TOML: {cause}; fix the line in a text editor, or delete the file")
PLAN_MARKS = define(
    "plan-marks", "{file}:{line}: git's conflict marks are in the plan; keep one side, and delete the marks"
)
NOT_UTF_8 = define("not-utf-8", "{file}: the plan is not UTF-8; save it as UTF-8")
UNKNOWN_LANGUAGE = define(
    "unknown-language",
    "{file}:{line}: [{language}]: this workspace does not translate into it; a plan has a section for each of {known}",
)
UNKNOWN_KEY = define("unknown-key", "{file}:{line}: {key}: unknown{nearest}; use one of {known}")
NOT_A_TEXT = define("not-a-text", "{file}:{line}: {key}: must be text in quotation marks")
NOT_A_TIME = define(
    "not-a-time", "{file}:{line}: due: must be a date and time such as 2026-03-08T18:00:00-05:00"
)
NOT_A_PRIORITY = define("not-a-priority", "{file}:{line}: priority: {value}: use one of {known}")
NOT_YES_OR_NO = define("not-yes-or-no", "{file}:{line}: archived: must be true or false")
NO_SUCH_STATEMENT = define(
    "no-such-statement", "{file}: no statement has that name{nearest}; rename the plan, or delete it"
)
BAD_DUE = define(
    "bad-due",
    "--due {value}: not a date and time; write it as 2026-03-08 18:00, with a time zone if it is not this machine's "
    "(2026-03-08 18:00 America/Lima, or 2026-03-08T18:00-05:00)",
)
NO_SUCH_ZONE = define("no-such-zone", "--due {value}: unknown time zone: {zone}{nearest}")
PAST = define("past", "{name} {language}: due {due}, which is in the past")
BAD_PRIORITY = define("bad-priority", "--priority {value}: unknown{nearest}; use one of {known}")

PRIORITY = {
    "urgent": define("priority-urgent", "urgent"),
    "high": define("priority-high", "high"),
    "normal": define("priority-normal", "normal"),
    "low": define("priority-low", "low"),
}
FILTER = {
    "all": define("filter-all", "all"),
    "mine": define("filter-mine", "mine"),
    "late": define("filter-late", "late"),
    "returned": define("filter-returned", "returned"),
    "blocked": define("filter-blocked", "blocked"),
    "archived": define("filter-archived", "archived"),
}
UNKNOWN_FILTER = define("unknown-filter", "--show {value}: unknown{nearest}; use one of {known}")
FORECAST = define("forecast", "at {pace} words an hour, done at {at}")
FORECAST_DUE = define("forecast-due", "at {pace} words an hour, done at {at}; due {due}")
NO_PACE = define("no-pace", "too little has been confirmed here to estimate when it will be done")
DUE = define("due", "due {due}")
LATE = define("late", "late: it was due {due}")
DONE = define("done", "done")

# A digest that can be sent.

SUBJECT = define("subject", "{workspace}: where the statements are, {at}")
DIGEST_FOR = define("digest-for", "For {person}")
DIGEST_ALL = define("digest-all", "All statements")
LINE = define("line", "{title} ({language}): {left} of {words} words to go")
TRANSLATES = define("translates", "translator {person}")
REVIEWS = define("reviews", "reviewer {person}")
PRIORITY_IS = define("priority-is", "priority {priority}")
SENT_BACK = define("sent-back", "{n} paragraphs sent back", one="1 paragraph sent back", count="n")
TO_REVIEW = define(
    "to-review", "{n} paragraphs for a second look", one="1 paragraph for a second look", count="n"
)
NOTHING = define("nothing", "Nothing is planned or open.")
CONFIDENTIAL = define("confidential", "confidential: neither its title nor its note is sent")
NOTE = define("note", "note: {text}")
EVENT = define("event", "{title} ({language}) due")
