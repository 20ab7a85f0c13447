"""The finished statement as a piece of HTML, to be pasted into WordPress, a newsletter or any other page."""

from __future__ import annotations

import re
from html import escape

from ..language.tags import direction
from ..model import Edition
from ..typeset.credits import Credit, credits
from ..typeset.labels import label, shown, warning
from ..typeset.layout import lay_out
from . import Output, messages


def make(edition: Edition) -> bytes:
    """HTML without a head, classes or a style sheet; its ids begin with the statement's name.

    Unconfirmed passages begin with a label in bold.
    """

    def labelled(ordinal: int, html: str) -> str:
        said = label(edition.units[ordinal], tag)
        return f"<strong>{escape(said)}</strong> {html}" if said else html

    tag = edition.target_language
    name = re.sub(r"[^a-z0-9]+", "-", edition.document.name.lower()).strip("-") or "statement"
    texts = [shown(unit) for unit in edition.units]
    laid = lay_out(edition, texts, name, 3, labelled, tag, bare=True)
    parts = [f"<p><strong>{escape(warning(edition))}</strong></p>\n" if warning(edition) else "", laid.before]
    parts.append(f"<h2>{laid.title}</h2>\n" if laid.title else "")
    parts.append(laid.body)
    parts += [f"<p>{stray}</p>\n" for stray in laid.strays]
    if laid.notes:
        notes = "".join(
            f'<li id="note-{name}-{note.number}" value="{note.number}">{note.html.strip()}</li>\n'
            for note in laid.notes
        )
        parts.append(f"<hr>\n<ol>\n{notes}</ol>\n")
    parts += [f"<p><small>{escape(c.name)}: {_linked(c)}</small></p>\n" for c in credits(edition)]
    return f'<div lang="{escape(tag)}" dir="{direction(tag)}">\n{"".join(parts)}</div>\n'.encode()


def _linked(credit: Credit) -> str:
    value = escape(credit.value)
    return f'<a href="{escape(credit.href)}">{value}</a>' if credit.href else value


FRAGMENT = Output("fragment", "fragment.html", messages.FRAGMENT(), make)
