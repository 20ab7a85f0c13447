"""`translate-flow import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import say
from . import group, streams

if TYPE_CHECKING:
    from ..flow.exchange import Imported

_COLOURS = {
    "taken": "green",
    "confirmed": "green",
    "unchanged": "dim",
    "stale": "yellow",
    "refused": "red",
    "unknown": "red",
}


@group.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--doc", "document", metavar="DOC", help="The statement, if the file does not tell.")
@group.to
@click.option("--as", "person", metavar="NAME", help="In whose name, where the file names nobody.")
@click.option("--confirm", is_flag=True, help="Drafts that came back unchanged count as read.")
@click.option(
    "--take",
    "theirs",
    multiple=True,
    metavar="KEY",
    help="Take the file's text of this segment even if it was changed meanwhile.",
)
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def import_(
    ctx: click.Context,
    files: tuple[Path, ...],
    document: str | None,
    to: str | None,
    person: str | None,
    confirm: bool,
    theirs: tuple[str, ...],
    dry_run: bool,
    form: str,
) -> None:
    """Take in review files that came back; exit 1 if a row needs a person's decision."""
    from ..flow.exchange import bring_in

    workspace = group.workspace()
    done = [
        (
            file,
            bring_in(
                workspace,
                file,
                document=document,
                to=to,
                by=person,
                confirm=confirm,
                theirs=theirs,
                dry=dry_run,
            ),
        )
        for file in files
    ]
    if form == "json":
        streams.show_json({"version": 1, "files": [_json(*d) for d in done]})
    else:
        for file, imported in done:
            _text(file, imported, dry_run)
    if any(v.outcome in ("stale", "refused", "unknown") for _, d in done for v in d.verdicts):
        ctx.exit(1)


def _json(file: Path, done: Imported) -> dict[str, Any]:
    return {
        "file": str(file),
        "statement": done.name,
        "language": done.language,
        "rows": [
            {"key": v.key, "outcome": v.outcome, "by": v.by, "text": v.text, "why": str(v.why)}
            for v in done.verdicts
        ],
        "absent": list(done.absent),
        "comments": [
            {"key": e.key, "by": e.by, "text": say(e.remark)}
            for v in done.verdicts
            for e in v.events
            if e.do == "comment"
        ],
        "loose_comments": [{"by": r.by, "text": r.text} for r in done.remarks],
    }


def _text(file: Path, done: Imported, dry: bool) -> None:
    from rich.text import Text

    from . import terminal

    screen = terminal.console()
    head = f"{file.name} → {done.name} ({done.language}){', nothing is written' if dry else ''}"
    terminal.show(screen, head, style="bold")
    for verdict in done.verdicts:
        if verdict.outcome != "unchanged" or verdict.why or verdict.events:
            by = f" by {verdict.by}" if verdict.outcome in ("taken", "confirmed", "stale") else ""
            line = Text.assemble(
                (f"{verdict.outcome:9} ", _COLOURS[verdict.outcome]), (verdict.key, "bold"), by
            )
            line.append(f": {say(verdict.why)}" if verdict.why else "")
            terminal.show(screen, line, 2)
            if verdict.outcome in ("taken", "stale", "refused", "unknown") and verdict.text:
                terminal.show(screen, verdict.text, 4, style="italic")
            for event in verdict.events:
                if event.do == "comment":
                    terminal.show(screen, f"comment by {event.by}: {say(event.remark)}", 4)
    for remark in done.remarks:
        terminal.show(screen, f"comment outside the table by {remark.by or 'somebody'}: {remark.text}", 2)
    counts = [
        f"{len(found)} {o}" for o in _COLOURS if (found := [v for v in done.verdicts if v.outcome == o])
    ]
    counts += [f"{done.comments} comment{'s' if done.comments > 1 else ''}"] if done.comments else []
    absent = len(done.absent)
    counts += [f"{absent} segment{'s' if absent > 1 else ''} not in the file"] if absent else []
    terminal.show(screen, ", ".join(counts), 2)
