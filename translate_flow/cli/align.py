"""`translate-flow align`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from ..messages import Message, identity, say
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
@click.argument("translation", metavar="[TRANSLATION]", required=False, type=click.Path(path_type=Path))
@group.to
@click.option("--as", "person", metavar="NAME", help="Who the translations are credited to.")
@click.option("--main", is_flag=True, help="If the translation is a web page, only its article.")
@click.option("--drafts", is_flag=True, help="Import certain pairs as drafts too, for a person to confirm.")
@click.option(
    "--fix",
    "fixes",
    multiple=True,
    metavar="TEXT",
    help="Correct the pairing, kept for the next time: join KEY t3 t4, split t3 WORDS, move KEY t9, skip KEY, skip t9, "
    "free KEY.",
)
@click.option("--dry-run", is_flag=True, help="Show all pairs; write nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def align(
    ctx: click.Context,
    source: str,
    translation: Path | None,
    to: str | None,
    person: str | None,
    main: bool,
    drafts: bool,
    fixes: tuple[str, ...],
    dry_run: bool,
    form: str,
) -> None:
    """Turn a statement and its finished translation into a catalogue.

    SOURCE is a file or a statement of the workspace; TRANSLATION is a file in any format that can be
    read. Certain pairs count as translated; doubtful ones become drafts, with the reason. SOURCE alone is a folder
    of pairs: x.es.md with x.en.md, or es/x.md with en/x.md. Paragraphs of the translation are called t1, t2 …. Exit
    1 if anything needs review.
    """
    from ..flow.align import align as run
    from ..flow.align import align_folder
    from ..flow.statement.people import person as at_work

    workspace = group.workspace()
    language = workspace.target(to)
    by = (person or "").strip() or at_work(workspace)
    if translation is None:
        if not Path(source).is_dir():
            raise UsageError(texts.NAME_TRANSLATION(source=source))
        if fixes:
            raise UsageError(texts.FIX_ONE())
        found = align_folder(workspace, Path(source), language, by, main=main, drafts=drafts, dry=dry_run)
    else:
        done = run(
            workspace, source, translation, language, by, main=main, drafts=drafts, dry=dry_run, fixes=fixes
        )
        found = iter([(None, done)])
    wanting = False
    made = []
    for _, one in found:
        if isinstance(one, Message):
            group.note(one)
            wanting = True
            continue
        for notice in (*one.notices, *one.misfits):
            group.note(notice)
        wanting |= bool(one.left_over or one.misfits) or any(
            p.how in ("doubtful", "none") for p in one.placed
        )
        if form == "json":
            made.append(_json(one))
        else:
            _text(workspace.relative(one.path), one, dry_run)
    if form == "json":
        streams.show_json(made[0] if translation is not None else {"version": 1, "pairs": made})
    if wanting:
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
                "theirs": list(p.theirs),
                "doubts": [say(doubt) for doubt in p.doubts],
                "doubt_ids": [identity(doubt) for doubt in p.doubts],
            }
            for p in done.placed
        ],
        "left_over": list(done.left_over),
        "left_over_numbers": list(done.left_numbers),
        "corrections": done.corrections,
        "misfits": [say(misfit) for misfit in done.misfits],
    }


def _text(path: str, done: Aligned, dry: bool) -> None:
    from rich.text import Text

    from . import terminal

    screen = terminal.console()
    for placed in done.placed:
        if not dry and placed.how not in ("doubtful", "none"):
            continue
        how = say(texts.PLACED[placed.how]())
        numbers = " ".join(f"t{number}" for number in placed.theirs)
        head = Text.assemble((placed.key, "bold"), f" {numbers}" if numbers else "")
        head.append(f"  {how}", _COLOURS[placed.how])
        head.append(f": {'; '.join(map(say, placed.doubts))}" if placed.doubts else "")
        terminal.show(screen, head)
        terminal.show(screen, placed.source, 2, style="dim")
        if placed.text:
            terminal.show(screen, placed.text, 2)
    if done.left_over:
        terminal.show(screen, Text(say(texts.ONLY_IN_TRANSLATION()), "bold"))
        for number, text in zip(done.left_numbers, done.left_over, strict=True):
            terminal.show(screen, f"t{number}  {text}", 2)
    counts = [
        say(said(n=count))
        for how, said in texts.PAIRED.items()
        if (count := sum(p.how == how for p in done.placed))
    ]
    if done.corrections:
        counts.append(say(texts.CORRECTED(n=done.corrections)))
    helped = f"; {say(texts.HELPED_BY(engine=done.engine))}" if done.engine else ""
    click.echo(f"{path}: {', '.join(counts)}{helped}{f' ({say(texts.NOTHING_WRITTEN())})' if dry else ''}")
