"""Findings as lines of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Finding

SIGNS = {"error": "✗", "warning": "!", "info": "·"}
COLOURS = {"error": "red", "warning": "yellow", "info": "dim"}


def line(finding: Finding) -> str:
    """A finding without its segment's key: sign, rule, what is wrong, what to write instead."""
    hint = f" → {finding.hint}" if finding.hint else ""
    return f"{SIGNS[finding.severity]} {finding.rule}: {finding.message}{hint}"
