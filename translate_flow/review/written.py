"""Stretches as HTML. Nothing but the text itself is in the elements: what is shown can be copied."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from ..messages import say
from ..model import Term
from .marking import Stretch, explain
from .messages import MOVED, WRONG_RENDERING

if TYPE_CHECKING:
    from markupsafe import Markup

    from .terms import Mention

_TAGS = {"insert": "ins", "delete": "del"}


def written(stretches: Iterable[Stretch], *, explained: bool = True) -> Markup:
    """Stretches of a text as elements; terms with what the glossary says of them, if `explained`."""
    from markupsafe import Markup

    return Markup("".join([_stretch(s, explained) for s in stretches]))


def _stretch(stretch: Stretch, explained: bool) -> str:
    op, whole, start, end, move = stretch
    if whole.stands_out(start, end):
        inside = _runs(stretch, explained)
    else:
        inside = escape(whole.text[start:end], False)
    if op == "equal":
        return inside
    tag = _TAGS[op]
    if move or whole.text[start:end].isspace():
        return f"<{tag}{_attributes(stretch)}>{inside}</{tag}>"
    return f"<{tag}>{inside}</{tag}>"


def _attributes(stretch: Stretch) -> str:
    """That a phrase was moved, and characters for white space."""
    signs, move = stretch.signs, stretch.move
    names = [name for name, so in (("gap", signs), ("moved", move)) if so]
    more = f' class="{" ".join(names)}"'
    more += f' data-signs="{signs}"' if signs else ""
    return more + (f' title="{escape(say(MOVED(number=move)))}"' if move else "")


def _runs(stretch: Stretch, explained: bool) -> str:
    parts: list[str] = []
    inside: Mention | None = None
    for text, mention, sharp in stretch.runs:
        if mention is not inside:
            if inside is not None:
                parts.append("</span>")
            if mention is not None:
                parts.append(_opening(mention.term, mention.right, explained))
            inside = mention
        parts.append(f"<b>{escape(text, False)}</b>" if sharp else escape(text, False))
    if inside is not None:
        parts.append("</span>")
    return "".join(parts)


@lru_cache(maxsize=1 << 12)
def _opening(term: Term, right: bool, explained: bool) -> str:
    """The tag before a term; a wrong rendering is always explained."""
    if not right:
        return f'<span class="term forbidden" title="{escape(say(WRONG_RENDERING(term=explain(term))))}">'
    return f'<span class="term" title="{escape(explain(term))}">' if explained else '<span class="term">'
