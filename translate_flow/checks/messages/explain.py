"""What each check looks at, and what it leaves alone."""

from __future__ import annotations

from ...messages import Table

define = Table("checks.explain")

MISSING = define(
    "missing",
    "A paragraph, item, cell or footnote of the statement has no text in the target language. Names and "
    "numbers that stay as they are do not count.",
)
UNTOUCHED_DRAFT = define(
    "untouched-draft",
    "The text came from an engine or from the memory, and no person has confirmed or corrected it. A "
    "statement with such text is not built unless drafts are asked for.",
)
SOURCE_CHANGED = define(
    "source-changed",
    "The statement was read again with a different wording of this paragraph, and the old translation was"
    " carried over. It may no longer say what the source says.",
)
RETURNED = define(
    "returned",
    "Somebody read the translation and returned it, and nobody has corrected or confirmed it since. The "
    "remark is quoted.",
)
TERM_MISSING = define(
    "term-missing",
    "A term of the glossary is in the source, but neither its translation nor another accepted form, in "
    "singular or plural, is in the translation: an error. If it is ordinary vocabulary (kind `term`, "
    "`people`, `role` or `event`, policy `translate`) and a person has confirmed the text: a warning. If "
    "it is there, but less often than in the source, a pronoun may have taken its place: a warning too. "
    "British and American spellings count as one, and *social* and *peasant organisations* has both "
    "terms.",
)
TERM_FORBIDDEN = define(
    "term-forbidden",
    "The glossary lists wrong renderings of a term in its `forbidden_en` column, and one of them is in "
    "the translation of a paragraph that has the term. The same words elsewhere are left alone.",
)
NAME_TRANSLATED = define(
    "name-translated",
    "The glossary keeps the name (policy `keep`), but the translation has it in English, completely or in"
    " part. An explanation in brackets after the kept name is fine.",
)
TERM_CASE = define(
    "term-case",
    "A name of the glossary is in the translation with capitals or small letters that are not its own. "
    "Headings in capitals throughout are fine, and so is a common noun at the start of a sentence.",
)
ACRONYM_WRITTEN_OUT = define(
    "acronym-written-out",
    "The full name of a body is followed by the same name in brackets where the source has its acronym, "
    "or is written in capitals in a text that is not in capitals, because the acronym was. The Spanish "
    "acronym and the English one (in the glossary's `en` column after a `|`) are both fine.",
)
GLOSS_MISSING = define(
    "gloss-missing",
    "The glossary keeps the term and explains it (policy `gloss`); the first paragraph that has it should"
    " give the explanation. An explanation in your own words counts if it is in brackets or after a dash,"
    " or if the term is in brackets after it.",
)
NUMBER_CHANGED = define(
    "number-changed",
    "Numbers, dates, times, percentages, law numbers and Roman numerals are compared, in digits and in "
    "words, each as its language writes them: `1.234,56` is `1,234.56`, `S/ 1'300,000` is `1,300,000`, "
    "*12 de enero de 2023* is *January 12, 2023*, *13 ago.* is *August 13*, *cuarenta y uno* is "
    "*forty-one* or *41*, *medio millón* is *500,000*, *las 15:00* is *3 p.m.* and not *3 a.m.*, *la "
    "tarde* is *the afternoon* or *evening* and not *the morning*. *Un*, *primero*, *doble* and the like "
    "need no counterpart, but must not have a wrong one (*tercera*, *second*). Numbers inside an address "
    "or a file's name are left alone. In languages whose number words are not known, only digits are "
    "compared.",
)
FIGURES_EXCHANGED = define(
    "figures-exchanged",
    "Two figures are in the other order than in the source, and what surrounds them has not moved with "
    "them: the people they count (*muertos*, *wounded*), units, months, names. It is an error where the "
    "neighbours show it, a warning where only the order does. A clause that moved with its figure is left"
    " alone.",
)
WEEKDAY_CHANGED = define(
    "weekday-changed",
    "Days of the week are compared, abbreviated ones beside a date too (*lun. 9 de enero*). A day in a "
    "name (*Black Friday*, *Plácido Domingo*) is left alone.",
)
UNIT_CHANGED = define(
    "unit-changed",
    "The unit or currency at a number is compared: kilometres, hectares, years, *soles*, `S/`, `US$`. One"
    " that was converted with its number (*10 km*, *6.2 miles*; *doce meses*, *a year*) is right. A "
    "missing unit of length, area, weight or volume or a missing currency is a warning; *18 años* may be "
    "*18*.",
)
PERCENT_CHANGED = define(
    "percent-changed",
    "A number with a symbol or word for per cent on one side only, or percentage points on one side and "
    "per cent on the other. *5 y 6 %* is *5% and 6%*.",
)
HEDGE_CHANGED = define(
    "hedge-changed",
    "*Al menos*, *más de*, *casi*, *hasta*, *menos de* before a figure and *o más* after it are compared "
    "with *at least*, *more than*, *almost*, *up to*, *fewer than*, and *unos*, *cerca de*, *a eso de "
    "las* with *about*. Reversed (*más de 41*, *fewer than 41*), it is an error; dropped, added, or made "
    "of a guess (*unos 40*, *more than 40*), a warning. *Over* and *hasta*, which often mean something "
    "else, are not missed.",
)
OPPOSITE = define(
    "opposite",
    "The dead, the wounded and the detained, women and men, mother and father, wife and husband; accused, convicted and "
    "acquitted, judge and prosecutor; permitted and prohibited, granted and denied, supported and opposed; more and less, "
    "before and after, north and south: the source has one of them and not the other, the translation the other and not the "
    "one, or the source both and the translation one of them (*ganó y perdió*, *won both*). Sentence by sentence; *no se "
    "permite* may be *is prohibited*.",
)
MARKUP_CHANGED = define(
    "markup-changed",
    "Links and their targets, footnote references, code, HTML tags, bare addresses and emphasis are "
    "counted on both sides; their order is free. The same page in the other language (`/es/` and `/en/`),"
    " a heading of the same page (`#derechos` and `#rights`), `https` for `http` and a link written as a "
    "bare address count as the same place. A lost or altered "
    "link, reference, code or tag is an error, lost emphasis a warning.",
)
MARK_MOVED = define(
    "mark-moved",
    "Links that exchanged their words, bold and italics that exchanged theirs, and bold or italics around"
    " other words. Figures, names, learned words and the place in the text show which words correspond; "
    "marks that moved with their words are left alone. Lost and new marks belong to markup-changed.",
)
ENGINE_MARKS = define(
    "engine-marks",
    "Apertium puts `*` before words it does not know, `@` before words it cannot translate, `#` before "
    "forms it cannot generate and `^` before words it left half analysed. Markdown emphasis, hashtags and"
    " handles that are in the source are left alone.",
)
PLACEHOLDER_LEFT = define(
    "placeholder-left",
    "Names, links and numbers go through an engine behind placeholders such as `Xqzab`, `⟦1⟧` or `<x "
    'id="1"/>`. One that is still there means that the name is not.',
)
NEAR_MISS = define(
    "near-miss",
    "A capitalised word of source or translation, of five letters or more, differs by a letter (from "
    "seven letters on, by two) or by its accents from a word of a glossary name that the source has. "
    "Another name in the source is left alone, unless the rest of the glossary's name is around it; so "
    "are ordinary words of Spanish and English, plurals, and words that are in the glossary themselves. "
    "Where the name is nowhere else in the translation it is an error.",
)
NAME_MISSING = define(
    "name-missing",
    "A name of the source that is in no glossary is not in the translation. Names are recognised by what "
    "surrounds them: a given name or title before them, a noun for places or organisations, a company's "
    "suffix, quotation marks, an acronym in brackets, a list of names, or the same name elsewhere in the "
    "statement; each of their words is required. Other capitalised words count if no dictionary has them;"
    " of several, one is enough. A word with one or two wrong letters is shown. It is only a remark where"
    " somebody confirmed an organisation's name translated word by word. Accents do not matter, and what "
    "English spells otherwise (*Moscú*, *Gorbachov*, acronyms such as *ONU*) is left alone. A name that only the "
    "translation has is shown where one of the source is there less often than it should be. Into Portuguese, French, "
    "Italian, Catalan and German only surnames and places of Peru are wanted.",
)
NAME_ACCENTS = define(
    "name-accents",
    "A name of the source is in the translation with its letters, but without its accents. Where the "
    "translation writes most names that way, it is reported once. Countries and cities that English "
    "writes without accents (*Peru*, *Mexico*, *Panama*, *Berlin*) are left alone, and so are texts in "
    "capitals.",
)
NAMES_EXCHANGED = define(
    "names-exchanged",
    "Two names that are in the source and in the translation once are there in the other order, and what "
    "relates them to the sentence has not moved with them. A name that took its preposition along (*en "
    "Lima*, *in Lima*), a passive made active, a possessive, an apposition and the order of a list are "
    "left alone.",
)
TWO_SPELLINGS = define(
    "two-spellings",
    "Two words that are in no dictionary differ the way slips of the pen do: in their accents, by letters"
    " that changed places, or, from eight letters on, by one letter. The rarer spelling is shown, on "
    "either side of the statement; one of the translation that the paragraph's source has, or that "
    "another check reports, is left alone.",
)
NEGATION_LOST = define(
    "negation-lost",
    "Negations are counted on both sides: *no*, *nunca*, *nadie*, *ningún*, *tampoco* against *not*, "
    "*never*, *nobody*, *n't*, with what goes along counted once (*no vino nadie*). Idioms that deny "
    "nothing (*no obstante*, *sin embargo*, *not only*) are left out, and words that say the same near "
    "that place excuse it: *without*, *fail to*, *lack*, words such as *unjust* and *homeless*. In a "
    "short sentence whose other side has nothing negative at all, it is an error. A word that lessens "
    "(*poco probable*, *pocas veces*) counts, too, where the translation has no word for anything small. "
    "Looks at languages whose negations are known (docs/facts.md).",
)
SENTENCE_LOST = define(
    "sentence-lost",
    "Where the numbers of sentences differ, or the translation is much longer or shorter than usual for "
    "the two languages, sentences are paired by their lengths and by the figures, names and learned words"
    " in them; one without a partner is reported. A sentence that was joined with its neighbour or cut in"
    " two is left alone. A text with as many sentences as its source is reported when hardly any "
    "translation is so short or so long, when one of its sentences is short and much shorter behind the last figure, name or learned word that its source has too, unless the sentence beside it is longer for that, or when its last word is one that ends no sentence (“the”); one that has next to nothing in common with its source, and "
    "figures, names and learned words in common with the paragraph beside it, is reported as belonging to"
    " that one. Length alone is a remark (info), unless hardly any translation is so long or short. Looks at languages "
    "whose usual length is known (docs/facts.md).",
)
SENTENCE_TWICE = define(
    "sentence-twice",
    "A sentence of three words or more appears twice in the translation of a paragraph, and the source "
    "repeats none as often. Capitals, accents and punctuation at its ends don't matter.",
)
SOURCE_LEFT = define(
    "source-left",
    "A sentence of the source is in the translation word by word, five words in a row are copied from it,"
    " or six are of the source's language: small words such as *de los* and others that the translation's"
    " language does not have: an error. Names with their connectors (*Frente de Defensa de los Intereses del "
    "Pueblo*) are left alone. A single word of the source that its language's dictionary has and the translation's has not is a "
    "warning, unless it is in italics, quotation marks or brackets, is explained in brackets or is in the glossary. A paragraph "
    "left as it is belongs to same-as-source.",
)
SAME_AS_SOURCE = define(
    "same-as-source",
    "A paragraph of four words or more, not all of them names, is the same in both languages; one that by its small "
    "words is a sentence of the source's language is an error. Names, names with their connectors and short items are "
    "left alone.",
)
DOUBLED_WORD = define(
    "doubled-word",
    "Looks at English translations only. *That that*, *had had*, names such as Pago Pago and words that "
    "the source doubles as well are left alone.",
)
END_PUNCTUATION = define(
    "end-punctuation",
    "Compares the last full stop, question mark or exclamation mark, looking through quotation marks, "
    "brackets, emphasis and footnote references in any order. Marks that a translator may exchange, such "
    "as a semicolon for a full stop at the end of a list item, are left alone. A full stop more or less is "
    "only a remark, except after a heading.",
)
QUOTATION_LOST = define(
    "quotation-lost",
    "The source has something in quotation marks, of whatever form, and the translation has no "
    "quotation mark at all, or the other way round. Four words or more are a warning; fewer, such as "
    "a single word in scare quotes, a remark where they were lost. Names, titles that became italics, "
    "and words left as they were are left alone.",
)
UNBALANCED = define(
    "unbalanced",
    "Counts brackets and quotation marks of the translation. List labels such as *a)*, apostrophes, "
    "inches, and paragraphs whose source is open too are left alone, and so is a quotation that one "
    "paragraph opens and a later one closes.",
)
SPACES = define(
    "spaces",
    "White space at the start or end that the source does not have, two spaces in a row, and a space "
    "before a comma, full stop or closing bracket. What the source does too is left alone.",
)
