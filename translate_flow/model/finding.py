"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..messages import Message


class Severity(StrEnum):
    """How much a finding matters; errors set the exit code of `check`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check has to say about a translation."""

    rule: str
    """Name of the check, such as `number-changed`."""
    severity: Severity
    """Error, warning or info."""
    key: str
    """Segment it is about."""
    message: Message | str
    """One sentence; another package's check may give plain text."""
    span: tuple[int, int] | None = None
    """Characters of the translation it points to, or None."""
    hint: Message | str = ""
    """What to write instead, or what to do; empty if there is no certain advice."""
