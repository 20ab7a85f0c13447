"""`translate-flow align`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import say
from . import group, streams

if TYPE_CHECKING:
    from ..flow.align import Aligned

_SAID = {
    "certain": ("green", "certain"),
    "doubtful": ("yellow", "to be looked at"),
    "same": ("dim", "there already"),
    "yours": ("cyan", "with another text of a person, which stays"),
    "name": ("dim", "names to keep"),
    "none": ("red", "without a translation"),
}


@group.command()
@click.argument("source")
@click.argument("translation", type=click.Path(path_type=Path))
@group.to
@click.option("--as", "person", metavar="NAME", help="In whose name the translations are taken in.")
@click.option("--main", is_flag=True, help="Of a translation that is a web page, the article alone.")
@click.option(
    "--drafts", is_flag=True, help="Take what is certain as drafts too, to be read before it counts."
)
@click.option("--dry-run", is_flag=True, help="Show all pairs; write nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def align(
    ctx: click.Context,
    source: str,
    translation: Path,
    to: str | None,
    person: str | None,
    main: bool,
    drafts: bool,
    dry_run: bool,
    form: str,
) -> None:
    """Turn a statement and its finished translation into a catalogue.

    SOURCE is a file, or a statement of the workspace; TRANSLATION a file in any format that can be
    read. What is certain counts as translated; what is not becomes a draft with the reason. Exit 1 if
    there is something to look at.
    """
    from ..flow.align import align as run
    from ..flow.opened.people import person as at_work

    workspace = group.workspace()
    language = workspace.target(to)
    by = (person or "").strip() or at_work(workspace)
    done = run(workspace, source, translation, language, by, main=main, drafts=drafts, dry=dry_run)
    for notice in done.notices:
        group.note(notice)
    if form == "json":
        streams.show_json(_json(done))
    else:
        _text(workspace.relative(done.path), done, dry_run)
    if done.left_over or any(p.how in ("doubtful", "none") for p in done.placed):
        ctx.exit(1)


def _json(done: Aligned) -> dict[str, Any]:
    return {
        "version": 1,
        "statement": done.name,
        "language": done.language,
        "helped_by": done.engine,
        "segments": [
            {
                "key": p.key,
                "how": p.how,
                "margin": round(p.margin, 3),
                "source": p.source,
                "text": p.text,
                "doubts": [str(doubt) for doubt in p.doubts],
            }
            for p in done.placed
        ],
        "left_over": list(done.left_over),
    }


def _text(path: str, done: Aligned, dry: bool) -> None:
    from rich.text import Text

    from . import terminal

    screen = terminal.console()
    for placed in done.placed:
        if not dry and placed.how not in ("doubtful", "none"):
            continue
        colour, _ = _SAID[placed.how]
        head = Text.assemble((placed.key, "bold"), ("  " + placed.how, colour))
        head.append(f": {'; '.join(map(say, placed.doubts))}" if placed.doubts else "")
        terminal.show(screen, head)
        terminal.show(screen, placed.source, 2, style="dim")
        if placed.text:
            terminal.show(screen, placed.text, 2)
    if done.left_over:
        terminal.show(screen, Text("in the translation only", "bold"))
        for text in done.left_over:
            terminal.show(screen, text, 2)
    counts = [
        f"{count} {said}"
        for how, (_, said) in _SAID.items()
        if (count := sum(p.how == how for p in done.placed))
    ]
    helped = f"; put beside each other with {done.engine}’s help" if done.engine else ""
    click.echo(f"{path}: {', '.join(counts)}{helped}{' (nothing written)' if dry else ''}")
