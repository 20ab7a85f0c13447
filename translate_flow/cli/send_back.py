"""`translate-flow return`."""

from __future__ import annotations

import click

from . import group, segment


@group.command("return")
@group.document
@group.key
@click.option("--note", required=True, help="What is to be mended.")
@group.to
@group.by
def send_back(document: str, key: str, note: str, to: str | None, person: str | None) -> None:
    """Send a segment back to the translator, with a note."""
    from ..flow.edit import send_back as run

    work, who = segment.open_one(document, to, person)
    segment.report(work, run(work, key, who, note))
