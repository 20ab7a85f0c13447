"""Finished translations put into catalogues: one, or a folder of them, with what people corrected."""

from __future__ import annotations

from .pairs import FilePair, align_folder
from .run import HOWS, Aligned, Placed, align

__all__ = ["HOWS", "Aligned", "FilePair", "Placed", "align", "align_folder"]
