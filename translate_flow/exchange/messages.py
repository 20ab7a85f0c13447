"""What the review files' readers and writers say."""

from __future__ import annotations

from ..messages import Table

define = Table("exchange")

NOT_A_REVIEW_FILE = define(
    "not-a-review-file", "{file}: not a review file; give the .docx, .xlf or .po file that came back"
)
NO_REVIEW_TABLE = define(
    "no-review-table", "{file}: has no review table; give the file that 'translate-flow export' made"
)
NOT_XML = define("not-xml", "{file}: not well-formed XML ({cause}); save it again as XLIFF 1.2")
NOT_XLIFF = define("not-xliff", "{file}: not an XLIFF file; give the file that 'translate-flow export' made")
OTHER_XLIFF = define("other-xliff", "{file}: XLIFF version {version} is not supported; save it as XLIFF 1.2")
CONTROL_CHARACTER = define(
    "control-character",
    "{statement}: {key}: contains a control character, which {format} cannot hold; delete it with edit",
)

STALE_UNCHANGED = define("stale-unchanged", "the segment was changed in the meantime")
EMPTIED = define("emptied", "the translation was emptied; to leave a segment out, delete its row")
WAS_APPROVED = define("was-approved", "it was approved; the new text needs another look")
REPORTED_BEFORE = define("reported-before", "reported before; both texts are in its history")
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
MEMORY_MATCH = define("memory-match", "Memory match, {score} %; not yet read")
MACHINE_DRAFT = define("machine-draft", "Machine draft; not yet read")
MACHINE_DRAFT_BY = define("machine-draft-by", "Machine draft by {engine}; not yet read")
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
READ_SO_FAR = define("read-so-far", "{read} of {n} passages read by a person")
CONFLICT = define("conflict", "conflict, the other text ({file}): {text}")
