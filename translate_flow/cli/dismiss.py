"""`translate-flow dismiss`."""

from __future__ import annotations

import click

from . import complete, group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.key
@click.argument("rule", metavar="RULE", shell_complete=complete.rules)
@click.option(
    "--reason", metavar="TEXT", default="", help="Why the finding doesn't apply; kept in the history."
)
@click.option("--undo", "undoing", is_flag=True, help="Reopen it: the finding is reported again.")
@group.to
@group.by
def dismiss(
    document: str, key: str, rule: str, reason: str, undoing: bool, to: str | None, person: str | None
) -> None:
    """Dismiss a finding of check for exactly this text. If the text changes, it is reported again."""
    from ..errors import UsageError
    from ..flow.reviewing import remarks

    if not undoing and not reason.strip():
        raise UsageError(texts.WHY_DISMISS())
    work, who = segment.open_one(document, to, person)
    if undoing:
        unit = remarks.undismiss(work, key, who, rule)
        group.note(texts.UNDISMISSED(key=unit.key, rule=rule))
    else:
        unit = remarks.dismiss(work, key, who, rule, reason)
        group.note(texts.DISMISSED(key=unit.key, rule=rule))
