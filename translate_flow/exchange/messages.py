"""What the review files' readers and writers say."""

from __future__ import annotations

from ..messages import Table

define = Table("exchange")

NOT_A_REVIEW_FILE = define(
    "not-a-review-file", "{file}: not a review file; give the .docx, .odt, .xlf or .po file that came back"
)
NO_REVIEW_TABLE = define(
    "no-review-table", "{file}: has no review table; give the file that 'translate-flow export' made"
)
A_TABLE = define("a-table", "a review table saved by LibreOffice (.odt)")
NOT_XML = define("not-xml", "{file}: not well-formed XML ({cause}); save it again as XLIFF 1.2")
NOT_XLIFF = define("not-xliff", "{file}: not an XLIFF file; give the file that 'translate-flow export' made")
OTHER_XLIFF = define(
    "other-xliff", "{file}: XLIFF version {version} is not supported; save it as XLIFF 1.2, 2.0, 2.1 or 2.2"
)
BROKEN_XLIFF = define(
    "broken-xliff",
    "{file}:{line}: <{what}> lacks what the standard requires of it; save the file again as XLIFF",
)
ENTITY = define(
    "entity",
    "{file}:{line}: {entity} is the name of a text that the file defines itself, which is not read; write the text there",
)
CODES_LOST = define(
    "codes-lost",
    "codes that are not in this segment were left out: {codes}; compare the marks with the source",
)
CONTROL_CHARACTER = define(
    "control-character",
    "{statement}: {key}: contains a control character, which {format} cannot hold; delete it with edit",
)

STALE_UNCHANGED = define("stale-unchanged", "the segment was changed in the meantime")
EMPTIED = define("emptied", "the translation was emptied; to leave a segment out, delete its row")
MERGED = define(
    "merged", "its cell was merged with another; part the two again, with nothing but the translation in it"
)
JOINED = define(
    "joined",
    "the file joins the segments {keys}; part its translation among them with edit, it is in the history as a comment",
)
PARTED = define(
    "parted", "the file joins it with its neighbour; parted between sentences, and a draft until it is read"
)
OTHER_SOURCE = define("other-source", "the source reads otherwise in {file}: {text}")
SOURCE_STAYS = define(
    "source-stays",
    "the file changes the source, which stays as it is; how it reads there is in the history",
)
SPOILT_TEXT = define(
    "spoilt-text",
    "“{seen}” is what becomes of “{meant}” when UTF-8 is read as another encoding; have the file exported again as UTF-8",
)
WAS_APPROVED = define("was-approved", "it was approved; the new text needs another look")
REPORTED_BEFORE = define("reported-before", "reported before; both texts are in its history")
STAYS_DRAFT = define("stays-draft", "stays a draft, as the file marks it; --confirm counts it as read")
MARKED_OPEN = define("marked-open", "the file marks it as unfinished, as it once was")
ONLY_SOURCE = define("only-source", "the file has only the source text, marked as not translated")
ONLY_SOURCE_AGAIN = define(
    "only-source-again",
    "the file has only the source text; if this is the translation, give --take {key}",
)
DRAFT_AGAIN = define(
    "draft-again",
    "the machine's draft again, in place of the text of {person}; if this is intended, give --take {key}",
)
SUGGESTION = define(
    "suggestion",
    "another program's suggestion in place of the text of {person}; if this is intended, give --take {key}",
)
SOURCE_CHANGED = define(
    "source-changed",
    "its source was changed in the meantime; both texts are kept, decide with edit or confirm",
)
CHANGED_BY = define(
    "changed-by", "changed in the meantime by {person}; both texts are kept, decide with edit or confirm"
)
CHANGED_OUTSIDE = define(
    "changed-outside",
    "changed in the meantime by another program; both texts are kept, decide with edit or confirm",
)

NO_TRANSLATION = define("no-translation", "No translation yet")
KEPT = define("kept", "Stays as it is")
STALE = define("stale", "Not read since the source changed; it was: “{source}”")
RETURNED = define("returned", "Returned by {person}: {note}")
RETURNED_ON = define("returned-on", "Returned by {person}, {day}: {note}")
MEMORY_MATCH = define("memory-match", "Memory match, {score} %; not yet read")
MEMORY_MATCH_ON = define("memory-match-on", "Memory match, {score} %, {day}; not yet read")
MACHINE_DRAFT = define("machine-draft", "Machine draft; not yet read")
MACHINE_DRAFT_BY = define("machine-draft-by", "Machine draft by {engine}; not yet read")
MACHINE_DRAFT_ON = define("machine-draft-on", "Machine draft by {engine}, {day}; not yet read")
UNFINISHED_BY = define("unfinished-by", "Not finished; by {person}")
UNFINISHED_ON = define("unfinished-on", "Not finished; by {person}, {day}")
STALE_BY = define(
    "stale-by", "Not read since the source changed; it was: “{source}” (translated by {person})"
)
STALE_ON = define(
    "stale-on", "Not read since the source changed; it was: “{source}” (translated by {person}, {day})"
)
KEPT_BY = define("kept-by", "Stays as it is, by {person}")
KEPT_ON = define("kept-on", "Stays as it is, by {person}, {day}")
APPROVED = define("approved", "Approved")
APPROVED_BY = define("approved-by", "Approved by {person}")
APPROVED_ON = define("approved-on", "Approved by {person}, {day}")
TRANSLATED = define("translated", "Translated")
EDITED_BY = define("edited-by", "Edited by {person}")
EDITED_ON = define("edited-on", "Edited by {person}, {day}")
CONFIRMED_BY = define("confirmed-by", "Read and left unchanged by {person}")
CONFIRMED_ON = define("confirmed-on", "Read and left unchanged by {person}, {day}")
KEEP = define("keep", "Keep: {terms}")
TERMS = define("terms", "Terms: {terms}")
EXPLAINED = define("explained", "{term}, explained at its first mention: {gloss}")
MORE_FINDINGS = define("more-findings", "· and {n} more findings", one="· and one more finding", count="n")
INSTRUCTION = define(
    "instruction",
    "Correct the {language} column. Changes are recorded; comments are welcome, and so are remarks "
    "in the Notes column. Coloured, underlined and struck text is what people have changed in the "
    "machine’s draft so far. Leave the keys as they are. Then save the file and send it back: your "
    "changes are taken in row by row, and nothing that others have written meanwhile is overwritten.",
)
KEY = define("key", "Key")
NOTES = define("notes", "Notes")
KEY_OF = define("key-of", "Key of passage {number}")
READ_SO_FAR = define("read-so-far", "{read} of {n} passages read by a person")
CONFLICT = define("conflict", "conflict, the other text ({file}): {text}")
