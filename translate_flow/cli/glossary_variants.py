"""`translate-flow glossary variants`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..messages import say
from . import group, streams
from .messages import glossary as texts

if TYPE_CHECKING:
    from ..term_extraction import Spelling


@group.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--in", "documents", multiple=True, metavar="DOC", help="Only in this statement.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@group.to
def variants(name: str | None, documents: tuple[str, ...], form: str, to: str | None) -> None:
    """List names with several spellings in sources and translations, or the spellings of NAME."""
    from ..flow.terms.suggest import variants as run

    workspace = group.workspace()
    language = workspace.target(to)
    found = run(workspace, workspace.choose(documents, language), language, name or "")
    if form == "json":
        data = {"version": 1, "names": [[_json(s) for s in spellings] for spellings in found]}
        streams.show_json(data)
        return
    for spellings in found:
        for number, spelling in enumerate(spellings):
            click.echo(f"{'  ' if number else ''}{_line(spelling)}")
    group.note((texts.NAMES if name else texts.NAMES_SPELT)(n=len(found)))


def _json(spelling: Spelling) -> dict[str, Any]:
    return {
        "form": spelling.form,
        "in_glossary": spelling.listed,
        "source": spelling.source,
        "target": spelling.target,
        "places": [{"statement": statement, "key": key} for statement, key in spelling.places],
    }


def _line(spelling: Spelling) -> str:
    """A spelling, how often it appears where, and the first places."""
    parts = []
    if spelling.listed:
        parts.append(say(texts.IN_GLOSSARY()))
    if spelling.source:
        parts.append(say(texts.IN_SOURCES(count=spelling.source)))
    if spelling.target:
        parts.append(say(texts.IN_TRANSLATIONS(count=spelling.target)))
    places = list(dict.fromkeys(f"{statement} {key}" for statement, key in spelling.places))
    shown = "; ".join(places[:2]) + (" …" if len(places) > 2 else "")
    return f"{spelling.form}: {', '.join(parts)}" + (f" ({shown})" if shown and not spelling.listed else "")
