"""`translate-flow draft --analyse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..files.cells import as_csv
from ..messages import say
from . import group, streams
from .messages import drafts as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..flow.drafts.analyse import Analysis
    from ..flow.statement.each import Errors

NARROW = 60
"""Columns of a terminal in which shares are left out, and heads are short."""


def show(documents: tuple[str, ...], to: str | None, form: str) -> None:
    """Print the match bands of the statements, in every language asked for."""
    from ..flow.drafts import analyse as flow

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    errors: Errors = []
    found = [flow.analyse(workspace, workspace.choose(documents, tag), tag, errors) for tag in languages]
    if form == "json":
        streams.show_json(flow.to_json(found))
    elif form == "csv":
        streams.data(as_csv([flow.COLUMNS, *(row for each in found for row in flow.rows(each))]))
    else:
        for each in found:
            _tables(each[:-1] if len(each) <= 2 else each)
    group.tell(errors)


def _tables(found: Sequence[Analysis]) -> None:
    from rich.table import Table

    from ..flow.drafts.analyse import BANDS, CONFIRMED_BAND
    from .terminal import console

    screen = console()
    narrow = screen.width < NARROW
    for one in found:
        table = Table(box=None, pad_edge=False, header_style="bold", title_justify="left", title_style="bold")
        name = say(texts.ALL()) if one is found[-1] and len(found) > 2 else one.name
        table.title = f"{name} → {one.language}"
        table.add_column(say(texts.MATCH()), overflow="fold")
        short = (texts.SEGMENTS_SHORT, texts.WORDS, texts.CHARACTERS_SHORT)
        heads = short if narrow else (texts.SEGMENTS, texts.WORDS, texts.SHARE, texts.CHARACTERS)
        for head in heads:
            table.add_column(say(head()), justify="right")
        rows = [
            (band, say(texts.BAND[band]()) if band in texts.BAND else BANDS[band], one.volumes[band])
            for band in BANDS
        ]
        rows += [("open", say(texts.TO_DO()), one.open)]
        rows += [("confirmed", say(texts.CONFIRMED()), one.volumes[CONFIRMED_BAND])]
        for band, name, volume in rows:
            figures = [f"{volume.segments:,}", f"{volume.words:,}", f"{volume.characters:,}"]
            if not narrow:
                work = one.open.words and band != "confirmed"
                figures.insert(2, f"{100 * volume.words / one.open.words:.0f}" if work else "")
            table.add_row(name, *figures, style="bold" if band == "open" else "")
        screen.print(table)
        screen.print()
