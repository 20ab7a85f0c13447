"""What the checks find, and what they advise."""

from __future__ import annotations

from ...messages import Message, Table, Template

define = Table("checks")

UNKNOWN_CHECK = define("unknown-check", "{rule}: no such check; use one of {known}")

# Advice that several checks give

WRITE = define("write", "write {form}")
REMOVE_OR_COMPARE = define("remove-or-compare", "take it out, or see what the source says")
REMOVE = define("remove", "take it out, unless it is meant")
BEGIN_WITH_TEXT = define("begin-with-text", "begin with the text")
END_WITH_TEXT = define("end-with-text", "end with the text")
DIFFERS = define("differs", "The source has {source}, the translation {target}.")
BECAME = define("became", "{source} in the source is {target} in the translation.")
LOST = define("lost", "{form} of the source is not in the translation.")
ADDED = define("added", "{form} is not in the source.")
CHANGED_PLACES = define("changed-places", "{first} and {second} have changed places.")

# State

MISSING = define("missing", "No translation yet.")
DRAFT_IT = define("draft-it", "draft it with an engine, or write it")
UNREAD = define("unread", "Nobody has read this draft yet.")
UNREAD_BY = define("unread-by", "Nobody has read this draft ({engine}) yet.")
READ_IT = define("read-it", "read it against the source, then confirm or correct it")
SOURCE_CHANGED = define("source-changed", "The source changed after this was translated.")
SOURCE_WAS = define("source-was", "The source changed after this was translated; it was {before}.")
COMPARE = define(
    "compare", "compare the translation with the source as it is now, then confirm or correct it"
)
RETURNED = define("returned", "{person} sent this back.")
RETURNED_WITH = define("returned-with", "{person} sent this back: {note}.")
A_REVIEWER = define("a-reviewer", "A reviewer")
ANSWER = define("answer", "answer the remark by a correction, or confirm the text as it is")

# Terms and names

TERM_FEWER = define(
    "term-fewer",
    "{form} appears {wanted} times in the source, {target} {n} times in the translation.",
    one="{form} appears {wanted} times in the source, {target} once in the translation.",
    count="n",
)
WRITE_EACH = define("write-each", "write {form} at each place, unless a pronoun is used for it")
TERM_KEPT_MISSING = define("term-kept-missing", "{form} is missing in the translation; it stays as it is.")
TERM_MISSING = define("term-missing", "{form} is {target} in the glossary; the translation does not have it.")
WRITE_OR_LIST = define(
    "write-or-list", "write {form}, or add your wording to the glossary if it is right too"
)
TERM_FORBIDDEN = define("term-forbidden", "{written} must not be used for {form}; it is {target}.")
TERM_CASE = define("term-case", "{written} is capitalised differently from {target}.")
NAME_TRANSLATED = define("name-translated", "{written} translates a name that stays as it is: {target}.")
ACRONYM = define("acronym", "{written} is written where the acronym {target} should be.")
NOT_EXPLAINED = define("not-explained", "{written} is mentioned here first and is not explained.")
NEAR_MISS = define("near-miss", "{word}: the glossary has {right}.")
NEAR_MISS_SOURCE = define("near-miss-source", "{word}, in the source: the glossary has {right}.")
NEAR_MISS_BOTH = define("near-miss-both", "{word}, in the source too: the glossary has {right}.")
INFORM_AUTHORS = define("inform-authors", "inform the authors, and write {form} in the translation")
NAME_MISSING = define("name-missing", "{name} of the source is not in the translation.")
NAME_NEAR = define("name-near", "{name} of the source is not in the translation; there is {near}.")
NAME_PART_MISSING = define("name-part-missing", "{part} of the name {name} is not in the translation.")
NAME_PART_NEAR = define(
    "name-part-near", "{part} of the name {name} is not in the translation; there is {near}."
)
NAME_STRANGE = define(
    "name-strange", "{strange} is not in the source; its {name} is missing in the translation here."
)
WRITE_OR_ADD = define("write-or-add", "write {form}, or add it to the glossary with its English")
WHO_DOES_WHAT = define("who-does-what", "check who does what to whom in the source")
SPELT_IN_SOURCE = define(
    "spelt-in-source",
    "{word} here, {usual} {n} times in the source of this statement.",
    one="{word} here, {usual} once in the source of this statement.",
    count="n",
)
SPELT_IN_TARGET = define(
    "spelt-in-target",
    "{word} here, {usual} {n} times in the translation of this statement.",
    one="{word} here, {usual} once in the translation of this statement.",
    count="n",
)
FIND_OUT = define("find-out", "find out which is right, write it everywhere and add it to the glossary")

