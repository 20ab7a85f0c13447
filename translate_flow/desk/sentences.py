"""Sentences that other parts of the program say, so that the interface's catalogues can hold them.

`{}` stands for what differs from one to the next: names, numbers, words of a text. In a translation
they stand in the same order. What no sentence here fits is shown as it is; a finding then gets its
check's description, which is here too.
"""

from __future__ import annotations

CHECKS = (
    "a word stands twice in a row",
    "a paragraph has no translation",
    "a name of the source is nowhere in the translation",
    "a name that is to be kept was translated",
    "a name is one or two letters away from one in the glossary",
    "a negation stands on one side only",
    "an engine's placeholder was not replaced",
    "a reviewer sent it back",
    "the translation equals the source",
    "the source changed after it was translated",
    "white space at the edges, doubled, or before punctuation",
    "a glossary name has the wrong capitals",
    "a rendering that the glossary forbids",
    "one name is spelt in two ways in the statement",
    "a bracket or quotation mark lacks its partner",
    "a draft that nobody has read",
    "a glossary term of the source is not in the translation",
    "a term is not explained at its first mention",
    "a number, date or time differs from the source",
    "emphasis, links, footnote references or tags differ from the source",
    "an engine's mark stands before a word",
    "the sign at the end differs from the source",
)
"""Descriptions of the checks (`Check.description`)."""

FINDINGS = (
    "{}: a word stands twice.",
    "write {} once",
    "The source ends with {}, the translation with {}.",
    "end with {}",
    "take the sign out",
    "translate {}, or write it without the {}",
    "{} is mentioned here first and is not explained.",
    "The {} {} of the source is not in the translation.",
    "The {} {} is not in the source.",
    "put back {}",
    "take it out, unless it is meant",
    "{} of the source is not in the translation.",
    "write {}, or add it to the glossary with its English",
    "{} translates a name that stays as it is: {}.",
    "{}: the glossary has {}.",
    "tell the authors, and write {} in the translation",
    "The source says {}; the translation has nothing like it.",
    "The translation says {}; the source has nothing like it.",
    "see whether the translation says the contrary of the source",
    "{} is not in the source.",
    "take it out, or see what the source says",
    "The source has {}, the translation {}.",
    "say {}",
    "{} stands for something that did not come back from the engine.",
    "write the name or text that the source has at this place",
    "The translation is the source, unchanged.",
    "translate it, or mark it as kept",
    "{} has other capitals than {}.",
    "write {}",
    "{} is not to be used for {}; it is {}.",
    "{} is {} in the glossary; the translation does not have it.",
    "write {} at each place, unless a pronoun stands for it",
    "write {}, or add your wording to the glossary if it is right too",
    "find out which is right, write it everywhere and add it to the glossary",
    "{} has no {} to go with it.",
    "add {}, or take {} out",
)
"""Messages and hints of findings."""

ERRORS = (
    "the translation is empty; to leave a segment untranslated, do nothing",
    "the comment is empty",
    "{}: {}: changed meanwhile by {}; look at it with 'translate-flow history {}' and edit again",
    "{}: {}: its source changed; edit or confirm it first",
    "{}: {}: {} wrote this text, and this workspace asks for four eyes; let another person approve it",
    "{} wrote this text, and this workspace asks for four eyes",
    "you changed this text, and this workspace asks for four eyes; save it",
    "changed meanwhile by {}",
    "say in --note what is to be mended",
    "{}: changed since it was added; read it again: translate-flow add {}",
    "{}: there is no such file",
    "{}: there is no such statement in {}",
    "{}: this workspace does not translate into it",
    "{}: no such field; known are {}",
    "{}:{}: no such value; known are {}",
    "{}: {}: no segment has that key; load the page again",
    "{}: {} of {} segments are not confirmed by a person (first: {}, {}); confirm them, or build with --drafts, which marks them as machine text",
    "{}: holds no text to translate",
    "{}: give the file a name of letters and digits",
    "{}: there is a statement of that name with other text",
    "{}: has the same statement name as {}; rename it",
    "{}: no such file was built; build it first",
    "{}: nothing was built yet; build it first",
    "a drafting job is under way; wait for its end, or cancel it",
    "no engine can run here",
    "the page is out of date; load it again",
    "{} (translated by {}, {})",
    "{} (approved by {}, {})",
    "{} (imported)",
    "other number: {} → {}",
    "other name: {} → {}",
    "other negation: {} → {}",
)
"""Errors and remarks a page may show."""

KINDS = (
    "organisation",
    "person",
    "region",
    "city",
    "country",
    "body",
    "term",
    "place",
    "office",
    "event",
    "law",
    "document",
    "movement",
    "people",
    "verb",
    "party",
    "company",
    "province",
    "district",
    "river",
    "role",
    "kind",
    "treaty",
)
"""Kinds of glossary terms."""

LANGUAGES = (
    "Arabic",
    "Aymara",
    "Catalan",
    "German",
    "English",
    "Spanish",
    "Basque",
    "French",
    "Galician",
    "Italian",
    "Dutch",
    "Portuguese",
    "Quechua",
)
"""Languages of statements, as `pages.language` names them."""

SENTENCES = (*CHECKS, *FINDINGS, *ERRORS, *KINDS, *LANGUAGES)
"""All of them."""
