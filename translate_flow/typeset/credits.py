"""Who translated and reviewed a statement, its licence and source, as lines to stand below it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain

from ..imprint import NOTHING_SAID
from ..language.sentences import split
from ..markup.notes import PlaceNote
from ..model import CONFIRMED, Edition, Kind
from .chrome import page_words
from .corpus import one_line, words
from .telling import telling

_RUNNING = 8
"""Words from which on a paragraph is running text."""
_DESCRIPTION = 200
_ADDRESS = re.compile(r"https?://\S+$")


@dataclass(frozen=True, slots=True)
class Credit:
    """One line."""

    name: str
    """What it is, in the reader's language."""
    value: str
    href: str = ""
    """Where the value leads; empty if nowhere."""


def credits(edition: Edition) -> tuple[Credit, ...]:
    """The lines, none for what the statement does not say."""
    about, tag = edition.about, edition.target_language
    made = [
        Credit(said(tag, "translated_by"), ", ".join(about.translators)),
        Credit(said(tag, "reviewed_by"), ", ".join(about.reviewers)),
        Credit(said(tag, "licence"), about.licence),
        Credit(said(tag, "source"), about.source, about.source if _ADDRESS.match(about.source) else ""),
    ]
    return tuple(credit for credit in made if credit.value)


def described(edition: Edition) -> str:
    """One or two sentences for search engines and previews: what the statement says for them, else how it begins."""
    if edition.about.description:
        return edition.about.description
    form = edition.document.format
    read = [unit for unit in edition.units if unit.state in CONFIRMED and unit.target.strip()]
    for unit in read:
        if unit.segment.note in (PlaceNote.SEARCH_DESCRIPTION, PlaceNote.SHARED_DESCRIPTION):
            return one_line(words(unit.target, form))
    paragraphs = (
        split(one_line(words(unit.target, form)), edition.target_language)
        for unit in read
        if unit.segment.kind is Kind.PARAGRAPH
    )
    for passage in chain(telling(edition), paragraphs):
        if len(" ".join(passage).split()) >= _RUNNING:
            told = ""
            for sentence in passage:
                if told and len(told) + len(sentence) >= _DESCRIPTION:
                    break
                told = f"{told} {sentence}".strip()
            return (
                told if len(told) <= 2 * _DESCRIPTION else told[: 2 * _DESCRIPTION].rsplit(" ", 1)[0] + " …"
            )
    return ""


def linked_data(edition: Edition) -> str:
    """The statement as schema.org's JSON-LD, fit to stand in a `script` element; empty if it says nothing of itself."""
    about = edition.about
    if about == NOTHING_SAID:
        return ""
    title = next((u.target for u in edition.units if u.segment.kind is Kind.TITLE), "")
    organisations = [{"@type": "Organization", "name": name} for name in about.issuers]
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": one_line(words(title, edition.document.format)),
        "inLanguage": edition.target_language,
        "datePublished": about.date,
        "contentLocation": about.place,
        "author": organisations,
        "keywords": list(about.tags),
        "license": about.licence,
        "translator": [{"@type": "Person", "name": name} for name in about.translators],
        "translationOfWork": {"@type": "Article", "inLanguage": edition.source_language, "url": about.source}
        if about.source
        else None,
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    # What would end the element, or open a comment in it, is written as a reference of JSON.
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
    )


def said(tag: str, key: str) -> str:
    """A word of published pages in the language of that BCP 47 tag; in English where it is not known."""
    return page_words(tag)[key]
