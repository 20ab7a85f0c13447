"""The command line: one file per command, loaded when it is called."""

from __future__ import annotations

import gc
import os
import sys

from ..readers import LANGUAGES, chosen

TYPE_CHECKING = False  # `typing` itself is loaded when something is to be done
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..messages import Message


def main(args: list[str] | None = None) -> None:
    """Run the program and exit: 0 done, 1 findings or below the bar, 2 usage, 3 could not do it."""
    given = sys.argv[1:] if args is None else args
    language = wanted_language(given, os.environ)
    if given in (["--help"], ["-h"]):
        from .overview import show

        if show(chosen(language)):
            sys.exit(0)
    from ..messages import speaking

    with speaking(language):
        try:
            code = run(given)
        except KeyboardInterrupt:
            # While what the command needs was still being loaded.
            code = stopped()
    # The interpreter would look through all there is for cycles once more before it ends.
    gc.freeze()
    sys.exit(code)


def run(args: list[str]) -> int:
    """Run the program with these arguments and return its exit code."""
    from .streams import streams

    # One command, then the end: collecting cycles would only slow down large catalogues.
    gc.disable()
    with streams():
        return _run(args)


def _run(args: list[str]) -> int:
    import re
    from pathlib import Path

    import click

    from ..errors import TranslateFlowError, UsageError
    from ..messages import reader
    from ..messages import say as in_words
    from .group import group

    if reader() != "en":
        from .spoken import teach_click

        teach_click()
    try:
        for word in args:
            if not word.isprintable() and re.search("[\ud800-\udfff]", word) and not Path(word).exists():
                from .messages import NOT_UTF8

                raise UsageError(NOT_UTF8(word=word))
        result = group.main(args=args, prog_name="translate-flow", standalone_mode=False)
        sys.stdout.flush()
        code = result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        code = 2
    except (KeyboardInterrupt, click.Abort):
        return stopped()
    except BrokenPipeError:
        # The reader of our output, such as `head`, has gone: nothing more to do, and nothing wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except (TranslateFlowError, OSError) as error:
        click.echo(f"translate-flow: {say(error)}", err=True)
        code = 2 if isinstance(error, UsageError) else 3
    except (MemoryError, RecursionError) as error:
        # What readers meet is caught where it happens; this is for what nobody foresaw.
        click.echo(f"translate-flow: {_too_much(error)}", err=True)
        return 3
    for line in _of_packages():
        click.echo(f"translate-flow: {in_words(line)}", err=True)
    return code


def _too_much(error: Exception) -> str:
    from ..messages import say as in_words
    from .messages import TOO_DEEP, TOO_LITTLE_MEMORY

    return in_words((TOO_LITTLE_MEMORY if isinstance(error, MemoryError) else TOO_DEEP)())


def _of_packages() -> Iterable[Message]:
    """What has to be said of other packages that could not be used."""
    plugins = sys.modules.get("translate_flow.plugins")
    return plugins.reported() if plugins is not None else ()


def wanted_language(args: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to speak: that of `--lang`, else of the environment as gettext reads it, else English."""
    for place, word in enumerate(args):
        given = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and place + 1 < len(args):
            given = args[place + 1]
        # Another word is refused further on, in the language of the environment.
        if given in LANGUAGES:
            return given
    named = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or "en"
    preferred = environment.get("LANGUAGE", "").split(":")[0]
    return preferred if preferred and named not in ("C", "POSIX") else named


def stopped() -> int:
    """Say that Ctrl-C ended the command, and give the exit code for it."""
    from ..messages import say as in_words
    from .messages import STOPPED

    print(f"translate-flow: {in_words(STOPPED())}", file=sys.stderr)
    return 130


def say(error: Exception) -> str:
    """An error as one line for the user."""
    from ..errors import TranslateFlowError
    from ..messages import say as in_words

    if not isinstance(error, TranslateFlowError | OSError):
        return " ".join(str(error).split("\n"))
    from ..files.messages import described

    return " ".join(in_words(described(error)).split("\n"))
