"""Folders that what is made is written into: nobody's, or ones that this program has made."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from ..errors import BuildError
from .messages import CANNOT_BE_READ, HOLDS_OTHERS, cause

SHOWN = 3
"""Names that a refusal gives as examples."""


def must_hold_nothing_else(folder: Path, allowed: Callable[[str], bool] = lambda name: False) -> None:
    """Raise BuildError if there is anything in the folder but what is `allowed` by its name. It need not be there."""
    found: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not allowed(entry.name):
                    found.append(entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        raise BuildError(CANNOT_BE_READ(file=str(folder), cause=cause(error))) from error
    if found:
        raise BuildError(
            HOLDS_OTHERS(
                folder=str(folder),
                found=", ".join([*sorted(found)[:SHOWN], *(["…"] if len(found) > SHOWN else [])]),
            )
        )
