"""What is said about finished translations and the corrections of how they were paired."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.align")

HOW_TO_FIX = define(
    "how-to-fix",
    "--fix {words}: write join KEY t3 t4, split t3 WORDS, move KEY t9, skip KEY, skip t9 or free KEY; keys and numbers "
    "are those that align shows",
)
NO_PARAGRAPH = define(
    "no-paragraph", "--fix {words}: no paragraph {what}; run align with --dry-run to see them all"
)
NOT_JUST_ONE = define(
    "not-just-one", "--fix {words}: {what} is the beginning of several keys; write more of it"
)
WORDS_NOT_THERE = define(
    "words-not-there",
    "--fix {words}: paragraph {what} has no such words, or begins with them; copy them from the translation",
)
NOT_FIXED = define("not-fixed", "--fix {words}: no correction names {what}")
FAULTY_LINE = define("faulty-line", "{file}:{row}: not a correction; delete the line")
NO_LONGER = define(
    "no-longer",
    "{file}:{row}: this correction ({do}, by {by}) no longer fits: {what} is not there; delete the line, or correct again",
)
TAKEN = define(
    "taken",
    "{file}:{row}: this correction ({do}, by {by}) no longer fits: a later one names {what}; delete the line",
)

UNTRANSLATED = define(
    "untranslated",
    "{file}: is in the language of the source; name the finished translation, or the language it is in with --to",
)
NO_PAIRS = define(
    "no-pairs",
    "{folder}: no statements with translations; call them {one} and {other}, or put them into a folder for each language",
)
WITHOUT_PARTNER = define("without-partner", "{file}: not aligned; nothing of that name in {tag}")
MORE_THAN_ONE = define(
    "more-than-one", "{file}: not aligned; several files of that name match; rename all but one pair"
)
OTHER_TEXT = define(
    "other-text", "{file}: not aligned; {there} is another text of that name; rename one of them"
)
NOTHING_CERTAIN = define(
    "nothing-certain",
    "{file}: not one paragraph of it is certain; check that it is the translation of this statement",
)
