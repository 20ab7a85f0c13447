"""The statement as a page to publish: the translation, its signatories, then the original."""

from __future__ import annotations

from html import escape

from ..model import Edition, State
from ..pages import direction, render
from ..typeset.labels import label, shown, translated, warning
from ..typeset.layout import lay_out
from ..typeset.marks import marked
from ..typeset.statement import markdown
from . import Output

_WORDS = {State.DRAFT: "machine translation", State.STALE: "source changed", State.MISSING: "not translated"}


def make(edition: Edition) -> bytes:
    """One self-contained HTML page. Unconfirmed passages are marked; missing ones stand in the source language."""
    badges = {state: render("badge.html", state=state, word=word).strip() for state, word in _WORDS.items()}
    tag = escape(edition.source_language)

    def badged(ordinal: int, html: str) -> str:
        unit = edition.units[ordinal]
        if not label(unit):
            return html
        if not translated(unit):
            html = f'<span lang="{tag}" dir="{direction(tag)}">{html}</span>'
        return f'<span class="unread {unit.state}">{badges[unit.state]} {html}</span>'

    texts = [shown(unit) for unit in edition.units]
    sources = [unit.segment.text for unit in edition.units]
    translation, original = (
        lay_out(
            edition,
            markdown(edition, [marked(*pair) for pair in enumerate(words)], labels=True),
            words,
            name,
            top,
            wrap,
        )
        for words, name, top, wrap in (
            (texts, "t", 2, badged),
            (sources, "s", 4, lambda _, html: html),
        )
    )
    page = render(
        "page.html",
        lang=edition.target_language,
        source_language=edition.source_language,
        name=edition.document.title or edition.document.name,
        warning=warning(edition),
        translation=translation,
        original=original,
    )
    return page.encode()


PAGE_HTML = Output(
    "page-html", "page.html", "a page to publish: translation, signatories, then the original", make
)
