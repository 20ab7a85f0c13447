"""The workspace on disk: where things lie, its settings, its statements."""

from ..settings import SETTINGS, Person, Settings, check_language, parse_settings
from .workspace import Workspace, file_hash, has_control, may_be_statement

__all__ = [
    "SETTINGS",
    "Person",
    "Settings",
    "Workspace",
    "check_language",
    "file_hash",
    "has_control",
    "may_be_statement",
    "parse_settings",
]
