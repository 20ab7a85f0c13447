"""The manual page, in the language of the environment: `python -m translate_flow.cli.manual > translate-flow.1`.

Made from the commands' own help (man(7) macros), so that the two never differ.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator

import click

from .. import __version__
from ..messages import say, speaking
from . import wanted_language
from .group import COMMANDS, group
from .messages import manual as texts
from .spoken import translated

PROGRAM = "translate-flow"


def page() -> str:
    """The manual page as roff, in the reader's language."""
    context = click.Context(group, info_name=PROGRAM, max_content_width=100)
    described = _paragraphs(group.help or "")
    lines = [
        f'.TH TRANSLATE\\-FLOW 1 "" "translate\\-flow {_plain(__version__)}"',
        f".SH {_plain(say(texts.NAME()))}",
        f"{_plain(PROGRAM)} \\- {next(iter(described), '').rstrip('.')}",
        f".SH {_plain(say(texts.SYNOPSIS()))}",
        f".B {_plain(PROGRAM)}",
        _plain(" ".join(group.collect_usage_pieces(context))),
        f".SH {_plain(say(texts.DESCRIPTION()))}",
        *_parted(described),
        f".SH {_plain(say(texts.OPTIONS()))}",
        *_options(group, context),
    ]
    for section, names in COMMANDS.items():
        lines.append(f".SH {_plain(translated(section).upper())}")
        for name in names:
            command = group.get_command(context, name)
            assert command is not None
            lines += _command(command, click.Context(command, info_name=name, parent=context))
    lines += [f".SH {_plain(say(texts.EXIT_STATUS()))}", *_parted(_paragraphs(group.epilog or ""))]
    return "\n".join((*lines, ""))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    """A command, and those below it."""
    yield f".SS {_plain(context.command_path)} {_plain(' '.join(command.collect_usage_pieces(context)))}"
    yield from _parted(_paragraphs(command.help or ""))
    yield from _options(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _command(below, click.Context(below, info_name=name, parent=context))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    # What every command takes is said once, at the head of the page.
    common = {"within", "lang", "help"} if context.parent is not None else set()
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1] and parameter.name not in common:
            yield ".TP"
            yield f".B {_plain(record[0])}"
            yield _plain(" ".join(record[1].split()))


def _paragraphs(text: str) -> list[str]:
    """Paragraphs of a help text, as roff; click's sign for lines that keep their breaks is left out."""
    told = translated(inspect.cleandoc(text)).replace("\b", "")
    return [_plain(" ".join(part.split())) for part in told.split("\n\n") if part.strip()]


def _parted(paragraphs: list[str]) -> Iterator[str]:
    for place, paragraph in enumerate(paragraphs):
        if place:
            yield ".PP"
        yield paragraph


def _plain(text: str) -> str:
    """Text that roff takes as it is."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    with speaking(wanted_language([], os.environ)):
        click.echo(page(), nl=False)
