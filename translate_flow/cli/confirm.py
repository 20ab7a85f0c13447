"""`translate-flow confirm`."""

from __future__ import annotations

from . import group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.keys
@group.query
@group.to
@group.by
def confirm(document: str, keys: tuple[str, ...], query: str, to: str | None, person: str | None) -> None:
    """Confirm that you have read texts and they are right as they are."""
    from ..flow.editing.edit import confirm as run
    from ..flow.editing.many import confirm_many

    work, who = segment.open_one(document, to, person)
    if len(keys) == 1 and not query:
        segment.report(work, run(work, keys[0], who))
    else:
        chosen = segment.asked(work, keys, query)
        done = confirm_many(work, who, chosen)
        segment.report_many(work, done, texts.CONFIRMED)
        segment.tell_repeats(work, *done)
