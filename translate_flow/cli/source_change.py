"""What changed in a source, word by word, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..review.diff import diff
from ..review.marking import Stretch, Whole
from .diff_text import prose

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def source_change(screen: Console, before: str, after: str) -> Text:
    """Both sources in one: what stayed, went and came; with marks where colour cannot be seen."""
    signs = screen.no_color or screen.color_system is None
    stretches = [Stretch(p.op, Whole(p.text), 0, len(p.text)) for p in diff(before, after)]
    return prose(stretches, signs=signs)
