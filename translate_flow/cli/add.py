"""`translate-flow add`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..messages import Message, say
from . import complete, group
from .messages import intake as texts

if TYPE_CHECKING:
    from ..carry import Carried
    from ..errors import TranslateFlowError
    from ..flow.intake.add import Added


@group.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only this target language.")
@click.option(
    "--dry-run", is_flag=True, help="Show what would happen, paragraph by paragraph; write nothing."
)
@click.option("--format", "form", metavar="FORMAT", default="", help="Format of standard input (SOURCE -).")
@click.option("--name", metavar="NAME", default="", help="Name of the statement, for SOURCE - or a page.")
@click.option(
    "--main/--whole",
    default=None,
    help="Of a web page, only the article, or all of it (the default for a new page); remembered for next time.",
)
@click.option("--explain", is_flag=True, help="List what a file holds that is not offered for translation.")
@click.option(
    "--replace",
    is_flag=True,
    help="Replace the file of that name, if there is one; of a PDF or picture, read it once more.",
)
@click.option("--anyway", is_flag=True, help="Add what looks like another language too, without asking.")
def add(
    sources: tuple[str, ...],
    to: str | None,
    dry_run: bool,
    form: str,
    name: str,
    main: bool | None,
    explain: bool,
    replace: bool,
    anyway: bool,
) -> None:
    """Add statements, or read them again after a change.

    A SOURCE is a file, a folder, - for standard input, or the address of a web page. Without any, all
    of statements/ is read. A PDF or a picture is read into a Markdown file beside it, an old Word file
    or RTF into a .docx; look that through and correct it before it is translated. Of several files, one
    that cannot be read is named, the others are added, and the exit code is 3.
    """
    from ..flow.intake.add import HOWS
    from ..flow.intake.add import add as run
    from ..flow.intake.sources import TakeOptions, gather
    from ..flow.statement.omitted import sentence
    from . import terminal

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else list(workspace.settings.languages.targets)
    stdin = sys.stdin.buffer.read() if "-" in sources else None
    with terminal.progress(say(texts.READING())) as show:
        gathered = gather(workspace, sources, TakeOptions(form, name, replace, show), stdin=stdin)

    def agreed(question: Message) -> bool:
        if anyway or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return anyway
        return click.confirm(f"{say(question)}\n{say(texts.ADD_ANYWAY())}", err=True)

    # Of several, one that cannot be read does not keep the others out.
    errors: list[TranslateFlowError] = [*gathered.errors]
    several = len(gathered.sources) + len(errors) > 1
    added = run(
        workspace, gathered.sources, languages,
        dry=dry_run, main=main, agreed=agreed, tell=group.note, errors=errors if several else None,
    )  # fmt: skip
    # What was read is told only now: where nothing can be read, nothing was done.
    for notice in gathered.notices:
        group.note(notice)
    for done in added:
        for said in done.notices:
            group.note(f"{done.name}: {say(said)}")
        changes = [say(texts.COUNT[how](n=done.counts[how])) for how in HOWS if done.counts[how]]
        what = say(texts.SEGMENTS(n=len(done.segments))) + ("" if done.first else f" ({', '.join(changes)})")
        kept = f", {say(texts.NAMES_TO_KEEP(n=done.kept))}" if done.kept else ""
        dry = f" ({say(texts.NOTHING_WRITTEN())})" if dry_run else ""
        click.echo(f"{workspace.relative(done.path)}: {what}{kept}{dry}")
        if done.omitted and done.language == languages[0]:
            group.note(f"{done.name}: {say(sentence(done.omitted))}")
            if explain:
                _explain(done)
        if dry_run and not done.first:
            _tell(done)
    group.tell(errors)


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
        terminal.show(screen, Text.assemble((segment.entry.key, "bold"), f"  {say(_became(segment))}"))
        if segment.before and segment.how in ("edited", "safe"):
            terminal.show(screen, source_change(screen, segment.before, segment.segment.text), 2)
        else:
            terminal.show(screen, segment.segment.text, 2, style="dim")
    for entry in done.gone:
        terminal.show(screen, Text.assemble((entry.key, "bold"), f"  {say(texts.HOW['gone']())}"))
        terminal.show(screen, entry.source, 2, style="dim strike")


def _became(segment: Carried) -> Message:
    """How the paragraph changed, and what it means for the translation."""
    entry, how = segment.entry, texts.HOW[segment.how]()
    if not entry.target.strip():
        return texts.TO_TRANSLATE(how=how)
    reason = next((e.reason for e in segment.events if e.do == "carry"), None)
    what = "" if reason is None else reason.values.get("why", reason)
    why = say(what) if isinstance(what, Message | str) else ""
    if entry.previous:
        return texts.NEEDS_A_LOOK_BECAUSE(how=how, reason=why) if why else texts.NEEDS_A_LOOK(how=how)
    if segment.how == "safe":
        return texts.STILL_HOLDS(how=how, reason=why)
    return texts.BECAUSE(how=how, reason=why) if segment.how in ("split", "merged") else how
