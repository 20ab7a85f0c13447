"""`translate-flow replace`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from . import complete, group
from .messages import segments as texts

if TYPE_CHECKING:
    from ..workspace import Workspace


@group.command()
@click.argument("wanted", metavar="[PATTERN]", required=False)
@click.argument("replacement", metavar="[REPLACEMENT]", required=False)
@click.argument("documents", metavar="[DOC]...", nargs=-1, shell_complete=complete.statements)
@click.option(
    "--regex", is_flag=True, help="PATTERN is a regular expression; \\1 in REPLACEMENT is its first group."
)
@click.option("--ignore-case", is_flag=True, help="Ignore upper and lower case.")
@click.option("--forms", is_flag=True, help="Match the words in all their forms: demand, demands, demanded.")
@click.option("--word", is_flag=True, help="Match entire words only.")
@click.option(
    "--state", "states", multiple=True, metavar="STATE", help="Only in segments of this state; repeatable."
)
@click.option("--take", multiple=True, metavar="N|KEY", help="Apply this change; repeatable.")
@click.option("--all", "everything", is_flag=True, help="Apply all changes shown.")
@click.option("--undo", "undoing", is_flag=True, help="Undo the last replacement.")
@click.option("--view", type=click.Choice(["inline", "side", "plain"]), default="inline", show_default=True)
@group.query
@group.to
@group.by
def replace(
    wanted: str | None,
    replacement: str | None,
    documents: tuple[str, ...],
    regex: bool,
    ignore_case: bool,
    forms: bool,
    word: bool,
    states: tuple[str, ...],
    take: tuple[str, ...],
    everything: bool,
    undoing: bool,
    view: str,
    query: str,
    to: str | None,
    person: str | None,
) -> None:
    """Search and replace in translations.

    Changes are shown first, applied with --take or --all, and taken back with --undo.
    """
    from ..errors import UsageError
    from ..flow.editing import replace as flow
    from ..flow.statement.people import person as who
    from .proposals import choose, show, told
    from .segment import tell_findings

    workspace = group.workspace()
    language = workspace.target(to)
    name = who(workspace, person)
    if undoing:
        if wanted:
            raise UsageError(texts.UNDO_ALONE())
        _undo(workspace, language, name)
        return
    if wanted is None or replacement is None:
        raise UsageError(texts.WHICH_REPLACEMENT())
    _refuse_unknown(states)
    asked = flow.search(
        wanted,
        replacement,
        regex=regex,
        ignore_case=ignore_case,
        whole=word,
        forms=language if forms else "",
    )
    found = flow.preview(workspace, workspace.choose(documents, language), language, asked, states, query)
    if not found:
        group.note(texts.NOTHING_FOUND())
        return
    asking = sys.stdin.isatty() and sys.stdout.isatty() and not (take or everything)
    if not asking:
        show(found, view)
    chosen = choose(found, view, take, everything)
    if chosen or asking:
        _, count = flow.replace(workspace, language, chosen, name, f"{wanted} → {replacement}")
        told(count, len(found))
        tell_findings(workspace, language, ((p.statement, p.unit.key) for p in chosen))
    else:
        group.note(texts.OFFERED(n=len(found)))


def _refuse_unknown(states: tuple[str, ...]) -> None:
    """Raises UsageError for a state there is not."""
    from ..errors import UsageError
    from ..flow.editing.replace import STATES
    from ..messages import nearest

    for state in states:
        if state not in STATES:
            near, known = nearest(state, STATES), tuple(STATES)
            raise UsageError(texts.NO_SUCH_STATE(state=state, nearest=near, known=known))


def _undo(workspace: Workspace, language: str, person: str) -> None:
    """Take back the last replacement, and say which segments were changed since. Raises UsageError."""
    from ..errors import UsageError
    from ..flow.editing import replace as flow

    undone = flow.undo(workspace, workspace.choose((), language), language, person)
    if not undone.batch:
        raise UsageError(texts.NOTHING_TO_UNDO())
    for key in undone.changed:
        group.note(texts.CHANGED_SINCE(key=key))
    group.note(texts.BROUGHT_BACK(n=undone.count))
