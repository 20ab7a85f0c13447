"""Finished translations put into catalogues: one, or a folder of them, with what people corrected."""

from __future__ import annotations

from .corrections import Correction, known_corrections, take_back
from .pairs import FilePair, align_folder
from .reading import Prepared, prepare
from .run import HOWS, Aligned, Placed, align, paired

__all__ = [
    "HOWS",
    "Aligned",
    "Correction",
    "FilePair",
    "Placed",
    "Prepared",
    "align",
    "align_folder",
    "known_corrections",
    "paired",
    "prepare",
    "take_back",
]
