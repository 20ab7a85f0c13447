"""`translate-flow edit`."""

from __future__ import annotations

import sys

import click

from . import group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.key
@click.option("--text", metavar="TEXT", help="The translation; - reads it from standard input.")
@click.option("--editor", is_flag=True, help="Write it in $VISUAL or $EDITOR (the default).")
@group.to
@group.by
def edit(document: str, key: str, text: str | None, editor: bool, to: str | None, person: str | None) -> None:
    """Write or correct one segment's translation."""
    from ..errors import TranslateFlowError, UsageError
    from ..flow.editing.edit import edit as run
    from ..language.text import digest

    if text is not None and editor:
        raise UsageError(texts.TEXT_OR_EDITOR())
    typed = text == "-"
    work, who = segment.open_one(document, to, person)
    unit = work.unit(key)
    if text == "-":
        text = sys.stdin.read()
    if text is None:
        text = segment.ask_editor(unit)
        if text is None:
            group.note(texts.LEFT_AS_IT_WAS(key=unit.key))
            return
        typed = True
    try:
        done = run(work, unit.key, text, who, base=digest(unit.target))
    except TranslateFlowError as error:
        if not typed:
            raise
        there = segment.kept(unit, text)
        raise type(error)(texts.KEPT_IN_FILE(problem=error.message, file=there)) from error
    segment.report(work, done)
