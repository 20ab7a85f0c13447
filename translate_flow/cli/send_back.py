"""`translate-flow return`."""

from __future__ import annotations

import click

from . import group, segment
from .messages import segments as texts


@group.command("return")
@group.document
@group.keys
@click.option("--note", metavar="TEXT", required=True, help="What needs fixing.")
@group.query
@group.to
@group.by
def send_back(
    document: str, keys: tuple[str, ...], note: str, query: str, to: str | None, person: str | None
) -> None:
    """Return segments to the translator, with a note."""
    from ..flow.editing.edit import send_back as run
    from ..flow.editing.many import return_many

    work, who = segment.open_one(document, to, person)
    if len(keys) == 1 and not query:
        segment.report(work, run(work, keys[0], who, note))
    else:
        chosen = segment.asked(work, keys, query)
        segment.report_many(work, return_many(work, who, note, chosen), texts.RETURNED)
