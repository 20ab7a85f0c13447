"""`translate-flow glossary variants`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from . import group, streams

if TYPE_CHECKING:
    from ..suggest import Spelling


@group.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--in", "documents", multiple=True, metavar="DOC", help="Only in this statement.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@group.to
def variants(name: str | None, documents: tuple[str, ...], form: str, to: str | None) -> None:
    """Names spelt in several ways across sources and translations, or the spellings of NAME."""
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
    what = "1 name" if len(found) == 1 else f"{len(found)} names"
    group.note(what + ("" if name else " in several spellings"))


def _json(spelling: Spelling) -> dict[str, Any]:
    return {
        "form": spelling.form,
        "in_glossary": spelling.listed,
        "source": spelling.source,
        "target": spelling.target,
        "places": [{"statement": statement, "key": key} for statement, key in spelling.places],
    }


def _line(spelling: Spelling) -> str:
    """A spelling, how often it stands where, and the first places."""
    parts = []
    if spelling.listed:
        parts.append("in the glossary")
    if spelling.source:
        parts.append(f"{spelling.source}× in sources")
    if spelling.target:
        parts.append(f"{spelling.target}× in translations")
    places = list(dict.fromkeys(f"{statement} {key}" for statement, key in spelling.places))
    shown = "; ".join(places[:2]) + (" …" if len(places) > 2 else "")
    return f"{spelling.form}: {', '.join(parts)}" + (f" ({shown})" if shown and not spelling.listed else "")
