"""`translate-flow return`."""

from __future__ import annotations

import click

from . import group, segment


@group.command("return")
@group.document
@group.keys
@click.option("--note", required=True, help="What is to be mended.")
@group.query
@group.to
@group.by
def send_back(
    document: str, keys: tuple[str, ...], note: str, query: str, to: str | None, person: str | None
) -> None:
    """Send segments back to the translator, with a note."""
    from ..flow.editing.edit import send_back as run
    from ..flow.editing.many import return_many

    work, who = segment.open_one(document, to, person)
    if len(keys) == 1 and not query:
        segment.report(work, run(work, keys[0], who, note))
    else:
        segment.report_many(work, return_many(work, who, note, segment.asked(work, keys, query)), "returned")
