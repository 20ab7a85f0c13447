"""`translate-flow engines`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import group, streams

if TYPE_CHECKING:
    from rich.console import Console

PREFIX = "TRANSLATE_FLOW_"
"""What all variables of keys begin with."""


@click.group(invoke_without_command=True)
@group.folder
@group.to
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def engines(ctx: click.Context, to: str | None, form: str) -> None:
    """Which engines can run here, and whether text stays on this machine."""
    if ctx.invoked_subcommand is not None:
        return
    from ..flow.drafts.engines import survey

    workspace = group.workspace()
    rows = survey(workspace, workspace.target(to))
    if form == "json":
        streams.show_json({"version": 1, "engines": rows})
        return
    from .terminal import console

    screen = console()
    for row in rows:
        _show(screen, row)
    _legend(screen, rows)


def _show(screen: Console, row: dict[str, Any]) -> None:
    """One engine: a line that can be scanned, and below it what there is to know."""
    from rich.text import Text

    from .terminal import show

    state = "ready" if row["ready"] else "off here" if not row["allowed"] else "not ready"
    head = Text(f"{row['name']:<15}", "bold") + Text(f"{'private' if row['private'] else 'online':<9}")
    head.append(state, "green" if row["ready"] else "")
    if row["chosen"]:
        head.append(", chosen")
    show(screen, head)
    limits = [f"{count:,} {what}" for what, count in row["limits"].items()]
    show(screen, f"{_languages(row)}; {', '.join(limits) or 'any paragraph'}{_price(row)}", 2)
    if names := " ".join(name for name in (row["key"], *row["variables"]) if name):
        show(screen, f"reads {names}", 2)
    if row["missing"]:
        show(screen, row["missing"].removeprefix(f"{row['name']} ").removeprefix(f"{row['name']}: "), 2)


def _legend(screen: Console, rows: Sequence[dict[str, Any]]) -> None:
    """What the words mean, as far as they stand above."""
    from ..workspace import SETTINGS
    from .terminal import show

    screen.print()
    show(screen, "private: the text stays on this machine; online: it goes to another.")
    if any(not row["allowed"] for row in rows):
        show(
            screen,
            f"off here: set online_engines = true under [privacy] in {SETTINGS} if the text may be seen.",
        )
    show(screen, f"Keys ({PREFIX}…_KEY) are read from the environment, or from the system's keyring.")


def _price(row: dict[str, Any]) -> str:
    price = row["price"]
    return f", about {price['amount']:g} {price['currency']} a million characters" if price else ""


def _languages(row: dict[str, Any]) -> str:
    """Pairs of an engine on this machine, the number of languages of a service."""
    if row["pairs"] is not None:
        return " ".join(f"{source}-{target}" for source, target in row["pairs"]) or "no pair of languages yet"
    if row["languages"] is not None:
        return f"{len(row['languages'])} languages"
    return "languages: ask the service"


@engines.command("test")
@group.folder
@click.argument("engine", metavar="ENGINE")
@group.to
def test(engine: str, to: str | None) -> None:
    """Translate one harmless sentence and show the time it takes.

    An engine on another machine is refused unless the workspace allows it.
    """
    from ..flow.drafts.engines import trial

    workspace = group.workspace()
    found = trial(workspace, engine, workspace.settings.languages.source, workspace.target(to))
    click.echo(f"{found.text}\n{found.answer}")
    group.note(f"{found.engine}: ready in {found.start:.2f} s, translated in {found.seconds:.2f} s")


@engines.command("get")
@group.folder
@click.argument("engine", metavar="ENGINE")
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
    """Fetch what an engine needs for a pair of languages, once: engines get firefox es en.

    Model files come from the engine's makers; no text is sent. Needs no workspace.
    """
    from ..flow.drafts.engines import get as fetch
    from ..workspace import check_language
    from .terminal import progress

    check_language(source, "FROM")
    check_language(target, "TO")
    if origin is None:
        group.note(f"fetching {engine}'s model of {source}-{target} from its makers; no text is sent")
    with progress("fetching, in KB,") as show:
        place = fetch(engine, source, target, origin, show)
    click.echo(f"{engine} can translate {source}-{target} now; the model lies in {place}")
