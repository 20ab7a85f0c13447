"""What each check looks for, in one line for help, desk and docs."""

from __future__ import annotations

from ...messages import Table

define = Table("checks.about")

MISSING = define("missing", "a paragraph has no translation")
UNTOUCHED_DRAFT = define("untouched-draft", "a draft that nobody has read")
SOURCE_CHANGED = define("source-changed", "the source changed after it was translated")
RETURNED = define("returned", "a reviewer sent it back")
TERM_MISSING = define("term-missing", "a glossary term of the source is not in the translation")
TERM_FORBIDDEN = define("term-forbidden", "a rendering that the glossary forbids")
NAME_TRANSLATED = define("name-translated", "a name that must be kept was translated")
TERM_CASE = define("term-case", "a glossary name has the wrong capitals")
ACRONYM_WRITTEN_OUT = define("acronym-written-out", "a full name where the source has its acronym")
GLOSS_MISSING = define("gloss-missing", "a term is not explained at its first mention")
NUMBER_CHANGED = define("number-changed", "a number, date or time differs from the source")
FIGURES_EXCHANGED = define("figures-exchanged", "two figures have changed places")
WEEKDAY_CHANGED = define("weekday-changed", "a day of the week differs from the source")
UNIT_CHANGED = define("unit-changed", "a unit or currency differs from the source")
PERCENT_CHANGED = define("percent-changed", "a percentage is on one side only")
HEDGE_CHANGED = define(
    "hedge-changed", "words such as about or at least before a figure were dropped or reversed"
)
OPPOSITE = define(
    "opposite", "dead for wounded, father for mother, convicted for acquitted, permitted for prohibited"
)
MARKUP_CHANGED = define(
    "markup-changed", "emphasis, links, footnote references or tags differ from the source"
)
MARK_MOVED = define("mark-moved", "a link, bold or italics are on other words than in the source")
ENGINE_MARKS = define("engine-marks", "an engine's mark is in front of a word")
PLACEHOLDER_LEFT = define("placeholder-left", "an engine's placeholder was not replaced")
NEAR_MISS = define("near-miss", "a name is one or two letters away from one in the glossary")
NAME_MISSING = define("name-missing", "a name of the source is not in the translation, or is misspelt there")
NAME_ACCENTS = define("name-accents", "a name is in the translation without its accents")
NAMES_EXCHANGED = define("names-exchanged", "two names have changed places")
TWO_SPELLINGS = define("two-spellings", "one name is spelt in two ways in the statement")
NEGATION_LOST = define("negation-lost", "a negation is on one side only")
SENTENCE_LOST = define("sentence-lost", "a sentence, or a good part of the text, is on one side only")
SENTENCE_TWICE = define("sentence-twice", "the translation says a sentence twice")
SOURCE_LEFT = define("source-left", "words of the source's language are left in the translation")
SAME_AS_SOURCE = define("same-as-source", "the translation equals the source")
DOUBLED_WORD = define("doubled-word", "a repeated word")
END_PUNCTUATION = define("end-punctuation", "the final punctuation differs from the source")
QUOTATION_LOST = define("quotation-lost", "words are in quotation marks on one side only")
UNBALANCED = define("unbalanced", "a bracket or quotation mark lacks its partner")
SPACES = define("spaces", "white space at the edges, doubled, or before punctuation")
