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
    """Bring an old version of a segment's text back; nothing that came after it is lost.

    VERSION is a number as history lists it, or draft, translator, previous, approved.
    """
    from ..flow.reviewing.versions import restore as run

    work, who = segment.open_one(document, to, person)
    segment.report(work, run(work, key, version, who))
