"""`translate-flow draft --compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..files.cells import as_csv
from ..messages import say
from . import group, streams
from .messages import drafts as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from ..flow.drafts.compare import Compared, EngineComparison
    from ..review.tracked import DiffRun

_SIGNS = ("{+", "+}")
"""Around words of a draft that the first one lacks, where no colour can be seen."""


def show(documents: tuple[str, ...], to: str | None, engines: tuple[str, ...], form: str) -> None:
    """Print the drafts of each statement by each engine, then what each engine made of it."""
    from ..flow.drafts import compare as flow

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    found = [
        flow.compare(workspace, name, language, engines)
        for language in languages
        for name in workspace.choose(documents, language)
    ]
    if form == "json":
        streams.show_json({"version": 1, "statements": [flow.to_json(one) for one in found]})
    elif form == "csv":
        streams.data(as_csv([flow.COLUMNS, *(row for one in found for row in flow.rows(one))]))
    else:
        for one in found:
            _statement(one)


def _statement(found: EngineComparison) -> None:
    from .terminal import console

    screen = console()
    head = texts.COMPARED(
        name=found.name, language=found.language, n=len(found.segments), engines=len(found.engines)
    )
    screen.print(say(head), style="bold")
    for each in found.segments:
        screen.print()
        _segment(each, signs=screen.no_color or screen.color_system is None)
    screen.print()
    _summary(found)
    group.note(texts.COMPARE_LEGEND(name=found.name))


def _segment(each: Compared, *, signs: bool) -> None:
    from rich.text import Text

    from ..review.marking import printable
    from .terminal import console
    from .wrapped import Lines

    screen = console()
    screen.print(Lines(Text(f"{each.unit.key}  {printable(each.unit.segment.text)}", "dim")))
    for place, (name, item, runs) in enumerate(each.drafts):
        label = Text(f"{name}: ", "bold")
        if item is None:
            text = label + Text(say(texts.COMPARE_NONE()), "dim")
        elif place and not runs:
            text = label + Text(say(texts.COMPARE_SAME()), "dim")
        else:
            text = label + (_marked(runs, signs=signs) if runs else Text(printable(item.text)))
        screen.print(Lines(text, 2))
        for fault in (*item.faults, *item.problems) if item else ():
            screen.print(Lines(Text(f"▲ {say(fault)}", "yellow"), 4))


def _marked(runs: Sequence[DiffRun], *, signs: bool) -> Text:
    """A draft with the words marked in which it differs from the first."""
    from rich.text import Text

    from ..review.marking import printable

    text = Text()
    for run in runs:
        if run.op == "insert":
            before, after = _SIGNS if signs else ("", "")
            core = run.text.strip()
            at = run.text.find(core) if core else 0
            text.append(run.text[:at])
            text.append(f"{before}{printable(core)}{after}", "bold underline")
            text.append(run.text[at + len(core) :])
        elif run.op == "equal":
            text.append(printable(run.text))
    return text


def _summary(found: EngineComparison) -> None:
    from rich import box
    from rich.table import Table

    from .terminal import console

    table = Table(box=box.SIMPLE, pad_edge=False)
    table.add_column(say(texts.TALLY_ENGINE()), no_wrap=True)
    table.add_column(say(texts.COMPARE_WHERE()))
    for head in (texts.COMPARE_DRAFTS, texts.COMPARE_WRONG, texts.COMPARE_EDITS, texts.COMPARE_SECONDS):
        table.add_column(say(head()), justify="right")
    table.add_column(say(texts.TALLY_WHY()))
    for one in found.engines:
        why = ", ".join(say(texts.TALLY_RULE(rule=rule, n=n)) for rule, n in one.rules.items())
        edits = "–" if one.edits is None else f"{one.edits:.0f}"
        where = say((texts.PRIVATE if one.private else texts.ONLINE)())
        table.add_row(
            one.engine, where, str(one.drafts), str(one.wrong), edits, f"{one.seconds:.1f}", why or "–"
        )
    console().print(table)
    for one in found.engines:
        if one.error is not None:
            group.note(one.error.message)
