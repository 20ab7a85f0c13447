"""The terminal as commands see it: width, colour, progress."""

from __future__ import annotations

import os
import sys

from rich.console import Console

WIDTH = 100
"""Columns used when the output is no terminal and COLUMNS is not set."""


def console(*, stderr: bool = False) -> Console:
    """A console on stdout (or stderr) that colours only on a terminal and honours NO_COLOR."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)
