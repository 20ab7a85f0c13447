"""`translate-flow restore`."""

from __future__ import annotations

import click

from . import group, segment


@group.command()
@group.document
@group.key
@click.argument("version", metavar="VERSION")
@group.to
@group.by
def restore(document: str, key: str, version: str, to: str | None, person: str | None) -> None:
    """Restore an earlier version of a segment's text; later versions stay in its history.

    VERSION is a number as listed by history, or draft, translator, previous, approved.
    """
    from ..flow.reviewing.versions import restore as run

    work, who = segment.open_one(document, to, person)
    segment.report(work, run(work, key, version, who))
