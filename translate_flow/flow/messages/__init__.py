"""What is said about the languages of a workspace, and of several operations."""

from __future__ import annotations

from ...messages import Table

define = Table("flow")

LIST_FAULT = define("list-fault", "list of names {fault}; that row is not used")
NOTHING_KNOWN = define(
    "nothing-known",
    "the language “{language}” is not known here: in its translations only markup, addresses and "
    "figures in digits are compared",
)
LANGUAGE_FAULT = define("language-fault", "language file {fault}; that table is not used")
LANGUAGE_ROW_FAULT = define("language-row-fault", "language file {fault}")

NO_TEXT = define("no-text", "{file}: contains no text to translate")
NO_SUCH_OUTPUT = define("no-such-output", "{kind}: no such output{nearest}; use one of {known}")
NOT_A_PAGE = define("not-a-page", "--main: {file} is not a web page; leave it out")
UNCONFIRMED = define(
    "unconfirmed",
    "{name}: {n} of {total} segments are not confirmed by a person (first: {key}, {state}); confirm them, or "
    "build with --drafts, which marks them as not reviewed",
    one="{name}: one of {total} segments is not confirmed by a person ({key}, {state}); confirm it, or build "
    "with --drafts, which marks it as not reviewed",
    count="n",
)
SOURCE_CHANGED = define("source-changed", "source changed since it was added")
SOURCE_GONE = define("source-gone", "source file is gone")
LACKING = define(
    "lacking",
    "the PO file has no entry for {n} of its {total} segments",
    one="the PO file has no entry for one of its {total} segments",
    count="n",
)

FORM_UNREADABLE = define("form-unreadable", "{file}: cannot be read: {cause}")
NOTHING_TO_PUBLISH = define(
    "nothing-to-publish", "no statement is ready to be published; see: translate-flow status"
)
