"""The few frozen dataclasses that travel through the whole program.

Change one by `dataclasses.replace`. Nothing here touches disk, network or clock. Each file is loaded when something of
it is first asked for: a command such as `status` mostly needs the states alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .document import IN_TEXT, Document, ImagePlace, Kind, Omission, Segment, Setting
    from .edition import Edition, Unit
    from .event import DRAFT_PROBLEMS, SAFE_CARRIES, Event
    from .finding import Finding, Severity
    from .state import CONFIRMED, ICONS, State
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

_HOMES = {
    "document": "IN_TEXT Document ImagePlace Kind Omission Segment Setting",
    "edition": "Edition Unit",
    "event": "DRAFT_PROBLEMS SAFE_CARRIES Event",
    "finding": "Finding Severity",
    "state": "CONFIRMED ICONS State",
    "term": "Match Policy Term",
}
"""File → what is in it."""


def __getattr__(name: str) -> object:
    for file, names in _HOMES.items():
        if name in names.split():
            found: object = getattr(import_module(f".{file}", __name__), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
