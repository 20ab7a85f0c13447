"""What the verbs on segments say."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.editing")

SOURCE_CHANGED = define("source-changed", "{name}: {key}: the source has changed; edit or confirm it first")
NOT_CONFIRMED = define(
    "not-confirmed", "{name}: {key}: nobody has confirmed this text yet; confirm it first, then approve it"
)

NOT_CERTAIN = define(
    "not-certain",
    "{key}: what is right here is not certain ({rule}), or nobody has confirmed the text; edit it",
)

UNKNOWN_KIND = define("unknown-kind", "{kind}: unknown kind; use one of {known}")
KIND_ALREADY = define("kind-already", "{key}: is marked so already ({kind})")
KINDS_SAID = {
    "keep": define("kind-keep", "not for translation"),
    "file": define("kind-file", "as in the file"),
}

# Reasons of events: their ids stand in journals, so they never change.

KIND_SET = define("kind-set", "{kind}")
REPLACED = define("replaced", "replaced [{batch}] {label}")
REPLACEMENT_UNDONE = define("replacement-undone", "replacement [{batch}] undone")
REPEATED = define("repeated", "the same paragraph as {origin}")
SPREAD = define("spread", "spread from {origin}")

# Undoing.

NOTHING_TO_UNDO = define("nothing-to-undo", "{person} has done nothing here that could be undone")
NOTHING_TO_REDO = define(
    "nothing-to-redo",
    "there is nothing to redo: {person} has undone nothing, or has done something else since",
)
NO_SUCH_ACT = define("no-such-act", "{act}: no such act here{nearest}; 'timeline DOC' lists them")
NOT_UNDOABLE = define(
    "not-undoable",
    "{act}: cannot be undone: it is a new reading of the source, or a cut; join what was split, or add the earlier "
    "source again",
)
CHANGED_SINCE = define("changed-since", "{person} has worked on it since; undo that first")

# What keeps a verb from being done.

EMPTY = define("empty", "the translation is empty; to leave a segment untranslated, do nothing")
FOUR_EYES = define(
    "four-eyes",
    "{name}: {key}: {person} wrote this text, and this workspace requires a second person; "
    "let another person approve it",
)
SAY_WHAT = define("say-what", "--note is required: say what needs fixing")
NOT_UTF_8 = define("not-utf-8", "the translation is not UTF-8 at character {place}; write it in UTF-8")
CONTROL_CHARACTER = define(
    "control-character",
    "the translation contains a control character (U+{code}) at {place}; delete it",
)
NO_TRANSLATION = define(
    "no-translation", "{name}: {key}: has no translation yet; write one with edit, or run draft"
)
CHANGED_MEANWHILE = define(
    "changed-meanwhile",
    "{name}: {key}: changed meanwhile by {person}; look at it with 'translate-flow history {name} {key}' and "
    "edit again",
)
NOTHING_TO_SPREAD = define(
    "nothing-to-spread",
    "{name}: {key}: nobody has edited a text here, so there is nothing to spread",
)
NOTHING_TO_FIND = define("nothing-to-find", "there is nothing to look for")
NOT_A_PATTERN = define(
    "not-a-pattern",
    "{pattern}: not a regular expression, from its character {place} on; one such as ( or * that means itself needs a \\ before it",
)
RUNS_AWAY = define(
    "runs-away",
    "{pattern}: this regular expression takes too long on some texts; write it without repetitions inside repetitions, "
    "such as (a+)+",
)
NO_FORMS = define("no-forms", "{language}: the forms of its words are not known; search for each form")
BAD_REPLACEMENT = define(
    "bad-replacement", "{replacement}: {cause}; the groups of a pattern are numbered from 1"
)
LEAVES_NO_TEXT = define(
    "leaves-no-text", "{name}: {key}: the replacement would leave no text; narrow the pattern"
)
OWN_TEXT = define("own-text", "{person} wrote this text, and this workspace requires a second person")
CHANGED_BY = define("changed-by", "changed meanwhile by {person}")

NOTHING_TO_SPLIT = define(
    "nothing-to-split",
    "{key}: has no line break to split it at, or formatting extends over it; say where with --before WORDS, or split "
    "it with --sentences",
)
NOT_THERE = define(
    "not-there",
    "{key}: cannot be split before “{words}”; give words of its source that do not begin it, outside of formatting",
)
NEVER_SPLIT = define(
    "never-split", "{key}: was not split from the segment after it; only split segments can be joined"
)
