"""`translate-flow confirm`."""

from __future__ import annotations

from . import group, segment


@group.command()
@group.document
@group.key
@group.to
@group.by
def confirm(document: str, key: str, to: str | None, person: str | None) -> None:
    """Say that a segment's text is right as it stands."""
    from ..flow.edit import confirm as run

    work, who = segment.open_one(document, to, person)
    segment.report(work, run(work, key, who))
