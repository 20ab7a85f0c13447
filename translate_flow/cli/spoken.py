"""Help and usage errors in the reader's language: the texts of our commands, and click's own words.

English is where the commands are defined; other languages in `locale/TAG/LC_MESSAGES/help.po`, which
`python -m translate_flow.cli.helptexts` keeps in step. It is read only when another language is spoken.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import cache
from importlib import import_module
from typing import Any

import click

from ..messages.speech import reader

CLICK = "click"
"""Context of the entries that are click's own words."""
METAVAR = "metavar"
"""Context of the words that stand for a value: KEY, FILE."""
MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "_termui_impl")
"""Modules of click that look up what they say, each by a `_` of its own."""
PLACEHOLDER = re.compile(r"(?<![\w-])[A-Z]+(?![\w-])")
"""A word that stands for a value, in a usage line or beside an option."""

Texts = Mapping[tuple[str, str], tuple[str, ...]]
"""Context and English text → the translation; that for one and that for several of a plural."""


@cache
def catalogue(tag: str) -> Texts:
    """The help in that language."""
    from importlib.resources import files

    import polib

    path = files("translate_flow").joinpath("locale", tag, "LC_MESSAGES", "help.po")
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in polib.pofile(path.read_text("utf-8")):
        forms = tuple(entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)) or (entry.msgstr,)
        if all(forms):
            found[entry.msgctxt or "", entry.msgid] = forms
    return found


def translated(text: str, context: str = "") -> str:
    """A text of the help in the reader's language; as it is if that has no translation."""
    tag = reader()
    return text if tag == "en" else catalogue(tag).get((context, text), (text,))[0]


def placeholders(text: str) -> str:
    """The words that stand for values in the reader's language."""
    if reader() == "en":
        return text
    return PLACEHOLDER.sub(lambda word: translated(word[0], METAVAR), text)


def of_click(text: str) -> str:
    """What click says, in the reader's language."""
    return translated(text, CLICK)


def of_click_counted(one: str, several: str, n: int) -> str:
    """The same where something is counted."""
    forms = catalogue(reader()).get((CLICK, one)) if reader() != "en" else None
    return (one if n == 1 else several) if forms is None else forms[0 if n == 1 else -1]


def teach_click() -> None:
    """Have click say its own words in the reader's language.

    Its modules bind gettext's function, which knows only the environment and compiled catalogues in a
    folder of the system; ours follows `--lang`.
    """
    for name in MODULES:
        module = import_module(f"click.{name}")
        for attribute, ours in (("_", of_click), ("ngettext", of_click_counted)):
            if hasattr(module, attribute):
                setattr(module, attribute, ours)


class Spoken(click.Command):
    """A command whose help is shown in the reader's language."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The parameters, with their help and placeholders in the reader's language."""
        params = super().get_params(ctx)
        if reader() == "en":
            return params
        # The parser and the help must get the same ones.
        known: dict[tuple[str, int], tuple[click.Parameter, click.Parameter]] = self.__dict__.setdefault(
            "_spoken", {}
        )
        return [known.setdefault((reader(), id(p)), (_spoken(p), p))[0] for p in params]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the command's name in its usage line."""
        return [placeholders(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help."""
        return click.Command.get_short_help_str(self._said(), limit)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help between usage and options."""
        click.Command.format_help_text(self._said(), ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What follows the options."""
        click.Command.format_epilog(self._said(), ctx, formatter)

    def _said(self) -> click.Command:
        """This command with its texts in the reader's language."""
        if reader() == "en":
            return self
        said = copy(self)
        said.help, said.epilog = _text(self.help), _text(self.epilog)
        return said


def _text(text: str | None) -> str | None:
    return translated(inspect.cleandoc(text)) if text else text


def _spoken(parameter: click.Parameter) -> click.Parameter:
    """A parameter as the reader of another language sees it."""
    said = copy(parameter)
    if isinstance(said, click.Option):
        said.help = _text(said.help)
    if said.metavar:
        said.metavar = placeholders(said.metavar)
    return said


class Command(Spoken):
    """One command."""


class Family(Spoken, click.Group):
    """Commands below one name, as `glossary add`."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help's list of commands."""
        with formatter.section(of_click("Commands")):
            formatter.write_dl(self.short_helps(ctx, self.list_commands(ctx)))

    def short_helps(self, ctx: click.Context, names: Iterable[str]) -> list[tuple[str, str]]:
        """Each command with the first sentence of its help."""
        found = [(name, self.get_command(ctx, name)) for name in names]
        return [(n, c.get_short_help_str(SENTENCE)) for n, c in found if c is not None]


SENTENCE = 90
"""Characters within which a command's help should end its first sentence; the rest is cut off in a list."""


def command_texts(command: click.Command, parameters: Sequence[click.Parameter]) -> list[str]:
    """Every text that the help of a command shows."""
    texts = [command.help, command.epilog, *(getattr(p, "help", None) for p in parameters)]
    return [inspect.cleandoc(text) for text in texts if text]


Wrap = Callable[[Callable[..., Any]], click.Command]
"""What makes a command of a function."""
