"""What people changed in the machine's drafts: word diffs, term verdicts, effort figures.

Pure functions from units to plain data, and from that to a page or JSON; the
terminal view stands with the command line.
"""

from __future__ import annotations

from .diff import diff
from .edits import Report, TermCount, edit, edits, hands, report, term_counts
from .effort import Band, Effort, Score, Scores, is_read, summary
from .page import render_html
from .shape import to_json
from .terms import Mention, mentions, tally, verdicts
from .words import similarity

__all__ = [
    "Band",
    "Effort",
    "Mention",
    "Report",
    "Score",
    "Scores",
    "TermCount",
    "diff",
    "edit",
    "edits",
    "hands",
    "is_read",
    "mentions",
    "render_html",
    "report",
    "similarity",
    "summary",
    "tally",
    "term_counts",
    "to_json",
    "verdicts",
]
