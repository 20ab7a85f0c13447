"""`translate-flow comment`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..messages import say
from . import group, segment
from .messages import segments as texts

if TYPE_CHECKING:
    from ..flow.statement.work import Work


@group.command()
@group.document
@group.maybe_key
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--reply", type=int, metavar="N", help="Reply to comment N of the segment.")
@click.option("--resolve", type=int, metavar="N", help="Mark comment N of the segment as resolved.")
@click.option("--all", "everything", is_flag=True, help="List resolved comments too.")
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
    """Comment on a segment, reply, or resolve a comment; without TEXT, list open comments."""
    from ..catalogue.threads import threads
    from ..errors import UsageError
    from ..flow.reviewing import comments, remarks

    work, who = segment.open_one(document, to, person)
    if key and resolve is not None:
        if text:
            comments.reply(work, key, who, text, resolve)
        comments.resolve(work, key, who, resolve)
        group.note(texts.SETTLED(key=work.unit(key).key, number=resolve))
    elif key and text and reply is not None:
        comments.reply(work, key, who, text, reply)
        group.note(texts.ANSWERED(key=work.unit(key).key, number=reply))
    elif key and text:
        unit = remarks.comment(work, key, who, text)
        group.note(texts.COMMENTED(key=unit.key, number=len(threads(unit))))
    elif reply is not None or resolve is not None:
        raise UsageError(texts.WHICH_COMMENT())
    else:
        _list(work, key, everything)


def _list(work: Work, key: str | None, everything: bool) -> None:
    from rich.text import Text

    from ..catalogue.threads import threads
    from . import terminal

    screen = terminal.console()
    count = 0
    for unit in [work.unit(key)] if key else work.units:
        for thread in threads(unit):
            if thread.resolved and not everything:
                continue
            count += 1
            head = Text.assemble((unit.key, "bold"), f"  {say(texts.COMMENT(number=thread.number))}")
            if thread.resolved:
                head.append(f", {say(texts.SETTLED_BY(person=thread.resolved.by))}", "green")
            terminal.show(screen, head)
            for event in (thread.first, *thread.replies):
                at = event.at[:16].replace("T", " ")
                terminal.show(screen, f"{at}  {event.by}: {say(event.remark)}", 2)
    if not count:
        group.note((texts.NO_COMMENTS if everything else texts.NO_OPEN_COMMENTS)(name=work.name))
