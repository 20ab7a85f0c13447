"""`translate-flow engines`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages import identity, say
from . import complete, group, streams
from .messages import drafts as texts

if TYPE_CHECKING:
    from rich.console import Console

MODELS = 8
"""Models of a server that are listed."""
PREFIX = "TRANSLATE_FLOW_"
"""What all variables of keys begin with."""


@group.family(invoke_without_command=True)
@group.to
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def engines(ctx: click.Context, to: str | None, form: str) -> None:
    """List the engines that can run here, and whether text stays on this machine."""
    if ctx.invoked_subcommand is not None:
        return
    from ..flow.drafts.engines import survey

    workspace = group.workspace()
    rows = survey(workspace, workspace.target(to))
    if form == "json":
        shown = [_json(row) for row in rows]
        streams.show_json({"version": 1, "engines": shown})
        return
    from .terminal import console

    screen = console()
    for row in rows:
        _show(screen, row)
    _legend(screen, rows)


def _json(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose sentences are in the reader's language, with the ids of their messages."""
    said = {name: say(row[name]) for name in _SENTENCES if row.get(name)}
    ids = {f"{name}_id": identity(row[name]) for name in _SENTENCES if name in row}
    return row | said | ids


_SENTENCES = ("missing", "why", "description")
"""Fields of an engine that are read by people."""


def _show(screen: Console, row: dict[str, Any]) -> None:
    """One engine: a line that can be scanned, and below it what there is to know."""
    from rich.text import Text

    from .terminal import show

    state = texts.READY if row["ready"] else texts.OFF_HERE if not row["allowed"] else texts.NOT_READY
    where = say((texts.PRIVATE if row["private"] else texts.ONLINE)())
    head = Text(f"{row['name']:<15}", "bold") + Text(f"{where:<9}")
    head.append(say(state()), "green" if row["ready"] else "")
    if row["chosen"]:
        head.append(f", {say(texts.CHOSEN())}")
    show(screen, head)
    names = {what: say(texts.LIMIT[what]()) if what in texts.LIMIT else what for what in row["limits"]}
    limits = [f"{count:,} {names[what]}" for what, count in row["limits"].items()]
    any_length = say(texts.ANY_PARAGRAPH())
    measured = "" if row["chrf2"] is None else f", chrF2 {row['chrf2']:g}"
    show(screen, f"{_languages(row)}; {', '.join(limits) or any_length}{measured}{_price(row)}", 2)
    if row["models"]:
        shown = row["models"][:MODELS]
        more = ["…"] if len(row["models"]) > MODELS else []
        show(screen, say(texts.MODELS(names=(*shown, *more))), 2)
    if variables := " ".join(name for name in (row["key"], *row["variables"]) if name):
        show(screen, say(texts.READS(names=variables)), 2)
    if row["missing"]:
        missing = say(row["missing"])
        show(screen, missing.removeprefix(f"{row['name']} ").removeprefix(f"{row['name']}: "), 2)


def _legend(screen: Console, rows: Sequence[dict[str, Any]]) -> None:
    """What the words above mean."""
    from ..workspace import SETTINGS
    from .terminal import show

    screen.print()
    show(screen, say(texts.LEGEND()))
    if any(not row["allowed"] for row in rows):
        show(screen, say(texts.LEGEND_OFF(file=SETTINGS)))
    show(screen, say(texts.LEGEND_KEYS(variable=f"{PREFIX}…_KEY")))


def _price(row: dict[str, Any]) -> str:
    price = row["price"]
    if not price:
        return ""
    amount = f"{price['amount']:g}"
    return f", {say(texts.PRICE(amount=amount, currency=price['currency']))}"


def _languages(row: dict[str, Any]) -> str:
    """Pairs of an engine on this machine, the number of languages of a service."""
    if row["pairs"] is not None:
        pairs = " ".join(f"{source}-{target}" for source, target in row["pairs"])
        return pairs or say(texts.NO_PAIRS())
    if row["languages"] is not None:
        return say(texts.LANGUAGES(n=len(row["languages"])))
    return say(texts.ASK_THE_SERVICE())


@engines.command("test")
@group.folder
@group.lang
@click.argument("engine", metavar="ENGINE", shell_complete=complete.engines)
@group.to
def test(engine: str, to: str | None) -> None:
    """Translate a harmless sentence and show how long it takes.

    An engine on another machine is refused unless the workspace allows it.
    """
    from ..flow.drafts.engines import trial

    workspace = group.workspace()
    found = trial(workspace, engine, workspace.settings.languages.source, workspace.target(to))
    click.echo(f"{found.text}\n{found.answer}")
    start, seconds = f"{found.start:.2f}", f"{found.seconds:.2f}"
    group.note(texts.TRIED(engine=found.engine, start=start, seconds=seconds))


@engines.command("get")
@group.folder
@group.lang
@click.argument("engine", metavar="ENGINE", shell_complete=complete.engines)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option(
    "--from",
    "origin",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Take the model's files from this folder; nothing is downloaded.",
)
def get(engine: str, source: str, target: str, origin: Path | None) -> None:
    """Download what an engine needs for a language pair, once: engines get firefox es en.

    Model files come from the engine's makers; no text is sent. Needs no workspace.
    """
    from ..flow.drafts.engines import get as fetch
    from ..workspace import check_language
    from .terminal import progress

    check_language(source, "FROM")
    check_language(target, "TO")
    if origin is None:
        group.note(texts.FETCHING(engine=engine, pair=f"{source}-{target}"))
    with progress(say(texts.IN_KB())) as show:
        place = fetch(engine, source, target, origin, show)
    group.out(texts.FETCHED(engine=engine, pair=f"{source}-{target}", place=str(place)))
