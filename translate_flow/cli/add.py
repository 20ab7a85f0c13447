"""`translate-flow add`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..messages import Message, say
from . import group

if TYPE_CHECKING:
    from ..carry import Carried
    from ..flow.intake.add import Added


@group.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option("--to", metavar="LANG", help="Only this target language.")
@click.option(
    "--dry-run", is_flag=True, help="Tell what would happen, paragraph by paragraph; write nothing."
)
@click.option("--format", "form", metavar="FORMAT", default="", help="Format of standard input (SOURCE -).")
@click.option("--name", metavar="NAME", default="", help="Name of the statement, for SOURCE - or a page.")
@click.option(
    "--main/--whole",
    default=None,
    help="Of a web page, the article alone, or all of it (as a new page is read); remembered for the next time.",
)
@click.option(
    "--explain", is_flag=True, help="List what a file holds that is not offered for translation, and where."
)
@click.option("--replace", is_flag=True, help="Let what comes in take the place of the file of that name.")
def add(
    sources: tuple[str, ...],
    to: str | None,
    dry_run: bool,
    form: str,
    name: str,
    main: bool | None,
    explain: bool,
    replace: bool,
) -> None:
    """Read statements, or read them again after a change.

    A SOURCE is a file, a folder, - for standard input, or the address of a page. Without any, all of
    statements/ is read.
    """
    from ..flow.intake.add import HOWS
    from ..flow.intake.add import add as run
    from ..flow.intake.sources import Wanted, gather
    from ..flow.opened.omitted import sentence

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else list(workspace.settings.languages.targets)
    stdin = sys.stdin.buffer.read() if "-" in sources else None
    gathered = gather(workspace, sources, Wanted(form, name, replace), stdin=stdin)
    for notice in gathered.notices:
        group.note(notice)
    for done in run(workspace, gathered.sources, languages, dry=dry_run, main=main):
        for said in done.notices:
            group.note(f"{done.name}: {say(said)}")
        changes = [f"{done.counts[how]} {how}" for how in HOWS if done.counts[how]]
        what = f"{len(done.segments)} segments" + ("" if done.first else f" ({', '.join(changes)})")
        kept = f", {done.kept} of them names to keep" if done.kept else ""
        click.echo(f"{workspace.relative(done.path)}: {what}{kept}{' (nothing written)' if dry_run else ''}")
        if done.omitted and done.language == languages[0]:
            group.note(f"{done.name}: {say(sentence(done.omitted))}")
            if explain:
                _explain(done)
        if dry_run and not done.first:
            _tell(done)


def _explain(done: Added) -> None:
    """Each place that is not offered, under its kind."""
    from . import terminal

    screen = terminal.console()
    for one in done.omitted:
        terminal.show(screen, say(one.what), 2)
        for place in one.places:
            terminal.show(screen, place, 4, style="dim")


def _tell(done: Added) -> None:
    """What would become of each paragraph that does not stay as it is."""
    from rich.text import Text

    from . import terminal
    from .source_change import source_change

    screen = terminal.console()
    for segment in done.segments:
        if segment.how == "same":
            continue
        head = Text.assemble((segment.entry.key, "bold"), f"  {segment.how}", (_consequence(segment), "dim"))
        terminal.show(screen, head)
        if segment.before and segment.how in ("edited", "safe"):
            terminal.show(screen, source_change(screen, segment.before, segment.segment.text), 2)
        else:
            terminal.show(screen, segment.segment.text, 2, style="dim")
    for entry in done.gone:
        terminal.show(screen, Text.assemble((entry.key, "bold"), "  gone"))
        terminal.show(screen, entry.source, 2, style="dim strike")


def _consequence(segment: Carried) -> str:
    """What it means for the translation, to be put behind how the paragraph changed."""
    entry = segment.entry
    if not entry.target.strip():
        return ": to be translated"
    reason = next((e.reason for e in segment.events if e.do == "carry"), None)
    what = "" if reason is None else reason.values.get("why", reason)
    why = say(what) if isinstance(what, Message | str) else ""
    if entry.previous:
        return f": its translation needs a look{f' ({why})' if why else ''}"
    if segment.how == "safe":
        return f": only {why}; its translation holds"
    return f": {why}" if segment.how in ("split", "merged") else ""
