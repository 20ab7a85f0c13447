"""Both languages side by side, passage by passage, each with its state: for reading and proofing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from ..language.text import count_words
from ..model import CONFIRMED, Edition, State, Unit
from ..pages import render
from .aligned import pairs
from .glosses import annex, annex_title, hinted_pairs
from .labels import label, warning
from .pairrows import rows

_BADGES = {State.DRAFT: "machine draft", State.MISSING: "not translated"}


def bilingual(edition: Edition) -> str:
    """One self-contained HTML page; a passage's key is its address in it."""
    found = pairs(edition)
    units = edition.units
    badges = {
        state: render("badge.html", state=state, word=_BADGES.get(state, "")).strip()
        for state in {unit.state for unit in units}
    }
    people = {unit.key: _people(unit) for unit in units}
    title = next((pair for pair in found if pair.role == "title"), None)
    return render(
        "bilingual.html",
        lang="en",
        edition=edition,
        title=title.cells[0].source if title else "",
        rows=rows(edition, hinted_pairs(edition, found), badges, people, _following(units)),
        warning=warning(edition),
        counts=Counter(str(unit.state) for unit in units),
        words=_words(units),
        pictured=bool(edition.images),
        terms=annex(edition),
        terms_title=annex_title(edition),
        first=next((unit.key for unit in units if unit.state not in CONFIRMED), ""),
    )


def on_paper(edition: Edition) -> str:
    """The same as a plain table, numbered, for a PDF."""
    found = pairs(edition)
    title = next((pair for pair in found if pair.role == "title"), None)
    return render(
        "bilingual_paper.html",
        lang="en",
        edition=edition,
        title=title.cells[0].source if title else edition.document.name,
        pairs=found,
        pictured=bool(edition.images),
        warning=warning(edition),
        labels={unit.key: label(unit) for unit in edition.units},
        terms=annex(edition),
        terms_title=annex_title(edition),
    )


def _words(units: tuple[Unit, ...]) -> Mapping[str, int]:
    """Source words by state."""
    words: Counter[str] = Counter()
    for unit in units:
        words[str(unit.state)] += count_words(unit.segment.text)
    return words


def _people(unit: Unit) -> str:
    """Who stands for the present text, in a few words; empty if the journal does not say."""
    if unit.state is State.APPROVED:
        return next((f"by {e.by}" for e in reversed(unit.events) if e.do == "approve"), "")
    if unit.state is State.TRANSLATED:
        return next((f"by {e.by}" for e in reversed(unit.events) if e.do in ("edit", "confirm")), "")
    if unit.state is State.DRAFT and unit.draft:
        return unit.draft.engine
    return ""


def _following(units: tuple[Unit, ...]) -> dict[str, str]:
    """For each unconfirmed unit the key of the next one."""
    waiting = [unit.key for unit in units if unit.state not in CONFIRMED]
    return dict(pairwise(waiting))
