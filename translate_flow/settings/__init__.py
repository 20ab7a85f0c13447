"""`translate-flow.toml`: the settings of a workspace, checked and with defaults filled in."""

from .model import (
    MEMORY_USES,
    SETTINGS,
    STOPS,
    Drafting,
    Languages,
    MemoryUse,
    Person,
    Privacy,
    Review,
    Settings,
    StatementUse,
)
from .parse import check_language, parse_settings

__all__ = [
    "MEMORY_USES",
    "SETTINGS",
    "STOPS",
    "Drafting",
    "Languages",
    "MemoryUse",
    "Person",
    "Privacy",
    "Review",
    "Settings",
    "StatementUse",
    "check_language",
    "parse_settings",
]
