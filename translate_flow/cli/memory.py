"""`translate-flow memory`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import Message, say
from . import group, streams
from .messages import memory as texts

if TYPE_CHECKING:
    from rich.text import Text

    from ..memory.search import SearchHit

DEFAULT_LIMIT = 20


@group.family()
def memory() -> None:
    """Translation memory: search, import, export and count what people confirmed."""


@memory.command("import")
@group.folder
@group.lang
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace a file of the same name.")
def import_files(files: tuple[Path, ...], replace: bool) -> None:
    """Import TMX files and Wordfast memories (.txt), which are kept in memory/."""
    from ..errors import MemoryStoreError
    from ..flow.memory import import_file, opened
    from .terminal import progress

    workspace = group.workspace()
    for path in files:
        there, tally = import_file(workspace, path, replace=replace)
        group.out(texts.PAIRS(file=workspace.relative(there), n=tally.taken))
        for number, why in (
            (tally.other_languages, texts.OTHER_LANGUAGES),
            (tally.unconfirmed, texts.UNCONFIRMED),
            (tally.dropped, texts.DROPPED),
        ):
            if number:
                group.note(why(file=str(path), n=number))
    try:
        with progress(say(texts.IMPORTING())) as show, opened(workspace, progress=show) as found:
            _notices(found.notices)
    except MemoryStoreError as error:
        raise MemoryStoreError(texts.FILES_ARE_IN(problem=error.message)) from error


@memory.command("export")
@group.folder
@group.lang
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--plain", is_flag=True, help="Leave bold, links and other marks out: for a corpus.")
@click.option("--confidential", is_flag=True, help="Include segments of confidential statements.")
@group.to
def export(file: Path, plain: bool, confidential: bool, to: str | None) -> None:
    """Write the memory of a language as TMX 1.4 to FILE, or to standard output for `-`."""
    from ..flow import memory as flow

    workspace = group.workspace()
    language = workspace.target(to)
    with flow.opened(workspace) as found:
        _notices(found.notices)
        made = flow.Export(found, language, plain, confidential)
        if str(file) == "-":
            for piece in made.pieces():
                streams.data(piece)
        else:
            number = flow.write(file, made.pieces())
            group.out(texts.PAIRS(file=str(file), n=number))
    for name, number in made.left_out.items():
        group.note(texts.CONFIDENTIAL_LEFT_OUT(name=name, n=number))


@memory.command("search")
@group.folder
@group.lang
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
    """Show segments that contain every PHRASE. Quote consecutive words; end with * for any ending."""
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
        group.note(texts.NOTHING_FOUND())
    elif len(places) == limit:
        group.note(texts.FIRST(count=limit))


def _marked(place: SearchHit, side: str) -> Text:
    from rich.text import Text

    text = Text(getattr(place.hit, side), "italic" if side == "target" else "")
    for start, end in getattr(place, side):
        text.stylize("bold reverse", start, end)
    return text


@memory.command("clean")
@group.folder
@group.lang
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--duplicates", is_flag=True, help="Units with the same texts as another; the newest stays.")
@click.option(
    "--before", metavar="DATE", default="", help="Units last changed before that year, month or day."
)
@click.option("--by", "author", metavar="PERSON", default="", help="Units that person made or changed.")
@click.option("--dry-run", "dry", is_flag=True, help="Only count them.")
def clean(files: tuple[str, ...], duplicates: bool, before: str, author: str, dry: bool) -> None:
    """Remove duplicate, old or one person's units from memory/*.tmx."""
    from ..flow import memory as flow

    workspace = group.workspace()
    done = flow.clean(workspace, flow.Unwanted(duplicates, before, author), files, dry=dry)
    for each in done:
        if each.gone:
            group.out(
                texts.CLEANED(
                    file=each.file,
                    n=each.gone,
                    units=each.units,
                    duplicates=each.duplicates,
                    others=each.others,
                )
            )
    if not any(each.gone for each in done):
        group.note(texts.NOTHING_TO_CLEAN())
    elif dry:
        group.note(texts.ONLY_COUNTED())
    else:
        with flow.opened(workspace) as found:
            _notices(found.notices)


@memory.command("stats")
@group.folder
@group.lang
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def stats(form: str) -> None:
    """Show how much the memory contains, by language."""
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
    for name, title in texts.FIGURE.items():
        figures = [row[name] for row in data["languages"]]
        table.add_row(say(title()), *(f"{f:,}" if isinstance(f, int) else f[:10] or "–" for f in figures))
    if data["languages"]:
        console().print(table)
    group.note(texts.FILE(file=str(data["file"]), size=f"{data['bytes'] / 1e6:,.1f}"))


@memory.command("rebuild")
@group.folder
@group.lang
def rebuild() -> None:
    """Rebuild the memory from the catalogues and memory/*.tmx; never needed, never harmful."""
    from ..flow import memory as flow
    from .terminal import progress

    workspace = group.workspace()
    importing = say(texts.IMPORTING())
    with progress(importing) as show, flow.opened(workspace, rebuild=True, progress=show) as found:
        _notices(found.notices)
        data = flow.stats(found)
    for row in data["languages"]:
        group.out(texts.UNITS(language=row["language"], n=row["units"]))
    if not data["languages"]:
        group.out(texts.EMPTY())


def _notices(notices: Sequence[Message]) -> None:
    for notice in notices:
        group.note(notice)
