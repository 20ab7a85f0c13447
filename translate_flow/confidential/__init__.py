"""Whether a statement says of itself that it is confidential: what counts as a mark, in every format.

A mark keeps a text off other machines, so that doubt counts for it: any word but a plain no, and
whatever cannot be read. Taking an unmarked text for a marked one costs a look; the other way round
cannot be taken back.
"""

from .lines import HEAD_LINES, in_end, in_lines, in_notes, is_stamp
from .texts import in_front_matter, in_text
from .words import in_name, in_property, is_free, says_no

__all__ = [
    "HEAD_LINES",
    "in_end",
    "in_front_matter",
    "in_lines",
    "in_name",
    "in_notes",
    "in_property",
    "in_text",
    "is_free",
    "is_stamp",
    "says_no",
]
