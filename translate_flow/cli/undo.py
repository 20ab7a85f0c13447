"""`translate-flow undo`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from ..messages import say
from . import complete, group, streams
from .messages import timeline as texts

if TYPE_CHECKING:
    from ..flow.editing.undo import UndoneAct


@group.command()
@group.documents
@click.option("--act", metavar="ACT", default="", help="This act, as timeline names it, whoever did it.")
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only in this target language.")
@click.option("--dry-run", "dry", is_flag=True, help="Only show what would be undone.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@group.by
def undo(
    documents: tuple[str, ...], act: str, to: str | None, dry: bool, form: str, person: str | None
) -> None:
    """Undo what you did last: an edit, an approval, a replacement in many statements.

    It is as if it had never been done; the history keeps all. Segments that somebody has worked on since are
    left as they are. See also: redo, timeline.
    """
    taken_back(documents, act, to, person, form, dry=dry, again=False)


def taken_back(
    documents: tuple[str, ...],
    act: str,
    to: str | None,
    person: str | None,
    form: str,
    *,
    dry: bool,
    again: bool,
) -> None:
    """What `undo` and `redo` share."""
    from ..flow.editing import undo as flow
    from ..flow.statement.people import person as who

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    places = [(tag, name) for tag in languages for name in workspace.choose(documents, tag)]
    name = who(workspace, person)
    if act:
        places = flow.holding(workspace, places, act)
    else:
        act, places = flow.newest(workspace, places, name, again=again)
    done = flow.undo(workspace, places, act, name, dry=dry)
    if form == "json":
        streams.show_json(flow.to_json(done))
    else:
        _told(done, act, dry=dry, again=again)
    if done.refused and not done.done:
        click.get_current_context().exit(3)


def _told(done: UndoneAct, act: str, *, dry: bool, again: bool) -> None:
    """What was undone, and what was left alone."""
    deeds = ", ".join(say(texts.DEEDS[d]()) if d in texts.DEEDS else d for d in done.deeds)
    said = texts.WOULD_BE_UNDONE if dry else texts.REDONE if again else texts.UNDONE
    for (statement, language), n in Counter((t.statement, t.language) for t in done.done).items():
        group.out(said(name=statement, language=language, deeds=deeds, person=done.by, act=act, n=n))
    for taken in done.refused:
        group.note(texts.LEFT_ALONE(name=taken.statement, key=taken.key, why=taken.why or ""))
