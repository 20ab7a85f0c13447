"""What people's changes are called, and what the review page says."""

from __future__ import annotations

from ..messages import Table

define = Table("review")

CLASS = {
    "term-fixed": define("class-term-fixed", "term-fixed"),
    "term-broken": define("class-term-broken", "term-broken"),
    "name": define("class-name", "name"),
    "number": define("class-number", "number"),
    "negation": define("class-negation", "negation"),
    "omission": define("class-omission", "omission"),
    "addition": define("class-addition", "addition"),
    "order": define("class-order", "order"),
    "markup": define("class-markup", "markup"),
    "spelling": define("class-spelling", "spelling"),
    "case": define("class-case", "case"),
    "punctuation": define("class-punctuation", "punctuation"),
    "wording": define("class-wording", "wording"),
}
"""Class of a change → its name."""
MEANING = {
    "term-fixed": define("meaning-term-fixed", "a glossary term that was wrong in the draft is right now"),
    "term-broken": define("meaning-term-broken", "a glossary term that was right in the draft is wrong now"),
    "name": define("meaning-name", "a name was changed, added or removed"),
    "number": define(
        "meaning-number",
        "a number, its unit or hedge, a month or a day of the week changed, or two numbers changed places",
    ),
    "negation": define("meaning-negation", "something is denied that was not before, or the other way round"),
    "omission": define("meaning-omission", "words were removed"),
    "addition": define("meaning-addition", "words were added"),
    "order": define("meaning-order", "the same words in another place or order"),
    "markup": define("meaning-markup", "bold, links, footnote marks, addresses"),
    "spelling": define("meaning-spelling", "the same word spelt differently"),
    "case": define("meaning-case", "capital or small letters"),
    "punctuation": define("meaning-punctuation", "punctuation and spacing"),
    "wording": define("meaning-wording", "said in other words"),
}
"""Class of a change → what it means."""
MEANING_BY = define("meaning-by", "{meaning} ({person})")
VERDICT = {
    "kept": define("verdict-kept", "kept"),
    "fixed": define("verdict-fixed", "fixed"),
    "broken": define("verdict-broken", "broken"),
    "missing": define("verdict-missing", "missing"),
}
"""What became of a term."""
RECASED = define("verdict-recased", "with the wrong capitals")
HAND = {
    "drafted": define("hand-drafted", "drafted by {person}"),
    "edited": define("hand-edited", "edited by {person}"),
    "confirmed": define("hand-confirmed", "confirmed by {person}"),
    "approved": define("hand-approved", "approved by {person}"),
    "returned": define("hand-returned", "returned by {person}"),
    "carried over": define("hand-carried", "carried over by {person}"),
}
"""Who did what to a segment."""
BAND = {
    "unchanged": define("band-unchanged", "unchanged"),
    "under 50": define("band-under-50", "under 50"),
}
"""Bands of likeness that have a name; the others are percentages."""

# What is compared
SIDE = {
    "draft": define("side-draft", "machine draft"),
    "translator": define("side-translator", "translator's text"),
    "previous": define("side-previous", "previous text"),
    "approved": define("side-approved", "approved text"),
    "present": define("side-present", "present text"),
    "source": define("side-source", "present source"),
    "previous-source": define("side-previous-source", "previous source"),
}
"""Version of a text → its name."""
SIDE_NUMBER = define("side-number", "version {number}")
SIDE_SINCE = define("side-since", "text of {revision}")

# A term over all drafts
TERM_LINE = define("term-line", "{term}: {parts}")
RIGHT_IN_DRAFTS = define(
    "right-in-drafts", "right in {right} of {n} drafts", one="right in {right} of 1 draft", count="n"
)
CORRECTED = define(
    "corrected", "corrected {n} times to {target}", one="corrected once to {target}", count="n"
)
CORRECTED_FROM = define(
    "corrected-from",
    "corrected {n} times to {target} (from {forms})",
    one="corrected once to {target} (from {forms})",
    count="n",
)
BROKEN_TIMES = define("broken-times", "broken {n} times", one="broken once", count="n")
WRONG_TIMES = define("wrong-times", "still wrong {n} times", one="still wrong once", count="n")
KEPT_AS_IS = define("kept-as-is", "{term}, kept as it is")
WRONG_RENDERING = define("wrong-rendering", "Wrong rendering. {term}")
MOVED = define("moved", "moved: {number}")
NEEDS_EFFORT = define(
    "needs-effort", "HTER, TER and chrF need sacrebleu: pip install 'translate-flow[effort]'"
)

