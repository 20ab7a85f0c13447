"""Where a statement says of itself that it is confidential."""

from __future__ import annotations

from ..messages import Table

define = Table("confidential")

FRONT_MATTER = define("front-matter", "its front matter")
FRONT_MATTER_UNREADABLE = define("front-matter-unreadable", "its front matter cannot be read ({cause})")
FRONT_MATTER_OPEN = define("front-matter-open", "its front matter is not closed")
FIRST_LINE = define("first-line", "its first line")
FIRST_LINES = define("first-lines", "its first lines")
LAST_LINES = define("last-lines", "its last lines")
FOOTNOTE = define("footnote", "a footnote")
