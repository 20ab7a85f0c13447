"""What the glossary has on the words of a statement: at the words themselves, and as a list below the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape

from markupsafe import Markup

from ..model import Edition, Match, Term, Unit
from .aligned import AlignedBlock
from .chrome import page_words

_TAGS = re.compile(r"(<[^>]*>)")


def explanation(term: Term) -> str:
    """What a reader is told of a term: its translation where it has another one, and what it means."""
    return ": ".join(filter(None, (term.target if term.target != term.es else "", term.gloss)))


def with_hints(html: Markup, matches: Iterable[Match]) -> Markup:
    """A source text's inline HTML, each term on which there is something to say with it: pointed at, it is shown.

    A term that markup cuts through is left as it is.
    """
    said = {escape(match.form): explanation(match.term) for match in matches if not match.doubtful}
    said = {form: words for form, words in said.items() if words}
    if not said:
        return html
    forms = re.compile(
        r"(?<!\w)(" + "|".join(map(re.escape, sorted(said, key=len, reverse=True))) + r")(?!\w)"
    )

    def hint(match: re.Match[str]) -> str:
        return f'<abbr class="term" title="{escape(said[match[1]])}">{match[1]}</abbr>'

    pieces = _TAGS.split(html)
    pieces[::2] = [forms.sub(hint, piece) for piece in pieces[::2]]
    return Markup("".join(pieces))


def hinted(edition: Edition, unit: Unit | None, html: Markup) -> Markup:
    """The same, of a unit's source; what is not an unit's stays as it is."""
    return with_hints(html, edition.terms.get(unit.key, ())) if unit is not None else html


def hinted_pairs(edition: Edition, found: Iterable[AlignedBlock]) -> Iterator[AlignedBlock]:
    """The blocks with what the glossary says of the words in their source."""
    if not edition.terms:
        yield from found
        return
    for pair in found:
        cells = (replace(cell, source=hinted(edition, cell.unit, cell.source)) for cell in pair.cells)
        yield replace(pair, cells=tuple(cells))


def annex(edition: Edition) -> tuple[Term, ...]:
    """The glossary's terms in the order of their first mention; empty if the edition knows of none."""
    found: dict[str, Term] = {}
    for unit in edition.units:
        for match in edition.terms.get(unit.key, ()):
            if not match.doubtful:
                found.setdefault(match.term.es, match.term)
    return tuple(found.values())


def annex_title(edition: Edition, reader: str = "") -> str:
    """What is above the list, for readers of that language, by default the translation's."""
    return page_words(reader or edition.target_language)["terms"]


def annex_rows(edition: Edition) -> Sequence[tuple[str, str]]:
    """The list as two columns of plain text: the term, and its translation with what it means in brackets."""
    return [
        (term.es, f"{term.target} ({term.gloss})" if term.gloss else term.target) for term in annex(edition)
    ]
