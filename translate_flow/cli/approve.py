"""`translate-flow approve`."""

from __future__ import annotations

import click

from . import group, segment


@group.command()
@group.document
@group.key
@click.option("--note", default="", help="A remark for the history.")
@group.to
@group.by
def approve(document: str, key: str, note: str, to: str | None, person: str | None) -> None:
    """Give a segment's text the second look: it may be published."""
    from ..flow.edit import approve as run

    work, who = segment.open_one(document, to, person)
    segment.report(work, run(work, key, who, note))
