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