# The page
CHANGES_OF = define("changes-of", "Changes: {title}")
STATEMENTS = define("statements", "{n} statements", one="1 statement", count="n")
WHAT_PEOPLE_CHANGED = define("what-people-changed", "What people changed in the drafts")
NAMES_AND_TERMS = define("names-and-terms", "Names and terms")
IN_SEGMENTS = define("in-segments", "in {n} segments", one="in 1 segment", count="n")
RIGHT_AND_STILL = define(
    "right-and-still",
    "{n} terms were right in the draft and are still",
    one="1 term was right in the draft and is still",
    count="n",
)
EFFORT = define("effort", "Effort")
CONFIRMED_AS_DRAFTED = define("confirmed-as-drafted", "confirmed as drafted")
OF = define("of", "of {number}")
WORDS_KEPT = define("words-kept", "words kept of the draft's {number}")
DELETED_INSERTED = define("deleted-inserted", "words deleted / inserted")
WITHOUT_CASE = define("without-case", "(without case)")
WITH_CASE = define("with-case", "(with case)")
WORD_DISTANCE = define("word-distance", "word edit distance")
NOTHING_READ = define("nothing-read", "Nobody has read these drafts yet, so there is nothing to measure.")
UNREAD = define(
    "unread",
    "{n} segments are still unread machine text and not counted.",
    one="1 segment is still unread machine text and not counted.",
    count="n",
)
UNDRAFTED = define(
    "undrafted",
    "{n} segments were written without a draft.",
    one="1 segment was written without a draft.",
    count="n",
)
HOW_MEASURED = define("how-measured", "How HTER and chrF2 were measured")
DISTANCE_OVER = define(
    "distance-over", "Word edit distance {distance}, over {words} words of the present text."
)
EDITS_OVER = define("edits-over", "HTER: {edits} edits / {words} words")
CASED_SIGNATURE = define("cased-signature", "with case")
SEGMENTS = define("segments", "Segments")
MORE_FILTERS = define("more-filters", "More filters: {names}")
ALL = define("all", "all")
VIEW = define("view", "View")
VIEWS = {
    "changes": define("view-changes", "changes"),
    "side": define("view-side", "side by side"),
    "plain": define("view-plain", "plain"),
    "all": define("view-all", "everything"),
}
"""Way of showing a change → its name."""
FIND = define("find", "Find")
FOUND = define("found", "{shown} of {all} segments")
AS_DRAFTED_OF = define("as-drafted-of", "{unchanged} of {segments} confirmed as drafted")
AS_DRAFTED = define("as-drafted", "as drafted")
ALIKE = define("alike", "{percent}% alike")
WITHOUT_DRAFT = define("without-draft", "{language}, without a draft")
LANGUAGE_AS_DRAFTED = define("language-as-drafted", "{language}, as drafted")
CHANGES = define("changes", "Changes")
MACHINE_TEXT = define("machine-text", "Machine text")
CHANGES_BY_CLASS = define("changes-by-class", "Changes by class")
GLOSSARY_TERMS = define("glossary-terms", "Glossary terms")
FIXED_BY = define("fixed-by", "fixed by {person}")
BROKEN_BY = define("broken-by", "broken by {person}")
A_PERSON = define("a-person", "a person")
IN_DRAFT = define("in-draft", "in the draft")
NOT_IN_DRAFT = define("not-in-draft", "not in the draft")
FLAG = {
    "changed": define("flag-changed", "changed"),
    "broken": define("flag-broken", "term broken"),
    "missing": define("flag-missing", "term missing"),
    "fixed": define("flag-fixed", "term fixed"),
    "unread": define("flag-unread", "unread"),
}
"""What segments are chosen by → its name."""
FILTER = {
    "show": define("filter-show", "Show"),
    "class": define("filter-class", "Class of change"),
    "by": define("filter-by", "Person"),
    "state": define("filter-state", "State"),
    "from": define("filter-from", "Drafted by"),
    "in": define("filter-in", "Statement"),
}
"""Group of filters → its name."""
STATE_MEANS = {
    "missing": define("state-means-missing", "not translated"),
    "draft": define("state-means-draft", "machine or memory text, not reviewed"),
    "stale": define("state-means-stale", "the source changed after this was translated"),
    "translated": define("state-means-translated", "confirmed by a person"),
    "approved": define("state-means-approved", "confirmed, and read again by a reviewer"),
    "kept": define("state-means-kept", "nothing to translate: names, numbers, links"),
}
"""State → what it means."""

# Charts
EFFORT_BY_STATEMENT = define("effort-by-statement", "Effort per statement")
HOW_ALIKE = define("how-alike", "How alike drafts and present texts are")
CHANGES_BY_PERSON = define("changes-by-person", "Changes by person")
MOST_CORRECTED = define("most-corrected", "Most corrected terms")
RIGHT_OF = define("right-of", "{right} of {drafts}")
HEAD = {
    "statement": define("head-statement", "statement"),
    "read": define("head-read", "read"),
    "hter": define("head-hter", "HTER, %"),
    "words-changed": define("head-words-changed", "words changed, %"),
    "alike": define("head-alike", "alike, %"),
    "segments": define("head-segments", "segments"),
    "source-words": define("head-source-words", "source words"),
    "class": define("head-class", "class"),
    "changes": define("head-changes", "changes"),
    "person": define("head-person", "person"),
    "term": define("head-term", "term"),
    "right": define("head-right", "drafts right"),
    "fixed": define("head-fixed", "fixed"),
    "broken": define("head-broken", "broken"),
}
"""Column of a chart → its head."""
