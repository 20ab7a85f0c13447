"""Both languages in turn, passage by passage, numbered: for reading, on a page and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from ..language.tags import direction
from ..model import Edition, State
from ..pages import render
from .aligned import AlignedBlock, Cell, pairs
from .chrome import page_words, spoken
from .credits import credits
from .glosses import annex, annex_title, hinted_pairs
from .labels import translated, warning


@dataclass(frozen=True, slots=True)
class Turn:
    """A passage as it is shown."""

    pair: AlignedBlock
    tag: str
    """Of the element of its translation: `h1`, `h2`, `p`."""
    source: Markup
    """The original; empty where it is the same as the translation."""
    target: Markup
    """The translation; empty where there is none, and there is only the original."""

    @property
    def key(self) -> str:
        """Its address in the page; empty for what is not to be translated."""
        return self.pair.units[0].key if self.pair.units else ""


def interleaved(edition: Edition) -> str:
    """One self-contained HTML page: each passage of the original, its translation below it.

    The words of the page itself are the readers' of the translation. What nobody has confirmed carries its state;
    what is not translated is given once, in the original.
    """
    words = page_words(edition.target_language)
    badges = {
        state: Markup(
            render("badge.html", state=state, word=words[state.value], meaning=words[state.value]).strip()
        )
        for state in (State.DRAFT, State.STALE, State.MISSING)
    }
    found = list(_turns(edition, hinted_pairs(edition, pairs(edition)), badges))
    title = next((turn.target or turn.source for turn in found if turn.tag == "h1"), None)
    return render(
        "interleaved.html",
        edition.templates,
        lang=edition.target_language,
        edition=edition,
        spoken=spoken(edition.target_language),
        says=words,
        title=title,
        name=edition.document.title or edition.document.name,
        turns=found,
        missing=badges[State.MISSING],
        warning=warning(edition),
        credits=credits(edition),
        pictured=bool(edition.images),
        terms=annex(edition),
        terms_title=annex_title(edition),
    )


def _turns(edition: Edition, found: Iterable[AlignedBlock], badges: dict[State, Markup]) -> Iterator[Turn]:
    titled = False
    for pair in found:
        tag = {"title": "h2" if titled else "h1", "heading": "h2"}.get(pair.role, "p")
        titled = titled or tag == "h1"
        source = _cells(cell.source for cell in pair.cells)
        if pair.units and not any(map(translated, pair.units)):
            yield Turn(pair, tag, source, Markup(""))
            continue
        plain = [cell.target for cell in pair.cells]
        same = all(cell.unit is None or cell.unit.state is State.KEPT for cell in pair.cells) or plain == [
            cell.source for cell in pair.cells
        ]
        shown = _cells(_badged(edition, cell, badges) for cell in pair.cells)
        yield Turn(pair, tag, Markup("") if same else source, shown)


def _cells(texts: Iterable[Markup]) -> Markup:
    """Inline HTML; the cells of a row apart from each other."""
    found = [text.strip() for text in texts]
    return (
        Markup(" ").join(Markup('<span class="cell">{}</span>').format(text) for text in found)
        if len(found) > 1
        else found[0]
    )


def _badged(edition: Edition, cell: Cell, badges: dict[State, Markup]) -> Markup:
    """A cell's translation behind its state, where nobody has confirmed it."""
    if cell.unit is None or cell.unit.state not in badges:
        return cell.target
    text = cell.target
    if not translated(cell.unit):
        tag = edition.source_language
        text = Markup(f'<span lang="{escape(tag)}" dir="{direction(tag)}">{text}</span>')
    return badges[cell.unit.state] + " " + text
