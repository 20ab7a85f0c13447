"""What is said of a draft that did not come through the engine whole.

The ids stand in journals and in the cache of drafts, so they never change.
"""

from __future__ import annotations

from ..messages import Table

define = Table("drafting")

TERM_NOT_HELD = define("term-not-held", "term not held: {span}")
NOT_HELD = define("not-held", "not held: {span}")
LINE_BREAK_LOST = define("line-break-lost", "line break lost")
PLACE_GUESSED = define(
    "place-guessed", "the engine lost {span}; it was put where it may belong: check its place"
)
TOO_FEW_ANSWERS = define("too-few-answers", "{engine}: answered fewer passages than it was asked")
AT_SEGMENT = define("at-segment", "{key}: {cause}")
