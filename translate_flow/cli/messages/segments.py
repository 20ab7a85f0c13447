"""What the commands on segments say: edit, confirm, approve, return, comment, dismiss, spread, replace, show, history."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.segments")

LEFT_TO_CONFIRM = define(
    "left-to-confirm",
    "{key} {icon} {state} · {n} left to confirm in {name}",
    one="{key} {icon} {state} · 1 left to confirm in {name}",
    count="n",
)
WHICH_SEGMENTS = define("which-segments", "which segments? Give their keys, or --filter QUERY")
CONFIRMED = define("confirmed", "{n} confirmed", one="1 confirmed", count="n")
RETURNED = define("returned", "{n} returned", one="1 returned", count="n")

REPEATS = define(
    "repeats",
    "{n} more occurrences of this paragraph were translated the same way: {keys}; 'undo' reverts all of them",
    one="one more occurrence of this paragraph was translated the same way: {keys}; 'undo' reverts both",
    count="n",
)

# edit
TEXT_OR_EDITOR = define("text-or-editor", "give either --text or --editor, not both")
LEFT_AS_IT_WAS = define("left-as-it-was", "{key}: left as it was")
KEPT_IN_FILE = define("kept-in-file", "{problem}; what you wrote is in {file}")
EDITOR_FAILED = define("editor-failed", "{problem}; set EDITOR, or use --text")
EDITOR_NOT_UTF8 = define(
    "editor-not-utf8", "{key}: the editor did not save UTF-8; set it to UTF-8, or use --text"
)
BELOW_THIS_LINE = define("below-this-line", "Everything below this line is only for reading")

# approve
WHICH_TO_APPROVE = define(
    "which-to-approve", "which segments? Give their keys, --filter QUERY, --by NAME, or --all"
)
LEFT_OUT = define("left-out", "{key}: not approved because of findings: {reason}")
LEFT_OUT_REMEDY = define(
    "left-out-remedy",
    "{n} left out; correct them, dismiss the findings, or approve --with-errors",
    one="one left out; correct it, dismiss its findings, or approve --with-errors",
    count="n",
)
NOT_APPROVED = define("not-approved", "{key}: not approved: {reason}")
NOT_CONFIRMED = define(
    "not-confirmed",
    "{n} segments are not confirmed by a person yet; a draft is confirmed first, then approved (review, confirm)",
    one="1 segment is not confirmed by a person yet; a draft is confirmed first, then approved (review, confirm)",
    count="n",
)
APPROVED = define("approved", "{n} approved", one="1 approved", count="n")

# comment
SETTLED = define("settled", "{key}: comment {number} is resolved")
ANSWERED = define("answered", "{key}: replied to comment {number}")
COMMENTED = define("commented", "{key}: comment {number}")
WHICH_COMMENT = define(
    "which-comment", "which segment, and what is the reply? Write: comment DOC KEY TEXT --reply N"
)
COMMENT = define("comment", "comment {number}")
SETTLED_BY = define("settled-by", "resolved by {person}")
NO_COMMENTS = define("no-comments", "{name}: no comments")
NO_OPEN_COMMENTS = define("no-open-comments", "{name}: no open comments")

# dismiss
WHY_DISMISS = define("why-dismiss", "--reason is required: say why the finding doesn't apply")
DISMISSED = define("dismissed", "{key}: {rule} is dismissed for this text")
UNDISMISSED = define("undismissed", "{key}: {rule} is reported again")

# spread, replace
SAME_SOURCE = define("same-source", "same source")
NOT_OFFERED = define("not-offered", "--take {word}: not in the list; give a number or key from it")
TAKE_IT = define("take-it", "Apply it? (y: yes, n: no, all: this and all the rest, quit: stop)")
TAKEN = define("taken", "{n} of {offered} applied")
NO_SUCH_WORDING = define("no-such-wording", "{origin}: no other segment has that wording")
OFFERED = define(
    "offered",
    "{n} found, none changed; apply them with --take N, or --all",
    one="1 found, not changed; apply it with --take 1, or --all",
    count="n",
)
UNDO_ALONE = define(
    "undo-alone", "--undo undoes the last replacement, in all statements; leave out the pattern"
)
NOTHING_TO_UNDO = define("nothing-to-undo", "nothing to undo: no replacement was made")
CHANGED_SINCE = define("changed-since", "{key}: changed since; left as it is")
BROUGHT_BACK = define("brought-back", "{n} restored", one="1 restored", count="n")
WHICH_REPLACEMENT = define(
    "which-replacement", "what should be replaced with what? Write: replace PATTERN REPLACEMENT [DOC]..."
)
NO_SUCH_STATE = define("no-such-state", "--state {state}: unknown state{nearest}; use one of {known}")
NOTHING_FOUND = define("nothing-found", "nothing found")

# review
NEEDS_TERMINAL = define(
    "needs-terminal", "review needs a terminal; elsewhere use show, edit, confirm and approve"
)
NEEDS_PACKAGE = define("needs-package", "review needs {package}: pip install {package}")
WALKED = define(
    "walked",
    "{n} segments changed; everything is saved",
    one="1 segment changed; everything is saved",
    count="n",
)

# show
RISK = define("risk", "risk {score}")
SOURCE_CHANGED = define("source-changed", "the source changed:")
SOURCE_CHANGED_NOTE = define("source-changed-note", "the source changed ({note}):")

# history, blame
DID = {
    "draft": define("did-draft", "drafted"),
    "edit": define("did-edit", "edited"),
    "confirm": define("did-confirm", "confirmed"),
    "approve": define("did-approve", "approved"),
    "return": define("did-return", "returned"),
    "comment": define("did-comment", "commented"),
    "carry": define("did-carry", "carried over from the previous source"),
    "keep": define("did-keep", "kept as it is"),
    "dismiss": define("did-dismiss", "dismissed a finding"),
    "undismiss": define("did-undismiss", "reopened a dismissed finding"),
    "resolve": define("did-resolve", "resolved a comment"),
    "undo": define("did-undo", "undid"),
    "kind": define("did-kind", "said what it is"),
    "doubt": define("did-doubt", "brought back an older text"),
}
"""What somebody did: kind of event → verb."""
CARRIED_OVER = define("carried-over", "carried over")
VERSION = define("version", "version {number}")
VERSION_LINE = define("version-line", "version {number}, {at}, {who}")
GLOSSARY = define("glossary", "glossary {digest}")
NOTHING_YET = define("nothing-yet", "{name}: nothing has happened yet")
WHICH_SEGMENT = define(
    "which-segment",
    "which segment? Versions of one segment are compared; for an entire statement see: diff --from",
)
UNKNOWN = define("unknown", "unknown")

# fix
FIXED = define("fixed", "{name} {key} ({rules}): {text}")

# kind
KIND_SET = define("kind-set", "{key}: now {kind}")

# split, join
SPLIT_INTO = define("split-into", "{key}: split into {parts}")
JOINED_AS = define("joined-as", "{key}: joined with the segment after it, now {new}")
