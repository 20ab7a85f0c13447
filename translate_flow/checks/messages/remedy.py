"""What to do about a finding of each check."""

from __future__ import annotations

from ...messages import Table

define = Table("checks.remedy")

MISSING = define("missing", "Write it, or let `draft` fill it in and correct the result.")
UNTOUCHED_DRAFT = define(
    "untouched-draft",
    "Read it against the source; correct it, or confirm it if it is right.",
)
SOURCE_CHANGED = define("source-changed", "Compare both sources, correct what changed, and confirm.")
RETURNED = define("returned", "Correct the text, or confirm it as it is.")
TERM_MISSING = define(
    "term-missing",
    "Write the glossary's form. If another one is right too, add it to the glossary's `en` column after a"
    " `|`.",
)
TERM_FORBIDDEN = define(
    "term-forbidden",
    "Write the glossary's form. If the rendering is right after all, remove it from that column.",
)
NAME_TRANSLATED = define(
    "name-translated",
    "Write the name as it is; explain it in brackets if readers need that.",
)
TERM_CASE = define("term-case", "Write it as the glossary does.")
ACRONYM_WRITTEN_OUT = define("acronym-written-out", "Write the acronym.")
GLOSS_MISSING = define(
    "gloss-missing",
    "Add the explanation at the first mention; leave the later ones without.",
)
NUMBER_CHANGED = define(
    "number-changed",
    "Write the number of the source. If the translation says it in another way (*medio siglo*, *50 "
    "years*), dismiss the finding.",
)
FIGURES_EXCHANGED = define(
    "figures-exchanged",
    "Compare what each figure counts. If the sentence was inverted on purpose, dismiss the finding.",
)
WEEKDAY_CHANGED = define(
    "weekday-changed",
    "Write the day of the source. If it is wrong there, tell whoever issued the statement, and dismiss "
    "the finding.",
)
UNIT_CHANGED = define("unit-changed", "Write the unit of the source, or convert the number with it.")
PERCENT_CHANGED = define(
    "percent-changed",
    "Write per cent where the source has it, and percentage points where it has those.",
)
HEDGE_CHANGED = define(
    "hedge-changed",
    "Write it as the source has it: *at least 41 people died* says something other than *41 people died*.",
)
OPPOSITE = define(
    "opposite",
    "Compare who or what is meant. If the translation says it in other words, dismiss the finding.",
)
MARKUP_CHANGED = define(
    "markup-changed",
    "Put the markup back as it is in the source, around the words it belongs to.",
)
MARK_MOVED = define("mark-moved", "Put each mark around the words that say what it marks in the source.")
ENGINE_MARKS = define("engine-marks", "Translate the word, or keep it, and remove the mark.")
PLACEHOLDER_LEFT = define(
    "placeholder-left",
    "Write what the source has at that place, or draft the paragraph again.",
)
NEAR_MISS = define("near-miss", "Correct the spelling. If it is another name, add that one to the glossary.")
NAME_MISSING = define(
    "name-missing",
    "Write the name. If English has another form for it, add it to the glossary.",
)
NAME_ACCENTS = define("name-accents", "Write the name as its bearer does.")
NAMES_EXCHANGED = define(
    "names-exchanged",
    "Compare who does what to whom. If the sentence was inverted on purpose, dismiss the finding.",
)
TWO_SPELLINGS = define(
    "two-spellings",
    "Find out which one is right, write it everywhere, and add the name to the glossary.",
)
NEGATION_LOST = define(
    "negation-lost",
    "Read both closely: a lost *no* turns a statement into its opposite. If the translation says the "
    "same in another way, dismiss the finding.",
)
SENTENCE_LOST = define("sentence-lost", "Translate what is missing, or remove what was added.")
SENTENCE_TWICE = define("sentence-twice", "Remove one of the two.")
SOURCE_LEFT = define(
    "source-left",
    "Translate it. A word that stays on purpose goes in italics, with its explanation, or in the glossary; if it is quoted on "
    "purpose, dismiss the finding.",
)
SAME_AS_SOURCE = define("same-as-source", "Translate it; if it should stay as it is, dismiss the finding.")
DOUBLED_WORD = define("doubled-word", "Remove one of them.")
END_PUNCTUATION = define("end-punctuation", "End as the source does, unless the sentence was recast.")
QUOTATION_LOST = define(
    "quotation-lost",
    "Put what somebody says in quotation marks where the source does, and nothing else: what is quoted is answered for by "
    "whoever said it.",
)
UNBALANCED = define("unbalanced", "Add the partner, or remove the mark.")
SPACES = define("spaces", "Remove the space.")
