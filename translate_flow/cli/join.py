"""`translate-flow join`."""

from __future__ import annotations

from . import group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.key
@group.to
@group.by
def join(document: str, key: str, to: str | None, person: str | None) -> None:
    "Join a segment with the next part of the same paragraph."
    from ..flow.editing.cut import join as run

    work, who = segment.open_one(document, to, person)
    group.note(texts.JOINED_AS(key=work.unit(key).key, new=run(work, key, who)))
