"""`translate-flow import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import identity, say
from . import group, streams
from .messages import intake as texts
from .messages.segments import REPEATS
from .segment import tell_findings

if TYPE_CHECKING:
    from ..flow.exchange import ImportedReview

_COLOURS = {
    "taken": "green",
    "confirmed": "green",
    "returned": "yellow",
    "unchanged": "dim",
    "asked": "red",
    "stale": "yellow",
    "refused": "red",
    "unknown": "red",
}


@group.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--doc", "document", metavar="DOC", help="The statement, if the file doesn't say.")
@group.to
@click.option("--as", "person", metavar="NAME", help="Who did it, where the file names nobody.")
@click.option(
    "--confirm",
    is_flag=True,
    help="Count drafts that came back as confirmed, unchanged or marked as unfinished.",
)
@click.option(
    "--take",
    "theirs",
    multiple=True,
    metavar="KEY",
    help="Take the file's text of this segment even if it was changed in the meantime.",
)
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
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
    """Import review files that came back; exit 1 if a row needs a person's decision.

    A FILE may also be a folder or zip file of review files: all of them are taken in.
    """
    from ..flow.exchange import Way
    from ..flow.exchange.packages import bring_in_all

    workspace = group.workspace()
    way = Way(document, to, person, confirm, frozenset(theirs), dry_run)
    done, troubles = bring_in_all(workspace, files, way)
    if form == "json":
        streams.show_json({"version": 1, "files": [_json(*d) for d in done]})
    else:
        for file, imported in done:
            _text(file, imported, dry_run)
    for _, imported in done if not dry_run else ():
        written = [v.key for v in imported.verdicts if v.outcome in ("taken", "confirmed")]
        tell_findings(workspace, imported.language, ((imported.name, key) for key in written))
    group.tell(troubles)
    if any(v.outcome in ("asked", "stale", "refused", "unknown") for _, d in done for v in d.verdicts):
        ctx.exit(1)


def _json(file: Path, done: ImportedReview) -> dict[str, Any]:
    return {
        "file": str(file),
        "statement": done.name,
        "language": done.language,
        "rows": [
            {
                "key": v.key,
                "outcome": v.outcome,
                "by": v.by,
                "text": v.text,
                "why": say(v.why),
                "id": identity(v.why),
            }
            for v in done.verdicts
        ],
        "repeats": list(done.repeats),
        "absent": list(done.absent),
        "comments": [
            {"key": e.key, "by": e.by, "text": say(e.remark)}
            for v in done.verdicts
            for e in v.events
            if e.do == "comment" or (e.do == "return" and e.note)
        ],
        "loose_comments": [{"by": r.by, "text": r.text} for r in done.remarks],
    }


def _text(file: Path, done: ImportedReview, dry: bool) -> None:
    from rich.text import Text

    from . import terminal

    screen = terminal.console()
    head = texts.BROUGHT_IN_DRY if dry else texts.BROUGHT_IN
    shown = head(file=file.name, name=done.name, language=done.language)
    terminal.show(screen, say(shown), style="bold")
    wide = max(9, *(len(say(outcome())) for outcome in texts.OUTCOME.values()))
    for verdict in done.verdicts:
        if verdict.outcome != "unchanged" or verdict.why or verdict.events:
            named = verdict.outcome in ("taken", "confirmed", "returned", "stale")
            by = f" {say(texts.BY(person=verdict.by))}" if named else ""
            outcome = f"{say(texts.OUTCOME[verdict.outcome]()):{wide}} "
            line = Text.assemble((outcome, _COLOURS[verdict.outcome]), (verdict.key, "bold"), by)
            line.append(f": {say(verdict.why)}" if verdict.why else "")
            terminal.show(screen, line, 2)
            if verdict.outcome in ("taken", "asked", "stale", "refused", "unknown") and verdict.text:
                terminal.show(screen, verdict.text, 4, style="italic")
            for event in verdict.events:
                if event.do == "comment" or (event.do == "return" and event.note):
                    said = texts.COMMENT_BY(person=event.by, text=say(event.remark))
                    terminal.show(screen, say(said), 4)
    for remark in done.remarks:
        said = texts.LOOSE_COMMENT(person=remark.by or texts.SOMEBODY(), text=remark.text)
        terminal.show(screen, say(said), 2)
    counts = [
        counted(n=n)
        for outcome, counted in texts.OUTCOMES.items()
        if (n := sum(v.outcome == outcome for v in done.verdicts))
    ]
    counts += [texts.COMMENTS(n=done.comments)] if done.comments else []
    counts += [texts.ABSENT(n=len(done.absent))] if done.absent else []
    terminal.show(screen, ", ".join(map(say, counts)), 2)
    if done.repeats:
        terminal.show(screen, say(REPEATS(n=len(done.repeats), keys=done.repeats)), 2)