# Numbers and meaning

WHICH_NUMBER = define("which-number", "check which number the source means")
WHAT_IT_COUNTS = define("what-it-counts", "check what each number counts in the source")
KEEP_UNIT = define("keep-unit", "write the unit or currency of the source, or convert the number too")
KEEP_PERCENT = define(
    "keep-percent", "per cent, points and bare numbers are three things; write what the source has"
)
KEEP_HEDGE = define("keep-hedge", "a figure said to be a minimum, a maximum or a guess must stay one")
WHO_IS_MEANT = define("who-is-meant", "check who is meant")
SAYS_LESS = define("says-less", "The source says how little ({words}); the translation doesn't.")
SOURCE_NEGATED = define("source-negated", "The source is negated ({words}); the translation isn't.")
TARGET_NEGATED = define("target-negated", "The translation is negated ({words}); the source isn't.")
CONTRARY = define("contrary", "check whether the translation says the opposite of the source")

# Sentences

TOO_LONG = define("too-long", "The translation is unusually long for its source.")
STOPS = define("stops", "The translation stops in the middle of a sentence: {word} is its last word.")
SENTENCE_SHORT = define("sentence-short", "The sentence {sentence} is unusually short for its source.")
TOO_SHORT = define("too-short", "The translation is unusually short for its source.")
SEE_ADDED = define("see-added", "check whether something was added")
SEE_LEFT_OUT = define("see-left-out", "check whether something was left out")
SENTENCE_LOST = define("sentence-lost", "The sentence {sentence} has nothing like it in the translation.")
SENTENCE_ADDED = define("sentence-added", "The sentence {sentence} has nothing like it in the source.")
TRANSLATE_SENTENCE = define(
    "translate-sentence", "translate it, unless its content is elsewhere in the paragraph"
)
REMOVE_SENTENCE = define(
    "remove-sentence", "take it out, unless the source says it elsewhere in the paragraph"
)
OTHER_PARAGRAPH = define("other-paragraph", "This appears to be the translation of the paragraph next to it.")
SEE_PARAGRAPH = define("see-paragraph", "compare it with its own source")
SENTENCE_TWICE = define("sentence-twice", "The sentence {sentence} appears twice.")
REMOVE_ONCE = define("remove-once", "take it out once")
NOT_TRANSLATED = define("not-translated", "{words} is not translated.")
TRANSLATE_IT = define("translate-it", "translate it")
TRANSLATE_OR_MARK = define(
    "translate-or-mark",
    "translate it, or put it in italics, explain it or add it to the glossary if it stays on purpose",
)
UNCHANGED = define("unchanged", "The translation is the source, unchanged.")
TRANSLATE_OR_KEEP = define("translate-or-keep", "translate it, or mark it as kept")
REPEATED = define("repeated", "{words}: repeated word.")
WRITE_ONCE = define("write-once", "write {form} once")

# Markup and what engines leave

