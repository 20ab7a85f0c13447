"""`translate-flow comment`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..messages import say
from . import group, segment

if TYPE_CHECKING:
    from ..flow.opened.work import Work


@group.command()
@group.document
@click.argument("key", metavar="[KEY]", required=False)
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--reply", type=int, metavar="N", help="Answer comment N of the segment.")
@click.option("--resolve", type=int, metavar="N", help="Say that comment N of the segment is settled.")
@click.option("--all", "everything", is_flag=True, help="List the settled ones, too.")
@group.to
@group.by
def comment(
    document: str,
    key: str | None,
    text: str | None,
    reply: int | None,
    resolve: int | None,
    everything: bool,
    to: str | None,
    person: str | None,
) -> None:
    """Say something about a segment, answer, or settle it; without TEXT list what is open."""
    from ..errors import UsageError
    from ..flow.reviewing import comments, remarks

    work, who = segment.open_one(document, to, person)
    if key and resolve is not None:
        if text:
            comments.reply(work, key, who, text, resolve)
        comments.resolve(work, key, who, resolve)
        group.note(f"{work.unit(key).key}: comment {resolve} is settled")
    elif key and text and reply is not None:
        comments.reply(work, key, who, text, reply)
        group.note(f"{work.unit(key).key}: comment {reply} is answered")
    elif key and text:
        unit = remarks.comment(work, key, who, text)
        group.note(f"{unit.key}: comment {len(comments.threads(unit))}")
    elif reply is not None or resolve is not None:
        raise UsageError("say which segment, and what you answer: comment DOC KEY TEXT --reply N")
    else:
        _list(work, key, everything)


def _list(work: Work, key: str | None, everything: bool) -> None:
    from rich.text import Text

    from ..flow.reviewing.comments import threads
    from . import terminal

    screen = terminal.console()
    count = 0
    for unit in [work.unit(key)] if key else work.units:
        for thread in threads(unit):
            if thread.resolved and not everything:
                continue
            count += 1
            head = Text.assemble((unit.key, "bold"), f"  comment {thread.number}")
            if thread.resolved:
                head.append(f", settled by {thread.resolved.by}", "green")
            terminal.show(screen, head)
            for event in (thread.first, *thread.replies):
                terminal.show(
                    screen, f"{event.at[:16].replace('T', ' ')}  {event.by}: {say(event.remark)}", 2
                )
    if not count:
        group.note(f"{work.name}: no {'' if everything else 'open '}comments")
