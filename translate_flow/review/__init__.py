"""What people changed in the machine's drafts: word diffs, term verdicts, effort figures.

Pure functions from units to plain data, and from that to a page or JSON; the
terminal view is with the command line.
"""

from __future__ import annotations

from .blame import BlamedPart, blame
from .classify import CLASSES, classify
from .diff import diff
from .edits import Report, TermCount, compared, edit, edits, hands, report, reported, term_counts
from .effort import Band, Effort, Score, Scores, is_read, summary
from .moves import moved
from .page import render_html
from .scores import Scoring
from .shape import to_json
from .tallies import ChangeTally, TermLine, by_class, by_engine, by_person, term_lines
from .terms import Mention, mentions, tally, verdicts
from .versions import Version, version, versions
from .words import similarity

__all__ = [
    "CLASSES",
    "Band",
    "BlamedPart",
    "ChangeTally",
    "Effort",
    "Mention",
    "Report",
    "Score",
    "Scores",
    "Scoring",
    "TermCount",
    "TermLine",
    "Version",
    "blame",
    "by_class",
    "by_engine",
    "by_person",
    "classify",
    "compared",
    "diff",
    "edit",
    "edits",
    "hands",
    "is_read",
    "mentions",
    "moved",
    "render_html",
    "report",
    "reported",
    "similarity",
    "summary",
    "tally",
    "term_counts",
    "term_lines",
    "to_json",
    "verdicts",
    "version",
    "versions",
]
