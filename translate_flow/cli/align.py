"""`translate-flow align`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import identity, say
from . import group, streams
from .messages import intake as texts

if TYPE_CHECKING:
    from ..flow.align import Aligned

_COLOURS = {
    "certain": "green",
    "doubtful": "yellow",
    "same": "dim",
    "yours": "cyan",
    "name": "dim",
    "none": "red",
}


@group.command()
@click.argument("source", metavar="SOURCE")
@click.argument("translation", metavar="TRANSLATION", type=click.Path(path_type=Path))
@group.to
@click.option("--as", "person", metavar="NAME", help="Who the translations are credited to.")
@click.option("--main", is_flag=True, help="If the translation is a web page, only its article.")
@click.option("--drafts", is_flag=True, help="Import certain pairs as drafts too, for a person to confirm.")
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

    SOURCE is a file or a statement of the workspace; TRANSLATION is a file in any format that can be
    read. Certain pairs count as translated; doubtful ones become drafts, with the reason. Exit 1 if
    anything needs review.
    """
    from ..flow.align import align as run
    from ..flow.statement.people import person as at_work

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
                "doubts": [say(doubt) for doubt in p.doubts],
                "doubt_ids": [identity(doubt) for doubt in p.doubts],
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
        how = say(texts.PLACED[placed.how]())
        head = Text.assemble((placed.key, "bold"), (f"  {how}", _COLOURS[placed.how]))
        head.append(f": {'; '.join(map(say, placed.doubts))}" if placed.doubts else "")
        terminal.show(screen, head)
        terminal.show(screen, placed.source, 2, style="dim")
        if placed.text:
            terminal.show(screen, placed.text, 2)
    if done.left_over:
        terminal.show(screen, Text(say(texts.ONLY_IN_TRANSLATION()), "bold"))
        for text in done.left_over:
            terminal.show(screen, text, 2)
    counts = [
        say(said(n=count))
        for how, said in texts.PAIRED.items()
        if (count := sum(p.how == how for p in done.placed))
    ]
    helped = f"; {say(texts.HELPED_BY(engine=done.engine))}" if done.engine else ""
    click.echo(f"{path}: {', '.join(counts)}{helped}{f' ({say(texts.NOTHING_WRITTEN())})' if dry else ''}")
