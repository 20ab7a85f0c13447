"""What a shell offers at the Tab key: statements, segments, languages, rules, engines. Never an error, at worst nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from ..workspace import Workspace

_WORDS = 50
"""Characters of a segment's source that are shown beside its key."""

Offered = Iterable[tuple[str, str]]
"""Words with what is beside them, in shells that show that."""


def _offering(
    offer: Callable[[click.Context], Offered],
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    def complete(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
        from ..errors import TranslateFlowError

        given = _given(ctx)
        try:
            return [
                CompletionItem(word, help=beside or None)
                for word, beside in offer(ctx)
                if word.startswith(begun) and word not in given
            ]
        except (TranslateFlowError, OSError):
            return []

    return complete


def _given(ctx: click.Context) -> set[str]:
    """What is in the line already."""
    return {word for value in ctx.params.values() if isinstance(value, tuple) for word in value}


def _workspace(ctx: click.Context) -> Workspace:
    from ..workspace import Workspace

    return Workspace.find(ctx.ensure_object(dict).get("folder") or Path.cwd())


def _language(ctx: click.Context, workspace: Workspace) -> str:
    to = ctx.params.get("to")
    return to if isinstance(to, str) else workspace.settings.languages.targets[0]


@_offering
def statements(ctx: click.Context) -> Offered:
    """Names of the statements that have a catalogue."""
    workspace = _workspace(ctx)
    return [(name, "") for name in workspace.catalogued(_language(ctx, workspace))]


@_offering
def segments(ctx: click.Context) -> Offered:
    """Keys of the segments of the statement named before, with the first words of each."""
    from ..flow.statement.work import Work

    workspace, wanted = _workspace(ctx), ctx.params.get("document")
    if not isinstance(wanted, str):
        return []
    language = _language(ctx, workspace)
    work = Work.read(workspace, workspace.choose_one(wanted, language), language)
    return [(e.key, " ".join(e.source.split())[:_WORDS]) for e in work.catalogue.entries]


@_offering
def languages(ctx: click.Context) -> Offered:
    """Target languages of the workspace."""
    from ..language.tags import language
    from ..messages.speech import reader

    return [(tag, language(tag, reader())) for tag in _workspace(ctx).settings.languages.targets]


@_offering
def rules(_ctx: click.Context) -> Offered:
    """Rules of the checks."""
    from ..checks import load
    from ..messages import say

    return [(check.rule, say(check.description)) for check in load()]


@_offering
def engines(_ctx: click.Context) -> Offered:
    """Names of the engines."""
    from ..engines import names

    return [(name, "") for name in names()]
