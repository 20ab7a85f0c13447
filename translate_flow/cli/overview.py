"""`translate-flow --help` at once: the text as click makes it, kept beside this file for the usual widths.

Loading click and the commands takes longer than Python itself needs to start. `python -m translate_flow.cli.helptexts`
makes the texts, and a test compares them with click's. This file, and what it imports, loads next to nothing.
"""

import os
import sys

COLUMNS = (80, 100)
"""Widths of a terminal for which there is a text; the first is taken where there is no terminal, the last is the widest."""


def place(language: str, columns: int) -> str:
    """The file of that text."""
    return os.path.join(os.path.dirname(__file__), "overview", f"{language}-{columns}.txt")  # noqa: PTH118, PTH120


def show(language: str) -> bool:
    """Print the help; False, and nothing printed, if click has to do it: another width, or no stream for its words."""
    stream = sys.stdout
    columns = min(_columns(), COLUMNS[-1])
    if columns not in COLUMNS or stream is None or stream.encoding.lower() != "utf-8":
        return False
    try:
        with open(place(language, columns), encoding="utf-8") as file:  # noqa: PTH123
            text = file.read()
    except OSError:
        return False
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return False  # who tries again says what is wrong
    return True


def _columns() -> int:
    """The width of the terminal, as `shutil.get_terminal_size` finds it."""
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
        except (AttributeError, ValueError, OSError):
            columns = 0
    return columns or COLUMNS[0]
