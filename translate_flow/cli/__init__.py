"""The command line: one file per command, loaded when it is called."""

from __future__ import annotations

import codecs
import gc
import io
import os
import sys
from collections.abc import Mapping, Sequence

from ..errors import TranslateFlowError, UsageError
from ..messages import say as in_words
from ..messages import speaking


def main(args: list[str] | None = None) -> None:
    """Run the program and exit: 0 done, 1 findings or below the bar, 2 usage, 3 could not do it."""
    try:
        given = sys.argv[1:] if args is None else args
        with speaking(wanted_language(given, os.environ)):
            code = run(given)
    except KeyboardInterrupt:
        # While what the command needs was still being loaded.
        code = stopped()
    # The interpreter would look through all there is for cycles once more before it ends.
    gc.freeze()
    sys.exit(code)


def run(args: list[str]) -> int:
    """Run the program with these arguments and return its exit code."""
    import click

    from .group import group

    speak_utf8()
    # One command, then the end: collecting cycles would only slow down large catalogues.
    gc.disable()
    try:
        result = group.main(args=args, prog_name="translate-flow", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        return stopped()
    except BrokenPipeError:
        # The reader of our output, such as `head`, has gone: nothing more to do, and nothing wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (TranslateFlowError, OSError) as error:
        click.echo(f"translate-flow: {say(error)}", err=True)
        return 2 if isinstance(error, UsageError) else 3
    return result if isinstance(result, int) else 0


def wanted_language(args: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to speak: that of `--lang`, else of the environment as gettext reads it, else English."""
    for place, word in enumerate(args):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and place + 1 < len(args):
            return args[place + 1]
    named = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or "en"
    preferred = environment.get("LANGUAGE", "").split(":")[0]
    return preferred if preferred and named not in ("C", "POSIX") else named


def stopped() -> int:
    """Tell that somebody pressed Ctrl-C, and the exit code for it."""
    print("translate-flow: stopped; what was finished is saved", file=sys.stderr)
    return 130


def speak_utf8() -> None:
    """Make sure that whatever is printed can be: no text of ours fits into ASCII or Latin-1.

    A file or pipe gets UTF-8, as files do; a terminal that cannot show a sign shows a question mark.
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


def say(error: Exception) -> str:
    """An error as one line for the user."""
    if isinstance(error, OSError) and not isinstance(error, TranslateFlowError):
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror or error}"
    message = error.message if isinstance(error, TranslateFlowError) else str(error)
    return " ".join(in_words(message).split("\n"))