MARKUP_BECAME = define("markup-became", "The {kind} {text} became {other}.")
MARKUP_LOST = define("markup-lost", "The {kind} {text} of the source is not in the translation.")
MARKUP_ADDED = define("markup-added", "The {kind} {text} is not in the source.")
PUT_BACK = define("put-back", "put back {text}")
KINDS: dict[str, Template] = {
    "code": define("kind-code", "code"),
    "image": define("kind-image", "image"),
    "link": define("kind-link", "link"),
    "footnote": define("kind-footnote", "footnote"),
    "tag": define("kind-tag", "tag"),
    "address": define("kind-address", "address"),
    "emphasis": define("kind-emphasis", "emphasis"),
}
"""Kinds of markup."""
BOLD_MARKS = define("bold-marks", "bold “{marks}”")
ITALIC_MARKS = define("italic-marks", "italic “{marks}”")
OTHER_MARKS = define("other-marks", "“{marks}”")
EMPHASISED: dict[str, Message] = {
    "**": BOLD_MARKS(marks="**…**"),
    "__": BOLD_MARKS(marks="__…__"),
    "~~": OTHER_MARKS(marks="~~…~~"),
    "*": ITALIC_MARKS(marks="*…*"),
    "_": ITALIC_MARKS(marks="_…_"),
}
"""How emphasis marks are shown."""
LINKS_CROSSED = define("links-crossed", "The links around {first} and {second} seem to have changed places.")
MARKS_CROSSED = define("marks-crossed", "The marks around {first} and {second} seem to have changed places.")
SAME_WORDS = define(
    "same-words", "check that each is around the same words as in the source: {first}, {second}"
)
STYLES: dict[str, Template] = {
    "bold": define("style-bold", "bold"),
    "italic": define("style-italic", "italic"),
    "struck": define("style-struck", "struck through"),
}
"""How emphasised words look."""
MARK_MOVED = define("mark-moved", "In the source {source} is {style}, in the translation {target}.")
MARK_SAME = define("mark-same", "mark the words that say the same")
ENGINE_MARKS: dict[str, Template] = {
    "*": define("word-unknown", "{word}: the engine did not know the word."),
    "@": define("no-translation", "{word}: the engine found no translation."),
    "#": define("not-inflected", "{word}: the engine could not inflect the word."),
    "^": define("mark-left", "{word}: the engine left a mark of its own."),
}
"""What an engine means by the mark before a word."""
TRANSLATE_OR_WRITE = define("translate-or-write", "translate {word}, or write it without the {mark}")
PLACEHOLDER = define("placeholder", "{mark} was put for something that did not come back from the engine.")
WRITE_WHAT_IS_THERE = define(
    "write-what-is-there", "write the name or text that the source has at this place"
)

# Punctuation

ENDS = define("ends", "The source ends with {source}, the translation with {target}.")
END_WITH = define("end-with", "end with {mark}")
REMOVE_MARK = define("remove-mark", "take it out")
SIGNS: dict[str, Template] = {
    ".": define("full-stop", "a full stop"),
    "…": define("ellipsis", "an ellipsis"),
    "?": define("question-mark", "a question mark"),
    "!": define("exclamation-mark", "an exclamation mark"),
    ":": define("colon", "a colon"),
    ";": define("semicolon", "a semicolon"),
    "": define("no-mark", "none"),
}
"""Names of what a text can end with."""
QUOTATION_LOST = define("quotation-lost", "{words} is quoted in the source; the translation quotes nothing.")
QUOTED_ANEW = define("quoted-anew", "{words} is quoted; the source quotes nothing.")
QUOTE_AS_SOURCE = define("quote-as-source", "quote what the source quotes")
UNBALANCED = define("unbalanced", "{mark} has no {partner} to go with it.")
ADD_PARTNER = define("add-partner", "add {partner}, or take {mark} out")
SPACE_AT_START = define("space-at-start", "White space at the start.")
SPACE_AT_END = define("space-at-end", "White space at the end.")
TWO_SPACES = define("two-spaces", "Two blanks in a row.")
WRITE_ONE = define("write-one", "write one")
SPACE_BEFORE = define("space-before", "There is a blank before “{mark}”.")
NO_SPACE_BEFORE = define("no-space-before", "write “{mark}” directly after the word")

# Accents of names

WITHOUT_ACCENTS = define("without-accents", "{name} is written {written}, without its accents.")
WITHOUT_ACCENTS_ALL = define(
    "without-accents-all",
    "{name} is written {written}, without its accents; so are {n} names of this statement.",
    one="{name} is written {written}, without its accents; so is one name of this statement.",
    count="n",
)
