"""The table at the end of `translate-flow draft`: what became of each engine's drafts, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..messages import say
from . import group
from .messages import drafts as texts

if TYPE_CHECKING:
    from ..flow.drafts.tally import Tally


def tallied(language: str, statements: Iterable[Mapping[str, Tally]]) -> None:
    """Print the table, on standard error; nothing if every draft held at once."""
    from ..flow.drafts.tally import added

    engines = added(statements)
    if not any(one.why for one in engines.values()):
        return
    from rich import box
    from rich.table import Table

    from .terminal import console

    table = Table(title=say(texts.TALLY_TITLE(language=language)), title_justify="left", box=box.SIMPLE)
    table.add_column(say(texts.TALLY_ENGINE()))
    for head in (texts.TALLY_TAKEN, texts.TALLY_REPAIRED, texts.TALLY_FAULTY, texts.TALLY_DOWN):
        table.add_column(say(head()), justify="right")
    table.add_column(say(texts.TALLY_WHY()))
    for engine, one in engines.items():
        why = ", ".join(say(texts.TALLY_RULE(rule=rule, n=n)) for rule, n in one.why.most_common())
        counts = (one.taken, one.repaired, one.faulty, one.turned_down)
        table.add_row(engine, *(str(count) if count else "–" for count in counts), why)
    console(stderr=True).print(table)
    if any(one.faulty for one in engines.values()):
        group.note(texts.TALLY_REST())
