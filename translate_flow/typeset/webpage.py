"""A statement as one self-contained web page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from ..language.tags import direction, full_tag
from ..model import Edition, State
from ..pages import render
from .chrome import named, page_words, spoken
from .credits import credits, described, linked_data
from .labels import label, shown, translated, warning
from .layout import Laid, lay_out

_STATES = (State.DRAFT, State.STALE, State.MISSING)


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same statement in another language."""

    language: str
    """BCP 47 tag."""
    name: str
    """The language's name."""
    href: str


def webpage(
    edition: Edition,
    *,
    both: bool,
    template: str = "page.html",
    alternates: Sequence[Alternate] = (),
    home: str = "",
) -> str:
    """The page with the translation, and the original below it if `both`.

    In a site: `alternates` are its languages, itself included, `home` leads to the index.
    """
    original = None
    if both:
        sources = [unit.segment.text for unit in edition.units]
        original = lay_out(edition, sources, "s", 4, lambda _, html: html, edition.source_language)
    return render(
        template,
        edition.templates,
        lang=edition.target_language,
        locale=full_tag(edition.target_language).replace("-", "_"),
        source_language=edition.source_language,
        name=edition.document.title or edition.document.name,
        warning=warning(edition),
        says=page_words(edition.target_language),
        says_below=page_words(edition.source_language),
        spoken=spoken(edition.target_language),
        named=named,
        translation=translation(edition),
        alternates=alternates,
        home=home,
        original=original,
        about=edition.about,
        pictured=bool(edition.images),
        credits=credits(edition),
        description=described(edition),
        data=linked_data(edition),
    )


@cache
def _badges(language: str) -> dict[State, str]:
    """What is before an unconfirmed passage, by its state, as HTML."""
    words = page_words(language)
    return {
        state: render("badge.html", state=state, word=words[state.value], meaning=words[state.value]).strip()
        for state in _STATES
    }


def translation(edition: Edition, name: str = "t") -> Laid:
    """The translation as HTML, unconfirmed passages marked; `name` begins the ids in it."""
    badges = _badges(edition.target_language)
    tag = escape(edition.source_language)

    def badged(ordinal: int, html: str) -> str:
        unit = edition.units[ordinal]
        if not label(unit, edition.target_language):
            return html
        if not translated(unit):
            html = f'<span lang="{tag}" dir="{direction(tag)}">{html}</span>'
        return f'<span class="unread {unit.state}">{badges[unit.state]} {html}</span>'

    texts = [shown(unit) for unit in edition.units]
    return lay_out(edition, texts, name, 2, badged, edition.target_language)
