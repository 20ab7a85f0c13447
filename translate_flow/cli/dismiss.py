"""`translate-flow dismiss`."""

from __future__ import annotations

import click

from . import group, segment


@group.command()
@group.document
@group.key
@click.argument("rule", metavar="RULE")
@click.option("--reason", default="", help="Why the finding is none; it stays in the history.")
@click.option("--undo", "undoing", is_flag=True, help="Take it back: the finding is told again.")
@group.to
@group.by
def dismiss(
    document: str, key: str, rule: str, reason: str, undoing: bool, to: str | None, person: str | None
) -> None:
    """Set a finding of check aside, for exactly this text; once the text changes it is told again."""
    from ..errors import UsageError
    from ..flow.reviewing import remarks

    if not undoing and not reason.strip():
        raise UsageError("say in --reason why the finding is none")
    work, who = segment.open_one(document, to, person)
    if undoing:
        unit = remarks.undismiss(work, key, who, rule)
        group.note(f"{unit.key}: {rule} is told again")
    else:
        unit = remarks.dismiss(work, key, who, rule, reason)
        group.note(f"{unit.key}: {rule} is set aside for this text")
