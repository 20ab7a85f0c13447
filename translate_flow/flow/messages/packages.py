"""What is said about review files that go out and come back together, and in their covering note."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.packages")

A_PACKAGE = define("a-package", "a zip file of review files")
NOTHING_TO_SEND = define("nothing-to-send", "no statement has a segment in these states; nothing was written")
NO_REVIEW_FILES = define(
    "no-review-files", "{file}: has no review files in it; give the folder or zip file that came back"
)
NO_SUCH_KEY = define("no-such-key", "--take {key}: none of these statements has such a segment")

# The covering note.
HEAD = define(
    "head",
    "Review into {language}: {n} statements, {words} words",
    one="Review into {language}: 1 statement, {words} words",
    count="n",
)
FROM = define("from", "From {person}, {day}")
CONTENT = define(
    "content",
    "{n} passages, {unread} of them not yet read by a person, {words} words",
    one="1 passage, {unread} of them not yet read by a person, {words} words",
    count="n",
)
HOW_DOCX = define(
    "how-docx",
    "Please open each file in Word or LibreOffice and correct the column of the translation. Changes are recorded; "
    "comments are welcome, and so are remarks in the Notes column. Leave the keys in the first column as they are.",
)
HOW_XLIFF = define(
    "how-xliff",
    "Please open each file in your translation program, correct it, mark what you have read as translated or "
    "approved, and what needs work as such.",
)
BACK = define(
    "back",
    "Then send the complete folder or zip file back. Files may be renamed, and those you did not "
    "touch may stay.",
)
