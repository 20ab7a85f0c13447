"""`translate-flow find`."""

from __future__ import annotations

import click

from ..messages import say
from ..model import ICONS
from ..model.messages import STATE
from . import group, streams
from .messages import find as texts


@group.command()
@click.argument("query", metavar="QUERY")
@group.documents
@click.option("--to", metavar="LANG", help="Only in this target language.")
@click.option(
    "--limit", type=click.IntRange(1), default=200, show_default=True, metavar="N", help="Show at most N."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def find(query: str, documents: tuple[str, ...], to: str | None, limit: int, form: str) -> None:
    """Search the segments of all statements: 'agua state:draft -by:ana check:error'.

    QUERY is what --filter of the other commands takes.
    """
    from ..flow.queries.everywhere import everywhere

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    places = [(tag, name) for tag in languages for name in workspace.choose(documents, tag)]
    found = everywhere(workspace, query, places, limit)
    if form == "json":
        streams.show_json(
            {
                "version": 1,
                "query": query,
                "total": found.total,
                "segments": [
                    {
                        "statement": hit.name,
                        "language": hit.language,
                        "key": hit.unit.key,
                        "number": hit.number,
                        "state": str(hit.unit.state),
                        "source": hit.unit.segment.text,
                        "target": hit.unit.target,
                    }
                    for hit in found.hits
                ],
            }
        )
    else:
        from rich.text import Text

        from . import terminal

        screen = terminal.console()
        for hit in found.hits:
            state = f"{ICONS[hit.unit.state]} {say(STATE[hit.unit.state]())}"
            head = Text.assemble(f"{hit.name} {hit.language} ", (hit.unit.key, "bold"), f"  {state}")
            terminal.show(screen, head)
            terminal.show(screen, hit.unit.segment.text, 2, style="dim")
            if hit.unit.target:
                terminal.show(screen, hit.unit.target, 2)
        if found.total > len(found.hits):
            group.note(texts.MORE(n=found.total - len(found.hits)))
        elif not found.total:
            group.note(texts.NOTHING_FOUND())
    group.tell(found.errors)
