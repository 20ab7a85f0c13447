"""What `diff` says: what people changed in drafts, the effort, the terms."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.diff")

OUT_NEEDS_FORMAT = define("out-needs-format", "--out goes with --format html, json or csv")
CSV_NEEDS_BY = define("csv-needs-by", "--format csv holds effort figures: pass --by as well")
NO_BY_IN_HTML = define("no-by-in-html", "--by goes with --format text, json or csv")
BY_ALONE = define(
    "by-alone", "--by compares drafts with present texts; leave out --from, --to VERSION and --since"
)
WRITTEN = define("written", "{file}: written")

# Changed segments
WITH_CLASSES = define(
    "with-classes",
    "{n} segments with {classes}; {others} others not shown",
    one="1 segment with {classes}; {others} others not shown",
    count="n",
)
UNCHANGED = define(
    "unchanged",
    "{n} segments without changes not shown",
    one="1 segment without changes not shown",
    count="n",
)
NO_DIFFERENCES = define("no-differences", "no differences")

# Terms
COUNTED = {
    "kept": define("counted-kept", "{n} kept", one="1 kept", count="n"),
    "fixed": define("counted-fixed", "{n} fixed", one="1 fixed", count="n"),
    "broken": define("counted-broken", "{n} broken", one="1 broken", count="n"),
    "missing": define("counted-missing", "{n} missing", one="1 missing", count="n"),
}
CHANGES_BY_ENGINE = define("changes-by-engine", "Changes by engine")
TERMS_IN_DRAFTS = define("terms-in-drafts", "Terms in the drafts")
RIGHT_IN_EACH = define(
    "right-in-each", "{n} terms right in each draft", one="1 term right in each draft", count="n"
)

# Effort
UNREAD = define(
    "unread",
    "{n} segments still unread machine text, not counted",
    one="1 segment still unread machine text, not counted",
    count="n",
)
UNDRAFTED = define(
    "undrafted",
    "{n} written without a draft, not counted",
    one="1 written without a draft, not counted",
    count="n",
)
WITH_CASE = define("with-case", "HTER with case")
SEGMENTS_READ = define("segments-read", "segments read")
SOURCE_WORDS = define("source-words", "{n} source words", one="1 source word", count="n")
WORDS_KEPT = define("words-kept", "words kept")
OF_THE_DRAFTS = define("of-the-drafts", "of the drafts' {count}")
WORDS_GONE_COME = define("words-gone-come", "words out, in")
EDIT_DISTANCE = define("edit-distance", "edit distance {count}")
TERMS_COUNTED = define("terms-counted", "names and terms")
EDITS_PER_WORDS = define("edits-per-words", "{edits} edits / {words} words")
BANDS = define("bands", "alike, %   segments  source words")

# diff --by
BY = {
    "segment": define("by-segment", "segment"),
    "statement": define("by-statement", "statement"),
    "engine": define("by-engine", "engine"),
    "person": define("by-person", "person"),
    "week": define("by-week", "week"),
}
COLUMNS = (
    define("column-segments", "segments"),
    define("column-words", "words"),
    define("column-as-drafted", "as drafted"),
    define("column-gone", "words out"),
    define("column-come", "in"),
    define("column-hter", "HTER"),
    define("column-case", "with case"),
    define("column-chrf", "chrF2"),
)
"""Heads of the table of effort."""
