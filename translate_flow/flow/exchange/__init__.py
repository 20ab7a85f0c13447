"""Review files out and back: Word tables, XLIFF, PO files; one by one, or several together."""

from __future__ import annotations

from .back import ImportedReview, Way, bring_in, take_in
from .out import Exported, export, sheet

__all__ = ["Exported", "ImportedReview", "Way", "bring_in", "export", "sheet", "take_in"]
