"""`translate-flow kind`."""

from __future__ import annotations

import click

from . import group, segment
from .messages import segments as texts

CHOICES = ("paragraph", "heading", "quote", "name", "keep", "file")


@group.command()
@group.document
@group.key
@click.argument("what", metavar="KIND", type=click.Choice(CHOICES))
@group.to
@group.by
def kind(document: str, key: str, what: str, to: str | None, person: str | None) -> None:
    """Set what a segment is: a heading, a quote, a name, or nothing to translate (keep).

    A name, and what is kept, appears in the translation as in the source. The kind stays when the source changes;
    `file` resets it to that of the file.
    """
    from ..flow.editing.kind import set_kind

    work, who = segment.open_one(document, to, person)
    whole = work.unit(key).key
    set_kind(work, whole, what, who)
    group.note(texts.KIND_SET(key=whole, kind=what))
