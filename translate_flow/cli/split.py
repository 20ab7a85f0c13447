"""`translate-flow split`."""

from __future__ import annotations

import click

from . import group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.key
@click.option("--before", metavar="WORDS", default="", help="Split before these words of the source.")
@click.option("--sentences", is_flag=True, help="Split at each sentence.")
@group.to
@group.by
def split(document: str, key: str, before: str, sentences: bool, to: str | None, person: str | None) -> None:
    """Split a segment at its line breaks, at its sentences or before some words.

    The parts are translated by themselves and built as one paragraph; the division is kept when the
    source changes. `join` puts two parts together again.
    """
    from ..flow.editing.cut import split as run

    work, who = segment.open_one(document, to, person)
    parts = run(work, key, who, before=before, by_sentence=sentences)
    group.note(texts.SPLIT_INTO(key=work.unit(key).key, parts=tuple(parts)))
