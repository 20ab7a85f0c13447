"""Findings as lines of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..messages import say

if TYPE_CHECKING:
    from ..model import Finding

SIGNS = {"error": "✗", "warning": "!", "info": "·"}
COLOURS = {"error": "red", "warning": "yellow", "info": "dim"}


def line(finding: Finding) -> str:
    """A finding without its segment's key: severity, rule, what is wrong, what to write instead."""
    hint = f" → {say(finding.hint)}" if finding.hint else ""
    return f"{SIGNS[finding.severity]} {finding.rule}: {say(finding.message)}{hint}"
