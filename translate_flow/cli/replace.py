"""`translate-flow replace`."""

from __future__ import annotations

import sys

import click

from . import group


@group.command()
@click.argument("wanted", metavar="[PATTERN]", required=False)
@click.argument("replacement", metavar="[REPLACEMENT]", required=False)
@click.argument("documents", metavar="[DOC]...", nargs=-1)
@click.option(
    "--regex", is_flag=True, help="PATTERN is a regular expression; \\1 in REPLACEMENT is its first group."
)
@click.option("--ignore-case", is_flag=True, help="Capitals do not count.")
@click.option("--word", is_flag=True, help="Whole words only.")
@click.option(
    "--state", "states", multiple=True, metavar="STATE", help="Only in segments of this state; repeatable."
)
@click.option("--take", multiple=True, metavar="N|KEY", help="Make this change; repeatable.")
@click.option("--all", "everything", is_flag=True, help="Make all changes shown.")
@click.option("--undo", "undoing", is_flag=True, help="Take the last replacement back.")
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
    """Search and replace over translations: shown first, made with --take or --all, taken back with --undo."""
    from ..errors import UsageError
    from ..flow.editing import replace as flow
    from ..flow.opened.people import person as who
    from ..workspace import nearest
    from .proposals import choose, show, told

    workspace = group.workspace()
    language = workspace.target(to)
    name = who(workspace, person)
    if undoing:
        if wanted:
            raise UsageError(
                "--undo takes the last replacement back, in all statements; leave out the pattern"
            )
        undone = flow.undo(workspace, workspace.choose((), language), language, name)
        if not undone.batch:
            raise UsageError("there is no replacement to take back")
        for key in undone.changed:
            group.note(f"{key}: changed since; left as it is")
        group.note(f"{undone.count} brought back")
        return
    if wanted is None or replacement is None:
        raise UsageError("say what to look for and what to put there: replace PATTERN REPLACEMENT [DOC]...")
    for state in states:
        if state not in flow.STATES:
            raise UsageError(
                f"--state {state}: no such state{nearest(state, flow.STATES)}; known are {', '.join(flow.STATES)}"
            )
    asked = flow.search(wanted, replacement, regex=regex, ignore_case=ignore_case, whole=word)
    found = flow.preview(workspace, workspace.choose(documents, language), language, asked, states, query)
    if not found:
        group.note("nothing found")
        return
    asking = sys.stdin.isatty() and sys.stdout.isatty() and not (take or everything)
    if not asking:
        show(found, view)
    chosen = choose(found, view, take, everything)
    if chosen or asking:
        _, count = flow.replace(workspace, language, chosen, name, f"{wanted} → {replacement}")
        told(count, len(found))
    else:
        group.note(f"{len(found)} found, nothing changed; make the changes with --take N, or --all")
