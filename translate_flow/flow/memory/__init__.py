"""The workspace's translation memory: kept in step with its files, asked, filled and emptied.

feeding   what goes in: confirmed text and TMX files
opened    the memory for a command
kept      the memory for a program that lives long, such as the desk
files     TMX in and out, searches and counts
cleaning  doubled, old or somebody's units taken out of the TMX files
"""

from __future__ import annotations

from .cleaning import Cleaned, Unwanted, clean
from .feeding import confirmed
from .files import Export, import_file, search, search_json, stats, write
from .kept import KeptMemory
from .opened import FILE, Memory, opened, remember_elsewhere

__all__ = [
    "FILE",
    "Cleaned",
    "Export",
    "KeptMemory",
    "Memory",
    "Unwanted",
    "clean",
    "confirmed",
    "import_file",
    "opened",
    "remember_elsewhere",
    "search",
    "search_json",
    "stats",
    "write",
]
