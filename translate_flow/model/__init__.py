"""The few frozen dataclasses that travel through the whole program.

Change one by `dataclasses.replace`. Nothing here touches disk, network or clock.
"""

from __future__ import annotations

from .document import IN_TEXT, Document, ImagePlace, Kind, Omission, Segment, Setting
from .edition import CONFIRMED, ICONS, Edition, State, Unit
from .event import DRAFT_PROBLEMS, SAFE_CARRIES, Event
from .finding import Finding, Severity
from .term import Match, Policy, Term

__all__ = [
    "CONFIRMED",
    "DRAFT_PROBLEMS",
    "ICONS",
    "IN_TEXT",
    "SAFE_CARRIES",
    "Document",
    "Edition",
    "Event",
    "Finding",
    "ImagePlace",
    "Kind",
    "Match",
    "Omission",
    "Policy",
    "Segment",
    "Setting",
    "Severity",
    "State",
    "Term",
    "Unit",
]
