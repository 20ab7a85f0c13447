"""`translate-flow fix`."""

from __future__ import annotations

import click

from . import complete, group
from .messages import segments as texts


@group.command()
@group.documents
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="RULE",
    shell_complete=complete.rules,
    help="Only this rule; repeatable.",
)
@click.option("--dry-run", "dry", is_flag=True, help="Write nothing; show what would change.")
@group.to
@group.by
def fix(
    documents: tuple[str, ...], rules: tuple[str, ...], dry: bool, to: str | None, person: str | None
) -> None:
    """Fix certain slips in confirmed text: spaces, doubled words, capitals, final punctuation.

    A text is changed only if the checks then report fewer findings and none that is new. One that was approved must be
    approved again; drafts are left to whoever reads them.
    """
    from .. import checks
    from ..flow.editing.fix import fix_all
    from ..flow.statement.people import person as who

    for rule in rules:
        checks.find(rule)
    workspace = group.workspace()
    language = workspace.target(to)
    by = who(workspace, person)
    for name in workspace.choose(documents, language):
        for one in fix_all(workspace, name, language, by, rules, dry=dry):
            group.out(texts.FIXED(name=one.name, key=one.key, rules=one.rules, text=one.after))
