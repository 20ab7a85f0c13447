"""`translate-flow memory`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import say
from . import group, streams

if TYPE_CHECKING:
    from rich.text import Text

    from ..memory.search import Place

DEFAULT_LIMIT = 20


@click.group()
@group.folder
def memory() -> None:
    """Translation memory: what people confirmed, searched, exchanged, counted."""


@memory.command("import")
@group.folder
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Put the file in place of another of its name.")
def import_files(files: tuple[Path, ...], replace: bool) -> None:
    """Take in TMX files, which are copied into memory/ to be kept with the workspace."""
    from ..errors import MemoryStoreError
    from ..flow.memory import import_file, opened
    from .terminal import progress

    workspace = group.workspace()
    for path in files:
        there, tally = import_file(workspace, path, replace=replace)
        click.echo(f"{workspace.relative(there)}: {tally.taken} pairs")
        for number, why in (
            (tally.other_languages, "units without both languages of this workspace were passed over"),
            (tally.unconfirmed, "units that no person has confirmed were passed over"),
            (tally.dropped, "characters that XML does not allow were dropped"),
        ):
            if number:
                group.note(f"{path}: {number} {why}")
    try:
        with progress("taking in") as show, opened(workspace, progress=show) as found:
            _notices(found.notices)
    except MemoryStoreError as error:
        raise MemoryStoreError(
            f"{error}; the files are in memory/ all the same: the next command that can write takes them in"
        ) from error


@memory.command("export")
@group.folder
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@group.to
def export(file: Path, to: str | None) -> None:
    """Write the whole memory of a language as TMX 1.4 to FILE, or to the terminal for `-`."""
    from ..flow import memory as flow

    workspace = group.workspace()
    language = workspace.target(to)
    with flow.opened(workspace) as found:
        _notices(found.notices)
        pieces = flow.export(found, language)
        if str(file) == "-":
            for piece in pieces:
                streams.data(piece)
        else:
            number = flow.write(file, pieces)
            click.echo(f"{file}: {number} pairs")


@memory.command("search")
@group.folder
@click.argument("phrases", metavar="PHRASE...", nargs=-1, required=True)
@click.option(
    "--in",
    "side",
    type=click.Choice(["both", "source", "target"]),
    default="both",
    show_default=True,
    help="Side to search.",
)
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=DEFAULT_LIMIT, show_default=True, metavar="N"
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@group.to
def search(phrases: tuple[str, ...], side: str, limit: int, form: str, to: str | None) -> None:
    """Show segments that hold every PHRASE; quote words that stand in a row, end with * for any ending."""
    from ..flow import memory as flow

    workspace = group.workspace()
    with flow.opened(workspace) as found:
        _notices(found.notices)
        places = flow.search(found, phrases, workspace.target(to), side=side, limit=limit)
    if form == "json":
        streams.show_json(flow.search_json(places))
        return
    from .terminal import console, show

    screen = console()
    for place in places:
        show(screen, say(place.hit.origin), style="dim")
        show(screen, _marked(place, "source"), 2)
        show(screen, _marked(place, "target"), 2)
        screen.print()
    if not places:
        group.note("nothing found; try fewer words, or the beginning of a word with *")
    elif len(places) == limit:
        group.note(f"the first {limit}; more with --limit")


def _marked(place: Place, side: str) -> Text:
    from rich.text import Text

    text = Text(getattr(place.hit, side), "italic" if side == "target" else "")
    for start, end in getattr(place, side):
        text.stylize("bold reverse", start, end)
    return text


@memory.command("stats")
@group.folder
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def stats(form: str) -> None:
    """How much the memory holds, by language."""
    from ..flow import memory as flow

    workspace = group.workspace()
    with flow.opened(workspace) as found:
        _notices(found.notices)
        data = flow.stats(found)
    if form == "json":
        streams.show_json(data)
        return
    from rich.table import Table

    from .terminal import console

    # A line for each figure: languages are few, and a narrow terminal holds them.
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("")
    for row in data["languages"]:
        table.add_column(row["language"], justify="right")
    for name in "units sentences approved translated imported documents people oldest newest".split():
        figures = [row[name] for row in data["languages"]]
        table.add_row(name, *(f"{f:,}" if isinstance(f, int) else f[:10] or "–" for f in figures))
    if data["languages"]:
        console().print(table)
    group.note(f"{data['file']}, {data['bytes'] / 1e6:,.1f} MB; can be deleted and comes back")


@memory.command("rebuild")
@group.folder
def rebuild() -> None:
    """Make the memory anew from the catalogues and memory/*.tmx; never needed, never harmful."""
    from ..flow import memory as flow
    from .terminal import progress

    workspace = group.workspace()
    with progress("taking in") as show, flow.opened(workspace, rebuild=True, progress=show) as found:
        _notices(found.notices)
        data = flow.stats(found)
    for row in data["languages"]:
        click.echo(f"{row['language']}: {row['units']} units")
    if not data["languages"]:
        click.echo("no person has confirmed anything yet; the memory is empty")


def _notices(notices: list[str]) -> None:
    for notice in notices:
        group.note(notice)
