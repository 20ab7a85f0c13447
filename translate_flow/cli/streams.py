"""What commands write to: streams on which no text of a stranger steers the terminal, and which may be closed."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from ..language.harmless import escaped, harmless


class Harmless:
    """A text stream that shows what would steer a terminal as visible symbols; all else is the stream's own."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write the text; returns its length."""
        if not isinstance(text, str):
            raise TypeError(f"write() wants a str, not {type(text).__name__}")
        self.stream.write(harmless(text))
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write each."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.stream)


def plain(stream: Any) -> TextIO:
    """The stream itself, for one that looks after its text on its own (rich), or writes data and not text."""
    found: TextIO = stream.stream if isinstance(stream, Harmless) else stream
    return found


def data(text: str) -> None:
    """Write data to standard output: exactly as it is into a file or pipe, harmlessly on a terminal."""
    stream = sys.stdout if sys.stdout.isatty() else plain(sys.stdout)
    stream.write(text)
    stream.flush()


def json_text(shape: Any) -> str:
    """JSON as this program writes it, a line feed at its end."""
    from json import dumps

    return escaped(dumps(shape, ensure_ascii=False, indent=1)) + "\n"


def show_json(shape: Any) -> None:
    """Print what `--format json` promises; characters that would steer a terminal are escaped in it."""
    sys.stdout.write(json_text(shape))
    sys.stdout.flush()


@contextmanager
def streams() -> Iterator[None]:
    """Standard output and error as commands need them, and as they were afterwards."""
    before = sys.stdout, sys.stderr
    _open_closed()
    speak_utf8()
    opened = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = Harmless(sys.stdout), Harmless(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = (b if b is not None else o for b, o in zip(before, opened, strict=True))


def _open_closed() -> None:
    """Put something in the place of streams that were closed before the program began (`>&-`).

    Their numbers too: else the next file opened would get one, and with it whatever is written there.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            # the lowest free number is the one that is missing
            opened = os.open(os.devnull, os.O_RDONLY if number == 0 else os.O_WRONLY)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False))  # noqa: SIM115


def speak_utf8() -> None:
    """Make sure that whatever is printed can be: no text of ours fits into ASCII or Latin-1.

    A file or pipe gets UTF-8, as files do; a terminal that cannot show a character shows a question mark.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        encoding = codecs.lookup(stream.encoding).name
        if encoding == "utf-8":
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        elif "PYTHONIOENCODING" in os.environ and encoding != "ascii":
            stream.reconfigure(errors="backslashreplace")
        else:
            # For click too ASCII is no choice, but a locale that was not set.
            stream.reconfigure(encoding="utf-8")
